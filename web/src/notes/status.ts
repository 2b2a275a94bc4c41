/** What the panel tells about the notes: whether they are saved, and whether one may write. */

/** Why somebody may not write: by right, because the room is closed, or because the server refused too often. */
export type Bar = 'may-not-write' | 'room-closed' | 'refused-often';

/**
 * `loading` before the first synchronisation; `saved` when the server has confirmed everything; `saving` while it has not;
 * `offline` without a connection and with nothing unsaved; `offline-kept` when what is unsaved is on this device;
 * `offline-unkept` when it is in this window only; `refused` while the server's document is fetched after a refusal.
 */
export type SaveState = 'loading' | 'saved' | 'saving' | 'offline' | 'offline-kept' | 'offline-unkept' | 'refused';

/** A refusal that the person has not yet acknowledged. */
export interface Refused {
  /** The server's code. */
  code: string;
  /** The lines that were not saved, to be copied. */
  lines: string[];
}

/** Everything that the panel shows about saving. */
export interface Status {
  save: SaveState;
  /** Why nothing can be written, or null. */
  bar: Bar | null;
  /** Whether the editor takes text now. */
  editable: boolean;
  /** Whether this device keeps a copy. */
  keeps: boolean;
  refused: Refused | null;
}

/** What the status is made from. */
export interface Facts {
  live: boolean;
  synced: boolean;
  everSynced: boolean;
  unsaved: boolean;
  kept: boolean;
  keeps: boolean;
  recovering: boolean;
  bar: Bar | null;
  refused: Refused | null;
}

/** The status that these facts amount to. */
export function statusOf(facts: Facts): Status {
  return {
    save: saveState(facts),
    bar: facts.bar,
    editable: facts.bar === null && facts.everSynced && !facts.recovering,
    keeps: facts.keeps,
    refused: facts.refused,
  };
}

function saveState(facts: Facts): SaveState {
  if (facts.recovering) return 'refused';
  if (!facts.live) return offlineState(facts);
  if (facts.unsaved) return 'saving';
  return facts.synced ? 'saved' : 'loading';
}

function offlineState({ unsaved, keeps, kept }: Facts): SaveState {
  if (!unsaved) return 'offline';
  if (!keeps) return 'offline-unkept';
  return kept ? 'offline-kept' : 'saving';
}
