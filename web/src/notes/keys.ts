/** The editor's keyboard: shortcuts, and what turns into a list, a heading or a quote as it is typed. */
import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { splitListItem } from 'prosemirror-schema-list';
import { Plugin, type Command } from 'prosemirror-state';
import { commands, type Action } from './commands';
import { splitOnce } from './points/splitting';
import { schema } from './schema';

/** What a paragraph becomes when a space follows this at its start. */
const TYPED: Record<string, Action> = {
  '#': 'heading-1',
  '##': 'heading-2',
  '###': 'heading-3',
  '-': 'bullet-list',
  '*': 'bullet-list',
  '1.': 'ordered-list',
  '1)': 'ordered-list',
  '>': 'quote',
};

const insertBreak: Command = (state, dispatch) => {
  const type = schema.nodes['hard_break'];
  if (!type || !state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(type.create()).scrollIntoView());
  return true;
};

/** `---` and Enter make a line across the page. */
const insertRule: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const type = schema.nodes['horizontal_rule'];
  const { parent } = $from;
  if (!type || !empty || parent.type.name !== 'paragraph' || parent.textContent !== '---') return false;
  dispatch?.(state.tr.delete($from.start(), $from.end()).insert($from.before(), type.create()).scrollIntoView());
  return true;
};

const splitItem: Command = (state, dispatch) => {
  const type = schema.nodes['list_item'];
  return type ? splitListItem(type)(state, dispatch) : false;
};

/**
 * The shortcuts. Tab is left to the browser, so that the keyboard finds its way out of the editor; lists are indented
 * with Mod-] and Mod-[.
 */
export function shortcuts(openLink: () => boolean): Plugin[] {
  const keys: Record<string, Command> = {
    'Mod-z': commands.undo,
    'Mod-y': commands.redo,
    'Mod-Shift-z': commands.redo,
    'Mod-b': commands.strong,
    'Mod-i': commands.em,
    'Mod-k': openLink,
    'Mod-]': commands.indent,
    'Mod-[': commands.outdent,
    'Mod-Shift-7': commands['ordered-list'],
    'Mod-Shift-8': commands['bullet-list'],
    'Mod-Shift-9': commands.quote,
    'Mod-Alt-1': commands['heading-1'],
    'Mod-Alt-2': commands['heading-2'],
    'Mod-Alt-3': commands['heading-3'],
    'Shift-Enter': insertBreak,
  };
  const enter = baseKeymap['Enter'];
  return [keymap(keys), keymap({ Enter: insertRule }), keymap({ Enter: splitOnce(splitItem) }), keymap({ ...baseKeymap, ...(enter && { Enter: splitOnce(enter) }) })];
}

/** `# `, `- `, `1. ` and `> ` at the start of a paragraph. */
export function typingRules(): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, from, to, text) => {
        const { $from } = view.state.selection;
        if (text !== ' ' || from !== to || $from.parent.type.name !== 'paragraph') return false;
        const action = TYPED[$from.parent.textBetween(0, $from.parentOffset, '\n', '\n')];
        if (!action || view.composing) return false;
        view.dispatch(view.state.tr.delete($from.start(), from));
        return commands[action](view.state, view.dispatch, view);
      },
    },
  });
}
