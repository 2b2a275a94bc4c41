/** A ranking, counted in two ways: by Borda points and by instant run-off. */
import type { Poll } from '../../polls';
import type { Ballot, PollView, RunoffRound } from '../../protocol.gen';
import { t } from '../../strings/strings.svelte';
import type { ResultTable } from '../kind';
import { tallyOf, withMost, type Bar } from './bar';
import type { Figures } from './reading';
import { answeredText, NO_FIGURE, optionText, percentOf, sum } from './share';

/** The answers by points, most first; those with as many stay in the order of the paper. */
export function bordaBars(poll: PollView, own?: Ballot): Bar[] {
  const points = (id: string): number => poll.count?.borda?.[id] ?? 0;
  const highest = Math.max(0, ...poll.option_order.map(points));
  const rows = poll.option_order.map((id) => {
    const place = (own?.choice ?? []).indexOf(id) + 1;
    const mark = place > 0 ? t('result-your-place', { place }) : '';
    return { id, text: optionText(poll, id), count: points(id), share: '', width: percentOf(points(id), highest), own: mark };
  });
  return withMost(rows).sort((one, other) => other.count - one.count);
}

/** Who has the most points: several where they have as many. */
export function bordaWinners(poll: PollView): string[] {
  return bordaBars(poll).flatMap(({ id, most }) => (most ? [id] : []));
}

/** Who wins the run-off; none where there was no ballot. */
export function runoffWinner(poll: PollView): string | undefined {
  const last = poll.count?.runoff?.at(-1);
  if (!last) return undefined;
  const standing = Object.entries(last.votes);
  const all = sum(standing.map(([, votes]) => votes));
  return standing.length === 1 ? standing[0]?.[0] : standing.find(([, votes]) => votes * 2 > all)?.[0];
}

/** What an answer has in a round. */
export interface RoundCell {
  /** Its ballots; null once it is out. */
  votes: number | null;
  /** What becomes of it in this round. */
  fate: 'out' | 'tied-out' | 'wins' | null;
}

/** One answer through the rounds. */
export interface RunoffRow {
  id: string;
  text: string;
  rounds: RoundCell[];
}

/** The answers through the rounds: the winner first, then who stayed in longest. */
export function runoffRows(poll: PollView): RunoffRow[] {
  const rounds = poll.count?.runoff ?? [];
  const winner = runoffWinner(poll);
  const lasted = (id: string): number => rounds.filter(({ votes }) => id in votes).length;
  const final = (id: string): number => rounds.findLast(({ votes }) => id in votes)?.votes[id] ?? 0;
  const rows = poll.option_order.map((id) => ({
    id,
    text: optionText(poll, id),
    rounds: rounds.map((round, at) => cellOf(round, id, at === rounds.length - 1 && id === winner)),
  }));
  return rows.sort((one, other) => Number(other.id === winner) - Number(one.id === winner) || lasted(other.id) - lasted(one.id) || final(other.id) - final(one.id));
}

function cellOf(round: RunoffRound, id: string, wins: boolean): RoundCell {
  const votes = round.votes[id] ?? null;
  if (wins) return { votes, fate: 'wins' };
  if (round.out !== id) return { votes, fate: null };
  return { votes, fate: round.tied ? 'tied-out' : 'out' };
}

/** Which rounds are shown where there is room for so many: the first and the last ones, with the numbers they have. */
export function roundsShown(count: number, room: number): number[] {
  const all = Array.from({ length: count }, (_, at) => at);
  return count <= room ? all : [0, ...all.slice(count - room + 1)];
}

/** The outcome of both counts in words. */
export function verdict(poll: PollView): string {
  const borda = bordaWinners(poll);
  const runoff = runoffWinner(poll);
  const [first] = borda;
  if (first === undefined || runoff === undefined) return '';
  const names = borda.map((id) => optionText(poll, id)).join(', ');
  const winner = optionText(poll, runoff);
  if (borda.length > 1) return t('result-ranking-tie', { names, winner });
  return first === runoff ? t('result-ranking-same', { winner }) : t('result-ranking-differ', { borda: names, winner });
}

/** What a cell says. */
export function cellText({ votes, fate }: RoundCell): string {
  if (votes === null) return NO_FIGURE;
  return fate === null ? String(votes) : t(`result-runoff-${fate}`, { votes });
}

export function tables(poll: Poll): ResultTable[] {
  const points = bordaBars(poll).map(({ id, text, count }) => [text, String(count), String(tallyOf(poll, id))]);
  const borda = { caption: t('result-borda'), header: [t('poll-option'), t('result-points'), t('result-first-places')], rows: points };
  const rounds = poll.count?.runoff ?? [];
  if (rounds.length === 0) return [borda];
  const header = [t('poll-option'), ...rounds.map((_, at) => t('result-round', { number: at + 1 }))];
  const rows = runoffRows(poll).map((row) => [row.text, ...row.rounds.map(cellText)]);
  const exhausted = [t('result-exhausted'), ...rounds.map((round) => String(round.exhausted))];
  return [borda, { caption: t('result-runoff'), header, rows: [...rows, exhausted] }];
}

export const base = (poll: Poll): string => answeredText(poll);

/** Points where there are any; of a group, whose points are not counted, its first places. */
export function figures(poll: Poll): Figures {
  const points = poll.count?.borda;
  const value = (id: string): string => String(points ? (points[id] ?? 0) : tallyOf(poll, id));
  const rows = poll.option_order.map((id) => ({ id, text: optionText(poll, id), value: value(id) }));
  return { what: t(points ? 'result-borda-points' : 'result-first-places'), rows };
}
