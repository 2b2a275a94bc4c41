import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CLOSE } from './backoff';
import { ServerClock } from './clock';
import { Connection, TAKEN_BACK, type Restored, type Status } from './connection';
import { Refused } from './outbox';
import { shelfOf } from './shelf';
import { FakeSocket, YOU } from './testing/fake-socket';

let address = 'ws://host/live';
let position: string | null = null;
let seatIsValid: () => Promise<boolean>;
let clock: ServerClock;

function connect(): Connection {
  const connection = new Connection({
    url: () => address,
    clock,
    position: () => position,
    probe: () => seatIsValid(),
    open: (url, subprotocol) => new FakeSocket(url, subprotocol) as unknown as WebSocket,
    chance: () => 0.5,
    shelf: (seat) => shelfOf('m', 'r', seat),
  });
  connection.start();
  return connection;
}

function welcomed(): Connection {
  const connection = connect();
  FakeSocket.last.welcome();
  return connection;
}

/** What became of a promise so far. */
async function fate(promise: Promise<unknown>): Promise<unknown> {
  let settled: unknown = 'waiting';
  const settle = (value: unknown): void => void (settled = value);
  promise.then(settle, settle);
  await vi.advanceTimersByTimeAsync(0);
  return settled;
}

/** What the browser keeps for this tab. */
const storage = new Map<string, string>();

beforeEach(() => {
  vi.useFakeTimers();
  storage.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
    removeItem: (key: string) => void storage.delete(key),
  });
  FakeSocket.all = [];
  address = 'ws://host/live';
  position = null;
  seatIsValid = () => Promise.resolve(true);
  clock = new ServerClock();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('coming and going', () => {
  test('a connection is live when it is welcomed, not when it is open', () => {
    const connection = connect();
    FakeSocket.last.readyState = 1;
    expect(connection.status.name).toBe('connecting');
    expect(FakeSocket.last.subprotocol).toBe('roundtable.v1');
    FakeSocket.last.welcome();
    expect(connection.status.name).toBe('live');
  });

  test('a lost connection comes back by itself and asks for what it missed', async () => {
    const connection = welcomed();
    position = 'e.7';
    FakeSocket.last.lose();
    expect(connection.status.name).toBe('reconnecting');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(FakeSocket.all).toHaveLength(2);
    expect(FakeSocket.last.url).toBe('ws://host/live?since=e.7');
    FakeSocket.last.resume(9);
    expect(connection.status.name).toBe('live');
  });

  test('which seat is meant is said with where to resume', () => {
    address = 'ws://host/live?as=chair';
    position = 'e.7';
    connect();
    expect(FakeSocket.last.url).toBe('ws://host/live?as=chair&since=e.7');
  });

  test('the time since which it reconnects stays that of the loss', async () => {
    const connection = welcomed();
    FakeSocket.last.lose();
    const { since } = connection.status as Extract<Status, { name: 'reconnecting' }>;
    await vi.advanceTimersByTimeAsync(1_000);
    FakeSocket.last.lose();
    expect(connection.status).toEqual({ name: 'reconnecting', since });
  });

  test('attempts grow rarer, but never rarer than every twelve seconds', async () => {
    connect();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const before = FakeSocket.all.length;
      const lostAt = Date.now();
      FakeSocket.last.lose();
      while (FakeSocket.all.length === before) await vi.advanceTimersByTimeAsync(100);
      waits.push(Date.now() - lostAt);
    }
    expect(waits).toEqual([...waits].sort((one, other) => one - other));
    expect(waits[0]).toBeLessThan(500);
    expect(waits.at(-1)).toBeGreaterThan(5_000);
    expect(waits.at(-1)).toBeLessThanOrEqual(12_000);
  });

  test('the network coming back ends the wait', async () => {
    const connection = connect();
    for (let attempt = 0; attempt < 8; attempt += 1) {
      FakeSocket.last.lose();
      await vi.advanceTimersByTimeAsync(12_000);
    }
    FakeSocket.last.lose();
    const before = FakeSocket.all.length;
    connection.wake();
    expect(FakeSocket.all).toHaveLength(before + 1);
  });

  test('a server that has no room left is not asked again at once', async () => {
    welcomed();
    FakeSocket.last.lose(CLOSE.full);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(FakeSocket.all).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(FakeSocket.all).toHaveLength(2);
  });

  test('"join again" is final', async () => {
    const connection = welcomed();
    const waiting = connection.send({ tool: 'floor', do: 'request' });
    FakeSocket.last.lose(CLOSE.joinAgain);
    expect(connection.status.name).toBe('gone');
    expect(await fate(waiting)).toMatchObject({ code: 'join-again' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSocket.all).toHaveLength(1);
  });

  test('a seat that is not valid is found out although the socket does not say so', async () => {
    seatIsValid = () => Promise.resolve(false);
    const connection = connect();
    FakeSocket.last.lose();
    await vi.advanceTimersByTimeAsync(0);
    expect(connection.status.name).toBe('gone');
  });

  test('a server that cannot be asked about the seat is asked again, not given up', async () => {
    seatIsValid = () => Promise.reject(new Error('no network'));
    const connection = connect();
    FakeSocket.last.lose();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(connection.status.name).toBe('reconnecting');
    expect(FakeSocket.all).toHaveLength(2);
  });

  test('leaving the page closes the socket for good', async () => {
    const connection = welcomed();
    connection.stop();
    expect(FakeSocket.last.closedByClient).toBe(true);
    connection.wake();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSocket.all).toHaveLength(1);
  });
});

