/** A server of the notes in memory, for tests: it answers as docs/protocol.md says, and can be told to refuse or to wait. */
import * as Y from 'yjs';
import { readMessage, writeAwareness, writeStep1, writeStep2, writeUpdate } from '../messages';
import type { NotesRefusal, NotesTransport } from '../transport';

const FRAME_BYTES_MAX = 320 * 1024;
const UPDATE_BYTES_MAX = 256 * 1024;

/** The document and its connections. */
export class FakeServer {
  readonly doc = new Y.Doc();
  readonly connections = new Set<FakeConnection>();
  /** Every non-empty update that came, over all connections. */
  readonly updates: Uint8Array[] = [];
  /** Set: every update is refused with this code. */
  refuses: string | null = null;
  /** Set: updates are taken but answered only by `answer`. */
  holdsAnswers = false;

  /** A connection of one client; not live until `connect`. */
  connection(): FakeConnection {
    return new FakeConnection(this);
  }

  text(): string {
    return this.doc.getXmlFragment('notes').toString();
  }
}

/** One client's connection, seen by the client as its transport. */
export class FakeConnection implements NotesTransport {
  live = false;
  /** What the client sent on this connection. */
  frames: Uint8Array[] = [];
  private received = 0;
  private readonly states = new Set<(live: boolean) => void>();
  private readonly binaries = new Set<(data: Uint8Array) => void>();
  private readonly saves = new Set<(updates: number) => void>();
  private readonly refusals = new Set<(refusal: NotesRefusal) => void>();
  private subscribed = false;

  constructor(private readonly server: FakeServer) {}

  connect(): void {
    this.live = true;
    this.received = 0;
    this.frames = [];
    this.server.connections.add(this);
    for (const listener of this.states) listener(true);
  }

  disconnect(): void {
    this.live = false;
    this.subscribed = false;
    this.server.connections.delete(this);
    for (const listener of this.states) listener(false);
  }

  sendBinary(data: Uint8Array): boolean {
    if (!this.live) return false;
    this.frames.push(data);
    if (data.length > FRAME_BYTES_MAX) {
      this.disconnect();
      return true;
    }
    const message = readMessage(data);
    if (message.kind === 'step-1') this.synchronise(message.stateVector);
    else if (message.kind === 'step-2' || message.kind === 'update') this.take(message.update);
    else if (message.kind === 'awareness') this.others((other) => other.deliver(writeAwareness(message.update)));
    return true;
  }

  /** Answers everything that came so far. */
  answer(): void {
    for (const listener of this.saves) listener(this.received);
  }

  /** Says no. */
  refuse(refusal: NotesRefusal): void {
    for (const listener of this.refusals) listener(refusal);
  }

  /** Updates that came on this connection. */
  get counted(): number {
    return this.received;
  }

  deliver(frame: Uint8Array): void {
    for (const listener of this.binaries) listener(frame);
  }

  onState(listener: (live: boolean) => void): () => void {
    return subscribe(this.states, listener);
  }
  onBinary(listener: (data: Uint8Array) => void): () => void {
    return subscribe(this.binaries, listener);
  }
  onSaved(listener: (updates: number) => void): () => void {
    return subscribe(this.saves, listener);
  }
  onNotesRefused(listener: (refusal: NotesRefusal) => void): () => void {
    return subscribe(this.refusals, listener);
  }

  private synchronise(stateVector: Uint8Array): void {
    const first = !this.subscribed;
    this.subscribed = true;
    this.deliver(writeStep2(Y.encodeStateAsUpdate(this.server.doc, stateVector)));
    if (first) this.deliver(writeStep1(Y.encodeStateVector(this.server.doc)));
  }

  private take(update: Uint8Array): void {
    if (update.length === 2 && update[0] === 0 && update[1] === 0) return;
    this.received += 1;
    const updates = this.received;
    this.server.updates.push(update);
    const code = this.server.refuses ?? (update.length > UPDATE_BYTES_MAX ? 'notes-full' : null);
    if (code !== null) {
      if (!this.server.holdsAnswers) this.refuse({ code, message: 'no', updates });
      return;
    }
    Y.applyUpdate(this.server.doc, update);
    this.others((other) => other.deliver(writeUpdate(update)));
    if (!this.server.holdsAnswers) this.answer();
  }

  private others(tell: (other: FakeConnection) => void): void {
    for (const other of this.server.connections) if (other !== this && other.subscribed) tell(other);
  }
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
