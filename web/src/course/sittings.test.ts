import { expect, test } from 'vitest';
import { extendedIn, extendedNow, sittingAt, sittingsOf } from './sittings';

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

test('a room that meets several times names the session that goes on or has only just ended, else the next one, and after all the last', () => {
  const named = (now: number): string => sittingAt(ROOM, {}, now).session;
  expect([at(3), at(9, 30), at(10, 29), at(10, 30), at(12, 59), at(17, 20)].map(named)).toEqual(['Opening', 'Opening', 'Opening', 'Midday', 'Midday', 'Closing']);
  expect(named(at(22))).toBe('Closing');
});

test('a session that was given more time is meant until it has ended, also when the next one begins, and no other is said to last longer', () => {
  const opening = { date: '2024-05-10', starts: '09:00', ends: '10:00', minutes: 130, turns: 130 };
  const given = { extended_min: 130, extended: [opening] };
  expect([at(12, 5), at(12, 10)].map((now) => sittingAt(ROOM, given, now).session)).toEqual(['Opening', 'Midday']);
  expect([at(9, 30), at(12, 30)].map((now) => extendedNow(ROOM, given, now))).toEqual([
    { minutes: 130, ends: '12:10' },
    { minutes: 0, ends: '13:00' },
  ]);
  expect([at(9, 30), at(12, 5), at(12, 30)].map((now) => extendedIn(sittingsOf(ROOM).toReversed(), given, now, ROOM.timezone))).toEqual([130, 130, 0]);
});

test('a room that meets once has that one alone', () => {
  const once = { ...ROOM, later: undefined };
  expect(sittingsOf(once)).toEqual([{ session: 'Opening', date: '2024-05-10', starts: '09:00', ends: '10:00' }]);
  expect(sittingAt(once, {}, at(17, 20)).session).toBe('Opening');
  expect(extendedNow(once, { extended_min: 15 }, at(17, 20))).toEqual({ minutes: 15, ends: '10:15' });
  expect(extendedIn(sittingsOf(once), { extended_min: 15 }, at(17, 20), once.timezone)).toBe(15);
  expect(extendedIn([], { extended_min: 15 }, at(17, 20), once.timezone), 'a room that meets in no session').toBe(15);
});
