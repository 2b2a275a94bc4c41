/** The organiser's desk: all rooms of a meeting as the server tells of them, and what is asked of several of them at once. */
import { ask } from '../api';
import { ServerClock } from '../clock';
import { rankedRooms } from './order';
import type { MeetingNews } from '../news.svelte';
import { Refused } from '../outbox';
import type { Attribution, Command, ListState, Millis, ReportState, RoomState, SessionView, SpeakingView, Tool } from '../protocol.gen';
import { postCommand } from '../resource.svelte';
import { refusalText } from '../strings/strings.svelte';
import { tick } from '../ticker.svelte';

/** A poll that is open. */
export interface OpenPoll {
  poll: string;
  question: string;
  turnout: number;
  electorate: number;
  closes_at?: Millis;
}

/** A room in a few lines. */
export interface Summary {
  state: RoomState;
  revision: number;
  closed_at?: Millis;
  attribution: Attribution;
  seats_taken: number;
  speaking?: SpeakingView;
  without?: Tool[];
  list: ListState;
  waiting: number;
  polls: OpenPoll[];
  notes: string;
  report: ReportState;
  remarks_waiting: number;
  session: SessionView;
}

/** A room as the desk has it. */
export interface DeskRoom {
  id: string;
  title: string;
  theme: string;
  stands: 'not-begun' | 'begun' | 'unavailable';
  people: number;
  summary?: Summary;
}

/** A session of the programme, by which rooms are chosen together. */
export interface DeskSession {
  id: string;
  date: string;
  starts: string;
  ends: string;
  title: string;
  rooms: string[];
}

interface Told {
  title: string;
  now: Millis;
  timezone: string;
  sessions: DeskSession[];
  rooms: Record<string, Omit<DeskRoom, 'id'>>;
  order: string[];
}

type Answer = { type: 'done'; seq: number } | { type: 'refused'; code: string; message: string };

/** What became of a command. */
export interface Outcome {
  /** The rooms that did it. */
  done: string[];
  /** Those that did not, each with its reason. */
  refused: { room: string; reason: string }[];
}

/** News come several times a second where much goes on; so often the rooms are asked for. */
const ASKED_MS = 1_000;

/** The desk of one meeting. */
export class RoomsDesk {
  /** What was told last; null before. */
  private told: Told | null = $state.raw(null);
  /** Why the rooms could not be had the last time; empty where they could. */
  problem = $state.raw('');
  /** Whether something is being asked of rooms. */
  busy = $state.raw(false);
  /** What became of the last thing that was asked; null where that was put away. */
  outcome: Outcome | null = $state.raw(null);
  private readonly clock = new ServerClock();
  private readonly url: string;

  constructor(meeting: string) {
    this.url = `/api/meetings/${encodeURIComponent(meeting)}/desk`;
  }

  /** The server's time, moving on. */
  get now(): Millis {
    tick();
    return this.clock.now();
  }

  /** The zone of the place's clocks; undefined before the rooms have been told. */
  get timezone(): string | undefined {
    return this.told?.timezone;
  }

  /** Whether the rooms have been told. */
  get known(): boolean {
    return this.told !== null;
  }

  /** The rooms: those that call for help first, the others in the order of the meeting. */
  readonly rooms: DeskRoom[] = $derived.by(() => {
    const { told } = this;
    return told ? rankedRooms(told.order.flatMap((id) => (told.rooms[id] ? [{ id, ...told.rooms[id] }] : []))) : [];
  });

  /** The sessions that rooms meet in. */
  readonly sessions: DeskSession[] = $derived((this.told?.sessions ?? []).filter((session) => session.rooms.length > 0));

  /** Asks for the rooms now, and again when there is news of them, once a second at most. To be called while a component is set up. */
  follow(news: MeetingNews): void {
    let before = '';
    let due: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    $effect(() => () => clearTimeout(due));
    $effect(() => {
      const now = JSON.stringify([news.gap, news.numbers['rooms'], news.numbers['plan']]);
      if (now === before) return;
      before = now;
      clearTimeout(due);
      due = setTimeout(() => {
        asked = Date.now();
        void this.look();
      }, Math.max(0, asked + ASKED_MS - Date.now()));
    });
  }

  private async look(): Promise<void> {
    try {
      this.told = await ask<Told>(this.url, {}, 'organiser');
      this.clock.heard(this.told.now);
      this.problem = '';
    } catch (error) {
      this.problem = refusalText(error instanceof Refused ? error : new Refused('unknown', String(error)));
    }
  }

  /** Asks the same of these rooms; null where it did not reach them at all. */
  async run(rooms: string[], command: Command): Promise<Outcome | null> {
    if (this.busy) return null;
    this.busy = true;
    this.outcome = null;
    this.problem = '';
    try {
      const { rooms: answers } = await postCommand<{ rooms: Record<string, Answer> }>(`${this.url}/commands`, { rooms, ...command }, 'organiser');
      this.outcome = sorted(answers);
      void this.look();
      return this.outcome;
    } catch (error) {
      this.problem = refusalText(error instanceof Refused ? error : new Refused('unknown', String(error)));
      return null;
    } finally {
      this.busy = false;
    }
  }
}

function sorted(answers: Record<string, Answer>): Outcome {
  const entries = Object.entries(answers);
  return {
    done: entries.flatMap(([room, answer]) => (answer.type === 'done' ? [room] : [])),
    refused: entries.flatMap(([room, answer]) => (answer.type === 'refused' ? [{ room, reason: refusalText(new Refused(answer.code, answer.message)) }] : [])),
  };
}
