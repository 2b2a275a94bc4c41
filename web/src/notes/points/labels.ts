/** The labels at the points in the text: what each is, in the reader's language. */
import type { Node } from 'prosemirror-model';
import { Decoration } from 'prosemirror-view';
import type { Translate } from '../transport';
import { pointsOf } from './listing';
import { labelOf } from './words';

/** The labels of all points. */
export function labels(doc: Node, t: Translate): Decoration[] {
  return pointsOf(doc).map(({ at, said }) => {
    const end = at + (doc.nodeAt(at)?.nodeSize ?? 0);
    return Decoration.node(at, end, { 'data-label': labelOf(said, t) });
  });
}
