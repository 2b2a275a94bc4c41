/** What the buttons and keys of the editor do. */
import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import type { MarkType, NodeType, ResolvedPos } from 'prosemirror-model';
import type { Command } from 'prosemirror-state';
import { redoCommand, undoCommand } from 'y-prosemirror';
import { schema } from './schema';

const { nodes, marks } = schema;

/** A button of the toolbar that acts at once. */
export type Action =
  | 'heading-1'
  | 'heading-2'
  | 'heading-3'
  | 'strong'
  | 'em'
  | 'bullet-list'
  | 'ordered-list'
  | 'outdent'
  | 'indent'
  | 'quote'
  | 'undo'
  | 'redo';

/** The command of every action. */
export const commands: Record<Action, Command> = {
  'heading-1': toggleHeading(1),
  'heading-2': toggleHeading(2),
  'heading-3': toggleHeading(3),
  strong: toggleMark(nodesMark('strong')),
  em: toggleMark(nodesMark('em')),
  'bullet-list': toggleList(node('bullet_list')),
  'ordered-list': toggleList(node('ordered_list')),
  outdent: liftListItem(node('list_item')),
  indent: sinkListItem(node('list_item')),
  quote: toggleQuote,
  undo: undoCommand,
  redo: redoCommand,
};

/** A kind of node of the schema. */
export function node(name: string): NodeType {
  const type = nodes[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}

/** A kind of mark of the schema. */
export function nodesMark(name: string): MarkType {
  const type = marks[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}

function toggleHeading(level: 1 | 2 | 3): Command {
  return (state, dispatch, view) => {
    const { parent } = state.selection.$from;
    const already = parent.type === node('heading') && parent.attrs['level'] === level;
    const command = already ? setBlockType(node('paragraph')) : setBlockType(node('heading'), { level });
    return command(state, dispatch, view);
  };
}

function toggleList(type: NodeType): Command {
  return (state, dispatch, view) => {
    const list = listAround(state.selection.$from);
    if (list === null) return wrapInList(type)(state, dispatch, view);
    if (list.type === type) return liftListItem(node('list_item'))(state, dispatch, view);
    dispatch?.(state.tr.setNodeMarkup(list.position, type));
    return true;
  };
}

function toggleQuote(...[state, dispatch, view]: Parameters<Command>): boolean {
  const inside = depthOf(state.selection.$from, node('blockquote')) !== null;
  return inside ? lift(state, dispatch) : wrapIn(node('blockquote'))(state, dispatch, view);
}

/** How deep inside a node of that kind the place is; null where it is in none. */
export function depthOf($pos: ResolvedPos, type: NodeType): number | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) if ($pos.node(depth).type === type) return depth;
  return null;
}

/** The innermost list around the place, and where it begins. */
export function listAround($pos: ResolvedPos): { type: NodeType; position: number } | null {
  const depth = depthOf($pos, node('list_item'));
  if (depth === null || depth < 2) return null;
  return { type: $pos.node(depth - 1).type, position: $pos.before(depth - 1) };
}
