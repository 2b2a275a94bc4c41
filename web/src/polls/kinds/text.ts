/** In one's own words. */
import type { Kind } from '../kind';
import { written } from '../lacking';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Words.svelte'),
  chart: () => import('../../views/polls/charts/Cloud.svelte'),
  lacks: (_, ballot) => (ballot.abstain || written(ballot).length > 0 ? null : { id: 'ballot-lacks-text' }),
  table: () => import('../charts/words'),
  paper: { bounds: true },
};
