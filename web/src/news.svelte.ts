/** What has changed in a meeting, for pages that show it as a whole: the server tells which parts are new, the page asks for them. */
import { asQuery } from './api';
import type { Role } from './protocol.gen';

/** A page that nobody looks at lets go of the connection after this, since a browser has few of them for one server. */
const HIDDEN_MS = 20_000;
/** When the browser has given up, it is tried again after this. */
const AGAIN_MS = 3_000;
/** By these a seat is not there any more. */
const SEATLESS = new Set([401, 404]);

/** Listens to the news of one meeting. */
export class MeetingNews {
  /** Whether news come in now; while they do not, what is shown may be old. */
  connected = $state.raw(false);
  /** The number of each part that has changed since the page began to listen. */
  numbers: Record<string, number> = $state.raw({});
  /** Grows whenever news may have been missed: then everything is asked for anew. */
  gap = $state.raw(0);
  /** Whether the seat that listened is there no more: nothing is asked for again, after everything once, so that each part hears it. */
  ended = $state.raw(false);
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly meeting: string,
    private readonly as?: Role,
  ) {}

  /** Begins to listen. Returns how to stop. */
  listen(): () => void {
    const seen = (): void => {
      clearTimeout(this.timer);
      if (document.visibilityState === 'visible') this.open();
      else this.timer = setTimeout(() => this.close(), HIDDEN_MS);
    };
    document.addEventListener('visibilitychange', seen);
    addEventListener('online', seen);
    this.open();
    return () => {
      document.removeEventListener('visibilitychange', seen);
      removeEventListener('online', seen);
      clearTimeout(this.timer);
      this.close();
    };
  }

  private get url(): string {
    return `/api/meetings/${encodeURIComponent(this.meeting)}/news${asQuery(this.as)}`;
  }

  private open(): void {
    if (this.ended || (this.source && this.source.readyState !== EventSource.CLOSED)) return;
    const source = new EventSource(this.url);
    this.source = source;
    source.onopen = () => {
      this.connected = true;
      this.gap += 1;
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      this.numbers = JSON.parse(data) as Record<string, number>;
    };
    source.onerror = () => {
      this.connected = false;
      // While it connects again by itself there is nothing to do; an answer that was no event stream ends it.
      if (source.readyState === EventSource.CLOSED) void this.tryAgain();
    };
  }

  /** A browser does not say why it gave up, so that is asked. */
  private async tryAgain(): Promise<void> {
    const source = this.source;
    const answer = await fetch(this.url, { method: 'HEAD', credentials: 'same-origin' }).catch(() => null);
    if (source !== this.source) return;
    if (answer && SEATLESS.has(answer.status)) {
      this.ended = true;
      this.gap += 1;
    } else {
      this.timer = setTimeout(() => this.open(), AGAIN_MS);
    }
  }

  private close(): void {
    this.source?.close();
    this.source = null;
    this.connected = false;
  }
}
