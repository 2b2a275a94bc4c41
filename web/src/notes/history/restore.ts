/** Brings a state of the past back: as one new edit of whoever restores it, which "undo" takes back as one. */
import type { Command } from 'prosemirror-state';
import { yUndoPluginKey } from 'y-prosemirror';
import { schema } from '../schema';
import type { PastNode } from './states';

/** Makes the notes what they were; false where they are so already, or then held what the notes cannot hold. */
export function restore(past: readonly PastNode[]): Command {
  return (state, dispatch) => {
    const content = past.length > 0 ? past : [{ type: 'paragraph' }];
    const then = schema.nodeFromJSON({ type: 'doc', content });
    then.check();
    if (then.eq(state.doc)) return false;
    const history = yUndoPluginKey.getState(state)?.undoManager;
    history?.stopCapturing();
    dispatch?.(state.tr.replaceWith(0, state.doc.content.size, then.content));
    history?.stopCapturing();
    return true;
  };
}
