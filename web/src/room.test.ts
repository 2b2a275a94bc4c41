import { describe, expect, test } from 'vitest';
import { merge, position, reduce, type RoomState } from './room';
import { VIEW, YOU } from './testing/fake-socket';

const welcome = { type: 'welcome', you: YOU, epoch: 'e', seq: 5, now: 0, presence: { count: 1 }, view: VIEW } as const;
const known = (): RoomState => reduce(null, welcome) as RoomState;

describe('merging (RFC 7396)', () => {
  test.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [['a', 'b'], ['c', 'd'], ['c', 'd']],
    [{ a: 'b' }, ['c'], ['c']],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j is %j', (target, patch, expected) => {
    expect(merge(target, patch)).toEqual(expected);
  });

  test('changes nothing in place and keeps what the patch does not touch', () => {
    const before = { kept: { x: 1 }, changed: { y: 1 } };
    const after = merge(before, { changed: { y: 2 } }) as typeof before;
    expect(before.changed.y).toBe(1);
    expect(after.kept).toBe(before.kept);
  });
});

describe('the room', () => {
  test('begins with the welcome; what comes before it says nothing', () => {
    expect(reduce(null, { type: 'change', seq: 3, patch: {} })).toBeNull();
    expect(known().seq).toBe(5);
  });

  test('follows changes', () => {
    const patch = { floor: { requests: { r1: { seat: 's1', asked_at: 1 } }, order: ['r1'] } };
    const after = reduce(known(), { type: 'change', seq: 8, patch });
    expect(after?.seq).toBe(8);
    expect(after?.view.floor.order).toEqual(['r1']);
    expect(after?.view.floor.limit_s).toBe(180);
  });

  test('is not led back by a change from before its position', () => {
    const state = known();
    expect(reduce(state, { type: 'change', seq: 4, patch: { floor: { spoken: 9 } } })).toBe(state);
  });

  test('a welcome takes the place of everything', () => {
    const later = reduce(known(), { type: 'change', seq: 6, patch: { floor: { spoken: 9 } } });
    const fresh = reduce(later, { ...welcome, epoch: 'f', seq: 1 });
    expect(fresh).toMatchObject({ epoch: 'f', seq: 1 });
    expect(fresh?.view.floor.spoken).toBe(0);
  });

  test('a resumption keeps the view and the position, and brings the seat and the presence', () => {
    const you = { ...YOU, name: 'Ana' };
    const after = reduce(known(), { type: 'resumed', you, epoch: 'e', seq: 9, now: 0, presence: { count: 4 } });
    expect(after).toMatchObject({ seq: 5, you: { name: 'Ana' }, presence: { count: 4 } });
  });

  test('knows the seat and who is here', () => {
    const seat = reduce(known(), { type: 'you', seq: 6, you: { ...YOU, writes: false } });
    const here = reduce(seat, { type: 'presence', count: 7, seats: ['s1'] });
    expect(here).toMatchObject({ you: { writes: false }, presence: { count: 7, seats: ['s1'] } });
    const full = reduce(here, { type: 'presence', count: 7, storage: 'full' });
    expect(full).toMatchObject({ presence: { storage: 'full' } });
    expect(reduce(full, { type: 'presence', count: 7 })?.presence.storage).toBeUndefined();
  });

  test('other frames leave it the same object', () => {
    const state = known();
    expect(reduce(state, { type: 'saved', updates: 1 })).toBe(state);
  });

  test('says where to resume', () => {
    expect(position(null)).toBeNull();
    expect(position(known())).toBe('e.5');
  });
});
