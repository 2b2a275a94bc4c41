/** Commands on their way: kept until the server has answered each, and sent again after every reconnect. */
import type { Command, CommandFrame } from './protocol.gen';
import type { Asked, Shelf } from './shelf';

/** Sends of one command after which a connection that was closed as 'not understood' is held to be its fault. */
const FATAL_SENDS_MAX = 3;

/** The answer to a command that was done. */
export interface Done {
  /** The position at which it took effect. */
  seq: number;
  /** The id of what it made, where it made something. */
  made?: string;
}

/** The server said no; nothing has changed. */
export class Refused extends Error {
  override name = 'Refused';

  constructor(
    /** The stable code. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Where a command is kept until it is answered: with the tab, so that a reload loses it not, or in the memory of the page alone. */
export type Keeping = 'tab' | 'page';

interface Waiting extends Asked {
  keeping: Keeping;
  fatalSends: number;
  /** Whether it may have reached the server. */
  tried: boolean;
  sent: boolean;
  done: (answer: Done) => void;
  refused: (reason: Refused) => void;
}

/** The commands that are not answered yet, in the order of asking. */
export class Outbox {
  private waiting = new Map<string, Waiting>();
  private shelf: Shelf | null = null;

  /** How many wait for their answer. */
  get size(): number {
    return this.waiting.size;
  }

  /** Keeps a command; the promise tells its end. */
  keep(id: string, command: Command, send: (frame: CommandFrame) => boolean, keeping: Keeping = 'tab'): Promise<Done> {
    return new Promise((done, refused) => {
      const frame = { id, ...command };
      const sent = send(frame);
      this.waiting.set(id, { frame, at: Date.now(), keeping, fatalSends: 0, tried: sent, sent, done, refused });
      this.store();
    });
  }

  /** From now on the shelf has a copy. What it has from an earlier life of the page comes first; the answer is its promises. */
  shelve(shelf: Shelf): { frame: CommandFrame; end: Promise<Done> }[] {
    this.shelf = shelf;
    const later = this.waiting;
    this.waiting = new Map();
    const found = shelf.read().filter(({ frame }) => !later.has(frame.id));
    const restored = found.map(({ frame, at }) => ({
      frame,
      end: new Promise<Done>((done, refused) => this.waiting.set(frame.id, { frame, at, keeping: 'tab', fatalSends: 0, tried: true, sent: false, done, refused })),
    }));
    for (const [id, waiting] of later) this.waiting.set(id, waiting);
    this.store();
    return restored;
  }

  /** Sends everything again that has no answer. The ids make that harmless. */
  sendAll(send: (frame: CommandFrame) => boolean): void {
    for (const waiting of this.waiting.values()) {
      waiting.sent = send(waiting.frame);
      waiting.tried ||= waiting.sent;
    }
  }

  /** The connection was lost. `fatal`: the server could make nothing of what it got; what it is held to be is given up. */
  lost(fatal: boolean): void {
    for (const [id, waiting] of this.waiting) {
      if (fatal && waiting.sent) waiting.fatalSends += 1;
      waiting.sent = false;
      if (waiting.fatalSends >= FATAL_SENDS_MAX) this.refused(id, new Refused('bad-command', ''));
    }
  }

  /** Whether a command of this id waits and was never sent, so that it can still be taken back. */
  unsent(id: string): boolean {
    return this.waiting.get(id)?.tried === false;
  }

  /** The server did it. */
  done(id: string, answer: Done): void {
    this.take(id)?.done(answer);
  }

  /** The server said no. */
  refused(id: string, reason: Refused): void {
    this.take(id)?.refused(reason);
  }

  /** Nothing will be answered any more. */
  giveUp(reason: Refused): void {
    for (const id of [...this.waiting.keys()]) this.refused(id, reason);
  }

  private take(id: string): Waiting | undefined {
    const waiting = this.waiting.get(id);
    if (this.waiting.delete(id)) this.store();
    return waiting;
  }

  private store(): void {
    const shelved = [...this.waiting.values()].filter(({ keeping }) => keeping === 'tab');
    this.shelf?.write(shelved.map(({ frame, at }) => ({ frame, at })));
  }
}
