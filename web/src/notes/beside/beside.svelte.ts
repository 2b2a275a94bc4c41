/** What stands beside the text of the notes: labels of points, commented passages, their keys, and which panel is open. */
import { TextSelection, type EditorState } from 'prosemirror-state';
import { DecorationSet, type EditorView } from 'prosemirror-view';
import type { CommentId, CommentView } from '../../protocol.gen';
import { anchorOf } from '../comments/anchors';
import { highlights, type PlacedComment } from '../comments/highlights';
import { Places } from '../comments/places';
import type { Additions } from '../editor';
import { labels } from '../points/labels';
import { paragraphsAt } from '../points/marking';
import { t } from '../../strings/strings.svelte';
import { isKey } from './keys';

/** A panel beside the text. */
export type Panel = 'points' | 'comments';

/** Where the reader is shown something of the text. */
const SHOWN_MS = 1_600;
/** The writing rests: what costs a look at the whole text is done then. */
const REST_MS = 1_000;

/** One editor's surroundings. */
export class Beside implements Additions {
  /** The editor, while there is one. */
  view: EditorView | undefined = $state.raw();
  /** Its state of the moment. */
  editing: EditorState | undefined = $state.raw();
  /** Whether the text may be written now. */
  editable = $state.raw(false);
  /** The open panel. */
  panel: Panel | null = $state.raw(null);
  /** Whether the sheet with the kinds of points is open. */
  marking = $state.raw(false);
  /** Whether the history is open. */
  history = $state.raw(false);
  /** Whether the room goes without comments. */
  silent = $state.raw(false);
  /** What is to be commented on. */
  commenting: ReturnType<typeof anchorOf> = $state.raw(null);
  /** The comments that are being answered: such a one stays in sight, whatever others do with it. */
  answering: readonly CommentId[] = $state.raw([]);
  private comments: Readonly<Record<CommentId, CommentView>> = $state.raw({});
  private readonly places = new Places();
  private settled = $state.raw(0);
  private settling: ReturnType<typeof setTimeout> | undefined;
  /** The open comments at their places. */
  readonly placed: readonly PlacedComment[] = $derived(this.settled >= 0 && this.editing ? this.places.in(this.editing, this.comments) : []);
  private drawn: { of: EditorState['doc']; comments: object; words: string; set: DecorationSet } | null = null;

  /** Another editor, another state of it, or another right to write. */
  follow(view: EditorView | undefined, editing: EditorState | undefined, editable: boolean): void {
    this.view = view;
    this.editing = editing;
    this.editable = editable;
    if (!editable) this.marking = false;
  }

  /** The comments changed, or the language: the editor looks again. */
  show(comments: Readonly<Record<CommentId, CommentView>>): void {
    this.comments = comments;
    // What tells of another editor comes a moment after what tells of other comments.
    if (this.view && !this.view.isDestroyed) this.view.setProps({});
  }

  decorations(state: EditorState): DecorationSet {
    const words = t('point-kind-gap');
    const { drawn, comments } = this;
    if (drawn?.of === state.doc && drawn.comments === comments && drawn.words === words) return drawn.set;
    const set = DecorationSet.create(state.doc, [...labels(state.doc, t), ...highlights(this.places.in(state, comments))]);
    this.drawn = { of: state.doc, comments, words, set };
    if (this.places.unsettled) this.settleSoon();
    return set;
  }

  /** What is not known for certain is looked for once more when the writing rests. */
  private settleSoon(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      if (!this.view || this.view.isDestroyed || !this.places.settle(this.view.state)) return;
      this.drawn = null;
      this.settled += 1;
      this.view.setProps({});
    }, REST_MS);
  }

  /** An answer to the comment is being written, or no more. */
  answer(comment: CommentId, writes: boolean): void {
    const others = this.answering.filter((id) => id !== comment);
    this.answering = writes ? [...others, comment] : others;
  }

  onKey(view: EditorView, event: KeyboardEvent): boolean {
    if (isKey(event, 'point')) return this.mark();
    return isKey(event, 'comment') && this.comment(view.state);
  }

  /** Opens the kinds of points for the paragraph at the cursor; false where there is none, or nothing may be written. */
  mark(): boolean {
    if (!this.editable || !this.view || paragraphsAt(this.view.state).length === 0) return false;
    this.marking = true;
    return true;
  }

  /** Opens the comments, with a new one where something is selected. */
  comment(state: EditorState): boolean {
    if (this.silent) return false;
    this.commenting = anchorOf(state);
    this.panel = 'comments';
    return true;
  }

  /** Opens a panel, or closes it where it is open. */
  toggle(panel: Panel): void {
    if (panel === 'comments' && this.editing && !this.editing.selection.empty) this.comment(this.editing);
    else this.panel = this.panel === panel ? null : panel;
  }

  /** Closes the panel and goes back to the text. What was begun there is there again when it opens. */
  close(): void {
    this.panel = null;
    this.focus();
  }

  /** Gives the keys to the text, with its cursor where it was; who only reads scrolls with them. */
  focus(): void {
    if (this.view?.editable) this.view.focus();
    else this.view?.dom.focus({ preventScroll: true });
  }

  /** On a narrow page the panel covers the text, which is to be seen now. */
  uncover(): void {
    const aside = this.view?.dom.closest('.notes-body')?.querySelector('.notes-aside');
    if (aside && getComputedStyle(aside).position === 'absolute') this.panel = null;
  }

  /** Shows a place of the text, with the cursor at its end: were it selected, the next key would take its place. */
  jump(from: number, to = from): void {
    const { view } = this;
    if (!view || to > view.state.doc.content.size) return;
    const there = TextSelection.near(view.state.doc.resolve(to), -1);
    view.dispatch(view.state.tr.setSelection(there).scrollIntoView());
    this.focus();
    const { node } = view.domAtPos(Math.min(from + 1, to));
    const element = node instanceof Element ? node : node.parentElement;
    element?.scrollIntoView({ block: 'center' });
    const light = getComputedStyle(view.dom).getPropertyValue('--accent-soft') || 'Highlight';
    element?.animate([{ backgroundColor: light }, { backgroundColor: light, offset: 0.6 }, { backgroundColor: 'transparent' }], SHOWN_MS);
  }
}
