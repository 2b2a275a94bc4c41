/** Commands on their way: kept until the server has answered each, and sent again after every reconnect. */
import type { Command, CommandFrame } from './protocol.gen';

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

interface Waiting {
  frame: CommandFrame;
  fatalSends: number;
  sent: boolean;
  done: (answer: Done) => void;
  refused: (reason: Refused) => void;
}

/** The commands that are not answered yet, in the order of asking. */
export class Outbox {
  private readonly waiting = new Map<string, Waiting>();

  /** How many wait for their answer. */
  get size(): number {
    return this.waiting.size;
  }

  /** Keeps a command; the promise tells its end. */
  keep(id: string, command: Command, send: (frame: CommandFrame) => boolean): Promise<Done> {
    return new Promise((done, refused) => {
      const frame = { id, ...command };
      this.waiting.set(id, { frame, fatalSends: 0, sent: send(frame), done, refused });
    });
  }

  /** Sends everything again that has no answer. The ids make that harmless. */
  sendAll(send: (frame: CommandFrame) => boolean): void {
    for (const waiting of this.waiting.values()) waiting.sent = send(waiting.frame);
  }

  /** The connection was lost. `fatal`: the server could make nothing of what it got; what it is held to be is given up. */
  lost(fatal: boolean): void {
    for (const [id, waiting] of this.waiting) {
      if (fatal && waiting.sent) waiting.fatalSends += 1;
      waiting.sent = false;
      if (waiting.fatalSends >= FATAL_SENDS_MAX) this.refused(id, new Refused('bad-command', ''));
    }
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
    this.waiting.delete(id);
    return waiting;
  }
}
