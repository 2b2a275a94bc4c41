/** What the toolbar shows where the cursor stands, and what its form for a link does. */
import type { Command, EditorState } from 'prosemirror-state';
import type { MarkType } from 'prosemirror-model';
import { commands, depthOf, listAround, node, nodesMark, type Action } from './commands';
import { kindOf } from './points/point';
import { safeHref } from './schema';

/** Which actions are in force (pressed) and which can be taken (enabled), for the toolbar. */
export interface ToolState {
  pressed: ReadonlySet<Action | 'link' | 'point'>;
  enabled: ReadonlySet<Action | 'link' | 'point'>;
  /** The address of the link at the cursor. */
  href: string | null;
}

/** The toolbar's state in this state of the editor. */
export function toolState(state: EditorState): ToolState {
  const pressed = new Set<Action | 'link' | 'point'>();
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
  if (kindOf($from.parent.attrs) !== null) pressed.add('point');
  const enabled = new Set<Action | 'link' | 'point'>();
  for (const action of Object.keys(commands) as Action[]) if (commands[action](state)) enabled.add(action);
  if (href !== null || !state.selection.empty) enabled.add('link');
  if (!state.selection.empty || $from.parent.type === node('paragraph')) enabled.add('point');
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

/** What a person may type for a link: `un.org` becomes `https://un.org/`, `a@b.org` becomes `mailto:a@b.org`. */
export function hrefFromTyped(typed: string): string | null {
  const text = typed.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:@\s]+:\d/.test(text)) return safeHref(text);
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return safeHref(`mailto:${text}`);
  return /^[^\s/]+\.[^\s/]+/.test(text) ? safeHref(`https://${text}`) : null;
}

function clampLevel(level: unknown): 1 | 2 | 3 {
  return level === 2 || level === 3 ? level : 1;
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
