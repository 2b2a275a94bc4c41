/**
 * Where the open comments stand, followed from one state of the text to the next. Most changes touch no passage: those before the
 * change stay, those behind it move along, those around it grow or shrink, and only what it touches at an end is looked for by its
 * anchors. Those are of the shared document, which hears of one's own typing a moment after the editor: what was looked for is
 * looked for once more when the writing rests. So are passages whose words are gone, since they may come back.
 */
import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import type { CommentId, CommentView } from '../../protocol.gen';
import { anchored, quoted, textsOf, type Passage } from './anchors';
import type { PlacedComment } from './highlights';

/** What changed between two documents: up to where they are the same, and from where again, in each. */
interface Difference {
  start: number;
  oldEnd: number;
  newEnd: number;
}

/** The places of the open comments of one editor. */
export class Places {
  private doc: Node | null = null;
  private comments: Readonly<Record<CommentId, CommentView>> = {};
  private found = new Map<CommentId, PlacedComment>();
  private sorted: readonly PlacedComment[] = [];
  private readonly doubted = new Set<CommentId>();

  /** The open comments in the order of the text; those whose passage is gone come last, the oldest first. */
  in(state: EditorState, comments: Readonly<Record<CommentId, CommentView>>): readonly PlacedComment[] {
    const { doc } = this;
    if (doc === state.doc && this.comments === comments) return this.sorted;
    const difference = doc && doc !== state.doc ? differenceOf(doc, state.doc) : null;
    const sought = new Set<PlacedComment>();
    const next = new Map<CommentId, PlacedComment>();
    for (const [id, comment] of Object.entries(comments)) {
      if (comment.resolved) continue;
      const before = doc === null ? undefined : this.found.get(id);
      next.set(id, this.placed(id, comment, before, difference, state, sought));
    }
    this.found = next;
    this.doc = state.doc;
    this.comments = comments;
    this.seekIn(state.doc, sought);
    return this.sorted;
  }

  /** Whether some passage is gone, or was found by its anchors just now. */
  get unsettled(): boolean {
    return this.doubted.size > 0 || this.sorted.some(({ passage }) => passage === null);
  }

  /** Looks for those once more; whether some stand elsewhere. */
  settle(state: EditorState): boolean {
    if (this.doc !== state.doc) return false;
    const asked = this.sorted.filter(({ id, passage }) => passage === null || this.doubted.has(id));
    const before = asked.map(({ passage }) => passage);
    for (const placed of asked) placed.passage = anchored(state, placed.comment.anchor);
    this.doubted.clear();
    this.seekIn(state.doc, new Set(asked.filter(({ passage }) => passage === null)));
    return asked.some(({ passage }, at) => passage?.from !== before[at]?.from || passage?.to !== before[at]?.to);
  }

  /** One comment now; it is added to `sought` where its anchors tell no place any more. */
  private placed(
    id: CommentId,
    comment: CommentView,
    before: PlacedComment | undefined,
    difference: Difference | null,
    state: EditorState,
    sought: Set<PlacedComment>,
  ): PlacedComment {
    const known = before?.comment.anchor === comment.anchor;
    // What was gone before stays so until it is sought again.
    if (known && before && before.passage === null) return { id, comment, passage: null };
    const kept = known && before?.passage ? moved(before.passage, difference) : null;
    const placed = { id, comment, passage: kept ?? anchored(state, comment.anchor) };
    if (kept === null) this.doubted.add(id);
    if (placed.passage === null) sought.add(placed);
    return placed;
  }

  private seekIn(doc: Node, sought: ReadonlySet<PlacedComment>): void {
    if (sought.size > 0) {
      const texts = textsOf(doc);
      for (const placed of sought) placed.passage = quoted(texts, placed.comment.quote);
    }
    this.sorted = [...this.found.values()].sort((left, right) => (left.passage?.from ?? Infinity) - (right.passage?.from ?? Infinity) || left.comment.at - right.comment.at);
  }
}

/** Null where nothing is different. */
function differenceOf(old: Node, now: Node): Difference | null {
  const start = old.content.findDiffStart(now.content);
  const end = old.content.findDiffEnd(now.content);
  if (start === null || end === null) return null;
  // Where words repeat, the end that is found may lie before the start.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  return { start, oldEnd: end.a + overlap, newEnd: end.b + overlap };
}

/** The passage after a change that does not touch its ends; null where it does. */
function moved({ from, to }: Passage, difference: Difference | null): Passage | null {
  if (!difference || to < difference.start) return { from, to };
  const by = difference.newEnd - difference.oldEnd;
  if (from > difference.oldEnd) return { from: from + by, to: to + by };
  return from < difference.start && difference.oldEnd < to ? { from, to: to + by } : null;
}
