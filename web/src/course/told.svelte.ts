/** What the rooms are told while the day runs, as a page of the meeting has it: what was announced last, until its reader puts it away, and
 * what is left of a countdown. */
import { ServerClock } from '../clock';
import type { MeetingNews } from '../news.svelte';
import type { AnnouncementView, CountdownView, Role } from '../protocol.gen';
import { Resource } from '../resource.svelte';
import { tick } from '../ticker.svelte';
import { counting, type Counting } from './standing';

interface Heard {
  now: number;
  announcement?: AnnouncementView;
  countdown?: CountdownView;
}

/** The same announcement reaches one room after the other; this long after the first it is still the same. */
const SAME_MS = 5_000;

/** To be made while a component is set up. */
export class CourseTold {
  private readonly resource: Resource<Heard>;
  private readonly clock = new ServerClock();
  private readonly key: string;
  private heard = $state.raw(false);
  /** Until when what was announced is put away. */
  private away = $state.raw(0);

  constructor(meetingId: string, as: Role | undefined, news: MeetingNews) {
    this.key = `announced:${meetingId}`;
    this.away = Number(sessionStorage.getItem(this.key) ?? 0);
    this.resource = new Resource<Heard>(`/api/meetings/${encodeURIComponent(meetingId)}/course`, as);
    this.resource.follow(news, 'course');
    $effect(() => {
      if (!this.resource.value) return;
      this.clock.heard(this.resource.value.now);
      this.heard = true;
    });
  }

  /** What was announced last, as long as it is to be shown: on a projector, where nobody can put it away. */
  get last(): AnnouncementView | undefined {
    const last = this.resource.value?.announcement;
    return last && this.now < last.until ? last : undefined;
  }

  /** The same for a reader, who may have put it away. */
  get announcement(): AnnouncementView | undefined {
    const { last } = this;
    return last && last.at > this.away ? last : undefined;
  }

  /** What is counted down to. */
  get count(): Counting | undefined {
    const { countdown } = this.resource.value ?? {};
    return this.heard ? counting(countdown, this.now) : undefined;
  }

  /** Puts it away, for as long as the browser's window is open. */
  putAway({ at }: AnnouncementView): void {
    this.away = at + SAME_MS;
    sessionStorage.setItem(this.key, String(this.away));
  }

  private get now(): number {
    if (this.resource.value?.announcement || this.resource.value?.countdown) tick();
    return this.heard ? this.clock.now() : 0;
  }
}
