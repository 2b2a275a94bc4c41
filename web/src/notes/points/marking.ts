/** What marks paragraphs as points, changes what a mark says, and takes it away. Each is a step of its own for "undo". */
import type { Node } from 'prosemirror-model';
import type { Command, EditorState, Transaction } from 'prosemirror-state';
import { yUndoPluginKey } from 'y-prosemirror';
import type { PointKind } from '../../protocol.gen';
import { kindOf, NO_POINT, ownerFrom, type PointAttribute } from './point';

/** A paragraph and where it begins. */
export interface Place {
  node: Node;
  at: number;
}

/** The paragraphs that the selection touches; empty ones only where it stands in one. */
export function paragraphsAt({ doc, selection }: EditorState): Place[] {
  const found: Place[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, at) => {
    if (node.type.name === 'paragraph' && (node.content.size > 0 || selection.empty)) found.push({ node, at });
    return !node.isTextblock;
  });
  return found;
}

/** The kind at the cursor; null where there is none. */
export function kindAt(state: EditorState): PointKind | null {
  const [first] = paragraphsAt(state);
  return first ? kindOf(first.node.attrs) : null;
}

/** Marks the paragraphs of the selection as points of this kind, or takes the mark away; what else was said of a point stays. */
export function mark(kind: PointKind | null): Command {
  return (state, dispatch) => {
    const places = paragraphsAt(state);
    if (places.length === 0) return false;
    dispatch?.(changed(state, places, kind === null ? NO_POINT : { point: kind }).scrollIntoView());
    return true;
  };
}

/** Says one thing more about the points of the selection, or no more of it. */
export function describe(attribute: Exclude<PointAttribute, 'point'>, value: string | null): Command {
  return (state, dispatch) => {
    const places = paragraphsAt(state).filter(({ node }) => kindOf(node.attrs) !== null);
    if (places.length === 0) return false;
    const said = attribute === 'owner' ? ownerFrom(value ?? '') : value;
    dispatch?.(changed(state, places, { [attribute]: said }));
    return true;
  };
}

/** Attributes are set one by one, so that what another person says at the same time about the same point stays. */
function changed(state: EditorState, places: Place[], to: Partial<Record<PointAttribute, string | null>>): Transaction {
  yUndoPluginKey.getState(state)?.undoManager.stopCapturing();
  const change = state.tr;
  for (const { at } of places) for (const [name, value] of Object.entries(to)) change.setNodeAttribute(at, name, value);
  return change;
}
