/** Ideas, and support for those of others. */
import type { Kind } from '../kind';
import { written } from '../lacking';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Ideas.svelte'),
  chart: () => import('../../views/polls/charts/Support.svelte'),
  lacks: (_, ballot) => (ballot.abstain || ballot.supports?.length || written(ballot).length > 0 ? null : { id: 'ballot-lacks-idea' }),
  table: () => import('../charts/ideas'),
  paper: { bounds: true },
};
