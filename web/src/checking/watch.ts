/**
 * Whether this page has what it should have. The server says some seconds after each change what that amounts to; a page that has
 * something else, though it got every frame, asks for a fresh view and takes it. The notes are taken anew only where they turn out to
 * differ from all of the server's, and nothing is unsaved. The code comes when the page has long been there.
 */
import type { ServerFrame } from '../protocol.gen';
import type { RoomSession } from '../session.svelte';
import { digestOf, spelled } from './digest';
import { digestOfNotes } from './notes';

type Check = Extract<ServerFrame, { type: 'check' }>;

/** Fresh views that changed nothing, one after the other: after so many the fault is in the comparison. */
const FRUITLESS_MAX = 3;

/** How long the notes may be in doubt: with the time that a check takes, less than ten seconds. */
const DOUBT_MS = 4_000;

/** The first two bytes of the frames about the notes that matter here. */
const [SYNC, STEP_2, UPDATE] = [0, 1, 2];

/** What such a frame holds: it comes after its length, whose last byte has no high bit. */
const bodyOf = (frame: Uint8Array): Uint8Array => frame.subarray(frame.findIndex((byte, place) => place > 1 && byte < 0x80) + 1);

/** Compares from now on, as long as the connection is used. */
export function watch(session: RoomSession): void {
  const watching = new Watching(session);
  session.connection.onFrame((frame) => watching.hear(frame));
  session.connection.onSaved(() => watching.disturb());
  session.connection.onBinary((frame) => watching.hearNotes(frame));
}

class Watching {
  /** Something came on a way of its own since the last check, and may have overtaken the next one. */
  private disturbed = true;
  /** Runs out where the notes were something else at the last check, and no later one says otherwise. */
  private doubt: ReturnType<typeof setTimeout> | undefined;
  /** What is waited for: the fresh view, then all of the notes. */
  private awaits: 'welcome' | 'notes' | null = null;
  private fruitless = 0;

  constructor(private readonly session: RoomSession) {}

  hear(frame: ServerFrame): void {
    if (frame.type === 'check') this.compare(frame);
    else if (frame.type === 'welcome') this.awaits = this.awaits && 'notes';
    else if (frame.type === 'resumed') this.awaits = null;
  }

  disturb(): void {
    this.disturbed = true;
  }

  /** A frame about the notes, which others take in first. */
  hearNotes(frame: Uint8Array): void {
    if (frame[0] !== SYNC) return;
    if (frame[1] === STEP_2) this.disturb();
    if (this.awaits !== 'notes') return;
    this.awaits = null;
    if (frame[1] === UPDATE) queueMicrotask(() => this.compareAll(bodyOf(frame)));
  }

  private compare({ seq, view, notes }: Check): void {
    const { room } = this.session;
    if (!room || room.seq > seq) return;
    const same = spelled(digestOf(room.view)) === view;
    const shown = this.settledNotes();
    const sameNotes = !notes || !shown || spelled(digestOfNotes(shown)) === notes;
    if (same && sameNotes) this.fruitless = 0;
    if (!same) this.refresh();
    // Of notes in which something is under way nothing is known; the next check will do.
    if (shown) this.judge(sameNotes);
  }

  /** The view comes in one order. The notes may have been overtaken by what came on another way: that shows at the next check, if there is one soon. */
  private judge(sameNotes: boolean): void {
    const sure = !this.disturbed || this.doubt !== undefined;
    clearTimeout(this.doubt);
    this.doubt = undefined;
    this.disturbed = false;
    if (sameNotes) return;
    if (sure) this.refresh();
    else this.doubt = setTimeout(() => this.refresh(), DOUBT_MS);
  }

  /** The notes, where they are open and everything in them is on the server's disk. */
  private settledNotes() {
    const open = this.session.notes?.session;
    return open?.status.save === 'saved' ? (open.document?.fragment ?? null) : null;
  }

  private refresh(): void {
    this.doubt = undefined;
    if (this.fruitless >= FRUITLESS_MAX) return;
    this.fruitless += 1;
    if (this.session.connection.sendText({ type: 'refresh' })) this.awaits = 'welcome';
  }

  /** All of the server's notes have come, and been taken in: if the page's are still something else, they are taken anew. */
  private compareAll(update: Uint8Array): void {
    const open = this.session.notes;
    const shown = this.settledNotes();
    if (!open || !shown) return;
    const { Doc, applyUpdate } = open.parts;
    const fresh = new Doc();
    applyUpdate(fresh, update);
    if (digestOfNotes(fresh.getXmlFragment('notes')) !== digestOfNotes(shown)) open.session.renew(update);
    fresh.destroy();
  }
}
