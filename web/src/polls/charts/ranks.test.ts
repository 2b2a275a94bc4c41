import { expect, test } from 'vitest';
import type { PollView, RunoffRound } from '../../protocol.gen';
import '../../strings/results';
import { poll } from '../../testing/polls';
import { bordaWinners, roundsShown, runoffRows, runoffWinner, tables, verdict } from './ranks';

const ranked = (borda: Record<string, number>, runoff: RunoffRound[]): PollView & { id: string } => ({
  id: 'p1',
  ...poll({
    kind: 'ranking',
    option_order: ['o1', 'o2', 'o3'],
    options: { o1: 'Ann', o2: 'Ben', o3: 'Cid' },
    state: 'closed',
    tally: { o1: 2, o2: 1, o3: 2 },
    count: { ballots: 5, valid: 5, base_number: 5, borda, runoff },
  }),
});
/** Of five ballots two put Ann first, two Cid, one Ben, then Cid. */
const DIFFER = ranked({ o1: 4, o2: 6, o3: 5 }, [{ votes: { o1: 2, o2: 1, o3: 2 }, exhausted: 0, out: 'o2' }, { votes: { o1: 2, o3: 3 }, exhausted: 0 }]);

test('each count names its winner, and a sentence says where they differ', () => {
  expect(bordaWinners(DIFFER)).toEqual(['o2']);
  expect(runoffWinner(DIFFER)).toBe('o3');
  expect(verdict(DIFFER)).toBe('The two counts differ: “Ben” has the most points, “Cid” wins the run-off.');
});

test('a sentence says where both counts agree, and where points are even', () => {
  const last: RunoffRound[] = [{ votes: { o1: 3, o2: 1, o3: 1 }, exhausted: 0 }];
  expect(verdict(ranked({ o1: 8, o2: 4, o3: 3 }, last))).toBe('“Ann” is first by both counts.');
  expect(verdict(ranked({ o1: 6, o2: 6, o3: 3 }, last))).toBe('Several have as many points (Ann, Ben); “Ann” wins the run-off.');
  expect(verdict(ranked({ o1: 0, o2: 0, o3: 0 }, [])), 'no ballot, no winner').toBe('');
});

test('who stays in to the end alone wins, also without a majority of all', () => {
  expect(runoffWinner(ranked({}, [{ votes: { o1: 0 }, exhausted: 5 }]))).toBe('o1');
});

test('the run-off lists the winner first, then who stayed in longest, with what became of each', () => {
  expect(runoffRows(DIFFER).map(({ text, rounds }) => [text, ...rounds.map(({ votes, fate }) => `${votes} ${fate}`)])).toEqual([
    ['Cid', '2 null', '3 wins'],
    ['Ann', '2 null', '2 null'],
    ['Ben', '1 out', 'null null'],
  ]);
});

test('the tables have points with first places, and every round with its exhausted ballots', () => {
  expect(tables(DIFFER).map(({ rows }) => rows)).toEqual([
    [['Ben', '6', '1'], ['Cid', '5', '2'], ['Ann', '4', '2']],
    [['Cid', '2', '3 (wins)'], ['Ann', '2', '2'], ['Ben', '1 (out)', '–'], ['Ballots without an answer still in', '0', '0']],
  ]);
});

test('where there is no room for all rounds, the first and the last ones are shown', () => {
  expect(roundsShown(3, 5)).toEqual([0, 1, 2]);
  expect(roundsShown(9, 5)).toEqual([0, 5, 6, 7, 8]);
});
