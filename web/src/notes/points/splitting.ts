/** A point that is split stays one point: the mark stays with the text before the cursor, or with all of it. */
import type { Command, Transaction } from 'prosemirror-state';
import { kindOf, NO_POINT } from './point';

/** The command that splits a paragraph, so that it never makes two points of one. */
export function splitOnce(split: Command): Command {
  return (state, dispatch, view) => {
    const { parent } = state.selection.$from;
    if (!dispatch || kindOf(parent.attrs) === null) return split(state, dispatch, view);
    return split(state, (change) => dispatch(withOneMark(change, state.selection.from)), view);
  };
}

function withOneMark(change: Transaction, from: number): Transaction {
  const after = change.selection.$from;
  const before = change.doc.resolve(change.mapping.map(from, -1));
  const copied = kindOf(after.parent.attrs) !== null && kindOf(before.parent.attrs) !== null;
  if (after.sameParent(before) || !copied) return change;
  const unmarked = before.parent.content.size === 0 ? before : after;
  for (const name of Object.keys(NO_POINT)) change.setNodeAttribute(unmarked.before(), name, null);
  return change;
}
