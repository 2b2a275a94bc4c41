import { describe, expect, test } from 'vitest';
import { floorOf, requestOf, speechOf } from '../testing/floor';
import { turnOf, TurnWatch } from './turn';

describe('one’s turn', () => {
  const floor = floorOf({ r1: requestOf('s1'), r2: requestOf('s2') });

  test('comes for the seat that speaks, not for a colleague', () => {
    expect(turnOf(floor, ['r1'], 's1')).toBe('next');
    expect(turnOf(floor, ['r2'], 's2')).toBe('waiting');
    expect(turnOf(floor, ['r1'], 's7')).toBe('none');
    expect(turnOf(floorOf({}, { speaking: speechOf('r1', 's1') }), ['r1'], 's1')).toBe('speaking');
    expect(turnOf(floorOf({}, { speaking: speechOf('r1', 's1') }), ['r1'], 's7')).toBe('none');
  });

  test('is still to come for whoever a point of order interrupts, and nothing new', () => {
    const interrupted = floorOf({}, { speaking: speechOf('r9', 's9', { lane: 'point-of-order' }), interrupted: speechOf('r1', 's1') });
    expect(turnOf(interrupted, ['r1'], 's1')).toBe('interrupted');
    expect(turnOf(interrupted, ['r1'], 's7')).toBe('none');
    const watch = new TurnWatch();
    expect((['waiting', 'speaking', 'interrupted', 'speaking'] as const).map((turn) => watch.look(turn))).toEqual([undefined, 'speaking', undefined, 'speaking']);
  });

  test('is told once, and not where it was so before', () => {
    const watch = new TurnWatch();
    expect((['next', 'next', 'speaking', 'none', 'waiting', 'next', 'next'] as const).map((turn) => watch.look(turn))).toEqual([
      undefined,
      undefined,
      'speaking',
      undefined,
      undefined,
      'next',
      undefined,
    ]);
  });
});