describe('silence', () => {
  test('after fifteen silent seconds the server is asked, and an answer is enough', async () => {
    const connection = welcomed();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(FakeSocket.last.frames).toEqual([{ type: 'ping' }]);
    await vi.advanceTimersByTimeAsync(100);
    FakeSocket.last.hear({ type: 'pong', seq: 1, now: Date.now() });
    await vi.advanceTimersByTimeAsync(12_000);
    expect(connection.status.name).toBe('live');
    expect(FakeSocket.all).toHaveLength(1);
  });

  test('a server that is heard is not asked', async () => {
    welcomed();
    for (let seq = 2; seq < 10; seq += 1) {
      await vi.advanceTimersByTimeAsync(10_000);
      FakeSocket.last.hear({ type: 'change', seq, patch: {} });
    }
    expect(FakeSocket.last.frames).toEqual([]);
  });

  test('without an answer within ten seconds the connection is dead', async () => {
    const connection = welcomed();
    await vi.advanceTimersByTimeAsync(25_100);
    expect(FakeSocket.all[0]?.closedByClient).toBe(true);
    expect(connection.status.name).toBe('reconnecting');
  });

  test('a page that is looked at again finds a dead connection within seconds', async () => {
    const connection = welcomed();
    await vi.advanceTimersByTimeAsync(5_000);
    connection.wake();
    await vi.advanceTimersByTimeAsync(4_100);
    expect(connection.status.name).toBe('reconnecting');
  });

  test('a socket that opens but is never welcomed is given up', async () => {
    connect();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(FakeSocket.all[0]?.closedByClient).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(FakeSocket.all).toHaveLength(2);
  });

  test('the answer sets the clock right by half of the way', async () => {
    welcomed();
    await vi.advanceTimersByTimeAsync(15_000);
    await vi.advanceTimersByTimeAsync(200);
    FakeSocket.last.hear({ type: 'pong', seq: 1, now: Date.now() + 5_000 });
    expect(clock.now() - Date.now()).toBe(5_100);
  });
});

