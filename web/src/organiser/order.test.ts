import { expect, test } from 'vitest';
import type { DeskRoom, Summary } from './desk.svelte';
import { rankedRooms, standsInTheWay, withTheirSessions } from './order';

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

test('with a room come all that meet in a session with it, also those in which nobody has been', () => {
  const rooms = ['a', 'b', 'c', 'd'].map((id) => room(id));
  const session = (id: string, of: string[]) => ({ id, title: id, date: '', starts: '', ends: '', rooms: of });
  const desk = { rooms, sessions: [session('one', ['a', 'b']), session('two', ['c']), session('three', ['b', 'd'])] };
  const with_ = (id: string): string[] => withTheirSessions(rooms.filter((each) => each.id === id), desk).map((each) => each.id);
  expect([with_('a'), with_('c'), with_('d')]).toEqual([['a', 'b'], ['c'], ['b', 'd']]);
});
