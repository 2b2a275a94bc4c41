import { expect, test } from 'vitest';
import type { Pairing } from './seen';
import { current, isOn, timetable } from './timetable';

const slots = [1, 2, 3].map((slot) => ({ slot, starts: slot * 100, ends: slot * 100 + 50 }));
const sits = (pairing: string, slot?: number): Pairing => ({ pairing, sitting: slot && { slot, table: 7 } }) as Pairing;

test('a timetable is in the order of time, without what has no table or a slot that is gone', () => {
  const rows = timetable([sits('late', 3), sits('none'), sits('gone', 9), sits('early', 1)], slots);
  expect(rows.map(({ pairing }) => pairing.pairing)).toEqual(['early', 'late']);
});

test('the one that goes on is shown until it ends, then the next one', () => {
  const rows = timetable([sits('early', 1), sits('late', 3)], slots);
  expect(current(rows, 149)?.pairing.pairing).toBe('early');
  expect(current(rows, 150)?.pairing.pairing).toBe('late');
  expect(current(rows, 350)).toBeUndefined();
  expect([isOn(rows[0]!, 99), isOn(rows[0]!, 100), isOn(rows[0]!, 150)]).toEqual([false, true, false]);
});
