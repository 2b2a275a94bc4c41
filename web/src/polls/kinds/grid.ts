/** Each item on a scale. */
import type { Kind } from '../kind';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Rows.svelte'),
  chart: () => import('../../views/polls/charts/Heat.svelte'),
  lacks: (_, { marks = {}, abstain }) => (abstain || Object.keys(marks).length > 0 ? null : { id: 'ballot-lacks-mark' }),
  table: () => import('../charts/heat'),
  paper: { options: 'items', scale: true },
};
