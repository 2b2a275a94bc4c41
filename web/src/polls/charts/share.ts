/** Shares and means of a result, and their base in words. They are rounded as the server's documents round them. */
import type { PollView } from '../../protocol.gen';
import { t } from '../../strings/strings.svelte';

/** Stands where there is no figure, as a share of nothing. */
export const NO_FIGURE = '–';

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
  return base > 0 ? t('percent', { share: percentOf(count, base) }) : NO_FIGURE;
}

/** "Share of the 37 valid ballots". Who was present is known at the close alone: until then the figures are of the ballots cast. */
export function baseText(poll: PollView): string {
  const unknown = poll.base === 'present' && poll.count?.present === undefined;
  return t(`result-base-${unknown ? 'cast' : (poll.base ?? 'cast')}`, { count: baseNumber(poll) });
}

/** "37 ballots with an answer": where nothing is a percentage. */
export function answeredText(poll: PollView): string {
  return t('result-base-answered', { count: validNumber(poll) });
}

/** The text of an answer. */
export function optionText(poll: PollView, id: string): string {
  return poll.options[id] ?? id;
}

/** All of these together. */
export function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The mean of steps that count from 1, by how many ballots each has; null where there is none. */
export function meanStep(ballots: number[]): number | null {
  const all = sum(ballots);
  return all > 0 ? sum(ballots.map((number, at) => number * (at + 1))) / all : null;
}

/** `3.4`; a dash for the mean of nothing. */
export function meanText(mean: number | null): string {
  // A half rounds up, also where its binary form lies a little below.
  return mean === null ? NO_FIGURE : (Math.round(mean * 10 + 1e-9) / 10).toFixed(1);
}

/** The labels of a scale; its numbers where it has none of its own. */
export function scaleOf(poll: PollView): string[] {
  return poll.scale ?? ['1', '2', '3', '4', '5'];
}

/** Whether the labels say more than the numbers of the steps. */
export function saysMore(labels: string[]): boolean {
  return labels.some((label, at) => label !== String(at + 1));
}
