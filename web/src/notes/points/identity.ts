/** Which paragraph of the shared document a paragraph of the editor is: that stays the same while others write around it. */
import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { ySyncPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';

type Binding = { mapping: Map<Y.AbstractType<unknown>, Node | Node[]> } | null;

/** Tells of the paragraph at a place what it is in the shared document; undefined where that does not know it yet. */
export function identities(state: EditorState): (at: number) => string | undefined {
  const { binding } = (ySyncPluginKey.getState(state) as { binding: Binding } | undefined) ?? { binding: null };
  const ids = new Map<Node, string>();
  for (const [type, node] of binding?.mapping ?? []) {
    const id = type._item?.id;
    if (id && !Array.isArray(node)) ids.set(node, `${id.client}.${id.clock}`);
  }
  return (at) => {
    const node = state.doc.nodeAt(at);
    return node ? ids.get(node) : undefined;
  };
}
