/** The answers in order of preference. */
import type { Kind } from '../kind';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Order.svelte'),
  chart: () => import('../../views/polls/charts/Ranks.svelte'),
  lacks: () => null,
  table: () => import('../charts/ranks'),
  paper: { options: 'answers', bounds: true },
};
