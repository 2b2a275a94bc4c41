/** The server's clock as this device sees it, and times as people read them. */
import type { Millis } from './protocol.gen';

/** Round trips longer than this say too little about the clock to be believed. */
const ROUND_TRIP_MS_MAX = 4_000;

/** Keeps the offset between this device's clock and the server's. */
export class ServerClock {
  private offset_ms = 0;

  constructor(private readonly device: () => Millis = Date.now) {}

  /** The server's time now. */
  now(): Millis {
    return this.device() + this.offset_ms;
  }

  /** The server said what time it is; the way here is not known. */
  heard(now: Millis): void {
    this.offset_ms = now - this.device();
  }

  /** The server answered a question asked at `askedAt` (device time): half of the round trip has passed since. */
  answered(now: Millis, askedAt: Millis): void {
    const roundTrip = this.device() - askedAt;
    if (roundTrip < 0 || roundTrip > ROUND_TRIP_MS_MAX) return;
    this.offset_ms = now + roundTrip / 2 - this.device();
  }
}

/** `2:05`; hours only where there are some: `1:02:05`. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

/** `10 May 2024`, of `2024-05-10`; what is no date stays as it is. */
export function dateText(date: string, language: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  // English as it is written at the United Nations: the day before the month.
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** How a speech stands against its limit. */
export type Pace = 'within' | 'ending' | 'over';

/** From how many seconds before its limit a speech is said to be ending. */
export const ENDING_S = 30;

/** After how many seconds a speech of this limit is said to be ending; a short one, half way. */
export function endingFrom_s(limit_s: number): number {
  return limit_s - Math.min(ENDING_S, limit_s / 2);
}

/** How a speech of `elapsed_s` stands against `limit_s`. */
export function pace(elapsed_s: number, limit_s: number): Pace {
  if (elapsed_s >= limit_s) return 'over';
  return elapsed_s >= endingFrom_s(limit_s) ? 'ending' : 'within';
}

/** By how much a speech of `elapsed_s` has passed `limit_s`: `+0:12`; empty while it has not. */
export function overrunText(elapsed_s: number, limit_s: number): string {
  return elapsed_s < limit_s ? '' : `+${clockText(elapsed_s - limit_s)}`;
}
