/** What the buttons and keys of the editor do, and which of them are in force where the cursor stands. */
import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import type { MarkType, NodeType, ResolvedPos } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import { redoCommand, undoCommand } from 'y-prosemirror';
import { hrefFromTyped, schema } from './schema';

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

/** Which actions are in force (pressed) and which can be taken (enabled), for the toolbar. */
export interface ToolState {
  pressed: ReadonlySet<Action | 'link'>;
  enabled: ReadonlySet<Action | 'link'>;
  /** The address of the link at the cursor. */
  href: string | null;
}

/** The toolbar's state in this state of the editor. */
export function toolState(state: EditorState): ToolState {
  const pressed = new Set<Action | 'link'>();
  const { $from } = state.selection;
  const list = listAround($from);
  if ($from.parent.type === node('heading')) pressed.add(`heading-${clampLevel($from.parent.attrs['level'])}`);
  if (markActive(state, nodesMark('strong'))) pressed.add('strong');
  if (markActive(state, nodesMark('em'))) pressed.add('em');
  if (list?.type === node('bullet_list')) pressed.add('bullet-list');
  if (list?.type === node('ordered_list')) pressed.add('ordered-list');
  if (depthOf($from, node('blockquote')) !== null) pressed.add('quote');
  const href = hrefAt(state);
  if (href !== null) pressed.add('link');
  const enabled = new Set<Action | 'link'>();
  for (const action of Object.keys(commands) as Action[]) if (commands[action](state)) enabled.add(action);
  if (href !== null || !state.selection.empty) enabled.add('link');
  return { pressed, enabled, href };
}

/** Makes the selection, or the link around the cursor, a link to what was typed; empty takes the link away. */
export function setLink(typed: string): Command {
  return (state, dispatch) => {
    const link = nodesMark('link');
    const range = linkRange(state);
    if (range === null) return false;
    const href = typed.trim() === '' ? null : hrefFromTyped(typed);
    if (href === null && typed.trim() !== '') return false;
    const change = state.tr.removeMark(range.from, range.to, link);
    if (href !== null) change.addMark(range.from, range.to, link.create({ href }));
    dispatch?.(change.scrollIntoView());
    return true;
  };
}

function node(name: string): NodeType {
  const type = nodes[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}

function nodesMark(name: string): MarkType {
  const type = marks[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}

function clampLevel(level: unknown): 1 | 2 | 3 {
  return level === 2 || level === 3 ? level : 1;
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

function depthOf($pos: ResolvedPos, type: NodeType): number | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) if ($pos.node(depth).type === type) return depth;
  return null;
}

function listAround($pos: ResolvedPos): { type: NodeType; position: number } | null {
  const depth = depthOf($pos, node('list_item'));
  if (depth === null || depth < 2) return null;
  return { type: $pos.node(depth - 1).type, position: $pos.before(depth - 1) };
}

function markActive(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  return empty ? !!type.isInSet(state.storedMarks ?? $from.marks()) : state.doc.rangeHasMark(from, to, type);
}

function hrefAt(state: EditorState): string | null {
  const { $from, from, to, empty } = state.selection;
  const link = nodesMark('link');
  let mark = link.isInSet($from.marks()) ?? link.isInSet($from.nodeAfter?.marks ?? []);
  if (!mark && !empty) {
    state.doc.nodesBetween(from, to, (inner) => {
      mark ??= link.isInSet(inner.marks);
    });
  }
  return mark ? String(mark.attrs['href']) : null;
}

/** The selection, or with a bare cursor all neighbouring text with the same link. */
function linkRange(state: EditorState): { from: number; to: number } | null {
  const { from, to, empty, $from } = state.selection;
  if (!empty) return { from, to };
  const href = hrefAt(state);
  if (href === null) return null;
  const linked = (index: number): boolean =>
    nodesMark('link').isInSet($from.parent.maybeChild(index)?.marks ?? [])?.attrs['href'] === href;
  let first = $from.index();
  if (!linked(first) && first > 0) first -= 1;
  let last = first;
  while (first > 0 && linked(first - 1)) first -= 1;
  while (linked(last + 1)) last += 1;
  const startOf = (index: number): number => {
    let position = $from.start();
    for (let child = 0; child < index; child += 1) position += $from.parent.child(child).nodeSize;
    return position;
  };
  return { from: startOf(first), to: startOf(last + 1) };
}
