/** Items on a scale as a grid of items and steps: how many ballots put each item on each step, and the mean. */
import type { Poll } from '../../polls';
import type { Ballot, PollView } from '../../protocol.gen';
import { t } from '../../strings/strings.svelte';
import type { ResultTable } from '../kind';
import type { Figures } from './reading';
import { answeredText, meanStep, meanText, optionText, scaleOf, sum } from './share';

/** One cell. */
export interface Cell {
  count: number;
  /** Its part of the ballots that rate the item: 0 to 1. */
  part: number;
  own: boolean;
}

/** One item. */
export interface HeatRow {
  id: string;
  text: string;
  cells: Cell[];
  mean: string;
  skipped: number;
}

/** The items, in the order of the paper. */
export function rowsOf(poll: PollView, own?: Ballot): HeatRow[] {
  return poll.option_order.map((id) => {
    const counts = countsOf(poll, id);
    const rated = sum(counts);
    const cells = counts.map((count, at) => ({ count, part: rated > 0 ? count / rated : 0, own: own?.marks?.[id] === at + 1 }));
    return { id, text: optionText(poll, id), cells, mean: meanText(meanStep(counts)), skipped: poll.count?.skipped?.[id] ?? 0 };
  });
}

function countsOf(poll: PollView, id: string): number[] {
  return poll.count?.spread?.[id] ?? scaleOf(poll).map(() => 0);
}

export function tables(poll: Poll): ResultTable[] {
  const header = [t('result-item'), ...scaleOf(poll), t('result-mean-step'), t('result-skipped')];
  const rows = rowsOf(poll).map(({ text, cells, mean, skipped }) => [text, ...cells.map(({ count }) => String(count)), mean, String(skipped)]);
  return [{ caption: t('poll-result-of', { question: poll.question }), header, rows }];
}

export const base = (poll: Poll): string => `${answeredText(poll)}. ${t('result-skips')}`;

export function figures(poll: Poll): Figures {
  return { what: t('result-mean-step'), rows: rowsOf(poll).map(({ id, text, mean }) => ({ id, text, value: mean })) };
}
