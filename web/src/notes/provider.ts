/**
 * Keeps one Yjs document equal to the server's over the page's connection. What was not answered when a connection broke is
 * found again by the next synchronisation, so nothing is sent from memory twice.
 */
import * as Y from 'yjs';
import { deletionsOf, lacking } from './lacking';
import type { Ledger } from './ledger';
import { EMPTY_UPDATE, writeStep1, writeStep2, writeUpdate, type NotesMessage } from './messages';
import { parts } from './split';

/** Fast typing is sent as one update per this time; the first key after a pause goes out at once. */
export const COALESCE_MS = 30;

/** What a provider needs around it. */
export interface ProviderSurroundings {
  /** Sends a frame; false if there is no connection. */
  send(frame: Uint8Array): boolean;
  /** The count of the connection. */
  ledger: Ledger;
  /** Whether this seat may write now. */
  mayWrite(): boolean;
  /** A change of this person, merged, whether or not it could be sent. */
  onLocal(update: Uint8Array): void;
  /** A change that the server sent. */
  onRemote(update: Uint8Array): void;
  /** The server lacks something that this seat may not write (any more). */
  onBarred(): void;
  /** Something was written that is too large to be sent, and cannot be cut. */
  onTooLarge(): void;
  /** `unsaved` or `synced` may have changed. */
  onChange(): void;
}

/** The link between a document and the server. */
export class NotesProvider {
  /** Whether document and server have been compared on this connection. */
  synced = false;
  private gathered: Uint8Array[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private flushedAt = Number.NEGATIVE_INFINITY;
  private awaitsQuestion = false;
  private repairing = false;
  /** The server's last step 2 on this connection: what it says is deleted, the server knows. */
  private known: Uint8Array | null = null;

  /** `carried`: whether the document holds changes that may not have reached the server. */
  constructor(
    readonly doc: Y.Doc,
    private readonly around: ProviderSurroundings,
    private carried: boolean,
  ) {
    doc.on('update', this.onUpdate);
  }

  /** Whether anything that was written here is not known to be on the server's disk. */
  get unsaved(): boolean {
    return this.carried || this.gathered.length > 0 || this.around.ledger.outstanding;
  }

  /** Begins to synchronise. On a new connection the server asks back; on one that this provider only joins it may not. */
  connected(fresh: boolean): void {
    this.awaitsQuestion = fresh;
    this.ask();
  }

  /** The connection is gone; to be called before its ledger is reset. */
  disconnected(): void {
    this.carried = this.unsaved;
    this.synced = false;
    this.flush();
    this.known = null;
    this.repairing = false;
    this.around.onChange();
  }

  /** A frame of the server. */
  receive(message: NotesMessage): void {
    if (message.kind === 'step-1') this.answer(message.stateVector);
    else if (message.kind === 'step-2' || message.kind === 'update') this.take(message.kind, message.update);
  }

  /** Hands on what has been gathered, now. */
  flush(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.gathered.length === 0) return;
    const update = Y.mergeUpdates(this.gathered);
    this.gathered = [];
    this.flushedAt = Date.now();
    this.around.onLocal(update);
    if (!this.synced || !this.sendParts(update, writeUpdate)) this.carried = true;
    this.around.onChange();
  }

  /** Stops; what is gathered is handed on first. */
  destroy(): void {
    this.flush();
    this.doc.off('update', this.onUpdate);
  }

  private readonly onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) {
      this.around.onRemote(update);
      return;
    }
    // Whoever may not write has a read-only editor: what changes here then is the binding tidying up, not a person.
    if (!this.around.mayWrite()) return;
    this.gathered.push(update);
    const sinceLast = Date.now() - this.flushedAt;
    this.timer ??= setTimeout(() => this.flush(), Math.max(0, COALESCE_MS - sinceLast));
    this.around.onChange();
  };

  private ask(): void {
    this.around.send(writeStep1(Y.encodeStateVector(this.doc)));
  }

  private take(kind: 'step-2' | 'update', update: Uint8Array): void {
    this.apply(update);
    if (kind === 'step-2') {
      this.known = update;
      this.repairing = false;
      if (!this.awaitsQuestion) this.becomeSynced();
    } else if (this.doc.store.pendingStructs !== null && !this.repairing) {
      // A change arrived whose forerunner did not: compare once more instead of waiting for ever.
      this.repairing = true;
      this.ask();
    }
  }

  /** The document takes the update even where somebody who watches it stumbles over it; that is reported as any other fault. */
  private apply(update: Uint8Array): void {
    // An empty document takes all of it, so that nothing new need be written of it: half the work, where the notes are large.
    const isFirst = this.doc.store.clients.size === 0;
    if (isFirst) this.doc.off('update', this.onUpdate);
    try {
      Y.applyUpdate(this.doc, update, this);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
    if (isFirst) {
      this.doc.on('update', this.onUpdate);
      this.around.onRemote(update);
    }
  }

  private answer(stateVector: Uint8Array): void {
    const missing = lacking(this.doc, stateVector, this.known && deletionsOf(this.known));
    if (missing !== null && !this.around.mayWrite()) {
      this.around.send(writeStep2(EMPTY_UPDATE));
      if (this.unsaved) {
        this.around.onBarred();
        return;
      }
    } else if (missing === null) {
      this.around.send(writeStep2(EMPTY_UPDATE));
      this.carried = false;
    } else {
      this.keepGathered();
      this.carried = !this.sendParts(missing, writeStep2);
      if (this.carried) return;
    }
    this.awaitsQuestion = false;
    this.becomeSynced();
  }

  /** What was gathered goes out with the step 2; it still has to be kept on this device. */
  private keepGathered(): void {
    if (this.gathered.length === 0) return;
    this.around.onLocal(Y.mergeUpdates(this.gathered));
    this.gathered = [];
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private becomeSynced(): void {
    this.synced = true;
    this.around.onChange();
  }

  /** Sends an update in as many frames as it takes, the last as `write` makes it. False: not all of it was sent. */
  private sendParts(update: Uint8Array, write: (part: Uint8Array) => Uint8Array): boolean {
    const all = parts(this.doc, update);
    if (all === null) this.around.onTooLarge();
    return all?.every((part, index) => this.sendCounted(index < all.length - 1 ? writeUpdate(part) : write(part))) ?? false;
  }

  private sendCounted(frame: Uint8Array): boolean {
    const { ledger, send } = this.around;
    ledger.sent += 1;
    const sent = send(frame);
    if (!sent) ledger.sent -= 1;
    return sent;
  }
}
