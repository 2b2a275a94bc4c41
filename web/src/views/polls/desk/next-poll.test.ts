import { expect, test } from 'vitest';
import { poll } from '../../../testing/polls';
import { asNamed, meant } from './next-poll.svelte';

const ONE = { id: 'p1', paper: 'one' };
const TWO = { id: 'p2', paper: 'two' };

test('a press is for the poll that is named', () => {
  expect(meant({ poll: ONE, since: -Infinity }, 0)).toBe(ONE);
  expect(meant({ poll: TWO, before: ONE, since: 1_000 }, 1_600)).toBe(TWO);
});

test('a press that nobody can have read the new name for is for the one before', () => {
  expect(meant({ poll: TWO, before: ONE, since: 1_000 }, 1_599)).toBe(ONE);
  expect(meant({ poll: ONE, since: 1_000 }, 1_100)).toBeUndefined();
});

test('a draft is named with all that a ballot has of it, and not with who is there to vote', () => {
  const draft = { id: 'p1', ...poll({ state: 'draft' }) };
  const { paper } = asNamed(draft);
  expect(asNamed({ ...draft, electorate: 40 }).paper).toBe(paper);
  for (const change of [{ question: 'Which not?' }, { options: { o1: 'One', o2: 'None' } }, { option_order: ['o2', 'o1'] }, { secrecy: 'named' }, { kind: 'ranking' }] as const) {
    expect(asNamed({ ...draft, ...change, option_order: [...(change.option_order ?? draft.option_order)] } as typeof draft).paper, JSON.stringify(change)).not.toBe(paper);
  }
});
