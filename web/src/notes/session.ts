/**
 * The notes of one seat in one room, from opening the page to leaving it: document, device copy, connection, and the way back
 * after a refusal. The editor shows `document`, the panel shows `status`; both hear of changes through `subscribe`.
 */
import * as Y from 'yjs';
import { Awareness } from 'y-protocols/awareness';
import { Keeper } from './keeper';
import { Ledger } from './ledger';
import { browserLocks, type Locks } from './locks';
import { readMessage } from './messages';
import { linesLost, linesOf } from './plaintext';
import { Presence } from './presence';
import { NotesProvider } from './provider';
import { statusOf, type Bar, type Refused, type Status } from './status';
import type { NotesRefusal, NotesTransport } from './transport';

/** After so many refusals without a save between them the editor gives up and stays read-only. */
const REFUSALS_MAX = 3;
const ROOT = 'notes';

/** A Yjs document with what belongs to it; a refusal replaces it by a new one. */
export interface NotesDocument {
  /** The Yjs document. */
  doc: Y.Doc;
  /** Its only root. */
  fragment: Y.XmlFragment;
  /** The cursors. */
  awareness: Awareness;
}

/** Where the session belongs and over what it speaks. */
export interface SessionPlace {
  /** The page's connection. */
  transport: NotesTransport;
  /** Ids of meeting, room and seat: the key of the device's copies. */
  meeting: string;
  room: string;
  seat: string;
  /** Why the seat may not write, if so. */
  bar: Bar | null;
  /** How tabs are told apart; the browser's way, where none is named. */
  locks?: Locks | null;
}

/** The notes of one seat in one room. */
export class NotesSession {
  private readonly ledger = new Ledger();
  private readonly keeper: Keeper;
  private readonly listeners = new Set<() => void>();
  private readonly unsubscribe: (() => void)[] = [];
  private current: { document: NotesDocument; provider: NotesProvider; presence: Presence } | null = null;
  private bar: Bar | null;
  private everSynced = false;
  private refusal: string | null = null;
  private refusals = 0;
  private lost: { code: string; written: string[]; earlier: string[] } | null = null;
  private told: Refused | null = null;
  private ended = false;

  /** Prepares; `open` begins. */
  constructor(private readonly place: SessionPlace) {
    this.bar = place.bar;
    const { meeting, room, seat, locks = browserLocks() } = place;
    this.keeper = new Keeper(`roundtable-notes/${meeting}/${room}/${seat}`, locks, this.changed);
  }

  /** Reads the device's copy, then synchronises whenever there is a connection. */
  async open(): Promise<void> {
    const { transport } = this.place;
    const kept = await this.keeper.open();
    if (this.ended) return;
    this.everSynced = kept.marks.synced;
    this.begin(kept.marks.unsaved, kept.updates);
    this.unsubscribe.push(
      transport.onState(this.onState),
      transport.onBinary(this.onBinary),
      transport.onSaved(this.onSaved),
      transport.onNotesRefused(this.onRefused),
    );
    if (transport.live) this.onState(true);
    this.changed();
  }

  /** The document to edit, once the device's copy is read. */
  get document(): NotesDocument | null {
    return this.current?.document ?? null;
  }

  /** The document once there is something to show: not before it was compared with the server's, on this visit or an earlier one. */
  get readable(): NotesDocument | null {
    return this.everSynced ? this.document : null;
  }

  /** What to tell the person. */
  get status(): Status {
    return statusOf({
      live: this.place.transport.live,
      synced: this.current?.provider.synced ?? false,
      everSynced: this.everSynced,
      unsaved: this.current?.provider.unsaved ?? false,
      kept: this.keeper.settled,
      keeps: this.keeper.works,
      recovering: this.refusal !== null,
      bar: this.bar,
      refused: this.told,
    });
  }

  /** Calls the listener after every change of `document` or `status`. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The seat's right to write changed. What was written before goes out first; the server decides about it. */
  setBar(bar: Bar | null): void {
    if (bar === this.bar) return;
    this.current?.provider.flush();
    this.bar = bar;
    this.changed();
  }

  /** Sends and keeps what has been gathered, before the page goes to sleep. */
  flush(): void {
    this.current?.provider.flush();
  }

  /** Takes all of the server's notes in place of the page's, which say something else, and offers what only the page had. Nothing may be unsaved. */
  renew(update: Uint8Array): void {
    const written = this.current ? linesOf(this.current.document.fragment) : [];
    this.restart();
    this.current?.provider.receive({ kind: 'update', update });
    const lost = this.current ? linesLost(written, linesOf(this.current.document.fragment)) : [];
    if (lost.length > 0) this.told = { code: 'diverged', lines: [...(this.told?.lines ?? []), ...lost] };
    this.changed();
  }

