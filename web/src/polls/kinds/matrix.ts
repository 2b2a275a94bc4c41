/** Each item placed on two axes. */
import type { Kind } from '../kind';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Places.svelte'),
  chart: () => import('../../views/polls/charts/Scatter.svelte'),
  lacks: () => null,
  table: () => import('../charts/scatter'),
  paper: { options: 'items', scale: true, axes: true },
};
