import { expect, test } from 'vitest';
import { arranged, shares } from './polls';
import type { PollsView, PollView } from './protocol.gen';
import { poll } from './testing/polls';

const polls = (items: Record<string, PollView>): PollsView => ({ items, order: Object.keys(items) });

test('open polls come first, then drafts, then those that are over with the last on top', () => {
  const closed = poll({ state: 'closed' });
  const all = polls({ p1: closed, p2: poll({ state: 'draft' }), p3: poll(), p4: poll({ state: 'void' }), p5: poll() });
  expect(arranged(all).map(({ id }) => id)).toEqual(['p3', 'p5', 'p2', 'p4', 'p1']);
});

test('shares are of the ballots, in the order of the paper, and the highest are marked', () => {
  const rows = shares(poll({ state: 'closed', turnout: 3, tally: { o1: 1, o2: 2 } }));
  expect(rows.map(({ id, percent, most }) => [id, percent, most])).toEqual([
    ['o1', 33, false],
    ['o2', 67, true],
  ]);
});

test('shares are of what the poll says: of those entitled, three ballots of ten are no majority', () => {
  const count = { ballots: 3, valid: 3, base_number: 10 };
  const rows = shares(poll({ state: 'closed', turnout: 3, base: 'entitled', tally: { o1: 1, o2: 2 }, count }));
  expect(rows.map(({ percent }) => percent)).toEqual([10, 20]);
});

test('a poll without ballots has no winner and no division by nothing', () => {
  const rows = shares(poll({ state: 'closed', tally: { o1: 0, o2: 0 } }));
  expect(rows.every(({ percent, most }) => percent === 0 && !most)).toBe(true);
});
