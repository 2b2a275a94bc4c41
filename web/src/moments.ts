/** Moments as they are said in a room: in the time of the place where the meeting is, wherever its reader sits, and by the clock of 24
 * hours in every language, as the programme is written. */
import type { KnownSession } from './session.svelte';
import { language } from './strings/strings.svelte';

/** How moments are read. */
export interface Reading {
  now: number;
  language: string;
  /** IANA name of the place's time zone; without it, the reader's. */
  zone?: string;
  /** The zone in the place of one that this browser does not know; without it, the reader's. */
  other?: string;
}

const localeOf = (tag: string): string => (tag === 'en' ? 'en-GB' : tag);

function format({ language: tag, zone, other }: Reading, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(localeOf(tag), { ...options, hourCycle: 'h23', timeZone: zone });
  } catch {
    // A zone that this browser does not know.
    return new Intl.DateTimeFormat(localeOf(tag), { ...options, hourCycle: 'h23', timeZone: other });
  }
}

/** The time, and the day where it is not today's. */
export function momentText(at: number, reading: Reading): string {
  const day = format(reading, { dateStyle: 'short' });
  const isToday = day.format(at) === day.format(reading.now);
  return format(reading, isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** Day and time to the second. */
export function stampText(at: number, reading: Reading): string {
  return format(reading, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);
}

/** What the clocks of the place show, as the programme writes it: `2024-05-10 15:00`. A zone that nobody knows counts as UTC, as for the server. */
export function placeTime(at: number, zone?: string): string {
  const parts = format({ now: at, language: 'sv', zone, other: 'UTC' }, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  return parts.format(at);
}

/** How the reader of this room reads moments. */
export function readingIn({ clock, room }: KnownSession): Reading {
  return { now: clock.now(), language: language(), zone: room.view.room.timezone };
}
