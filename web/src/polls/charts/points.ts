/** Points that were shared out: their sum, and what part of all points that is. */
import type { Poll } from '../../polls';
import type { Ballot, PollView } from '../../protocol.gen';
import { t } from '../../strings/strings.svelte';
import type { ResultTable } from '../kind';
import { tallyOf, withMost, type Bar } from './bar';
import type { Figures } from './reading';
import { meanText, optionText, percentOf, percentText, sum, validNumber } from './share';

/** All the points that were given. */
export function pointsGiven(poll: PollView): number {
  return sum(poll.option_order.map((id) => tallyOf(poll, id)));
}

/** The rows, in the order of the paper. */
export function pointBars(poll: PollView, own?: Ballot): Bar[] {
  const all = pointsGiven(poll);
  return withMost(
    poll.option_order.map((id) => {
      const count = tallyOf(poll, id);
      const given = own?.marks?.[id];
      return {
        id,
        text: optionText(poll, id),
        count,
        share: percentText(count, all),
        width: percentOf(count, all),
        own: given === undefined ? '' : t('result-your-points', { points: given }),
      };
    }),
  );
}

/** Points that a ballot gives an answer on average. */
export function meanPoints(poll: PollView, id: string): string {
  const ballots = validNumber(poll);
  return meanText(ballots > 0 ? tallyOf(poll, id) / ballots : null);
}

export function tables(poll: Poll): ResultTable[] {
  const header = [t('poll-option'), t('result-points'), t('result-points-share'), t('result-points-mean')];
  const rows = pointBars(poll).map(({ id, text, count, share }) => [text, String(count), share, meanPoints(poll, id)]);
  return [{ caption: t('poll-result-of', { question: poll.question }), header, rows }];
}

export function base(poll: Poll): string {
  return t('result-base-points', { points: pointsGiven(poll), count: validNumber(poll) });
}

export function figures(poll: Poll): Figures {
  const all = pointsGiven(poll);
  const rows = poll.option_order.map((id) => ({ id, text: optionText(poll, id), value: percentText(tallyOf(poll, id), all) }));
  return { what: t('result-points-share'), rows };
}
