import { expect, test } from 'vitest';
import { floorOf, requestOf, speechOf } from '../testing/floor';
import { calmly, endsAt, waitMinutes, wait_s } from './wait';

const three = { 1: requestOf('s1'), 2: requestOf('s2'), 3: requestOf('s3') };
const floor = floorOf(three, { pace: { turn_s: 100, speeches: 3, use_percent: 50, gap_s: 10 } });

test('the wait is what is left of the speech under way and the turns ahead', () => {
  const speaking = speechOf('r9', 's9');
  expect(wait_s(floor, 2, 0)).toBe(200);
  expect(wait_s({ ...floor, speaking }, 1, 40_000)).toBe(160);
  expect(wait_s({ ...floor, speaking }, 0, 400_000)).toBe(0);
  const order = speechOf('r8', 's8', { lane: 'point-of-order', started_at: 50_000 });
  expect(wait_s({ ...floor, speaking: order, interrupted: { ...speaking, paused_at: 50_000 } }, 0, 70_000)).toBe(50);
});

test('whoever is allowed more in front makes the wait longer', () => {
  const requests = { 1: { ...requestOf('s1'), time_s: 300 }, 2: requestOf('s2') };
  expect(wait_s(floorOf(requests), 1, 0)).toBe(300);
  expect(wait_s(floorOf(requests), 2, 0)).toBe(480);
});

test('the list ends after what is left of the speech under way and a turn for each who waits', () => {
  const two = floorOf({ 1: requestOf('s1'), 2: requestOf('s2') }, { pace: { turn_s: 60, speeches: 1, use_percent: 25, gap_s: 15 } });
  expect(endsAt(two, 40_000)).toBe(160_000);
  expect(endsAt({ ...two, speaking: speechOf('7', 's7') }, 40_000)).toBe(180_000);
  const interrupted = speechOf('6', 's6', { paused_at: 30_000 });
  expect(endsAt({ ...two, speaking: speechOf('7', 's7'), interrupted }, 40_000)).toBe(190_000);
});

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

test('a point of order does not wait for the speech that it interrupts, only for another one', () => {
  const orders = floorOf({ r1: requestOf('s1', 'point-of-order'), r2: requestOf('s2') });
  expect(wait_s({ ...orders, speaking: speechOf('r7', 's7') }, 0, 0)).toBe(0);
  expect(wait_s({ ...orders, speaking: speechOf('r7', 's7') }, 1, 0)).toBe(360);
  const heard = speechOf('r8', 's8', { lane: 'point-of-order', limit_s: 60 });
  expect(wait_s({ ...orders, speaking: heard, interrupted: speechOf('r7', 's7', { paused_at: 0 }) }, 0, 0)).toBe(60);
});
