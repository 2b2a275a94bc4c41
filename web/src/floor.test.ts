import { describe, expect, test } from 'vitest';
import { foremostOf, listState, takesRequests, used_s, wait_s } from './floor';
import type { FloorView } from './protocol.gen';

const floor: FloorView = { list: 'open', rule: 'first-come', limit_s: 180, limits: {}, requests: {}, order: ['r2', 'r1'], spoken: 0, pace: { turn_s: 100, speeches: 3 } };

describe('the clock of a speech', () => {
  test('counts whole seconds, never below none', () => {
    expect(used_s({ started_at: 1_000, paused_ms: 0 }, 3_999)).toBe(2);
    expect(used_s({ started_at: 5_000, paused_ms: 0 }, 1_000)).toBe(0);
  });

  test('does not count what it stood, before or now', () => {
    expect(used_s({ started_at: 0, paused_ms: 4_000 }, 10_000)).toBe(6);
    expect(used_s({ started_at: 0, paused_at: 7_000, paused_ms: 4_000 }, 60_000)).toBe(3);
  });
});

describe('the list', () => {
  test('takes no requests from the announced time on, whether or not the server has said so', () => {
    const closing = { list: 'closing', closes_at: 5_000 } as const;
    expect(takesRequests(closing, 4_999)).toBe(true);
    expect(takesRequests(closing, 5_000)).toBe(false);
    expect(listState(closing, 5_000)).toBe('closed');
    expect(takesRequests({ list: 'not-open' }, 0)).toBe(false);
  });

  test('the wait is what is left of the speech under way and the turns ahead', () => {
    const speaking = { request: 'r9', group: 'unstated', lane: 'list', asked_at: 0, started_at: 0, paused_ms: 0, limit_s: 180 } as const;
    expect(wait_s(floor, 2, 0)).toBe(200);
    expect(wait_s({ ...floor, speaking }, 1, 40_000)).toBe(160);
    expect(wait_s({ ...floor, speaking }, 0, 400_000)).toBe(0);
    const order = { ...speaking, request: 'r8', lane: 'point-of-order', started_at: 50_000 } as const;
    expect(wait_s({ ...floor, speaking: order, interrupted: { ...speaking, paused_at: 50_000 } }, 0, 70_000)).toBe(50);
  });

  test('of several requests the one that is heard first is one’s own', () => {
    expect(foremostOf(floor, ['r1', 'r2'])).toBe('r2');
    expect(foremostOf(floor, ['r7'])).toBeUndefined();
  });
});
