/** Shares of a result, and their base in words. */
import type { PollView } from '../../protocol.gen';
import { t } from '../../strings/strings.svelte';

/** The number that percentages are of. Counts of before they had a base of their own are of the ballots cast. */
export function baseNumber(poll: PollView): number {
  return poll.count?.base_number ?? poll.turnout;
}

/** Ballots that do not abstain. */
export function validNumber(poll: PollView): number {
  return poll.count?.valid ?? poll.turnout;
}

/** Whole percent; nothing of nothing is 0. */
export function percentOf(count: number, base: number): number {
  return base > 0 ? Math.round((count / base) * 100) : 0;
}

/** `38%`, in the reader's language. */
export function percentText(count: number, base: number): string {
  return t('percent', { share: percentOf(count, base) });
}

/** "Share of the 37 valid ballots". */
export function baseText(poll: PollView): string {
  return t(`result-base-${poll.base ?? 'cast'}`, { count: baseNumber(poll) });
}

/** The text of an answer. */
export function optionText(poll: PollView, id: string): string {
  return poll.options[id] ?? id;
}
