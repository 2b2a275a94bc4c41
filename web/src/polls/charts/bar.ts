/** A row of a table in which each row has its bar. */
import type { PollView } from '../../protocol.gen';

export interface Bar {
  id: string;
  text: string;
  count: number;
  /** What is written beside the number; empty where nothing is. */
  share: string;
  /** How much of the row the bar fills, percent. */
  width: number;
  /** Whether no other answer has more. */
  most: boolean;
  /** What the reader has to do with it, in words; empty: nothing. */
  own: string;
}

/** Marks the rows that no other exceeds; none where all are nothing. */
export function withMost(rows: Omit<Bar, 'most'>[]): Bar[] {
  const highest = Math.max(0, ...rows.map(({ count }) => count));
  return rows.map((row) => ({ ...row, most: highest > 0 && row.count === highest }));
}

/** The first figure of an answer. */
export function tallyOf(poll: PollView, id: string): number {
  return poll.tally?.[id] ?? 0;
}
