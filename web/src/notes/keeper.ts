/**
 * Keeps the notes on this device: what this person writes at once, what others write now and then (it can be fetched again).
 * Without storage everything works but nothing is kept, and `works` says so.
 */
import * as Y from 'yjs';
import type { Locks } from './locks';
import { Store, type Marks } from './store';

/** Changes of others may wait this long: a phone in a pocket should not write to its flash memory for every key of a rapporteur. */
export const REMOTE_DELAY_MS = 4000;

/** Some browsers never answer when storage is broken; the page does not wait for it longer than this. */
const OPEN_TIMEOUT_MS = 3000;

/** What was found on the device. */
export interface Kept {
  /** The document's updates. */
  updates: Uint8Array[];
  /** What is known about them. */
  marks: Marks;
}

/** The copy of one document that this tab keeps on the device. */
export class Keeper {
  /** Whether the device stores what it is given. */
  works = false;
  private store: Store | null = null;
  private marks: Marks = { unsaved: false, synced: false };
  private remote: Uint8Array[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private writing = 0;

  /** `onChange` is called when `settled` or `works` may have changed. */
  constructor(
    private readonly name: string,
    private readonly locks: Locks | null,
    private readonly onChange: () => void,
  ) {}

  /** Whether all that was given is on the device. */
  get settled(): boolean {
    return this.works && this.writing === 0;
  }

  /** Opens the copy and reads it. Never rejects: without storage there is just nothing. */
  async open(): Promise<Kept> {
    try {
      this.store = await openInTime(this.name, this.locks);
      const kept = await this.store.load();
      this.marks = kept.marks;
      this.works = true;
      return kept;
    } catch {
      this.works = false;
      return { updates: [], marks: this.marks };
    }
  }

  /** Keeps a change of this person, with all that it may build on. */
  local(update: Uint8Array): void {
    this.marks = { ...this.marks, unsaved: true };
    this.write([...this.takeRemote(), update]);
  }

  /** Keeps a change of others, some time soon. */
  others(update: Uint8Array): void {
    if (!this.works) return;
    this.remote.push(update);
    this.timer ??= setTimeout(() => this.write(this.takeRemote()), REMOTE_DELAY_MS);
  }

  /** Notes how the copy stands to the server's document. */
  mark(marks: Partial<Marks>): void {
    const next = { ...this.marks, ...marks };
    if (next.unsaved === this.marks.unsaved && next.synced === this.marks.synced) return;
    this.marks = next;
    this.write(this.takeRemote());
  }

  /** Forgets the copy. */
  async clear(): Promise<void> {
    this.takeRemote();
    this.marks = { unsaved: false, synced: false };
    await this.store?.clear().catch(() => undefined);
  }

  /** Writes what waits and closes. */
  close(): void {
    const waiting = this.takeRemote();
    if (waiting.length > 0) this.write(waiting);
    this.store?.close();
    this.store = null;
    this.works = false;
  }

  private takeRemote(): Uint8Array[] {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const taken = this.remote;
    this.remote = [];
    return taken;
  }

  private write(updates: Uint8Array[]): void {
    if (this.store === null) return;
    this.writing += 1;
    this.store
      .add(updates.length === 0 ? null : Y.mergeUpdates(updates), this.marks)
      .then(
        () => undefined,
        () => {
          this.works = false;
        },
      )
      .finally(() => {
        this.writing -= 1;
        this.onChange();
      });
  }
}

async function openInTime(name: string, locks: Locks | null): Promise<Store> {
  const opening = Store.open(name, locks);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the storage of this device does not answer'));
      opening.then((store) => store.close(), () => undefined);
    }, OPEN_TIMEOUT_MS);
  });
  return Promise.race([opening, late]).finally(() => clearTimeout(timer));
}
