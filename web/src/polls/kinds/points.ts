/** Points shared out among the answers. */
import type { Kind } from '../kind';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Points.svelte'),
  chart: () => import('../../views/polls/charts/PointBars.svelte'),
  lacks: () => null,
  table: () => import('../charts/points'),
  paper: { options: 'answers', points: true },
};
