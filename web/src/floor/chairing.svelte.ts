/** What the chair does with the floor. Buttons and keys both go through here, so that they do and refuse the same. */
import { createContext, untrack } from 'svelte';
import type { Ask } from '../ask.svelte';
import type { FloorView, RequestId, UndoView } from '../protocol.gen';
import type { KnownSession } from '../session.svelte';
import { upcoming, type Upcoming } from './upcoming';

/** A press so soon after the name on the button changed was meant for the name before, milliseconds: nobody reads faster. */
const UNREAD_MS = 600;

/** More time, where nothing else is said, seconds. */
export const MORE_S = 60;

/** The chair's hand on the floor. */
export class Chairing {
  /** For the speech under way and the next one. */
  readonly ask: Ask;
  /** For undoing, which never waits for the other. */
  readonly undoing: Ask;
  /** Whether 'next' was pressed where nobody waits while somebody still speaks. */
  nobodyNext = $state.raw(false);
  /** Whom the button names, since when, and whom it named before. */
  private named: { request?: RequestId; before?: RequestId; since: number } = { since: -Infinity };

  constructor(
    private readonly session: KnownSession,
    private readonly device: () => number = () => performance.now(),
  ) {
    this.ask = session.ask();
    this.undoing = session.ask();
    $effect(() => {
      const request = this.upcoming?.request;
      if (request !== undefined || this.floor.speaking === undefined) this.nobodyNext = false;
      untrack(() => {
        if (request !== this.named.request) this.named = { request, before: this.named.request, since: this.device() };
      });
    });
  }

  get floor(): FloorView {
    return this.session.room.view.floor;
  }

  /** Whom the main button means. */
  get upcoming(): Upcoming | undefined {
    return upcoming(this.floor);
  }

  /** The step that can still be undone. */
  get undo(): UndoView | undefined {
    const undo = this.floor.desk?.undo;
    return undo && undo.until > this.session.now ? undo : undefined;
  }

  /** Gives the floor to whoever the button names, and to nobody else. Where the name has only just changed, by a double press
   * or another chair, the one before is sent, and the server says what has happened meanwhile. */
  async next(): Promise<void> {
    const unread = this.device() - this.named.since < UNREAD_MS ? this.named.before : undefined;
    const expects = unread ?? this.upcoming?.request;
    this.nobodyNext = expects === undefined && this.floor.speaking !== undefined;
    if (expects !== undefined) await this.ask.run({ tool: 'floor', do: 'give', expects });
  }

  /** Ends the speech that is shown. */
  async end(): Promise<void> {
    const request = this.floor.speaking?.request;
    if (request !== undefined) await this.ask.run({ tool: 'floor', do: 'end', request });
  }

  /** Stops the clock of the speech that is shown, or lets it run again. */
  async pauseOrResume(): Promise<void> {
    const speaking = this.floor.speaking;
    if (speaking) await this.ask.run({ tool: 'floor', do: speaking.paused_at === undefined ? 'pause' : 'resume', request: speaking.request });
  }

  /** Gives the speech that is shown more time. */
  async more(seconds: number = MORE_S): Promise<void> {
    const request = this.floor.speaking?.request;
    if (request !== undefined) await this.ask.run({ tool: 'floor', do: 'more', seconds, request });
  }

  /** Takes the last step back. */
  async undoLast(): Promise<void> {
    const step = this.undo?.step;
    if (step !== undefined) await this.undoing.run({ tool: 'floor', do: 'undo', step });
  }
}

/** For the components of the chair's floor. */
export const [getChairing, provideChairing] = createContext<Chairing>();
