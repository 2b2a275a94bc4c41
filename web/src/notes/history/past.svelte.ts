/** The past of the notes as the server tells it: its steps, and the state at each, fetched one at a time. */
import { fileUrl } from '../../api';
import { Refused } from '../../outbox';
import type { Millis, Role } from '../../protocol.gen';
import { refusalText } from '../../strings/strings.svelte';
import { fromBase64 } from '../base64';
import { pastNotes, type PastNode } from './states';

/** What somebody wrote without a pause. */
export interface HistoryStep {
  /** The position after it. */
  seq: number;
  at: Millis;
  /** Author ids; only where the room is on the record. */
  by?: string;
  with?: string[];
}

/** Somebody who wrote; without a role, the meeting file. */
export interface Author {
  name?: string;
  delegation?: string;
  role?: Role;
}

interface HistoryBody {
  steps: HistoryStep[];
  authors?: Record<string, Author>;
}

interface PastBody {
  update: string;
  writers?: Record<string, string>;
}

/** Where the notes are, and as whom they are read. */
export interface Reader {
  meeting: string;
  room: string;
  role: Role;
}

/** Where the slider rests before a state is fetched. */
const REST_MS = 120;
/** While others write, the steps are fetched at most so often. */
const FOLLOW_MS = 3_000;

/** The steps and states of one room's notes. */
export class Past {
  steps: HistoryStep[] = $state.raw([]);
  authors: Readonly<Record<string, Author>> = $state.raw({});
  /** Whether the steps are there. */
  ready = $state.raw(false);
  /** Why something did not come; empty where all is well. */
  problem = $state.raw('');
  private states: Readonly<Record<number, PastNode[]>> = $state.raw({});
  private wanted: number[] = [];
  private fetching = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private following: ReturnType<typeof setTimeout> | undefined;
  private opening: Promise<void> | null = null;
  private stale = false;
  private closed = false;

  constructor(private readonly reader: Reader) {}

  /** Fetches the steps, at first and again. One question at a time: who asks meanwhile is answered by one more. */
  async open(): Promise<void> {
    if (this.opening) {
      this.stale = true;
      return this.opening;
    }
    this.opening = this.openOnce();
    await this.opening;
    this.opening = null;
    if (this.stale && !this.closed) await this.open();
  }

  private async openOnce(): Promise<void> {
    this.stale = false;
    const told = await this.attempt(() => this.fetch<HistoryBody>('notes/history'));
    if (!told) return;
    this.steps = told.steps;
    this.authors = told.authors ?? {};
    this.ready = true;
  }

  /** The notes are being written: the steps are fetched anew in a while, however often this is said until then. */
  follow(): void {
    this.following ??= setTimeout(() => {
      this.following = undefined;
      void this.open();
    }, FOLLOW_MS);
  }

  /** The state at that position; null while it is still to come. */
  at(seq: number): PastNode[] | null {
    return this.states[seq] ?? null;
  }

  /** Asks for the states at these positions, in place of what was asked for before and has not come. */
  want(positions: readonly number[]): void {
    this.wanted = positions.filter((seq) => !(seq in this.states));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.next(), REST_MS);
  }

  /** Nothing is asked for any more. */
  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.following);
    this.wanted = [];
  }

  /** One at a time: the server tells only a few at once. */
  private async next(): Promise<void> {
    const [seq] = this.wanted;
    if (this.fetching || seq === undefined) return;
    this.fetching = true;
    const told = await this.attempt(() => this.fetch<PastBody>(`notes/history/${seq}`));
    this.fetching = false;
    this.wanted = this.wanted.filter((each) => each !== seq);
    if (told) this.states = { ...this.states, [seq]: pastNotes(fromBase64(told.update), told.writers) };
    await this.next();
  }

  private async attempt<T>(ask: () => Promise<T>): Promise<T | null> {
    try {
      const told = await ask();
      this.problem = '';
      return told;
    } catch (error) {
      this.problem = refusalText(error instanceof Refused ? error : new Refused('unreachable', ''));
      return null;
    }
  }

  private async fetch<T>(file: string): Promise<T> {
    const { meeting, room, role } = this.reader;
    const response = await fetch(fileUrl(meeting, room, file, role), { credentials: 'same-origin' });
    const body = (await response.json()) as T & { code?: string; message?: string };
    if (response.ok) return body;
    throw new Refused(body.code ?? 'unreachable', body.message ?? '');
  }
}
