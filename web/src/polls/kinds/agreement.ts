/** How far one agrees, with a reason. */
import type { Kind } from '../kind';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Options.svelte'),
  chart: () => import('../../views/polls/charts/Stack.svelte'),
  lacks: () => null,
  table: () => import('../charts/stack'),
  paper: { options: 'steps' },
};
