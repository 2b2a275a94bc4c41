/** Saving, coming back, and being refused. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readMessage, writeUpdate } from './messages';
import { NotesSession } from './session';
import type { Bar } from './status';
import { FakeServer, type FakeConnection } from './testing/fake-server';
import { Tabs } from './testing/tabs';

let room = 0;
const sessions: NotesSession[] = [];

interface Seat {
  session: NotesSession;
  connection: FakeConnection;
  /** Ends the tab without a word. */
  crash: () => void;
}

let browser: Tabs;

async function sit(server: FakeServer, seat: string, { live = true, bar = null as Bar | null } = {}): Promise<Seat> {
  const connection = server.connection();
  const locks = browser.open();
  const session = new NotesSession({ transport: connection, meeting: 'm', room: `r${room}`, seat, bar, locks });
  sessions.push(session);
  await session.open();
  if (live) connection.connect();
  return { session, connection, crash: locks.crash };
}

function type({ session }: Seat, text: string): void {
  const { doc, fragment } = session.document!;
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(text)]);
    fragment.insert(fragment.length, [paragraph]);
  });
}

const textOf = ({ session }: Seat): string => session.document!.fragment.toString();
const pause = (): void => void vi.advanceTimersByTime(100);
const updatesIn = (frames: Uint8Array[]): number =>
  frames.map(readMessage).filter(({ kind }) => kind === 'update').length;

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !condition(); turn += 1) await turnOfTheLoop();
  expect(condition()).toBe(true);
}

/** Lets IndexedDB get on; the timers of this file are not the real ones. */
function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

beforeEach(() => {
  room += 1;
  browser = new Tabs();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
});

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close();
  vi.useRealTimers();
});

describe('saving', () => {
  test('nothing is called saved before the first synchronisation', async () => {
    const seat = await sit(new FakeServer(), 'a', { live: false });
    expect(seat.session.status).toMatchObject({ save: 'offline', editable: false });
    seat.connection.connect();
    expect(seat.session.status).toMatchObject({ save: 'saved', editable: true });
  });

  test('saved is said only once every update is answered', async () => {
    const server = new FakeServer();
    const seat = await sit(server, 'a');
    server.holdsAnswers = true;
    type(seat, 'one');
    expect(seat.session.status.save).toBe('saving');
    pause();
    type(seat, 'two');
    pause();
    expect(seat.connection.counted).toBe(2);
    expect(seat.session.status.save).toBe('saving');
    seat.connection.answer();
    expect(seat.session.status.save).toBe('saved');
  });

  test('a single key goes out at once and fast typing goes out as few frames', async () => {
    const server = new FakeServer();
    const seat = await sit(server, 'a');
    pause();
    type(seat, 'first');
    vi.advanceTimersByTime(1);
    expect(updatesIn(seat.connection.frames)).toBe(1);
    for (let key = 0; key < 10; key += 1) {
      type(seat, String(key));
      vi.advanceTimersByTime(3);
    }
    pause();
    expect(updatesIn(seat.connection.frames)).toBeLessThanOrEqual(3);
    expect(server.text()).toBe(textOf(seat));
  });

  test('two seats that write at the same time see the same', async () => {
    const server = new FakeServer();
    const [a, b] = [await sit(server, 'a'), await sit(server, 'b')];
    for (let turn = 0; turn < 5; turn += 1) {
      type(a, `a${turn}`);
      type(b, `b${turn}`);
      pause();
    }
    expect(textOf(a)).toBe(textOf(b));
    expect(textOf(a)).toBe(server.text());
    expect(textOf(a)).toContain('b4');
  });
});

