import { expect, test } from 'vitest';
import { meant } from './next-poll.svelte';

test('a press is for the poll that is named', () => {
  expect(meant({ poll: 'p1', since: -Infinity }, 0)).toBe('p1');
  expect(meant({ poll: 'p2', before: 'p1', since: 1_000 }, 1_600)).toBe('p2');
});

test('a press that nobody can have read the new name for is for the one before', () => {
  expect(meant({ poll: 'p2', before: 'p1', since: 1_000 }, 1_599)).toBe('p1');
  expect(meant({ poll: 'p1', since: 1_000 }, 1_100)).toBeUndefined();
});
