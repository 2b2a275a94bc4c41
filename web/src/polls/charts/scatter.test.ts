import { expect, test } from 'vitest';
import { poll } from '../../testing/polls';
import { apart, along, marksOf, specksOf } from './scatter';

/** Three steps: the lowest row from the left, then the row above it. */
const placed = poll({
  kind: 'matrix',
  scale: ['Low', 'Middle', 'High'],
  axes: { x: 'Impact', y: 'Feasibility' },
  count: { ballots: 3, valid: 3, base_number: 3, spread: { o1: [0, 0, 1, 0, 0, 0, 0, 0, 1], o2: [0, 0, 0, 0, 0, 0, 0, 0, 0] }, skipped: { o1: 1, o2: 3 } },
});

test('an item stands at the mean of its places on both axes', () => {
  const [one, two] = marksOf(placed, { places: { o1: [3, 1] } });
  expect(one).toMatchObject({ number: 1, means: ['3.0', '2.0'], rated: 2, skipped: 1, own: [3, 1] });
  expect(one?.at?.x).toBeCloseTo(along(3, 3));
  expect(one?.at?.y).toBeCloseTo(0.5);
  expect(two, 'whom nobody placed stands nowhere').toMatchObject({ at: null, means: ['–', '–'], skipped: 3 });
});

test('the spread has a dot for each cell that somebody chose', () => {
  expect(specksOf(placed).map(({ x, y, count }) => [x > 0.5, y > 0.5, count])).toEqual([[true, false, 1], [true, true, 1]]);
});

test('twenty numbers at one place are moved apart, stay on the plot, and the same way every time', () => {
  const all = Array.from({ length: 20 }, () => ({ x: 95, y: 50 }));
  const moved = apart(all, 8, 100);
  for (const [at, one] of moved.entries()) {
    for (const other of moved.slice(at + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(7.5);
    expect(one.x).toBeGreaterThanOrEqual(4);
    expect(one.x).toBeLessThanOrEqual(96);
  }
  expect(apart(all, 8, 100)).toEqual(moved);
});

test('numbers that do not touch stay where they belong', () => {
  const all = [{ x: 20, y: 20 }, { x: 60, y: 60 }];
  expect(apart(all, 8, 100)).toEqual(all);
});
