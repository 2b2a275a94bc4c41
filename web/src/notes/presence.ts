/** Cursors: this editor's to the server, the others' from it. Nothing of it is ever stored. */
import { type Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import { writeAwareness } from './messages';

/** A cursor moves often; others see it well enough ten times a second; in a large room the server tells them less often. */
const CURSOR_INTERVAL_MS = 100;

interface AwarenessChange {
  added: number[];
  updated: number[];
  removed: number[];
}

/** Ties an awareness to the connection. Somebody who only reads has no cursor and sends nothing at all. */
export class Presence {
  private shown = false;
  private timer: ReturnType<typeof setTimeout> | null = null;

  /** Begins to listen to the local cursor. */
  constructor(
    readonly awareness: Awareness,
    private readonly send: (frame: Uint8Array) => boolean,
  ) {
    awareness.on('update', this.onUpdate);
  }

  /** A connection is there: the server has forgotten this cursor, and others may have seen its end, so its clock moves on. */
  connected(): void {
    this.shown = false;
    const state = this.awareness.getLocalState();
    if (state?.['cursor'] == null) return;
    this.awareness.setLocalState(state);
    this.awareness.setLocalState(state);
    this.sendNow();
  }

  /** The connection is gone: the others' cursors say nothing any more. */
  disconnected(): void {
    this.shown = false;
    const others = [...this.awareness.getStates().keys()].filter((client) => client !== this.awareness.clientID);
    removeAwarenessStates(this.awareness, others, this);
  }

  /** Cursors of others came. */
  receive(update: Uint8Array): void {
    try {
      applyAwarenessUpdate(this.awareness, update, this);
    } catch {
      // A cursor that cannot be read is a cursor that is not shown.
    }
  }

  /** Takes this cursor away from the others and stops. */
  destroy(): void {
    if (this.shown) {
      this.awareness.setLocalStateField('cursor', null);
      this.sendNow();
    }
    this.awareness.off('update', this.onUpdate);
    if (this.timer !== null) clearTimeout(this.timer);
    this.awareness.destroy();
  }

  private readonly onUpdate = (change: AwarenessChange, origin: unknown): void => {
    const own = [...change.added, ...change.updated, ...change.removed].includes(this.awareness.clientID);
    if (!own || origin === this || this.timer !== null) return;
    this.timer = setTimeout(() => this.sendNow(), CURSOR_INTERVAL_MS);
  };

  private sendNow(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const own = this.awareness.clientID;
    const visible = this.awareness.getLocalState()?.['cursor'] != null;
    if (!visible && !this.shown) return;
    const states = visible ? this.awareness.states : new Map();
    if (this.send(writeAwareness(encodeAwarenessUpdate(this.awareness, [own], states)))) this.shown = visible;
  }
}