describe('losing the connection', () => {
  test('what is written offline is kept on the device, said so, and merged on return', async () => {
    const server = new FakeServer();
    const [a, b] = [await sit(server, 'a'), await sit(server, 'b')];
    a.connection.disconnect();
    type(a, 'written offline');
    pause();
    await until(() => a.session.status.save === 'offline-kept');
    type(b, 'written meanwhile');
    pause();
    a.connection.connect();
    pause();
    expect(a.session.status.save).toBe('saved');
    expect(textOf(a)).toContain('written meanwhile');
    expect(textOf(b)).toContain('written offline');
    expect(textOf(a)).toBe(textOf(b));
  });

  test('an update whose answer never came is covered by the next synchronisation', async () => {
    const server = new FakeServer();
    const seat = await sit(server, 'a');
    server.holdsAnswers = true;
    type(seat, 'sent but not answered');
    pause();
    seat.connection.disconnect();
    expect(['saving', 'offline-kept']).toContain(seat.session.status.save);
    seat.connection.connect();
    // The server has it: comparing the two proves it, and nothing is sent again.
    expect(seat.connection.counted).toBe(0);
    expect(seat.session.status.save).toBe('saved');
  });

  test('what is written offline survives a crash of the browser', async () => {
    const server = new FakeServer();
    const before = await sit(server, 'a');
    type(before, 'base');
    pause();
    before.connection.disconnect();
    type(before, 'not yet sent');
    pause();
    await until(() => before.session.status.save === 'offline-kept');
    before.crash();
    const after = await sit(server, 'a', { live: false });
    expect(after.session.status).toMatchObject({ save: 'offline-kept', editable: true });
    expect(textOf(after)).toContain('not yet sent');
    after.connection.connect();
    expect(server.text()).toContain('not yet sent');
    expect(after.session.status.save).toBe('saved');
  });

  test('the copy of one seat is not shown to another', async () => {
    const server = new FakeServer();
    const a = await sit(server, 'a');
    a.connection.disconnect();
    type(a, 'mine');
    pause();
    await until(() => a.session.status.save === 'offline-kept');
    const b = await sit(server, 'b', { live: false });
    expect(textOf(b)).toBe('');
  });

  test('a reader who returns sends no update, also after deletions', async () => {
    const server = new FakeServer();
    const writer = await sit(server, 'a');
    type(writer, 'one');
    type(writer, 'two');
    pause();
    writer.session.document!.fragment.delete(0, 1);
    pause();
    const reader = await sit(server, 'b', { bar: 'may-not-write' });
    reader.connection.disconnect();
    reader.connection.connect();
    expect(reader.connection.counted).toBe(0);
    expect(reader.session.status.save).toBe('saved');
    expect(textOf(reader)).toBe(server.text());
  });
});

describe('two tabs of one seat', () => {
  test('what one keeps stays when the other is refused', async () => {
    const server = new FakeServer();
    const [one, other] = [await sit(server, 'a'), await sit(server, 'a')];
    one.connection.disconnect();
    type(one, 'kept by one');
    pause();
    await until(() => one.session.status.save === 'offline-kept');
    server.refuses = 'notes-invalid';
    type(other, 'refused');
    pause();
    server.refuses = null;
    await other.session.close();
    one.crash();
    const after = await sit(server, 'a', { live: false });
    expect(textOf(after)).toContain('kept by one');
    expect(textOf(after)).not.toContain('refused');
    after.connection.connect();
    expect(server.text()).toContain('kept by one');
  });

  test('neither takes what the other still has', async () => {
    const server = new FakeServer();
    const one = await sit(server, 'a');
    one.connection.disconnect();
    type(one, 'still mine');
    pause();
    await until(() => one.session.status.save === 'offline-kept');
    const other = await sit(server, 'a');
    expect(textOf(other)).toBe('');
    await other.session.close();
    one.crash();
    expect(textOf(await sit(server, 'a', { live: false }))).toContain('still mine');
  });

  test('a tab that starts goes on with all that tabs have left', async () => {
    const server = new FakeServer();
    const seats = [await sit(server, 'a'), await sit(server, 'a'), await sit(server, 'a')];
    for (const [index, seat] of seats.entries()) {
      seat.connection.disconnect();
      type(seat, `of tab ${index}`);
      pause();
      await until(() => seat.session.status.save === 'offline-kept');
    }
    seats[0]!.crash();
    await seats[1]!.session.close();
    const first = await sit(server, 'a', { live: false });
    expect(first.session.status).toMatchObject({ save: 'offline-kept', editable: true });
    expect(textOf(first)).toContain('of tab 0');
    expect(textOf(first)).toContain('of tab 1');
    expect(textOf(first)).not.toContain('of tab 2');
    first.crash();
    seats[2]!.crash();
    const second = await sit(server, 'a');
    for (const index of [0, 1, 2]) expect(server.text()).toContain(`of tab ${index}`);
    expect(second.session.status.save).toBe('saved');
  });

  test('a copy that was taken over is kept whole however many changes it holds', async () => {
    const server = new FakeServer();
    const seat = await sit(server, 'a');
    seat.connection.disconnect();
    for (let turn = 0; turn < 250; turn += 1) {
      type(seat, `change ${turn};`);
      pause();
    }
    await until(() => seat.session.status.save === 'offline-kept');
    seat.crash();
    const after = await sit(server, 'a', { live: false });
    for (let turn = 0; turn < 250; turn += 1) expect(textOf(after)).toContain(`change ${turn};`);
  });
});

