/** Brings a state of the past back: as one new edit of whoever restores it, which "undo" takes back as one. */
import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { yUndoPluginKey } from 'y-prosemirror';
import { settles } from '../settled';
import { schema } from '../schema';
import type { NotesSession } from '../session';
import type { PastNode } from './states';

/**
 * How it went: written and saved; the notes are so already; then they held what these notes cannot hold; or it was written and is
 * not saved (yet), which the notes themselves say more of.
 */
export type Restored = 'saved' | 'same' | 'unfit' | 'unsaved';

/** Makes the notes what they were, and waits until that is saved. */
export async function restore(past: readonly PastNode[], view: EditorView, session: NotesSession | undefined): Promise<Restored> {
  const then = documentOf(past);
  if (!then) return 'unfit';
  if (then.eq(view.state.doc)) return 'same';
  const { document } = session ?? {};
  write(then, view);
  session?.flush();
  // A refusal takes the document away with what was refused.
  const saved = session && (await settles(session, ({ save }) => save === 'saved')) && session.document === document;
  return saved ? 'saved' : 'unsaved';
}

function documentOf(past: readonly PastNode[]): Node | null {
  try {
    const then = schema.nodeFromJSON({ type: 'doc', content: past.length > 0 ? past : [{ type: 'paragraph' }] });
    then.check();
    return then;
  } catch {
    // Another client may have written what this form of the notes does not know.
    return null;
  }
}

function write(then: Node, { state, dispatch }: EditorView): void {
  const history = yUndoPluginKey.getState(state)?.undoManager;
  history?.stopCapturing();
  dispatch(state.tr.replaceWith(0, state.doc.content.size, then.content));
  history?.stopCapturing();
}
