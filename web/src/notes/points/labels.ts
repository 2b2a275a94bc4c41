/** The labels at the points in the text: what each is, in the reader's language. */
import type { Node } from 'prosemirror-model';
import { Decoration } from 'prosemirror-view';
import type { Translate } from '../transport';
import { DETAILS, type Detail } from './point';
import { pointsOf, type ListedPoint } from './listing';

/** What is said about a point, one by one: its kind first. */
export function partsOf(said: ListedPoint['said'], t: Translate): string[] {
  const kind = said.point ? [t(`point-kind-${said.point}`)] : [];
  const details = (Object.keys(DETAILS) as Detail[]).flatMap((detail) => (said[detail] ? [t(`point-${detail}-${said[detail]}`)] : []));
  const owner = said.owner ? [t('point-owned', { owner: said.owner })] : [];
  return [...kind, ...details, ...owner];
}

/** What the label of a point says: "Gap · Convergence · National". */
export function labelOf({ said }: Pick<ListedPoint, 'said'>, t: Translate): string {
  return partsOf(said, t).join(' · ');
}

/** The labels of all points. */
export function labels(doc: Node, t: Translate): Decoration[] {
  return pointsOf(doc).map((point) => {
    const end = point.at + (doc.nodeAt(point.at)?.nodeSize ?? 0);
    return Decoration.node(point.at, end, { 'data-label': labelOf(point, t) });
  });
}
