/** Each item placed on two axes. */
import type { Kind } from '../kind';

export const kind: Kind = {
  ballot: () => import('../../views/polls/ballots/Places.svelte'),
  chart: () => import('../../views/polls/charts/Scatter.svelte'),
  lacks({ options }, { places = {}, abstain }) {
    if (abstain) return null;
    const begun = Object.entries(places).find(([, steps]) => steps.includes(0));
    if (begun) return { id: 'ballot-lacks-axis', values: { item: options[begun[0]] ?? '' } };
    return Object.keys(places).length > 0 ? null : { id: 'ballot-lacks-place' };
  },
  table: () => import('../charts/scatter'),
  paper: { options: 'items', scale: true, axes: true },
};
