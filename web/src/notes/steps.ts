/** Parts what is typed in one go into the steps that undo takes back: a sentence, or a few words of a long one, and never half a word. */
import { Plugin } from 'prosemirror-state';
import { yUndoPluginKey } from 'y-prosemirror';

/** From so many characters on, a step ends with the next word: about what somebody still has in mind. */
const STEP_CHARACTERS = 30;
const SENTENCE_ENDS = /[.!?؟。！？]["'”’»)\]]*$/;

/** Has to come before whatever else looks at what is typed. */
export function steps(): Plugin {
  let typed = 0;
  return new Plugin({
    props: {
      handleTextInput(view, from, _to, text) {
        const { parent, parentOffset } = view.state.doc.resolve(from);
        const before = parent.textBetween(Math.max(0, parentOffset - 3), parentOffset);
        if (/\s/.test(text) && (typed >= STEP_CHARACTERS || SENTENCE_ENDS.test(before))) {
          // The space begins the next step, and goes with it.
          yUndoPluginKey.getState(view.state)?.undoManager.stopCapturing();
          typed = 0;
        }
        typed += text.length;
        return false;
      },
    },
  });
}
