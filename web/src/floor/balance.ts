/** Who was heard so far: the rows of a balance, by class or by regional group. */
import type { Group, HeardView } from '../protocol.gen';

const CLASSES: Group[] = ['state', 'organization', 'stakeholder'];
const REGIONS: Group[] = ['african', 'asia-pacific', 'eastern-european', 'latin-american-and-caribbean', 'western-european-and-others'];
const IN_NO_REGION: Group[] = ['state', 'organization', 'stakeholder', 'unstated'];

/** One group's part. */
export interface BalanceRow extends HeardView {
  group: Group;
  /** Its part of all the time used, percent. */
  percent: number;
}

type Heard = { [group in Group]?: HeardView };

/** All the time used, seconds. */
export const timeOf = (heard: Heard): number => Object.values(heard).reduce((sum, { seconds }) => sum + seconds, 0);

/** Those of `always` come even where nobody of them was heard: that is what a balance has to show. */
function rows(heard: Heard, always: Group[], others: Group[], all = timeOf(heard)): BalanceRow[] {
  const groups = [...always, ...others.filter((group) => (heard[group]?.speeches ?? 0) > 0)];
  return groups.map((group) => {
    const { speeches, seconds } = heard[group] ?? { speeches: 0, seconds: 0 };
    return { group, speeches, seconds, percent: all === 0 ? 0 : Math.round((100 * seconds) / all) };
  });
}

/** States, organizations and stakeholders. */
export const byClass = (heard: Heard): BalanceRow[] => rows(heard, CLASSES, ['unstated']);

/** The five regional groups, and those in none of them who were heard. Beside another balance the parts are of the same `all`, so that
 * the same time is the same part in both, however the seconds of single groups were rounded. */
export const byRegion = (heard: Heard, all?: number): BalanceRow[] => rows(heard, REGIONS, IN_NO_REGION, all);
