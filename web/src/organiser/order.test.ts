import { expect, test } from 'vitest';
import type { DeskRoom, Summary } from './desk.svelte';
import { rankedRooms, roomsAtHand, standsInTheWay } from './order';

const summary = (more: Partial<Summary> = {}): Summary => ({
  state: 'open',
  revision: 1,
  attribution: 'on-the-record',
  seats_taken: 0,
  list: 'open',
  waiting: 0,
  polls: [],
  notes: '',
  report: 'draft',
  remarks_waiting: 0,
  session: { screen: 'automatic' },
  ...more,
});
const room = (id: string, help?: { coming?: boolean }): DeskRoom => ({
  id,
  title: id,
  theme: '',
  stands: 'begun',
  people: 0,
  summary: summary({ session: { screen: 'automatic', help: help && { at: 0, role: 'chair', ...help } } }),
});

test('rooms that call for help come first, and those to which it is coming next', () => {
  const rooms = [room('a'), room('b', { coming: true }), room('c'), room('d', {})];
  expect(rankedRooms(rooms).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c']);
});

test('what stands in the way of closing is told', () => {
  expect(standsInTheWay(summary())).toEqual([]);
  const polls = [{ poll: 'p1', question: 'Which?', turnout: 1, electorate: 2 }];
  expect(standsInTheWay(summary({ polls, waiting: 3 }))).toEqual([{ id: 'polls', count: 1 }, { id: 'waiting', count: 3 }]);
});

const session = (id: string, times: [string, string], rooms: string[]) => ({ id, title: id, date: '2024-05-10', starts: times[0], ends: times[1], rooms });
/** The plenary opens the day and closes it; between, two groups meet, in one of which nobody has been yet. */
const day = {
  rooms: ['plenary', 'a', 'b'].map((id) => room(id)),
  sessions: [session('opening', ['09:00', '10:00'], ['plenary']), session('groups', ['15:00', '17:00'], ['a', 'b']), session('closing', ['18:00', '19:00'], ['plenary'])],
  timezone: 'UTC',
};
const at = (hour: number, minute = 0): number => Date.UTC(2024, 4, 10, hour, minute);

test('more time is for the sessions that go on, with all their rooms, and not for a room that waits for a later one', () => {
  const begun = day.rooms.slice(0, 2);
  const meant = (now: number): string[] => roomsAtHand(begun, { ...day, now }).map(({ id }) => id);
  expect([at(9, 30), at(16), at(17, 20), at(18, 30)].map(meant)).toEqual([['plenary'], ['a', 'b'], ['a', 'b'], ['plenary']]);
  expect(meant(at(23)), 'none goes on').toEqual(['plenary', 'a', 'b']);
  const given = { ...day, rooms: day.rooms.map((each) => ({ ...each, summary: summary({ session: { screen: 'automatic', extended_min: 60 } }) })) };
  expect(roomsAtHand(begun, { ...given, now: at(18, 20) }).map(({ id }) => id), 'given an hour more they still go on').toEqual(['plenary', 'a', 'b']);
});
