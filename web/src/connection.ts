/**
 * The connection of a page to its room, and the only place that opens a socket. It comes back by itself, resumes where it was,
 * and keeps every command until it is answered. It knows frames, not what they mean for the room: that is `room.ts`.
 */
import { CLOSE, wait_ms } from './backoff';
import type { ServerClock } from './clock';
import { Outbox, Refused, type Done, type Keeping } from './outbox';
import type { Command, ServerFrame } from './protocol.gen';
import type { Shelf } from './shelf';
import { uuid } from './uuid';

const SUBPROTOCOL = 'roundtable.v1';
/** Silence after which the server is asked whether it is there. */
const SILENCE_MS_MAX = 15_000;
/** How long it may take to answer, or to welcome, before the connection is held to be dead. */
const ANSWER_MS_MAX = 10_000;
/** The same for a page that was just looked at again: a person waits, and a phone's socket is often dead by then. */
const WAKE_ANSWER_MS_MAX = 4_000;
/** A connection that lived this long was a good one: the next attempt is a first one again. */
const GOOD_AFTER_MS = 10_000;
/** The code of what its asker has taken back. */
export const TAKEN_BACK = 'taken-back';
/** Every so many failed attempts the server is asked whether the seat is still there. */
const PROBE_EVERY = 5;

/** How the connection stands. `gone` is for good: the seat is not valid any more. */
export type Status = { name: 'connecting' } | { name: 'live' } | { name: 'reconnecting'; since: number } | { name: 'gone' };

/** A refusal of a notes update. */
export interface NotesRefusal {
  /** The stable code. */
  code: string;
  /** One sentence of the server. */
  message: string;
  /** How many updates of this connection are answered, with the refused one. */
  updates?: number;
}

/** What the connection is made with. */
export interface ConnectionSettings {
  /** Address of the live socket, asked before each attempt. */
  url: () => string;
  /** The server's clock, kept right by what is heard. */
  clock: ServerClock;
  /** Where to resume (`E.N`); null: nowhere. */
  position: () => string | null;
  /** Whether the seat is still valid, asked when the socket cannot be opened. Rejects where it cannot be known. */
  probe: () => Promise<boolean>;
  /** Where the commands of a seat are kept that have no answer yet; without it, in memory only. */
  shelf?: (seat: string) => Shelf;
  /** Opens the socket; the tests' own. */
  open?: (url: string, subprotocol: string) => WebSocket;
  /** A number from 0 to 1; the tests' own. */
  chance?: () => number;
}

/** Commands of an earlier life of the page that have no answer yet; and why the last of them was refused, if one was, and which. */
export interface Restored {
  commands: Command[];
  refused?: Refused;
  command?: Command;
}

/** Those who want to hear of something. */
class Listeners<T> {
  private readonly all = new Set<(value: T) => void>();

  readonly add = (listener: (value: T) => void): (() => void) => {
    this.all.add(listener);
    return () => void this.all.delete(listener);
  };

  tell(value: T): void {
    for (const listener of [...this.all]) listener(value);
  }
}

/** One page's connection. Also what the notes speak over. */
export class Connection {
  private socket: WebSocket | null = null;
  private current: Status = { name: 'connecting' };
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private failures = 0;
  private liveAt = 0;
  private heardAt = 0;
  private askedAt = 0;
  private patience_ms = ANSWER_MS_MAX;
  private readonly outbox = new Outbox();
  private shelved = false;
  private restored: Command[] = [];
  private readonly statuses = new Listeners<Status>();
  private readonly lives = new Listeners<boolean>();
  private readonly frames = new Listeners<ServerFrame>();
  private readonly binaries = new Listeners<Uint8Array>();
  private readonly saves = new Listeners<number>();
  private readonly notesRefusals = new Listeners<NotesRefusal>();
  private readonly restorations = new Listeners<Restored>();

