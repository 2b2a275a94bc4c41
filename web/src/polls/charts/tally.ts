/** Results that are one number of each answer: single and multiple choice, and a show of hands. */
import type { Poll } from '../../polls';
import type { Ballot, PollView } from '../../protocol.gen';
import { t } from '../../strings/strings.svelte';
import type { ResultTable } from '../kind';
import type { Figures } from './reading';
import { baseNumber, baseText, optionText, percentOf, percentText } from './share';

/** One row of bars. */
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
  /** Whether it is the reader's own. */
  own: boolean;
}

/** The id of the row of those who abstained. */
export const ABSTAINED = 'abstained';

/** The rows, in the order of the paper; abstentions come last, where the poll takes them. */
export function barsOf(poll: PollView, own?: Ballot): Bar[] {
  const base = baseNumber(poll);
  const highest = Math.max(0, ...poll.option_order.map((id) => poll.tally?.[id] ?? 0));
  const rows = poll.option_order.map((id) => {
    const count = poll.tally?.[id] ?? 0;
    const marked = own?.choice?.includes(id) ?? false;
    return { ...barOf(id, optionText(poll, id), count, base), most: highest > 0 && count === highest, own: marked };
  });
  return takesAbstentions(poll) ? [...rows, abstained(poll, base, own)] : rows;
}

function barOf(id: string, text: string, count: number, base: number): Omit<Bar, 'most' | 'own'> {
  return { id, text, count, share: percentText(count, base), width: Math.min(100, percentOf(count, base)) };
}

function takesAbstentions(poll: PollView): boolean {
  return poll.abstain === true || poll.kind === 'yes-no' || (poll.count?.abstentions ?? 0) > 0;
}

/** Abstentions are no share of the valid ballots. */
function abstained(poll: PollView, base: number, own?: Ballot): Bar {
  const bar = barOf(ABSTAINED, t('result-abstained'), poll.count?.abstentions ?? 0, base);
  const outside = poll.base === 'valid' ? { share: '', width: 0 } : {};
  return { ...bar, ...outside, most: false, own: own?.abstain === true };
}

export function tables(poll: Poll): ResultTable[] {
  const header = [t('poll-option'), t('poll-ballots'), t('poll-share')];
  const rows = barsOf(poll).map(({ text, count, share }) => [text, String(count), share]);
  return [{ caption: t('poll-result-of', { question: poll.question }), header, rows }];
}

/** Of what the percentages are; of several answers, also that they do not add up to 100. */
export function base(poll: Poll): string {
  return poll.kind === 'multiple' ? `${baseText(poll)}. ${t('poll-multiple-base')}` : baseText(poll);
}

export function figures(poll: Poll): Figures {
  const rows = poll.option_order.map((id) => ({ id, text: optionText(poll, id), value: percentText(poll.tally?.[id] ?? 0, baseNumber(poll)) }));
  return { what: t('poll-share'), rows };
}
