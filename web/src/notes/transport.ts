/** What the notes need from the connection of the page: frames in and out, and the server's answers about them. */

/** A refusal of a notes update, as the server sent it. */
export interface NotesRefusal {
  /** The stable code: `notes-invalid`, `may-not-write`, `notes-full`, `room-closed` … */
  code: string;
  /** One sentence of the server. */
  message: string;
  /** How many updates of this connection are answered, with the refused one. */
  updates?: number;
}

/**
 * The one socket of the page, as the notes see it. A loss is reported before the next connection is; `true` reported twice
 * without a loss between means that the connection is the same and everything is to be synchronised again.
 */
export interface NotesTransport {
  /** Whether the socket is open and welcomed. */
  readonly live: boolean;
  /** Called on each (re)connect after the welcome, and on loss. */
  onState(listener: (live: boolean) => void): () => void;
  /** Called with each binary frame. */
  onBinary(listener: (data: Uint8Array) => void): () => void;
  /** Sends a binary frame; false if the connection is not live. */
  sendBinary(data: Uint8Array): boolean;
  /** `{"type":"saved","updates":n}`: so many updates of this connection are answered. */
  onSaved(listener: (updates: number) => void): () => void;
  /** `{"type":"refused",…,"updates":n}`: the update of that number was refused. */
  onNotesRefused(listener: (refusal: NotesRefusal) => void): () => void;
}

/** What the notes need to know of the reader's own seat; `You` of the protocol fits it. */
export interface NotesSeat {
  /** The seat's id. */
  seat: string;
  /** Name as shown to the room. */
  name?: string;
  /** Whether it may write the notes now. */
  writes: boolean;
}

/** A text of the page in its language. */
export type Translate = (id: string, args?: Record<string, string | number>) => string;
