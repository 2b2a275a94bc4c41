import { expect, test } from 'vitest';
import { found, groupOf, movedByBoth, movedIn, parted, type People, type Person, type Session } from './people';

const person = (name: string, delegation = '', code = 'K7M2 QX4P'): Person => ({ id: name, name, delegation, code });
const session = (id: string, rooms: string[]): Session => ({
  id,
  title: id,
  date: '',
  starts: '',
  ends: '',
  choice: false,
  rooms: rooms.map((room) => ({ id: room, title: room.toUpperCase(), open: true, make: { room, people: 0, classes: {}, regions: {}, delegations: 0 } })),
  differences: { size: 0, class: 0, region: 0, delegation: 0 },
});

test('people are found by any words of name, delegation and code, whatever the accents', () => {
  const all = [person('Zoë Müller', 'Côte d’Ivoire'), person('Ana', 'Chad', 'ABCD EFGH')];
  expect(found(all, 'muller cote').map(({ name }) => name)).toEqual(['Zoë Müller']);
  expect(found(all, 'abcdef').map(({ name }) => name)).toEqual(['Ana']);
  expect(found(all, '  ')).toHaveLength(2);
  expect(found(all, 'nobody')).toEqual([]);
});

test('a session with one room has no groups, and a group that is gone is none', () => {
  const people: People = { people: [], sessions: [session('plenary', ['hall']), session('morning', ['a', 'b'])], open: true, network: { name: '', password: '' } };
  expect(parted(people).map(({ id }) => id)).toEqual(['morning']);
  const morning = session('morning', ['a', 'b']);
  expect(groupOf({ ...person('Ana'), groups: { morning: 'b' } }, morning)).toBe('B');
  expect(groupOf({ ...person('Ana'), groups: { morning: 'gone' } }, morning)).toBe('');
  expect(groupOf(person('Ana'), morning)).toBe('');
});

test('who is moved by two to different groups of one session is moved by both', () => {
  const ids = ['morning', 'afternoon'];
  const seen = { morning: 'a' };
  expect(movedIn(ids, seen, { morning: 'a', afternoon: '' })).toEqual([]);
  expect(movedIn(ids, seen, { morning: 'b', afternoon: 'c' })).toEqual(ids);
  expect(movedByBoth(ids, seen, { morning: 'b' }, { morning: 'c' })).toBe(true);
  expect(movedByBoth(ids, seen, { morning: 'b' }, { morning: 'b' })).toBe(false);
  expect(movedByBoth(ids, seen, { morning: 'b' }, { morning: 'a', afternoon: 'c' })).toBe(false);
});