describe('much at once', () => {
  test('what was written offline is sent in parts that the server takes', async () => {
    const server = new FakeServer();
    const seat = await sit(server, 'a');
    seat.connection.disconnect();
    for (let turn = 0; turn < 12; turn += 1) type(seat, `${turn} ${'words '.repeat(10_000)}`);
    type(seat, 'x'.repeat(400_000));
    pause();
    seat.connection.connect();
    expect(seat.connection.live).toBe(true);
    expect(seat.connection.counted).toBeGreaterThan(2);
    expect(server.text()).toBe(textOf(seat));
    expect(seat.session.status).toMatchObject({ save: 'saved', refused: null });
  });

  test('so is what comes in while connected', async () => {
    const server = new FakeServer();
    const seat = await sit(server, 'a');
    server.holdsAnswers = true;
    type(seat, 'y'.repeat(600_000));
    pause();
    expect(seat.connection.counted).toBe(3);
    expect(seat.session.status.save).toBe('saving');
    seat.connection.answer();
    expect(seat.session.status.save).toBe('saved');
    expect(server.text()).toBe(textOf(seat));
  });

  test('what cannot be cut is not sent but given back, and the page stays connected', async () => {
    const server = new FakeServer();
    const seat = await sit(server, 'a');
    type(seat, 'accepted');
    pause();
    type(seat, 'to be given back');
    (seat.session.document!.fragment.get(1) as Y.XmlElement).setAttribute('level', 'z'.repeat(400_000));
    pause();
    expect(seat.connection.live).toBe(true);
    expect(seat.session.status.refused).toEqual({ code: 'notes-too-large', lines: ['to be given back'] });
    expect(textOf(seat)).toBe('<paragraph>accepted</paragraph>');
    seat.session.document!.fragment.delete(0, 1);
    pause();
    expect(server.text()).toBe('');
    expect(seat.session.status.save).toBe('saved');
  });
});

test('a page that has something else takes the server’s notes, and what only it had is given back', async () => {
  const server = new FakeServer();
  const seat = await sit(server, 'a');
  type(seat, 'in both');
  pause();
  // As if it had come from the server: the page takes it for saved.
  const astray = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('on the page alone')]);
  astray.getXmlFragment('notes').insert(0, [paragraph]);
  seat.connection.deliver(writeUpdate(Y.encodeStateAsUpdate(astray)));
  expect(textOf(seat)).toContain('on the page alone');
  seat.session.renew(Y.encodeStateAsUpdate(server.doc));
  expect(textOf(seat)).toBe('<paragraph>in both</paragraph>');
  expect(seat.session.status.refused).toEqual({ code: 'diverged', lines: ['on the page alone'] });
  seat.session.dismissRefused();
  seat.session.renew(Y.encodeStateAsUpdate(server.doc));
  expect(seat.session.status.refused).toBeNull();
});

