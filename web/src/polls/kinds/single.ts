/** Exactly one of the answers. */
import type { Kind } from '../kind';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Options.svelte'),
  chart: () => import('../../views/polls/charts/Bars.svelte'),
  lacks: () => null,
  table: () => import('../charts/tally'),
  paper: { options: 'answers' },
};
