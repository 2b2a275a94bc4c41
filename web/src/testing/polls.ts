/** Polls for the tests. */
import type { PollView } from '../protocol.gen';

/** An open poll of two answers, but for these changes. */
export const poll = (changes: Partial<PollView> = {}): PollView => ({
  question: 'Which?',
  kind: 'single',
  options: { o1: 'One', o2: 'Two' },
  option_order: ['o1', 'o2'],
  min: 1,
  max: 1,
  state: 'open',
  shown: false,
  turnout: 0,
  electorate: 10,
  ...changes,
});