  /** Called with each change of the status. */
  readonly onStatus = this.statuses.add;
  /** Called on each welcome or resumption (true) and on loss (false). */
  readonly onState = this.lives.add;
  /** Called with each text frame. */
  readonly onFrame = this.frames.add;
  /** Called with each binary frame. */
  readonly onBinary = this.binaries.add;
  /** Called when notes updates are on disk, with how many of this connection are answered. */
  readonly onSaved = this.saves.add;
  /** Called when a notes update was refused. */
  readonly onNotesRefused = this.notesRefusals.add;
  /** Called when commands of before a reload are asked again, and with each answer to one. */
  readonly onRestored = this.restorations.add;

  constructor(private readonly settings: ConnectionSettings) {}

  /** How it stands now. */
  get status(): Status {
    return this.current;
  }

  /** Whether the server has welcomed this connection. */
  get live(): boolean {
    return this.current.name === 'live';
  }

  /** How many commands have no answer yet. */
  get unanswered(): number {
    return this.outbox.size;
  }

  /** Connects. */
  start(): void {
    this.connect();
  }

  /** Leaves for good; what is unanswered stays so. */
  stop(): void {
    this.release()?.close(1000);
    this.settle({ name: 'gone' });
  }

  /** Somebody looks at the page again, or the network is back: connect now, or see whether the connection still lives. */
  wake(): void {
    if (this.current.name === 'gone') return;
    if (this.live) {
      this.ask(WAKE_ANSWER_MS_MAX);
    } else if (this.retry !== undefined) {
      this.attempt = 0;
      this.connect();
    }
  }

  /** Asks for something. Resolves when it is done and on disk, rejects with [`Refused`]; a lost connection only delays it. */
  send(command: Command, id = uuid(), keeping?: Keeping): Promise<Done> {
    if (this.current.name === 'gone') return Promise.reject(new Refused('join-again', ''));
    return this.outbox.keep(id, command, (frame) => this.sendText(frame), keeping);
  }

  /** Whether a command of this id was asked without a connection, and never sent. */
  unsent(id: string): boolean {
    return this.outbox.unsent(id);
  }

  /** Takes back what was never sent; what may have reached the server stays asked. */
  takeBack(id: string): void {
    if (this.outbox.unsent(id)) this.outbox.refused(id, new Refused(TAKEN_BACK, ''));
  }

  /** Sends a binary frame; false if the connection is not live. */
  sendBinary(data: Uint8Array): boolean {
    if (!this.live || this.socket?.readyState !== WebSocketState.open) return false;
    this.socket.send(data as Uint8Array<ArrayBuffer>);
    return true;
  }

