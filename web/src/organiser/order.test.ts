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
  expect([at(9, 30), at(10, 20), at(16), at(17, 20), at(18, 30)].map(meant)).toEqual([['plenary'], ['plenary'], ['a', 'b'], ['a', 'b'], ['plenary']]);
  const close = { ...day, sessions: [day.sessions[0]!, session('groups', ['10:00', '12:00'], ['a', 'b'])] };
  expect(roomsAtHand(begun, { ...close, now: at(10, 5) }).map(({ id }) => id), 'what has only just ended gives way to what goes on').toEqual(['a', 'b']);
  expect(meant(at(23)), 'none goes on').toEqual(['plenary', 'a', 'b']);
  const given = close.rooms.map((each) => ({ ...each, summary: summary({ session: { screen: 'automatic', extended_min: 60 } }) }));
  expect(roomsAtHand(begun, { ...close, rooms: given, now: at(10, 20) }).map(({ id }) => id), 'given an hour more it goes on beside the next').toEqual(['plenary', 'a', 'b']);
});
