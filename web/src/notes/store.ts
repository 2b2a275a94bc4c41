/**
 * The copies of the notes on this device: a small IndexedDB database of Yjs updates for one seat in one room. Each tab has a
 * copy of its own, so that none takes away what another keeps; a new tab goes on with the copies that no tab has any more.
 * Every write says when it is done, because the page tells people 'kept on this device' and that has to be true.
 */
import * as Y from 'yjs';
import { uuid } from '../uuid';
import type { Locks } from './locks';

const VERSION = 2;
const UPDATES = 'updates';
const MARKS = 'marks';
const BY_COPY = 'copy';
/** From so many updates on they are merged into one. */
const UPDATES_MAX = 200;
/** The copy of all tabs together, where the browser cannot tell them apart. */
const SHARED = 'shared';

/** What is known about a copy besides its content. */
export interface Marks {
  /** It holds changes that the server has not confirmed. */
  unsaved: boolean;
  /** It was once equal to the server's document. */
  synced: boolean;
}

interface Stored {
  copy: string;
  update: Uint8Array;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the device refused to store'));
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the device refused to store'));
  });
}

function create(database: IDBDatabase): void {
  for (const old of [...database.objectStoreNames]) database.deleteObjectStore(old);
  database.createObjectStore(UPDATES, { autoIncrement: true }).createIndex(BY_COPY, 'copy');
  database.createObjectStore(MARKS);
}

/** One tab's copy. */
export class Store {
  private count = 0;
  private copy = SHARED;
  private release: () => void = () => undefined;

  private constructor(private readonly database: IDBDatabase) {
    // Another tab wants to change or delete the database: let it.
    database.onversionchange = () => database.close();
  }

  /** Opens this tab's copy, or rejects where the browser stores nothing for this page (private windows, full disks). */
  static async open(name: string, locks: Locks | null): Promise<Store> {
    if (typeof indexedDB === 'undefined') throw new Error('no storage on this device');
    const request = indexedDB.open(name, VERSION);
    request.onupgradeneeded = () => create(request.result);
    const store = new Store(await settled(request));
    if (locks) await store.takeOver(name, locks);
    return store;
  }

  /** All that is kept in this copy. */
  async load(): Promise<{ updates: Uint8Array[]; marks: Marks }> {
    const transaction = this.database.transaction([UPDATES, MARKS]);
    const stored = await settled<Stored[]>(transaction.objectStore(UPDATES).index(BY_COPY).getAll(this.copy));
    const marks = await settled<Partial<Marks> | undefined>(transaction.objectStore(MARKS).get(this.copy));
    this.count = stored.length;
    return { updates: stored.map(({ update }) => update), marks: { unsaved: marks?.unsaved ?? false, synced: marks?.synced ?? false } };
  }

  /** Keeps an update together with the marks; resolves when both are on the device. */
  async add(update: Uint8Array | null, marks: Marks): Promise<void> {
    const transaction = this.database.transaction([UPDATES, MARKS], 'readwrite');
    if (update !== null) transaction.objectStore(UPDATES).add({ copy: this.copy, update } satisfies Stored);
    transaction.objectStore(MARKS).put(marks, this.copy);
    await completed(transaction);
    if (update !== null) this.count += 1;
    if (this.count > UPDATES_MAX) await this.compact();
  }

  /** Forgets everything of this copy. */
  async clear(): Promise<void> {
    const transaction = this.database.transaction([UPDATES, MARKS], 'readwrite');
    await this.each(transaction, this.copy, (cursor) => void cursor.delete());
    transaction.objectStore(MARKS).delete(this.copy);
    this.count = 0;
    await completed(transaction);
  }

  /** Closes the copy; what has been begun is finished. Another tab may go on with it. */
  close(): void {
    this.database.close();
    this.release();
  }

  /** Goes on with what tabs have left that are gone; where there is nothing, with a copy of its own. */
  private async takeOver(name: string, locks: Locks): Promise<void> {
    const copies = await settled(this.database.transaction(MARKS).objectStore(MARKS).getAllKeys());
    const tried = await Promise.all(copies.map(async (copy) => ({ copy: String(copy), release: await locks.take(`${name}/${String(copy)}`) })));
    const [first, ...others] = tried.filter(({ release }) => release !== null);
    this.copy = first?.copy ?? uuid();
    this.release = (first ? first.release : await locks.take(`${name}/${this.copy}`)) ?? this.release;
    for (const { copy, release } of others) {
      await this.join(copy);
      release?.();
    }
  }

  /** Puts what is in another copy into this one, in one step. */
  private async join(other: string): Promise<void> {
    const transaction = this.database.transaction([UPDATES, MARKS], 'readwrite');
    await this.each(transaction, other, (cursor) => void cursor.update({ ...(cursor.value as Stored), copy: this.copy }));
    const marks = transaction.objectStore(MARKS);
    const [own, its] = [await settled<Marks | undefined>(marks.get(this.copy)), await settled<Marks | undefined>(marks.get(other))];
    marks.put({ unsaved: Boolean(own?.unsaved || its?.unsaved), synced: Boolean(own?.synced || its?.synced) } satisfies Marks, this.copy);
    marks.delete(other);
    await completed(transaction);
  }

  private each(transaction: IDBTransaction, copy: string, act: (cursor: IDBCursorWithValue) => void): Promise<void> {
    const request = transaction.objectStore(UPDATES).index(BY_COPY).openCursor(copy);
    return new Promise((resolve, reject) => {
      request.onerror = () => reject(request.error ?? new Error('the device refused to store'));
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) return resolve();
        act(cursor);
        cursor.continue();
      };
    });
  }

  /** Merges what is stored in one step. */
  private async compact(): Promise<void> {
    const transaction = this.database.transaction(UPDATES, 'readwrite');
    const all: Uint8Array[] = [];
    await this.each(transaction, this.copy, (cursor) => {
      all.push((cursor.value as Stored).update);
      cursor.delete();
    });
    transaction.objectStore(UPDATES).add({ copy: this.copy, update: Y.mergeUpdates(all) } satisfies Stored);
    await completed(transaction);
    this.count = 1;
  }
}
