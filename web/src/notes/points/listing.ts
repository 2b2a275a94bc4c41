/** The points of the notes as the overview lists them. */
import type { Node } from 'prosemirror-model';
import type { PointKind, Standing } from '../../protocol.gen';
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

/** Every point, in the order of the text. */
export function pointsOf(doc: Node): ListedPoint[] {
  const found: ListedPoint[] = [];
  doc.descendants((node, at) => {
    const said = node.type.name === 'paragraph' ? pointOf(node.attrs) : null;
    if (said) found.push({ kind: said['point'] as PointKind, said, text: node.textBetween(0, node.content.size, ' ', ' ').trim(), at });
    return !node.isTextblock;
  });
  return found;
}

/** What the overview shows: a kind or all of them, a standing or all of them. */
export interface Filter {
  kind: PointKind | '';
  standing: Standing | '';
}

/** The points that the filter lets through, by kind in the order of a report; kinds without any are left out. */
export function byKind(points: readonly ListedPoint[], { kind, standing }: Filter): { kind: PointKind; points: ListedPoint[] }[] {
  const shown = points.filter((point) => (kind === '' || point.kind === kind) && (standing === '' || point.said['standing'] === standing));
  return KINDS.map((each) => ({ kind: each, points: shown.filter((point) => point.kind === each) })).filter((group) => group.points.length > 0);
}

/** Seconds that it takes to read the texts out. */
export function readingSeconds(texts: readonly string[], language: string): number {
  const segments = new Intl.Segmenter(language, { granularity: 'word' });
  const words = texts.reduce((sum, text) => sum + [...segments.segment(text)].filter((part) => part.isWordLike).length, 0);
  return Math.round((words * 60) / WORDS_A_MINUTE);
}