  /** The person has taken back the text that was refused. */
  dismissRefused(): void {
    this.told = null;
    this.changed();
  }

  /** Leaves. The copy of a closed room whose notes are all saved is not left behind on the device. */
  async close(): Promise<void> {
    this.ended = true;
    for (const stop of this.unsubscribe) stop();
    this.current?.provider.flush();
    const finished = this.bar === 'room-closed' && this.current?.provider.unsaved === false;
    this.end();
    if (finished) await this.keeper.clear();
    this.keeper.close();
  }

  private readonly changed = (): void => {
    if (this.everSynced && this.current?.provider.unsaved === false) this.keeper.mark({ unsaved: false });
    for (const listener of this.listeners) listener();
  };

  private begin(carried: boolean, updates: Uint8Array[]): void {
    const doc = new Y.Doc();
    const awareness = new Awareness(doc);
    const send = (frame: Uint8Array): boolean => this.place.transport.sendBinary(frame);
    for (const update of updates) Y.applyUpdate(doc, update, this);
    const provider = new NotesProvider(
      doc,
      {
        send,
        ledger: this.ledger,
        mayWrite: () => this.bar === null && this.refusal === null,
        onLocal: (update) => this.keeper.local(update),
        onRemote: (update) => this.keeper.others(update),
        onBarred: () => this.refuse(this.bar ?? 'may-not-write'),
        onTooLarge: () => this.refuse('notes-too-large'),
        onChange: () => this.onProgress(),
      },
      carried,
    );
    const document = { doc, fragment: doc.getXmlFragment(ROOT), awareness };
    this.current = { document, provider, presence: new Presence(awareness, send) };
  }

  private end(): void {
    this.current?.presence.destroy();
    this.current?.provider.destroy();
    this.current?.document.doc.destroy();
    this.current = null;
  }

  private readonly onState = (live: boolean): void => {
    if (live) {
      this.current?.provider.connected(!this.current.provider.synced);
      this.current?.presence.connected();
    } else {
      this.current?.provider.disconnected();
      this.current?.presence.disconnected();
      this.ledger.reset();
      this.recoverWhenQuiet();
    }
    this.changed();
  };

  private readonly onBinary = (frame: Uint8Array): void => {
    const message = readMessage(frame);
    if (message.kind === 'awareness') this.current?.presence.receive(message.update);
    else this.current?.provider.receive(message);
  };

  private readonly onSaved = (updates: number): void => {
    this.ledger.answer(updates);
    if (this.refusal === null) this.refusals = 0;
    this.recoverWhenQuiet();
    this.changed();
  };

  /** Only what answers an edit takes that edit back; a refused question of this connection says nothing about what was written. */
  private readonly onRefused = ({ code, updates = 0 }: NotesRefusal): void => {
    if (updates <= this.ledger.answered) return;
    this.ledger.answer(updates);
    this.refuse(code);
  };

  private refuse(code: string): void {
    if (this.refusal === null) {
      this.refusal = code;
      this.refusals += 1;
    }
    this.recoverWhenQuiet();
    this.changed();
  }

  /** Once nothing is outstanding the server's document cannot change by what was sent from this one: then it is fetched afresh. */
  private recoverWhenQuiet(): void {
    if (this.refusal === null || this.ledger.outstanding || !this.current) return;
    const written = linesOf(this.current.document.fragment);
    this.lost = { code: this.refusal, written, earlier: this.told?.lines ?? [] };
    // Until the server's document is there to compare with, everything might be lost, so everything is offered.
    this.tell(this.lost, []);
    this.everSynced = false;
    this.refusal = null;
    if (this.refusals >= REFUSALS_MAX) this.bar = 'refused-often';
    this.restart();
  }

  /** An empty document in place of the one that was there and of its copy on this device, to be filled by the server. */
  private restart(): void {
    this.end();
    void this.keeper.clear();
    this.begin(false, []);
    if (this.place.transport.live) this.current?.provider.connected(false);
  }

  /** Offers what the server's document does not have, after what was refused before and not yet taken back. */
  private tell({ code, written, earlier }: { code: string; written: string[]; earlier: string[] }, saved: string[]): void {
    this.told = { code, lines: [...earlier, ...linesLost(written, saved)] };
  }

  private onProgress(): void {
    const { provider, document } = this.current ?? {};
    if (provider?.synced) {
      this.everSynced = true;
      this.keeper.mark({ synced: true });
      if (this.lost && document) {
        this.tell(this.lost, linesOf(document.fragment));
        this.lost = null;
      }
    }
    this.changed();
  }
}