describe('being refused', () => {
  test.each(['notes-invalid', 'notes-full', 'may-not-write', 'room-closed'])(
    'after %s the server’s notes are shown and the refused text is given back',
    async (code) => {
      const server = new FakeServer();
      const seat = await sit(server, 'a');
      type(seat, 'accepted');
      pause();
      server.refuses = code;
      type(seat, 'refused');
      pause();
      server.refuses = null;
      expect(textOf(seat)).toBe('<paragraph>accepted</paragraph>');
      expect(seat.session.status.refused).toEqual({ code, lines: ['refused'] });
      type(seat, 'again');
      pause();
      expect(server.text()).toContain('again');
      expect(server.text()).not.toContain('refused');
      expect(seat.session.status.save).toBe('saved');
      seat.session.dismissRefused();
      expect(seat.session.status.refused).toBeNull();
    },
  );

  test('the document is thrown away only when everything sent from it is answered', async () => {
    const server = new FakeServer();
    const seat = await sit(server, 'a');
    server.holdsAnswers = true;
    type(seat, 'one');
    pause();
    type(seat, 'two');
    pause();
    const before = seat.session.document;
    seat.connection.refuse({ code: 'notes-invalid', message: 'no', updates: 1 });
    expect(seat.session.status).toMatchObject({ save: 'refused', editable: false });
    expect(seat.session.document).toBe(before);
    seat.connection.answer();
    expect(seat.session.document).not.toBe(before);
    expect(seat.session.status.save).toBe('saved');
  });

  test('what was written offline by somebody who may no longer write is given back, and not sent', async () => {
    const server = new FakeServer();
    const seat = await sit(server, 'a');
    seat.connection.disconnect();
    type(seat, 'too late');
    pause();
    seat.session.setBar('room-closed');
    seat.connection.connect();
    expect(server.updates).toHaveLength(0);
    expect(seat.session.status.refused).toEqual({ code: 'room-closed', lines: ['too late'] });
    expect(textOf(seat)).toBe('');
  });

  test('text of an earlier refusal that nobody took back yet is still offered after the next', async () => {
    const server = new FakeServer();
    const seat = await sit(server, 'a');
    server.refuses = 'notes-invalid';
    for (const text of ['first', 'second']) {
      type(seat, text);
      pause();
    }
    expect(seat.session.status.refused?.lines).toEqual(['first', 'second']);
  });

  test('refused text does not come back from the device', async () => {
    const server = new FakeServer();
    const seat = await sit(server, 'a');
    server.refuses = 'notes-invalid';
    type(seat, 'refused');
    pause();
    server.refuses = null;
    await seat.session.close();
    const again = await sit(server, 'a');
    expect(textOf(again)).toBe('');
    expect(server.text()).toBe('');
  });

  test('an editor whose changes are refused again and again stops writing', async () => {
    const server = new FakeServer();
    const seat = await sit(server, 'a');
    server.refuses = 'notes-invalid';
    for (let turn = 0; turn < 3; turn += 1) {
      type(seat, `try ${turn}`);
      pause();
    }
    expect(seat.session.status).toMatchObject({ bar: 'refused-often', editable: false });
  });

  test.each([undefined, 0, 1])('a refusal that answers no edit (updates: %s) takes nothing back', async (updates) => {
    const server = new FakeServer();
    const seat = await sit(server, 'a');
    type(seat, 'accepted');
    pause();
    seat.connection.disconnect();
    type(seat, 'written offline');
    pause();
    await until(() => seat.session.status.save === 'offline-kept');
    seat.connection.connect();
    seat.connection.refuse({ code: 'notes-invalid', message: 'a state vector that cannot be read', updates });
    pause();
    expect(seat.session.status.refused).toBeNull();
    expect(server.text()).toContain('written offline');
  });
});

describe('cursors', () => {
  test('somebody without a cursor sends none', async () => {
    const seat = await sit(new FakeServer(), 'a');
    vi.advanceTimersByTime(40_000);
    expect(seat.connection.frames.map((frame) => readMessage(frame).kind)).not.toContain('awareness');
  });

  test('a cursor is seen by the others and goes with its connection', async () => {
    const server = new FakeServer();
    const [a, b] = [await sit(server, 'a'), await sit(server, 'b')];
    a.session.document!.awareness.setLocalStateField('cursor', { anchor: 1, head: 1 });
    vi.advanceTimersByTime(200);
    const own = a.session.document!.awareness.clientID;
    expect(b.session.document!.awareness.getStates().get(own)).toMatchObject({ cursor: { anchor: 1 } });
    b.connection.disconnect();
    expect(b.session.document!.awareness.getStates().has(own)).toBe(false);
    b.connection.connect();
    a.connection.disconnect();
    a.connection.connect();
    expect(b.session.document!.awareness.getStates().has(own)).toBe(true);
  });
});
