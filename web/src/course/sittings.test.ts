import { expect, test } from 'vitest';
import { sittingAt, sittingsOf } from './sittings';

const ROOM = {
  session: 'Opening',
  date: '2024-05-10',
  starts: '09:00',
  ends: '10:00',
  timezone: 'America/New_York',
  later: [
    { session: 'Closing', date: '2024-05-10', starts: '17:00', ends: '18:00' },
    { session: 'Midday', date: '2024-05-10', starts: '12:00', ends: '13:00' },
  ],
};
/** A time of that day in New York, four hours behind. */
const at = (hour: number, minute = 0): number => Date.UTC(2024, 4, 10, hour + 4, minute);

test('a room that meets several times names the session that goes on, else the next one, and after the last the first', () => {
  const named = (now: number): string => sittingAt(ROOM, now).session;
  expect([at(3), at(9, 30), at(10), at(12, 59), at(17, 20)].map(named)).toEqual(['Opening', 'Opening', 'Midday', 'Midday', 'Closing']);
  expect(named(at(18))).toBe('Opening');
});

test('a room that meets once has that one alone', () => {
  const once = { ...ROOM, later: undefined };
  expect(sittingsOf(once)).toEqual([{ session: 'Opening', date: '2024-05-10', starts: '09:00', ends: '10:00' }]);
  expect(sittingAt(once, at(17, 20)).session).toBe('Opening');
});
