/** A page's dealings with the board of the closing plenary: what is known of it, the server's clock, and what the page asks. */
import { ServerClock } from '../clock';
import { MeetingNews } from '../news.svelte';
import { Refused } from '../outbox';
import type { Role } from '../protocol.gen';
import { postCommand, Resource } from '../resource.svelte';
import { refusalText } from '../strings/strings.svelte';
import { tick } from '../ticker.svelte';
import type { PlenaryCommand, Seen } from './board';

/** Organisers hear of every change in a room, and look again this often at most while rooms write. Others hear when the board is another. */
const ROOMS_MS = 2_000;
/** While no news come in, the board is asked for this often. */
const AGAIN_MS = 15_000;
/** So often at most the board is asked for after a command. */
const LOADS_MAX = 4;

/** The board on a page. To be made while a component is set up. */
export class Plenary {
  readonly news: MeetingNews;
  private awaited = $state.raw(0);
  private reason: Refused | null = $state.raw(null);
  private readonly resource: Resource<Seen>;
  private readonly clock = new ServerClock();
  private readonly url: string;

  constructor(
    readonly meetingId: string,
    private readonly as?: Role,
  ) {
    this.url = `/api/meetings/${encodeURIComponent(meetingId)}/plenary`;
    this.news = new MeetingNews(meetingId, as);
    this.resource = new Resource<Seen>(this.url, as);
    this.resource.follow(this.news, 'plenary', 'plan', 'points');
    this.followRooms();
    $effect(() => {
      if (this.resource.value) this.clock.heard(this.resource.value.now);
    });
  }

  /** The board as it was last heard; null before. */
  get seen(): Seen | null {
    return this.resource.value;
  }

  /** Why it could not be had. */
  get refusal(): Refused | null {
    return this.resource.refusal;
  }

  /** Why the last command was refused; empty where it was not. */
  get problem(): string {
    return this.reason ? refusalText(this.reason) : '';
  }

  /** The server's time, several times a second. */
  get now(): number {
    tick();
    return this.clock.now();
  }

  /** Whether an answer is awaited. */
  get busy(): boolean {
    return this.awaited > 0;
  }

  /** As whom the page acts. */
  get role(): Role | undefined {
    return this.as ?? this.seen?.you.role;
  }

  /** Asks for the board anew. */
  load(): Promise<void> {
    return this.resource.load();
  }

  /** Which board is on the page, for a command that is made up slowly. */
  get changes(): number | undefined {
    return this.seen?.board.changes;
  }

  /**
   * Asks for something; what it changes is on the page when this ends. Whether it was done: where somebody else has changed the same thing since
   * `seen`, it is not, and the page shows the board as it is now.
   */
  async run(command: PlenaryCommand, seen = this.changes): Promise<boolean> {
    this.awaited += 1;
    this.reason = null;
    try {
      const { seq } = (await postCommand(`${this.url}/commands`, { ...command, seen }, this.role)) as { seq: number };
      // A load that news have begun meanwhile takes the place of this one: until what was done is on the page, it is asked for again.
      for (let times = 0; times < LOADS_MAX && (times === 0 || (this.seen?.seq ?? 0) < seq); times += 1) await this.load();
      return true;
    } catch (error) {
      this.reason = error instanceof Refused ? error : new Refused('unknown', String(error));
      if (this.reason.code === 'arranged-meanwhile') await this.load();
      return false;
    } finally {
      this.awaited -= 1;
    }
  }

  /** What the rooms write comes in without being asked for, also while the page hears of nothing. */
  private followRooms(): void {
    let before = -1;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (): void => {
      timer = undefined;
      if (document.visibilityState === 'visible' && !this.news.ended) void this.load();
    };
    $effect(() => {
      const now = this.news.numbers['rooms'] ?? 0;
      if (before >= 0 && now !== before) timer ??= setTimeout(again, ROOMS_MS);
      before = now;
    });
    $effect(() => {
      if (this.news.connected) return;
      const every = setInterval(again, AGAIN_MS);
      return () => clearInterval(every);
    });
    $effect(() => () => clearTimeout(timer));
  }
}
