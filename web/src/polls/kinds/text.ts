/** In one's own words. */
import type { Kind } from '../kind';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Words.svelte'),
  chart: () => import('../../views/polls/charts/Cloud.svelte'),
  lacks: () => null,
  table: () => import('../charts/words'),
  paper: { bounds: true },
};