describe('commands', () => {
  test('a command carries an id and is done when the server says so', async () => {
    const connection = welcomed();
    const done = connection.send({ tool: 'polls', do: 'open', poll: 'p1' });
    const [frame] = FakeSocket.last.frames;
    expect(frame).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, tool: 'polls', do: 'open', poll: 'p1' });
    expect(await fate(done)).toBe('waiting');
    FakeSocket.last.hear({ type: 'done', id: frame?.id as string, seq: 4, made: 'p2' });
    expect(await done).toEqual({ seq: 4, made: 'p2' });
  });

  test('a refusal says why', async () => {
    const connection = welcomed();
    const asked = connection.send({ tool: 'floor', do: 'request' });
    const id = FakeSocket.last.frames[0]?.id as string;
    FakeSocket.last.hear({ type: 'refused', id, code: 'list-closed', message: 'The list is closed.' });
    expect(await fate(asked)).toEqual(new Refused('list-closed', 'The list is closed.'));
  });

  test('what was not answered is sent again, in order and with the same ids', async () => {
    const connection = welcomed();
    void connection.send({ tool: 'floor', do: 'request' });
    void connection.send({ tool: 'floor', do: 'withdraw' });
    const sent = FakeSocket.last.sent;
    FakeSocket.last.hear({ type: 'done', id: FakeSocket.last.frames[0]?.id as string, seq: 2 });
    FakeSocket.last.lose();
    void connection.send({ tool: 'floor', do: 'end' });
    await vi.advanceTimersByTimeAsync(1_000);
    FakeSocket.last.resume(5);
    expect(FakeSocket.last.sent[0]).toBe(sent[1]);
    expect(FakeSocket.last.frames.map((frame) => frame.do)).toEqual(['withdraw', 'end']);
    expect(connection.unanswered).toBe(2);
  });

  test('nothing is sent before the welcome', () => {
    const connection = connect();
    FakeSocket.last.readyState = 1;
    void connection.send({ tool: 'floor', do: 'request' });
    expect(FakeSocket.last.sent).toEqual([]);
    FakeSocket.last.welcome();
    expect(FakeSocket.last.frames).toHaveLength(1);
  });

  test('a fresh welcome in the middle does not send commands twice', () => {
    const connection = welcomed();
    void connection.send({ tool: 'floor', do: 'request' });
    FakeSocket.last.welcome(20);
    expect(FakeSocket.last.frames).toHaveLength(1);
  });

  test('what was asked without a connection can be taken back; what was sent cannot', async () => {
    const connection = welcomed();
    const sent = connection.send({ tool: 'floor', do: 'request' }, 'sent');
    FakeSocket.last.lose();
    const kept = connection.send({ tool: 'floor', do: 'withdraw' }, 'kept').catch((reason: unknown) => reason);
    expect([connection.unsent('sent'), connection.unsent('kept')]).toEqual([false, true]);
    for (const id of ['sent', 'kept']) connection.takeBack(id);
    expect(await fate(sent)).toBe('waiting');
    expect(await fate(kept)).toMatchObject({ code: TAKEN_BACK });
    await vi.advanceTimersByTimeAsync(1_000);
    FakeSocket.last.resume(5);
    expect(FakeSocket.last.frames.map((frame) => frame.do)).toEqual(['request']);
  });

  test('a command that the server cannot understand does not close every connection to come', async () => {
    const connection = welcomed();
    const asked = connection.send({ tool: 'floor', do: 'request' }).catch((reason: unknown) => reason);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      FakeSocket.last.lose(CLOSE.notUnderstood);
      await vi.advanceTimersByTimeAsync(20_000);
      FakeSocket.last.welcome();
    }
    expect(await fate(asked)).toMatchObject({ code: 'bad-command' });
    expect(FakeSocket.last.sent).toEqual([]);
  });
});

