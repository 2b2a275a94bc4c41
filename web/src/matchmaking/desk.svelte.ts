/** One page's dealings with the matchmaking: what the server tells, its clock, and what is asked of it, one thing at a time. */
import { ServerClock } from '../clock';
import { momentText, type Reading } from '../moments';
import type { MeetingNews } from '../news.svelte';
import { Refused } from '../outbox';
import type { Role } from '../protocol.gen';
import { postCommand, Resource } from '../resource.svelte';
import { language, refusalText } from '../strings/strings.svelte';
import { tick } from '../ticker.svelte';
import { matchmakingApi, type OrganiserView, type Seen, type Slot, type View } from './seen';

export class MatchmakingDesk {
  readonly resource: Resource<Seen>;
  /** What waits for an answer; null where nothing does. */
  busy: string | null = $state.raw(null);
  /** Where the last thing that was asked was refused, and why. */
  problem: { at: string; code: string; text: string } | null = $state.raw(null);
  /** The time zone of the place. */
  zone: string | undefined = $state.raw(undefined);
  private readonly clock = new ServerClock();

  constructor(
    meeting: string,
    private readonly as?: Role,
  ) {
    this.resource = new Resource<Seen>(matchmakingApi(meeting), as);
  }

  /** To be called while the page is set up. */
  follow(news: MeetingNews): void {
    this.resource.follow(news, 'matchmaking');
    $effect(() => {
      if (this.resource.value) this.clock.heard(this.resource.value.now);
    });
  }

  /** What somebody who takes part is told. */
  get view(): View | null {
    const view = this.resource.value?.view;
    return view?.for === 'participant' ? view : null;
  }

  /** What an organiser is told. */
  get organiser(): OrganiserView | null {
    const view = this.resource.value?.view;
    return view?.for === 'organiser' ? view : null;
  }

  /** The server's time; whoever shows it looks again as it passes. */
  get now(): number {
    tick();
    return this.clock.now();
  }

  /** Why what was asked there was refused; empty where it was not. */
  problemAt(place: string): string {
    return this.problem?.at === place ? this.problem.text : '';
  }

  /** Whether somebody else had changed what was asked for there since it was seen. */
  isOvertakenAt(place: string): boolean {
    return this.problem?.at === place && this.problem.code === 'changed-meanwhile';
  }

  /** Asks; the page shows what came of it before this ends. False: refused, or something else waits. */
  async ask(place: string, ...commands: object[]): Promise<boolean> {
    if (this.busy !== null) return false;
    this.busy = place;
    this.problem = null;
    try {
      for (const command of commands) await postCommand(`${this.resource.url}/commands`, command, this.as);
      await this.resource.load();
      return true;
    } catch (error) {
      const refusal = error instanceof Refused ? error : new Refused('unknown', String(error));
      this.problem = { at: place, code: refusal.code, text: refusalText(refusal) };
      return false;
    } finally {
      this.busy = null;
    }
  }

  /** How moments are read here. */
  private reading(now: number): Reading {
    return { now, language: language(), zone: this.zone };
  }

  /** `13:15`, with the day where it is another one than that of `beside`. */
  time(at: number, beside: number = at): string {
    return momentText(at, this.reading(beside));
  }

  /** `13:15–13:30`, with the day where it is not today. */
  slotText(slot: Slot, beside: number = slot.starts): string {
    return `${this.time(slot.starts, beside)}–${this.time(slot.ends, slot.starts)}`;
  }
}
