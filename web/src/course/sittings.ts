/** The sessions in which a room meets, the one that is meant by now, and by how much it lasts longer. The server goes by the same rule. */
import { placeTime } from '../moments';
import type { Extension, Millis, RoomView, SessionView, Sitting } from '../protocol.gen';
import { laterBy } from './standing';

/** How long people stay in their seats after the end: until then a session is still the one that is meant, unless the next one begins. */
const LINGER_MS = 30 * 60_000;

type Times = Pick<Sitting, 'date' | 'starts' | 'ends'>;
type Meeting = Pick<RoomView, 'session' | 'date' | 'starts' | 'ends' | 'later' | 'timezone'>;
type Given = Pick<SessionView, 'extended' | 'extended_min'>;

/** All of them, in the order of their times. */
export function sittingsOf(room: Omit<Meeting, 'timezone'>): Sitting[] {
  const { session, date, starts, ends, later = [] } = room;
  const when = (sitting: Sitting): string => `${sitting.date} ${sitting.starts}`;
  return [{ session, date, starts, ends }, ...later].sort((one, other) => (when(one) < when(other) ? -1 : Number(when(one) > when(other))));
}

/** Times of the place as numbers, to be compared with each other. */
const numbered = (date: string, time: string): number => Date.parse(`${date}T${time}Z`);
const clockOf = (now: Millis, zone?: string): number => numbered(...(placeTime(now, zone).split(' ') as [string, string]));

const same = (one: Times, other: Times): boolean => one.date === other.date && one.starts === other.starts && one.ends === other.ends;

/** By how many minutes a session of a room lasts longer. */
export function minutesOf(given: Given, sitting: Times): number {
  if (!given.extended) return given.extended_min ?? 0;
  return given.extended.find((extension) => same(extension, sitting))?.minutes ?? 0;
}

const endOf = (sitting: Times, minutes: number): number => numbered(sitting.date, sitting.ends) + minutes * 60_000;

/** The one that is meant at that moment: that which goes on or has only just ended, else the next one, else the last. */
export function sittingAt(room: Meeting, given: Given, now: Millis): Sitting {
  const sittings = sittingsOf(room);
  const clock = clockOf(now, room.timezone);
  const left = (sitting: Sitting, at: number): boolean => {
    const next = sittings[at + 1];
    if (!next) return false;
    const ends = endOf(sitting, minutesOf(given, sitting));
    return clock >= Math.min(Math.max(numbered(next.date, next.starts), ends), ends + LINGER_MS);
  };
  return sittings.find((sitting, at) => !left(sitting, at)) ?? (sittings[0] as Sitting);
}

/** By how many minutes the session that is meant lasts longer, and when it ends now; that is empty where the programme does not say. */
export function extendedNow(room: Meeting, given: Given, now: Millis): { minutes: number; ends: string } {
  const sitting = sittingAt(room, given, now);
  const minutes = minutesOf(given, sitting);
  return { minutes, ends: laterBy(sitting.ends, minutes) };
}

/** Whether a session goes on or has only just ended, where it was given so many minutes more. */
export function isOn(session: Times, minutes: number, now: Millis, zone?: string): boolean {
  const clock = clockOf(now, zone);
  return numbered(session.date, session.starts) <= clock && clock < endOf(session, minutes) + LINGER_MS;
}

/** By how many minutes a room is extended, for whoever does not know when it meets: what was given to a session that is over counts no more. */
export function stillExtended(given: Given, now: Millis, zone?: string): number {
  if (!given.extended) return given.extended_min ?? 0;
  const clock = clockOf(now, zone);
  const goesOn = (extension: Extension): boolean => clock < endOf(extension, extension.minutes) + LINGER_MS;
  return given.extended.find(goesOn)?.minutes ?? 0;
}
