/** Ideas, and support for those of others. */
import type { Kind } from '../kind';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Ideas.svelte'),
  chart: () => import('../../views/polls/charts/Support.svelte'),
  lacks: () => null,
  table: () => import('../charts/ideas'),
  paper: { bounds: true },
};
