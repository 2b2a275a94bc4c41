import { expect, test } from 'vitest';
import { arranged, lacks, sameChoice, shares } from './polls';
import type { PollsView, PollView } from './protocol.gen';
import { poll } from './testing/polls';

const polls = (items: Record<string, PollView>): PollsView => ({ items, order: Object.keys(items) });

test('open polls come first, then drafts, then the closed ones with the last on top', () => {
  const closed = poll({ state: 'closed' });
  const all = polls({ p1: closed, p2: poll({ state: 'draft' }), p3: poll(), p4: closed, p5: poll() });
  expect(arranged(all).map(({ id }) => id)).toEqual(['p3', 'p5', 'p2', 'p4', 'p1']);
});

test('a ballot holds as many answers as the poll asks for', () => {
  const several = poll({ kind: 'multiple', min: 2, max: 2 });
  expect(lacks(several, ['o1'])).toBe('more');
  expect(lacks(several, ['o1', 'o2'])).toBeNull();
  expect(lacks(poll(), ['o1', 'o2'])).toBe('fewer');
});

test('the order of a choice does not matter', () => {
  expect(sameChoice(['o1', 'o2'], ['o2', 'o1'])).toBe(true);
  expect(sameChoice(['o1'], ['o1', 'o2'])).toBe(false);
});

test('shares are of the ballots, in the order of the paper, and the highest are marked', () => {
  const rows = shares(poll({ state: 'closed', turnout: 3, tally: { o1: 1, o2: 2 } }));
  expect(rows.map(({ id, percent, most }) => [id, percent, most])).toEqual([
    ['o1', 33, false],
    ['o2', 67, true],
  ]);
});

test('a poll without ballots has no winner and no division by nothing', () => {
  const rows = shares(poll({ state: 'closed', tally: { o1: 0, o2: 0 } }));
  expect(rows.every(({ percent, most }) => percent === 0 && !most)).toBe(true);
});
