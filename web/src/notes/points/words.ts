/** What a point is, in the reader's language: on its label in the notes, in the overview, and wherever a text that was marked is read. */
import type { Translate } from '../transport';
import { DETAILS, type Detail, type PointAttribute } from './point';

/** What is said about a point, its kind among that. */
export type Said = Partial<Record<PointAttribute, string>>;

/** What is said about a point, one by one: its kind first. */
export function partsOf(said: Said, t: Translate): string[] {
  const kind = said.point ? [t(`point-kind-${said.point}`)] : [];
  const details = (Object.keys(DETAILS) as Detail[]).flatMap((detail) => (said[detail] ? [t(`point-${detail}-${said[detail]}`)] : []));
  const owner = said.owner ? [t('point-owned', { owner: said.owner })] : [];
  return [...kind, ...details, ...owner];
}

/** What the label of a point says: "Gap · Convergence · National". */
export function labelOf(said: Said, t: Translate): string {
  return partsOf(said, t).join(' · ');
}
