import { expect, test } from 'vitest';
import { announced, counting, laterBy } from './standing';

const NOON = 1_715_342_400_000;

test('an announcement is shown until its time', () => {
  const announcement = { number: 1, message: 'Lunch', at: NOON, until: NOON + 1000, role: 'organiser' } as const;
  expect(announced({ screen: 'automatic', announcement }, NOON + 999)).toBe(announcement);
  expect(announced({ screen: 'automatic', announcement }, NOON + 1000)).toBeUndefined();
  expect(announced({ screen: 'automatic' }, NOON)).toBeUndefined();
});

test('a countdown counts the second that has begun, ends in its last minute, and says for a while that time is up', () => {
  const at = (now: number) => counting({ ends_at: NOON }, now);
  expect(at(NOON - 600_000)).toMatchObject({ left_s: 600, pace: 'within' });
  expect(at(NOON - 60_000)).toMatchObject({ left_s: 60, pace: 'ending' });
  expect(at(NOON - 1)).toMatchObject({ left_s: 1, pace: 'ending' });
  expect(at(NOON)).toMatchObject({ left_s: 0, pace: 'over' });
  expect(at(NOON + 60_000)).toMatchObject({ pace: 'over' });
  expect(at(NOON + 60_001)).toBeUndefined();
});

test('a session that is extended ends later, also past midnight', () => {
  expect(laterBy('17:00', 15)).toBe('17:15');
  expect(laterBy('23:55', 10)).toBe('00:05');
  expect(laterBy('', 10)).toBe('');
});
