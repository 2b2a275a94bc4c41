/** A scale of agreement as one bar that leans to the side that has more: what is below the middle stands to its one side, what is
above to the other, and the middle step, if there is one, half on each. */
import type { Poll } from '../../polls';
import type { Ballot, PollView } from '../../protocol.gen';
import { t } from '../../strings/strings.svelte';
import type { ResultTable } from '../kind';
import { tallyOf } from './bar';
import type { Figures } from './reading';
import { baseNumber, baseText, meanStep, meanText, optionText, percentText, sum } from './share';
import * as tally from './tally';

/** One step of the scale. */
export interface Step {
  id: string;
  /** From 1. */
  step: number;
  text: string;
  count: number;
  share: string;
  /** Where its part of the bar begins, and how wide it is: percent of the whole width, whose half is the middle of the scale. */
  start: number;
  width: number;
  /** On which side of the middle it is: -1, 0 or 1. */
  side: number;
  /** How far from the middle it is, as a part of the farthest: 0 to 1. */
  strength: number;
  own: boolean;
}

/** The steps, from the lowest. */
export function stepsOf(poll: PollView, own?: Ballot): Step[] {
  const counts = poll.option_order.map((id) => tallyOf(poll, id));
  const middle = (counts.length - 1) / 2;
  const starts = startsOf(counts, middle);
  const extent = Math.max(-(starts[0] ?? 0), (starts.at(-1) ?? 0) + (counts.at(-1) ?? 0));
  const place = (ballots: number): number => (extent > 0 ? (ballots / extent) * 50 : 0);
  return poll.option_order.map((id, at) => ({
    id,
    step: at + 1,
    text: optionText(poll, id),
    count: counts[at] ?? 0,
    share: percentText(counts[at] ?? 0, baseNumber(poll)),
    start: 50 + place(starts[at] ?? 0),
    width: place(counts[at] ?? 0),
    side: Math.sign(at - middle),
    strength: middle > 0 ? Math.abs(at - middle) / middle : 0,
    own: own?.choice?.includes(id) ?? false,
  }));
}

/** Where each step begins, in ballots from the middle of the scale. */
function startsOf(counts: number[], middle: number): number[] {
  const below = sum(counts.map((count, at) => (at < middle ? count : at === middle ? count / 2 : 0)));
  let start = -below;
  return counts.map((count) => {
    const own = start;
    start += count;
    return own;
  });
}

/** The mean step; null where nobody answered. */
export function meanOf(poll: PollView): number | null {
  return meanStep(poll.option_order.map((id) => tallyOf(poll, id)));
}

/** The mean in words: its number, and the step that it is nearest to. */
export function meanSentence(poll: PollView): string {
  const mean = meanOf(poll);
  const nearest = poll.option_order[Math.round(mean ?? 0) - 1];
  if (mean === null || nearest === undefined) return '';
  return t('result-mean', { mean: meanText(mean), steps: poll.option_order.length, nearest: optionText(poll, nearest) });
}

/** A reason that was let through. */
export interface Reason {
  id: string;
  text: string;
  written: number;
}

/** The reasons under the step that they are for, from the lowest step; steps without are left out. */
export function reasonsOf(poll: PollView): { id: string; text: string; reasons: Reason[] }[] {
  const all = Object.entries(poll.texts ?? {}).filter(([, text]) => text.passed);
  return poll.option_order
    .map((id) => ({
      id,
      text: optionText(poll, id),
      reasons: all
        .filter(([, { about }]) => about === id)
        .map(([reason, { text, written }]) => ({ id: reason, text, written }))
        .sort((one, other) => other.written - one.written || (one.text < other.text ? -1 : 1)),
    }))
    .filter(({ reasons }) => reasons.length > 0);
}

export function tables(poll: Poll): ResultTable[] {
  const steps = tally.tables(poll).map((table) => ({ ...table, rows: [...table.rows, [t('result-mean-step'), meanText(meanOf(poll)), '']] }));
  const reasons = reasonsOf(poll).flatMap((step) => step.reasons.map(({ text, written }) => [step.text, text, String(written)]));
  if (reasons.length === 0) return steps;
  return [...steps, { caption: t('result-reasons'), header: [t('poll-option'), t('result-reason'), t('poll-ballots')], rows: reasons }];
}

export const base = (poll: Poll): string => baseText(poll);

export function figures(poll: Poll): Figures {
  const shares = tally.figures(poll);
  return { ...shares, rows: [...shares.rows, { id: 'mean', text: t('result-mean-step'), value: meanText(meanOf(poll)) }] };
}

export const byAnswer = true;
