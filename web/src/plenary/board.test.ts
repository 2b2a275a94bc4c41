import { expect, test } from 'vitest';
import { arranged, kindsOf, left_s, mayDrive, shortly, silentRooms, sourcesOf, type Board, type BoardPoint, type Seen } from './board';

const point = (id: string, more: Partial<BoardPoint> = {}): BoardPoint => ({ id, room: 'a', number: 1, kind: 'gap', support: 0, text: id, ...more });
const line = (title: string) => ({ title, state: 'open' as const, attribution: 'chatham-house' as const, rapporteurs: [], messages: 0 });
const board: Board = {
  phase: 'shown',
  changes: 0,
  supporting: true,
  themes: [
    { code: 'a', title: 'A', rooms: ['a'], points: [point('a1', { support: 1 }), point('a2', { support: 3, folded: [point('b1', { room: 'b' })] }), point('a3', { pinned: true, kind: 'need' })] },
    { code: 'c', title: 'C', rooms: ['c'], points: [] },
  ],
  rooms: { a: line('A'), b: line('B'), c: line('C') },
};

test('most supported comes first behind what is pinned, and themes without points are left out', () => {
  const ids = (themes: ReturnType<typeof arranged>): string[][] => themes.map(({ points }) => points.map(({ id }) => id));
  expect(ids(arranged(board, '', 'reported'))).toEqual([['a1', 'a2', 'a3']]);
  expect(ids(arranged(board, '', 'support'))).toEqual([['a3', 'a2', 'a1']]);
  expect(ids(arranged(board, 'need', 'support'))).toEqual([['a3']]);
  expect(kindsOf(board)).toEqual([{ kind: 'gap', count: 2 }, { kind: 'need', count: 1 }]);
});

test('a folded point still counts as heard from its room and as a source', () => {
  expect(silentRooms(board)).toEqual(['C']);
  expect(sourcesOf(board, board.themes[0]?.points[1] as BoardPoint)).toEqual(['A', 'B']);
});

test('a read-out is driven by organisers and the rapporteur of its room', () => {
  const seen = (role: Seen['you']['role'], room?: string, reads?: string): Seen => ({
    seq: 1,
    now: 0,
    you: { role, room, supported: [] },
    board: { ...board, ...(reads && { read_out: { room: reads, title: '', rapporteurs: [], messages: [], message: 1, for_s: 120 } }) },
  });
  expect(mayDrive(seen('organiser', undefined, 'a'))).toBe(true);
  expect(mayDrive(seen('rapporteur', 'a', 'a'))).toBe(true);
  expect(mayDrive(seen('rapporteur', 'b', 'a'))).toBe(false);
  expect(mayDrive(seen('rapporteur', 'b'))).toBe(true);
  expect(mayDrive(seen('participant', 'a', 'a'))).toBe(false);
});

test('time is left from when the clock was started', () => {
  const readOut = { room: 'a', title: '', rapporteurs: [], messages: [], message: 1, for_s: 120 };
  expect(left_s(readOut, 50_000)).toBe(120);
  expect(left_s({ ...readOut, started_at: 10_000 }, 50_000)).toBe(80);
  expect(left_s({ ...readOut, started_at: 10_000 }, 140_000)).toBe(-10);
});

test('a long text stands shortly in a list', () => {
  expect(shortly('one\n two', 20)).toBe('one two');
  expect(shortly('0123456789', 5)).toBe('0123…');
});
