/** Points shared out among the answers. */
import type { Kind } from '../kind';
import { given } from '../points';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Points.svelte'),
  chart: () => import('../../views/polls/charts/PointBars.svelte'),
  lacks({ points = 0 }, { marks = {}, abstain }) {
    const left = points - given(marks);
    return abstain || left === 0 ? null : { id: 'ballot-lacks-points', values: { left } };
  },
  table: () => import('../charts/points'),
  paper: { options: 'answers', points: true },
};
