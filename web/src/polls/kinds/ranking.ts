/** The answers in order of preference. */
import type { Kind } from '../kind';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Order.svelte'),
  chart: () => import('../../views/polls/charts/Ranks.svelte'),
  lacks: ({ min }, { choice = [], abstain }) => (abstain || choice.length >= min ? null : { id: 'ballot-lacks-places', values: { left: min - choice.length } }),
  table: () => import('../charts/ranks'),
  paper: { options: 'answers', bounds: true },
};
