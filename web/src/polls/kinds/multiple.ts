/** Several of the answers. */
import type { Kind } from '../kind';
import { lacksAnswers } from '../lacking';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Options.svelte'),
  chart: () => import('../../views/polls/charts/Bars.svelte'),
  lacks: lacksAnswers,
  table: () => import('../charts/tally'),
  paper: { options: 'answers', bounds: true },
};
