import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { NotesSession } from '../notes/session';
import { FakeServer } from '../notes/testing/fake-server';
import { Tabs } from '../notes/testing/tabs';
import type { Card } from './cards';
import { intoNotes } from './into-notes';

const CARD: Card = { id: 'c4', kind: 'offer', text: 'A school for five.', support: 0, at: 0, mine: false, supported: false, holdsMine: false };
const sessions: NotesSession[] = [];

async function sit(server: FakeServer, seat: string) {
  const connection = server.connection();
  const session = new NotesSession({ transport: connection, meeting: 'm', room: 'r', seat, bar: null, locks: new Tabs().open() });
  sessions.push(session);
  await session.open();
  return { session, connection };
}

const textOf = ({ document }: NotesSession): string => document?.fragment.toString() ?? '';

afterEach(() => Promise.all(sessions.splice(0).map((session) => session.close())));

test('a card is written once the notes are there, and said to be when it is saved', async () => {
  const server = new FakeServer();
  const { session, connection } = await sit(server, 'writer');
  const done = intoNotes({ session, parts: Y }, CARD);
  connection.connect();
  expect(await done).toBe(true);
  expect(textOf(session)).toBe('<paragraph point="initiative" source="c4">A school for five.</paragraph>');
  expect(session.status.save).toBe('saved');
});

test('taken a second time, it stands there once', async () => {
  const { session, connection } = await sit(new FakeServer(), 'writer');
  connection.connect();
  expect([await intoNotes({ session, parts: Y }, CARD), await intoNotes({ session, parts: Y }, CARD)]).toEqual([true, true]);
  expect(textOf(session).match(/A school/g)).toHaveLength(1);
});

test('taken by two people at once, it stands there once for both', async () => {
  const server = new FakeServer();
  const [one, other] = [await sit(server, 'chair'), await sit(server, 'writer')];
  one.connection.connect();
  other.connection.connect();
  expect(await Promise.all([intoNotes({ session: one.session, parts: Y }, CARD), intoNotes({ session: other.session, parts: Y }, CARD)])).toEqual([true, true]);
  await vi.waitFor(() => expect([textOf(one.session), textOf(other.session)].map((text) => text.match(/A school/g)?.length)).toEqual([1, 1]));
});
