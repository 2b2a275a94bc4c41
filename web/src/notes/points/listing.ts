/** The points of the notes as the overview lists them. */
import type { Node } from 'prosemirror-model';
import type { PointKind } from '../../protocol.gen';
import { KINDS, pointOf, type PointAttribute } from './point';

/** How fast a rapporteur reads to the plenary. */
const WORDS_A_MINUTE = 130;
/** What a report to the plenary holds. */
export const MESSAGES_MAX = 3;
/** Seconds that it may take. */
export const READING_S_MAX = 120;

/** A point of the notes. */
export interface ListedPoint {
  kind: PointKind;
  /** What is said about it, its kind among that. */
  said: Partial<Record<PointAttribute, string>>;
  /** Its words. */
  text: string;
  /** Where its paragraph begins. */
  at: number;
}

const listed = new WeakMap<Node, readonly ListedPoint[]>();

/** Every point, in the order of the text; gathered once for each state of it, as several parts of the page ask. */
export function pointsOf(doc: Node): readonly ListedPoint[] {
  const found = listed.get(doc) ?? pointsIn(doc);
  listed.set(doc, found);
  return found;
}

function pointsIn(doc: Node): ListedPoint[] {
  const found: ListedPoint[] = [];
  doc.descendants((node, at) => {
    const said = node.type.name === 'paragraph' ? pointOf(node.attrs) : null;
    if (said) found.push({ kind: said['point'] as PointKind, said, text: node.textBetween(0, node.content.size, ' ', ' ').trim(), at });
    return !node.isTextblock;
  });
  return found;
}

/** What the overview shows: points of which all this is said; what is empty or missing is not asked. */
export type Filter = Partial<Record<PointAttribute, string>>;

/** The points that the filter lets through, by kind in the order of a report; kinds without any are left out. */
export function byKind<Point extends ListedPoint>(points: readonly Point[], filter: Filter): { kind: PointKind; points: Point[] }[] {
  const asked = Object.entries(filter).filter(([, value]) => value) as [PointAttribute, string][];
  const shown = points.filter(({ said }) => asked.every(([name, value]) => said[name] === value));
  return KINDS.map((kind) => ({ kind, points: shown.filter((point) => point.kind === kind) })).filter((group) => group.points.length > 0);
}

/** The owners that points have, in the order of the alphabet. */
export function ownersOf(points: readonly ListedPoint[], language: string): string[] {
  const owners = new Set(points.flatMap(({ said }) => said.owner ?? []));
  return [...owners].sort(new Intl.Collator(language).compare);
}

/** A point with the key by which a row knows it again, wherever others move it. */
export interface KeyedPoint extends ListedPoint {
  key: string;
}

/**
 * The points with their keys. `keyOf` tells what a paragraph is in the shared document; where it does not know, or says the same
 * of two, their order tells them apart: two rows never have one key.
 */
export function keyed(points: readonly ListedPoint[], keyOf: (at: number) => string | undefined): KeyedPoint[] {
  const met = new Map<string, number>();
  return points.map((point) => {
    const known = keyOf(point.at) ?? 'new';
    const again = met.get(known) ?? 0;
    met.set(known, again + 1);
    return { ...point, key: again === 0 ? known : `${known} ${again}` };
  });
}

/** Seconds that it takes to read the texts out. */
export function readingSeconds(texts: readonly string[], language: string): number {
  const segments = new Intl.Segmenter(language, { granularity: 'word' });
  const words = texts.reduce((sum, text) => sum + [...segments.segment(text)].filter((part) => part.isWordLike).length, 0);
  return Math.round((words * 60) / WORDS_A_MINUTE);
}
