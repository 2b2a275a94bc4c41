/**
 * The copy of the notes on this device: a small IndexedDB database of Yjs updates. Every write says when it is done, because
 * the page tells people 'kept on this device' and that has to be true.
 */
import * as Y from 'yjs';

const UPDATES = 'updates';
const MARKS = 'marks';
/** From so many updates on they are merged into one. */
const UPDATES_MAX = 200;

/** What is known about the copy besides its content. */
export interface Marks {
  /** It holds changes that the server has not confirmed. */
  unsaved: boolean;
  /** It was once equal to the server's document. */
  synced: boolean;
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

/** The database of one seat in one room. */
export class Store {
  private count = 0;

  private constructor(private readonly database: IDBDatabase) {
    // Another tab wants to delete the database: let it.
    database.onversionchange = () => database.close();
  }

  /** Opens the database, or rejects where the browser has none for this page (private windows, full disks). */
  static async open(name: string): Promise<Store> {
    if (typeof indexedDB === 'undefined') throw new Error('no storage on this device');
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(UPDATES, { autoIncrement: true });
      request.result.createObjectStore(MARKS);
    };
    return new Store(await settled(request));
  }

  /** All that is kept. */
  async load(): Promise<{ updates: Uint8Array[]; marks: Marks }> {
    const transaction = this.database.transaction([UPDATES, MARKS]);
    const updates = await settled<Uint8Array[]>(transaction.objectStore(UPDATES).getAll());
    const marks = await settled<Partial<Marks> | undefined>(transaction.objectStore(MARKS).get('marks'));
    this.count = updates.length;
    return { updates, marks: { unsaved: marks?.unsaved ?? false, synced: marks?.synced ?? false } };
  }

  /** Keeps an update together with the marks; resolves when both are on the device. */
  async add(update: Uint8Array | null, marks: Marks): Promise<void> {
    const transaction = this.database.transaction([UPDATES, MARKS], 'readwrite');
    if (update !== null) transaction.objectStore(UPDATES).add(update);
    transaction.objectStore(MARKS).put(marks, 'marks');
    await completed(transaction);
    if (update !== null) this.count += 1;
    if (this.count > UPDATES_MAX) await this.compact();
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    const transaction = this.database.transaction([UPDATES, MARKS], 'readwrite');
    transaction.objectStore(UPDATES).clear();
    transaction.objectStore(MARKS).clear();
    this.count = 0;
    await completed(transaction);
  }

  /** Closes the database; what has been begun is finished. */
  close(): void {
    this.database.close();
  }

  /** Merges what is stored in one step, so that an update that another tab of the same seat has put there stays too. */
  private async compact(): Promise<void> {
    const transaction = this.database.transaction(UPDATES, 'readwrite');
    const updates = transaction.objectStore(UPDATES);
    const all = await settled<Uint8Array[]>(updates.getAll());
    updates.clear();
    updates.add(Y.mergeUpdates(all));
    await completed(transaction);
    this.count = 1;
  }
}
