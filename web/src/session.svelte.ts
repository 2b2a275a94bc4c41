/** A room as a page lives in it: the connection, what is known, and the server's clock. Components get it from the context. */
import { createContext } from 'svelte';
import { hasSeat, liveUrl } from './api';
import { Ask } from './ask.svelte';
import { ServerClock } from './clock';
import { Connection, type Status } from './connection';
import type { OpenNotes } from './notes/insertPoint';
import { Refused } from './outbox';
import type { Command, Role } from './protocol.gen';
import { position, reduce, type RoomState } from './room';
import { shelfOf } from './shelf';
import { refusalText } from './strings/strings.svelte';
import { tick } from './ticker.svelte';

/** Something the server wants people to know. */
export interface Notice {
  key: number;
  message: string;
}

/** Refusals by which the machine failed, not a rule: they stay on the page until somebody has taken note. */
const FAULTS = new Set(['outcome-not-written', 'outcome-not-made', 'storage-fault']);

/** Notices kept on the page; older ones make room. */
const NOTICES_MAX = 3;

/** One page's life in one room. */
export class RoomSession {
  /** What is known; null until the first welcome. */
  room: RoomState | null = $state.raw(null);
  /** How the connection stands. */
  status: Status = $state.raw({ name: 'connecting' });
  /** Whether the device said that it has no network, and nothing was heard since. */
  private offline = $state.raw(false);
  /** What people should know, newest last. */
  notices: Notice[] = $state.raw([]);
  /** What was asked before the page was loaded anew, and has no answer yet. */
  restored: Command[] = $state.raw([]);
  /** The notes, while they are open on the page. */
  notes: OpenNotes | null = $state.raw(null);
  readonly clock = new ServerClock();
  readonly connection: Connection;
  private noticed = 0;
  private checking: Promise<unknown> | undefined;

  constructor(
    readonly meetingId: string,
    readonly roomId: string,
    as?: Role,
  ) {
    // Once it is known which seat this page has, it stays with it, whatever else this browser joins meanwhile.
    const role = (): Role | undefined => this.room?.you.role ?? as;
    this.connection = new Connection({
      url: () => liveUrl(meetingId, roomId, role()),
      clock: this.clock,
      position: () => position(this.room),
      shelf: (seat) => shelfOf(meetingId, roomId, seat),
      probe: () => hasSeat(meetingId, roomId, role()),
    });
    this.connection.onStatus((status) => (this.status = status));
    this.connection.onFrame((frame) => {
      this.offline = false;
      if (frame.type === 'notice') {
        // The view has announcements, too, and for those who come later.
        if (frame.code !== 'announcement') this.tell(frame.message);
      } else if (frame.type === 'refused' && FAULTS.has(frame.code)) this.tell(refusalText(new Refused(frame.code, frame.message)));
      else this.room = reduce(this.room, frame);
      this.checking ??= import('./checking/watch').then(({ watch }) => watch(this), () => (this.checking = undefined));
    });
    this.connection.onRestored(({ commands, refused, command }) => {
      this.restored = commands;
      // Its form is gone: what was typed in it is handed back with the reason.
      const { text, word, reason } = (command ?? {}) as { text?: string; word?: string; reason?: string };
      const typed = text || word || reason;
      if (refused && (typed || !FAULTS.has(refused.code))) this.tell(refusalText(refused) + (typed ? ` “${typed}”` : ''));
    });
  }

  /** The server's time, moving on. */
  get now(): number {
    tick();
    return this.clock.now();
  }

  /** How the connection stands; the device knows of a lost network before the connection does. */
  get standing(): Status | { name: 'offline' } {
    return this.offline ? { name: 'offline' } : this.status;
  }

  /** Connects, and wakes the connection when the device does. Returns how to leave. */
  enter(): () => void {
    const wake = (): void => {
      if (document.visibilityState === 'visible') this.connection.wake();
    };
    // Devices are sometimes wrong about that, so the connection is asked at once, and whatever it hears says otherwise.
    const lose = (): void => {
      this.offline = true;
      this.connection.wake();
    };
    const back = (): void => {
      this.offline = false;
      wake();
    };
    addEventListener('online', back);
    addEventListener('offline', lose);
    addEventListener('pageshow', wake);
    document.addEventListener('visibilitychange', wake);
    this.connection.start();
    return () => {
      removeEventListener('online', back);
      removeEventListener('offline', lose);
      removeEventListener('pageshow', wake);
      document.removeEventListener('visibilitychange', wake);
      this.connection.stop();
    };
  }

  /** For a control that asks something of the server. */
  ask(): Ask {
    return new Ask(this.connection);
  }

  /** Takes a notice off the page. */
  dismiss(key: number): void {
    this.notices = this.notices.filter((notice) => notice.key !== key);
  }

  /** Puts a notice on the page. */
  tell(message: string): void {
    this.noticed += 1;
    // Said again, it stands once, as the newest.
    const others = this.notices.filter((notice) => notice.message !== message);
    this.notices = [...others, { key: this.noticed, message }].slice(-NOTICES_MAX);
  }
}

/** The session, for the components of a room that is known (`room` is there). */
export interface KnownSession extends RoomSession {
  room: RoomState;
}

/** Gets the session from the context, and puts it there. Only components below a known room get it. */
export const [getSession, provideSession] = createContext<KnownSession>();
