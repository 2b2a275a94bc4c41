/** How far one agrees, with a reason. */
import type { Kind } from '../kind';
import { lacksAnswer } from '../lacking';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Options.svelte'),
  chart: () => import('../../views/polls/charts/Stack.svelte'),
  lacks: (_, ballot) => lacksAnswer(ballot),
  table: () => import('../charts/stack'),
  paper: { options: 'steps' },
};
