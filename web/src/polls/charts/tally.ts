/** Results that are one number of each answer: single and multiple choice, and a show of hands. */
import type { Poll } from '../../polls';
import type { Ballot, PollView } from '../../protocol.gen';
import { t } from '../../strings/strings.svelte';
import type { ResultTable } from '../kind';
import { tallyOf, withMost, type Bar } from './bar';
import type { Figures } from './reading';
import { baseNumber, baseText, optionText, percentOf, percentText } from './share';

/** The id of the row of those who abstained. */
export const ABSTAINED = 'abstained';

/** The rows, in the order of the paper; abstentions come last, where the poll takes them. */
export function barsOf(poll: PollView, own?: Ballot): Bar[] {
  const rows = withMost(poll.option_order.map((id) => answer(poll, id, own)));
  return takesAbstentions(poll) ? [...rows, abstained(poll, own)] : rows;
}

function answer(poll: PollView, id: string, own?: Ballot): Omit<Bar, 'most'> {
  const count = tallyOf(poll, id);
  return { id, text: optionText(poll, id), count, ...shareOf(poll, count), own: own?.choice?.includes(id) ? t('poll-your-answer') : '' };
}

function shareOf(poll: PollView, count: number): Pick<Bar, 'share' | 'width'> {
  const base = baseNumber(poll);
  return { share: percentText(count, base), width: Math.min(100, percentOf(count, base)) };
}

function takesAbstentions(poll: PollView): boolean {
  return poll.abstain === true || (poll.count?.abstentions ?? 0) > 0;
}

/** Abstentions are no share of the valid ballots. */
function abstained(poll: PollView, own?: Ballot): Bar {
  const count = poll.count?.abstentions ?? 0;
  const share = poll.base === 'valid' ? { share: '', width: 0 } : shareOf(poll, count);
  return { id: ABSTAINED, text: t('result-abstained'), count, ...share, most: false, own: own?.abstain ? t('poll-your-answer') : '' };
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
  const rows = poll.option_order.map((id) => ({ id, text: optionText(poll, id), value: percentText(tallyOf(poll, id), baseNumber(poll)) }));
  return { what: t('poll-share'), rows };
}

export const byAnswer = true;
