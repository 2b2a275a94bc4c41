/**
 * What is different between two states of the notes: paragraph by paragraph, and within a changed one word by word. A word that was
 * made bold, or a link that now leads elsewhere, is different, and so is a point of which something else is said.
 */
import { diffArrays } from 'diff';
import { pointOf, type PointAttribute } from '../points/point';
import type { PastNode } from './states';

/** How a piece came to be. */
export type Change = 'same' | 'added' | 'removed';

/** How words look. */
export interface Look {
  strong?: true;
  em?: true;
  /** Where they lead. */
  href?: string;
}

/** Words of one look that came to be in one way. */
export interface Piece {
  text: string;
  change: Change;
  look: Look;
}

/** What is said about a point. */
export type Said = Partial<Record<PointAttribute, string>>;

/** A paragraph or heading of the comparison. */
export interface ComparedBlock {
  change: Change | 'changed';
  /** `heading-2`, `item`, `quote`, `paragraph`. */
  kind: string;
  pieces: Piece[];
  /** What was said about the point before and after; missing where it was none. */
  said: { before?: Said; after?: Said };
  /** Whether only its form changed, which nothing else shows. */
  reformed: boolean;
}

interface Word {
  text: string;
  look: Look;
}

interface Line {
  kind: string;
  text: string;
  words: Word[];
  said?: Said;
  /** All of it, to tell equal lines by. */
  key: string;
}

/** Beyond it two states are so different that nobody would read what is the same. */
const MS_MAX = 1_500;

/** The blocks of both states in reading order; a changed block has the words of both. */
export function compared(before: readonly PastNode[], after: readonly PastNode[], language: string): ComparedBlock[] {
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  const [old, now] = [linesOf(before, words), linesOf(after, words)];
  const same = (left: Line, right: Line): boolean => left.key === right.key;
  const parts = diffArrays(old, now, { comparator: same, timeout: MS_MAX }) ?? [
    { value: old, removed: true, added: false },
    { value: now, added: true, removed: false },
  ];
  const blocks: ComparedBlock[] = [];
  let gone: Line[] = [];
  for (const { value, added, removed } of parts) {
    if (removed) gone = value;
    else if (added) blocks.push(...paired(gone, value));
    else blocks.push(...gone.map((line) => whole(line, 'removed')), ...value.map((line) => whole(line, 'same')));
    if (!removed) gone = [];
  }
  return [...blocks, ...gone.map((line) => whole(line, 'removed'))];
}

/** What went and what came in one place: each against its counterpart where they share words, else one after the other. */
function paired(gone: readonly Line[], come: readonly Line[]): ComparedBlock[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => {
    const [old, now] = [gone[index], come[index]];
    if (old && now) return changed(old, now);
    return [...(old ? [whole(old, 'removed')] : []), ...(now ? [whole(now, 'added')] : [])];
  }).flat();
}

function changed(old: Line, now: Line): ComparedBlock[] {
  const alike = old.text === now.text;
  const same = (left: Word, right: Word): boolean => left.text === right.text && sameLook(left.look, right.look);
  const parts = diffArrays(old.words, now.words, { comparator: same, timeout: MS_MAX });
  const kept = (parts ?? []).filter((part) => !part.added && !part.removed).flatMap((part) => part.value);
  const lengthKept = kept.reduce((sum, { text }) => sum + text.trim().length, 0);
  if (!parts || (!alike && lengthKept * 3 < Math.max(old.text.length, now.text.length))) return [whole(old, 'removed'), whole(now, 'added')];
  const pieces = parts.flatMap(({ value, added, removed }) => joined(value, added ? 'added' : removed ? 'removed' : 'same'));
  const said = { before: old.said, after: now.said };
  const reformed = old.kind !== now.kind && pieces.every(({ change }) => change === 'same') && saidKey(old.said) === saidKey(now.said);
  return [{ change: 'changed', kind: now.kind, pieces, said, reformed }];
}

function whole({ kind, words, said }: Line, change: Change): ComparedBlock {
  const pieces = joined(words, change);
  const told = { ...(change !== 'added' && { before: said }), ...(change !== 'removed' && { after: said }) };
  return { change, kind, pieces: pieces.length > 0 ? pieces : [{ text: '', change, look: {} }], said: told, reformed: false };
}

/** Neighbours of one look as one piece. */
function joined(words: readonly Word[], change: Change): Piece[] {
  const pieces: Piece[] = [];
  for (const { text, look } of words) {
    const last = pieces.at(-1);
    if (last && sameLook(last.look, look)) last.text += text;
    else pieces.push({ text, change, look });
  }
  return pieces;
}

const sameLook = (left: Look, right: Look): boolean => left.strong === right.strong && left.em === right.em && left.href === right.href;
const saidKey = (said: Said | undefined): string => JSON.stringify(Object.entries(said ?? {}).sort());

/** Every block that holds text, as one line. */
function linesOf(nodes: readonly PastNode[], words: Intl.Segmenter, around = 'paragraph'): Line[] {
  return nodes.flatMap((node) => {
    if (node.type === 'paragraph' || node.type === 'heading') return [lineOf(node, words, around)];
    return linesOf(node.content ?? [], words, node.type === 'list_item' ? 'item' : node.type === 'blockquote' ? 'quote' : around);
  });
}

function lineOf(node: PastNode, segmenter: Intl.Segmenter, around: string): Line {
  const kind = node.type === 'heading' ? `heading-${String(node.attrs?.['level'] ?? 1)}` : around;
  const runs = joined((node.content ?? []).map((piece) => ({ text: piece.text ?? '\n', look: lookOf(piece) })), 'same');
  const words = runs.flatMap(({ text, look }) => [...segmenter.segment(text)].map(({ segment }) => ({ text: segment, look })));
  const said = node.type === 'paragraph' ? (pointOf(node.attrs ?? {}) ?? undefined) : undefined;
  const key = JSON.stringify([kind, saidKey(said), runs.map(({ text, look }) => [text, look.strong, look.em, look.href])]);
  return { kind, text: runs.map(({ text }) => text).join(''), words, said, key };
}

function lookOf({ marks = [] }: PastNode): Look {
  const href = marks.find(({ type }) => type === 'link')?.attrs?.['href'] as string | undefined;
  const has = (mark: string): boolean => marks.some(({ type }) => type === mark);
  return { ...(has('strong') && { strong: true }), ...(has('em') && { em: true }), ...(href !== undefined && { href }) };
}
