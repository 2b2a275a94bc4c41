/** The editor's keyboard: shortcuts, and what turns into a list, a heading or a quote as it is typed. */
import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { InputRule, inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { commands } from './commands';
import { schema } from './schema';

const nodes = schema.nodes as Record<string, (typeof schema.nodes)[string]>;
const { heading, bullet_list, ordered_list, list_item, blockquote, horizontal_rule, hard_break } = nodes as Required<typeof nodes>;

const insertBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(hard_break!.create()).scrollIntoView());
  return true;
});

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
    Enter: splitListItem(list_item!),
    Backspace: undoInputRule,
  };
  return [keymap(keys), keymap(baseKeymap)];
}

const rule = new InputRule(/^---$/, (state, _match, start, end) => {
  const $start = state.doc.resolve(start);
  const at = $start.before();
  if (!$start.node(-1).canReplaceWith($start.index(-1), $start.index(-1), horizontal_rule!)) return null;
  return state.tr.delete(start, end).insert(at, horizontal_rule!.create());
});

/** `# `, `- `, `1. `, `> ` and `---` at the start of a paragraph. */
export function typingRules(): Plugin {
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,3})\s$/, heading!, (match) => ({ level: (match[1] ?? '#').length })),
      wrappingInputRule(/^\s*[-*•]\s$/, bullet_list!),
      wrappingInputRule(
        /^(\d{1,3})[.)]\s$/,
        ordered_list!,
        (match) => ({ order: Math.max(Number(match[1]), 1) }),
        (match, before) => before.childCount + Number(before.attrs['order']) === Number(match[1]),
      ),
      wrappingInputRule(/^\s*>\s$/, blockquote!),
      rule,
    ],
  });
}
