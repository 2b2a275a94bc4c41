import { expect, test } from 'vitest';
import { used_s } from './used';

test('the clock of a speech counts whole seconds, never below none', () => {
  expect(used_s({ started_at: 1_000, paused_ms: 0 }, 3_999)).toBe(2);
  expect(used_s({ started_at: 5_000, paused_ms: 0 }, 1_000)).toBe(0);
});

test('the clock of a speech does not count what it stood, before or now', () => {
  expect(used_s({ started_at: 0, paused_ms: 4_000 }, 10_000)).toBe(6);
  expect(used_s({ started_at: 0, paused_at: 7_000, paused_ms: 4_000 }, 60_000)).toBe(3);
});
