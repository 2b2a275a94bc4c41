/** What is different between two states of the notes: paragraph by paragraph, and within a changed one word by word. */
import { diffArrays } from 'diff';
import type { PastNode } from './states';

/** How a piece came to be. */
export type Change = 'same' | 'added' | 'removed';

/** A paragraph or heading of the comparison. */
export interface ComparedBlock {
  change: Change | 'changed';
  /** `heading-2`, `item`, `quote`, `paragraph`. */
  kind: string;
  pieces: { text: string; change: Change }[];
}

interface Line {
  kind: string;
  text: string;
  point: string;
}

/** Beyond it two states are so different that nobody would read what is the same. */
const MS_MAX = 1_500;

/** The blocks of both states in reading order; a changed block has the words of both. */
export function compared(before: readonly PastNode[], after: readonly PastNode[], language: string): ComparedBlock[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const same = (left: Line, right: Line): boolean => left.kind === right.kind && left.text === right.text && left.point === right.point;
  const parts = diffArrays(old, now, { comparator: same, timeout: MS_MAX }) ?? [
    { value: old, removed: true, added: false },
    { value: now, added: true, removed: false },
  ];
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  const blocks: ComparedBlock[] = [];
  let gone: Line[] = [];
  for (const { value, added, removed } of parts) {
    if (removed) gone = value;
    else if (added) blocks.push(...paired(gone, value, words));
    else blocks.push(...gone.map((line) => whole(line, 'removed')), ...value.map((line) => whole(line, 'same')));
    if (!removed) gone = [];
  }
  return [...blocks, ...gone.map((line) => whole(line, 'removed'))];
}

/** What went and what came in one place: each against its counterpart where they share words, else one after the other. */
function paired(gone: readonly Line[], come: readonly Line[], words: Intl.Segmenter): ComparedBlock[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => {
    const [old, now] = [gone[index], come[index]];
    if (old && now) return changed(old, now, words);
    return [...(old ? [whole(old, 'removed')] : []), ...(now ? [whole(now, 'added')] : [])];
  }).flat();
}

function changed(old: Line, now: Line, words: Intl.Segmenter): ComparedBlock[] {
  const split = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment);
  const parts = diffArrays(split(old.text), split(now.text), { timeout: MS_MAX });
  const kept = (parts ?? []).filter((part) => !part.added && !part.removed).flatMap((part) => part.value);
  if (!parts || kept.join('').trim().length * 3 < Math.max(old.text.length, now.text.length)) {
    return old.text === now.text ? [{ ...whole(now, 'same'), change: 'changed' }] : [whole(old, 'removed'), whole(now, 'added')];
  }
  const pieces = parts.map(({ value, added, removed }) => ({ text: value.join(''), change: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const) }));
  return [{ change: 'changed', kind: now.kind, pieces }];
}

function whole({ kind, text }: Line, change: Change): ComparedBlock {
  return { change, kind, pieces: [{ text, change }] };
}

/** Every block that holds text, as one line. */
function linesOf(nodes: readonly PastNode[], around = 'paragraph'): Line[] {
  return nodes.flatMap((node) => {
    if (node.type === 'paragraph' || node.type === 'heading') {
      const kind = node.type === 'heading' ? `heading-${String(node.attrs?.['level'] ?? 1)}` : around;
      return [{ kind, text: wordsOf(node), point: String(node.attrs?.['point'] ?? '') }];
    }
    return linesOf(node.content ?? [], node.type === 'list_item' ? 'item' : node.type === 'blockquote' ? 'quote' : around);
  });
}

function wordsOf(node: PastNode): string {
  return (node.content ?? []).map((piece) => piece.text ?? '\n').join('');
}
