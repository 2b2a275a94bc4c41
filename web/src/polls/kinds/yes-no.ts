/** Yes, no or abstention. */
import type { Kind } from '../kind';
import { lacksAnswer } from '../lacking';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Options.svelte'),
  chart: () => import('../../views/polls/charts/Bars.svelte'),
  lacks: (_, ballot) => lacksAnswer(ballot),
  table: () => import('../charts/tally'),
  paper: {  },
};
