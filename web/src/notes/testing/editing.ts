/** Editors over a server in memory, and hands that type in them, for tests. */
import type { EditorView } from 'prosemirror-view';
import { vi } from 'vitest';
import { createEditor, type EditorSurroundings } from '../editor';
import { NotesSession } from '../session';
import type { FakeConnection, FakeServer } from './fake-server';

/** Somebody who writes. */
export interface Writer {
  view: EditorView;
  connection: FakeConnection;
  session: NotesSession;
}

const open: Writer[] = [];

/** An editor of that seat, connected. */
export async function write(server: FakeServer, seat: string, around: Partial<EditorSurroundings> = {}): Promise<Writer> {
  const connection = server.connection();
  const session = new NotesSession({ transport: connection, meeting: 'm', room: 'r', seat, bar: null });
  await session.open();
  connection.connect();
  if (!session.document) throw new Error('the session has no document');
  const view = createEditor(document.body.appendChild(document.createElement('div')), session.document, {
    editable: () => session.status.editable,
    label: () => 'Notes',
    placeholder: () => 'Write here',
    nameless: () => 'Participant',
    openLink: () => false,
    onTooMuch: () => undefined,
    onChange: () => undefined,
    ...around,
  });
  const writer = { view, connection, session };
  open.push(writer);
  return writer;
}

/** Everybody leaves. */
export async function closeAll(): Promise<void> {
  for (const { session, view } of open.splice(0)) {
    view.destroy();
    await session.close();
  }
}

/** Types as the browser would: through the editor's rules first. */
export function type(view: EditorView, text: string): void {
  for (const letter of text) {
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(letter, from, to);
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, insert))) view.dispatch(insert());
  }
}

/** Presses a key. */
export function press(view: EditorView, key: string): void {
  view.someProp('handleKeyDown', (handle) => handle(view, new KeyboardEvent('keydown', { key })));
}

/** Lets what was written arrive everywhere; the test has fake timers. */
export function settle(): void {
  vi.advanceTimersByTime(100);
}
