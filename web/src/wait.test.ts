import { expect, test } from 'vitest';
import { floorOf, speechOf } from './testing/floor';
import { calmly, waitMinutes } from './wait';

const floor = floorOf({}, { pace: { turn_s: 100, speeches: 3 } });

test('the wait is rounded up to whole minutes, and below one there is none', () => {
  expect(waitMinutes(floor, 1, 0)).toBe(0);
  expect(waitMinutes(floor, 2, 0)).toBe(2);
  expect(waitMinutes(floor, 4, 0)).toBe(5);
  expect(waitMinutes({ ...floor, speaking: speechOf('r1', 's1') }, 1, 30_000)).toBe(2);
  expect(waitMinutes({ ...floor, speaking: speechOf('r1', 's1') }, 1, 41_000)).toBe(0);
});

test('the estimate is made for a moment that moves on every few seconds only', () => {
  expect(calmly(14_999)).toBe(10_000);
  expect(calmly(15_000)).toBe(15_000);
});
