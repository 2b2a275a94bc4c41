/** One control's dealings with the server: whether it waits for an answer, and why the last thing it asked was refused. */
import { TAKEN_BACK, type Connection } from './connection';
import { Refused, type Done, type Keeping } from './outbox';
import type { Command } from './protocol.gen';
import { refusalText } from './strings/strings.svelte';
import { uuid } from './uuid';

/** Commands are asked one at a time: while one waits, the control is busy. */
export class Ask {
  /** Whether an answer is awaited. */
  busy = $state.raw(false);
  private reason: Refused | null = $state.raw(null);
  private id = '';

  constructor(private readonly connection: Connection) {}

  /** Why the last command was refused; empty where it was not. */
  get problem(): string {
    return this.reason ? refusalText(this.reason) : '';
  }

  /** The code of that refusal. */
  get code(): string | undefined {
    return this.reason?.code;
  }

  /** Asks. Null: refused, or still busy. */
  async run(command: Command, keeping?: Keeping): Promise<Done | null> {
    if (this.busy) return null;
    this.busy = true;
    this.reason = null;
    this.id = uuid();
    try {
      return await this.connection.send(command, this.id, keeping);
    } catch (error) {
      const reason = error instanceof Refused ? error : new Refused('unknown', String(error));
      if (reason.code !== TAKEN_BACK) this.reason = reason;
      return null;
    } finally {
      this.busy = false;
    }
  }

  /** The refusal was read, or is of no matter any more. */
  forget(): void {
    this.reason = null;
  }

  /** Whether what is awaited was never sent, so that it can be taken back. */
  get unsent(): boolean {
    return this.busy && this.connection.unsent(this.id);
  }

  /** Takes back what was never sent. */
  takeBack(): void {
    this.connection.takeBack(this.id);
  }
}