  /** Sends a text frame; false if the connection is not live. */
  sendText(frame: object): boolean {
    if (!this.live || this.socket?.readyState !== WebSocketState.open) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  private connect(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    const position = this.settings.position();
    const url = new URL(this.settings.url());
    if (position !== null) url.searchParams.set('since', position);
    const open = this.settings.open ?? ((address, subprotocol) => new WebSocket(address, subprotocol));
    const socket = open(url.href, SUBPROTOCOL);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = (event: MessageEvent<string | ArrayBuffer>) => this.hear(event.data);
    socket.onclose = (event) => this.lose(event.code);
    this.socket = socket;
    this.watchdog = setTimeout(() => this.drop(), ANSWER_MS_MAX);
  }

  private hear(data: string | ArrayBuffer): void {
    this.heardAt = Date.now();
    if (typeof data !== 'string') return this.binaries.tell(new Uint8Array(data));
    const frame = read(data);
    if (frame) this.take(frame);
  }

  private take(frame: ServerFrame): void {
    if (frame.type === 'welcome' || frame.type === 'resumed') this.settings.clock.heard(frame.now);
    if (frame.type === 'pong') this.settings.clock.answered(frame.now, this.askedAt);
    this.frames.tell(frame);
    switch (frame.type) {
      case 'welcome':
      case 'resumed':
        this.restore(frame.you.seat);
        return this.welcomed();
      case 'done':
        return this.outbox.done(frame.id, { seq: frame.seq, made: frame.made });
      case 'refused':
        if (frame.id !== undefined) this.outbox.refused(frame.id, new Refused(frame.code, frame.message));
        else if (frame.updates !== undefined) this.notesRefusals.tell(frame);
        return;
      case 'saved':
        return this.saves.tell(frame.updates);
    }
  }

  private welcomed(): void {
    if (!this.live) {
      clearTimeout(this.watchdog);
      this.failures = 0;
      this.liveAt = Date.now();
      this.settle({ name: 'live' });
      this.outbox.sendAll((frame) => this.sendText(frame));
      this.watch();
    }
    this.lives.tell(true);
  }

  /** Takes up what was asked before the page was loaded anew, once it is known by whom. */
  private restore(seat: string): void {
    if (this.shelved || !this.settings.shelf) return;
    this.shelved = true;
    const restored = this.outbox.shelve(this.settings.shelf(seat));
    if (restored.length === 0) return;
    this.restored = restored.map(({ frame }) => frame);
    this.restorations.tell({ commands: this.restored });
    for (const { frame, end } of restored) {
      const answered = (refused?: Refused): void => {
        this.restored = this.restored.filter((other) => other !== frame);
        this.restorations.tell({ commands: this.restored, refused, command: frame });
      };
      end.then(() => answered(), answered);
    }
  }

  /** Looks again when silence would have lasted too long, or an answer taken too long. */
  private watch(): void {
    clearTimeout(this.watchdog);
    const waitsForAnswer = this.askedAt > this.heardAt;
    const due = waitsForAnswer ? this.askedAt + this.patience_ms : this.heardAt + SILENCE_MS_MAX;
    if (Date.now() < due) {
      this.watchdog = setTimeout(() => this.watch(), due - Date.now());
    } else if (waitsForAnswer) {
      this.drop();
    } else {
      this.ask(ANSWER_MS_MAX);
    }
  }

  private ask(patience_ms: number): void {
    this.patience_ms = patience_ms;
    this.askedAt = Math.max(Date.now(), this.heardAt + 1);
    this.sendText({ type: 'ping' });
    this.watch();
  }

  /** Ends a connection that does not answer, without waiting for its close, which may take minutes. */
  private drop(): void {
    this.release()?.close();
    this.lose(1006);
  }

  private lose(code: number): void {
    this.release();
    const wasLive = this.live;
    this.outbox.lost(code === CLOSE.notUnderstood || code === CLOSE.tooLarge);
    if (code === CLOSE.joinAgain) return this.end();
    if (wasLive && Date.now() - this.liveAt > GOOD_AFTER_MS) this.attempt = 0;
    const wait = wait_ms(this.attempt, code, this.settings.chance ?? Math.random);
    this.attempt += 1;
    this.retry = setTimeout(() => this.connect(), wait);
    if (this.current.name !== 'reconnecting') this.settle({ name: 'reconnecting', since: Date.now() });
    if (wasLive) this.lives.tell(false);
    else if (this.failures++ % PROBE_EVERY === 0) void this.probe();
  }

  /** A refused upgrade looks like any lost network to a page, so ask in a way that can be answered. */
  private async probe(): Promise<void> {
    const valid = await this.settings.probe().catch(() => true);
    if (!valid && !this.live) this.end();
  }

  private end(): void {
    const wasLive = this.live;
    this.release()?.close();
    this.settle({ name: 'gone' });
    this.outbox.giveUp(new Refused('join-again', ''));
    if (wasLive) this.lives.tell(false);
  }

  private release(): WebSocket | null {
    clearTimeout(this.retry);
    clearTimeout(this.watchdog);
    this.retry = undefined;
    const { socket } = this;
    this.socket = null;
    if (socket) socket.onmessage = socket.onclose = null;
    return socket;
  }

  private settle(status: Status): void {
    this.current = status;
    this.statuses.tell(status);
  }
}

/** `WebSocket.OPEN`, also where the class is not there. */
const WebSocketState = { open: 1 } as const;

function read(text: string): ServerFrame | null {
  try {
    return JSON.parse(text) as ServerFrame;
  } catch {
    return null;
  }
}
