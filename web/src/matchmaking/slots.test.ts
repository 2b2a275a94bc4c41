import { expect, test } from 'vitest';
import { fitting, momentIn, rowOf, slotsOf, wallOf } from './slots';

const ROW = { date: '2024-05-10', starts: '13:00', minutes: 15, pause: 5, count: 6 };

test('a row of slots is in the time of the place and comes back as it was said', () => {
  const slots = slotsOf(ROW, 'America/New_York');
  expect(slots).toHaveLength(6);
  expect(new Date(slots[0]!.starts).toISOString()).toBe('2024-05-10T17:00:00.000Z');
  expect(slots[1]!.starts - slots[0]!.ends).toBe(5 * 60_000);
  const numbered = slots.map((slot, index) => ({ ...slot, slot: index + 1 }));
  expect(rowOf(numbered, 'America/New_York')).toEqual(ROW);
});

test('a day on which the clocks change has its own times before and after', () => {
  for (const time of ['00:30', '12:00', '23:30']) {
    expect(wallOf(momentIn('2024-03-10', time, 'America/New_York'), 'America/New_York')).toEqual({ date: '2024-03-10', time });
  }
});

test('what is no day or no length makes no slots', () => {
  expect(slotsOf({ ...ROW, date: '' }, 'UTC')).toEqual([]);
  expect(slotsOf({ ...ROW, minutes: 0 }, 'UTC')).toEqual([]);
});

test('a session of two hours holds six slots of a quarter of an hour with pauses', () => {
  expect(fitting('13:00', '15:00', 15, 5)).toBe(6);
  expect(fitting('15:00', '13:00', 15, 5)).toBe(1);
});