describe('a reload', () => {
  /** The page goes without a word, and is loaded anew. */
  function reload(): { connection: Connection; restored: Restored[] } {
    FakeSocket.last.onclose = FakeSocket.last.onmessage = null;
    const connection = connect();
    const restored: Restored[] = [];
    connection.onRestored((what) => restored.push(what));
    return { connection, restored };
  }

  const cast = { tool: 'polls', do: 'cast', poll: 'p', choice: ['a'] } as const;

  test('what was asked without a connection is asked by the page that comes after, with the same id', async () => {
    const before = welcomed();
    FakeSocket.last.lose();
    void before.send({ ...cast, choice: ['a'] });
    void before.send({ tool: 'floor', do: 'request' });
    const { connection, restored } = reload();
    expect(FakeSocket.last.sent).toEqual([]);
    FakeSocket.last.welcome();
    const [first, second] = FakeSocket.last.frames;
    expect(first).toMatchObject(cast);
    expect(second).toMatchObject({ tool: 'floor', do: 'request' });
    expect(connection.unanswered).toBe(2);
    expect(restored.at(-1)?.commands).toHaveLength(2);
    FakeSocket.last.hear({ type: 'done', id: first?.id as string, seq: 2 });
    FakeSocket.last.hear({ type: 'refused', id: second?.id as string, code: 'list-closed', message: 'Closed.' });
    await vi.advanceTimersByTimeAsync(0);
    // Which command it was is told too, so that what was typed for it can be handed back.
    expect(restored.at(-1)).toEqual({ commands: [], refused: new Refused('list-closed', 'Closed.'), command: second });
    expect(storage.size).toBe(0);
  });

  test('what is to be kept on the page alone, as a secret ballot is, is never in the tab’s storage, and goes when the connection is back', () => {
    const page = welcomed();
    FakeSocket.last.lose();
    void page.send({ ...cast, choice: ['a'] }, 'secret', 'page');
    void page.send({ tool: 'floor', do: 'request' });
    expect([...storage.values()].join()).toContain('request');
    expect([...storage.values()].join()).not.toContain('cast');
    page.wake();
    FakeSocket.last.welcome();
    expect(FakeSocket.last.frames.map(({ id }) => id)).toContain('secret');
    expect([...storage.values()].join()).not.toContain('cast');
  });

  test('what was answered is not asked again', () => {
    void welcomed().send({ tool: 'floor', do: 'request' });
    FakeSocket.last.hear({ type: 'done', id: FakeSocket.last.frames[0]?.id as string, seq: 2 });
    reload();
    FakeSocket.last.welcome();
    expect(FakeSocket.last.sent).toEqual([]);
  });

  test('another seat does not ask what this one has asked', () => {
    void welcomed().send({ ...cast, choice: ['a'] });
    reload();
    FakeSocket.last.welcome(1, Date.now(), { ...YOU, seat: 's2' });
    expect(FakeSocket.last.sent).toEqual([]);
  });

  test('what is asked again is answered once, also where the connection comes and goes', async () => {
    void welcomed().send({ ...cast, choice: ['a'] });
    reload();
    FakeSocket.last.welcome();
    const { id } = FakeSocket.last.frames[0] ?? {};
    FakeSocket.last.lose();
    await vi.advanceTimersByTimeAsync(1_000);
    FakeSocket.last.resume(3);
    expect(FakeSocket.last.frames.map((frame) => frame.id)).toEqual([id]);
  });

  test('only the last fifty are kept, and for an hour', () => {
    const before = welcomed();
    for (let turn = 0; turn < 60; turn += 1) void before.send({ tool: 'floor', do: 'limit', seconds: turn });
    reload();
    FakeSocket.last.welcome();
    expect(FakeSocket.last.frames.map((frame) => frame.seconds)).toEqual(Array.from({ length: 50 }, (_, index) => index + 10));
    vi.setSystemTime(Date.now() + 3_600_001);
    reload();
    FakeSocket.last.welcome();
    expect(FakeSocket.last.sent).toEqual([]);
  });

  test('a storage with nonsense in it stops nothing', () => {
    storage.set('roundtable-asked:m/r/s1', '{"not":"a list"}');
    const connection = welcomed();
    expect(connection.live).toBe(true);
    expect(FakeSocket.last.sent).toEqual([]);
  });
});

describe('the notes', () => {
  test('binary frames pass both ways, but out only while live', () => {
    const connection = connect();
    const heard: number[][] = [];
    connection.onBinary((data) => heard.push([...data]));
    expect(connection.sendBinary(new Uint8Array([1]))).toBe(false);
    FakeSocket.last.welcome();
    expect(connection.sendBinary(new Uint8Array([2]))).toBe(true);
    FakeSocket.last.hearBinary([0, 1, 2]);
    expect(FakeSocket.last.sentBinary).toEqual([new Uint8Array([2])]);
    expect(heard).toEqual([[0, 1, 2]]);
    FakeSocket.last.lose();
    expect(connection.sendBinary(new Uint8Array([3]))).toBe(false);
  });

  test('they hear of each welcome and each loss', async () => {
    const connection = connect();
    const heard: boolean[] = [];
    connection.onState((live) => heard.push(live));
    FakeSocket.last.welcome();
    FakeSocket.last.welcome(20);
    FakeSocket.last.lose();
    await vi.advanceTimersByTimeAsync(1_000);
    FakeSocket.last.lose();
    await vi.advanceTimersByTimeAsync(2_000);
    FakeSocket.last.resume(21);
    expect(heard).toEqual([true, true, false, true]);
  });

  test('saved and refused updates are told, a refused command is not', () => {
    const connection = welcomed();
    const saved: number[] = [];
    const refused: string[] = [];
    connection.onSaved((updates) => saved.push(updates));
    connection.onNotesRefused((refusal) => refused.push(`${refusal.code} ${refusal.updates}`));
    connection.send({ tool: 'floor', do: 'request' }).catch(() => undefined);
    FakeSocket.last.hear({ type: 'saved', updates: 3 });
    FakeSocket.last.hear({ type: 'refused', code: 'may-not-write', message: '', updates: 4 });
    FakeSocket.last.hear({ type: 'refused', id: FakeSocket.last.frames[0]?.id as string, code: 'list-closed', message: '' });
    expect(saved).toEqual([3]);
    expect(refused).toEqual(['may-not-write 4']);
  });
});

test('a frame that cannot be read is passed over', () => {
  const connection = welcomed();
  FakeSocket.last.onmessage?.({ data: '{' } as MessageEvent);
  expect(connection.live).toBe(true);
});
