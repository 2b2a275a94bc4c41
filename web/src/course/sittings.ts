/** The sessions in which a room meets, the one that is meant by now, and by how much it lasts longer. The server goes by the same rule. */
import { placeTime } from '../moments';
import type { Millis, RoomView, SessionCommand, SessionView, Sitting } from '../protocol.gen';
import { laterBy } from './standing';

/** How long people stay in their seats after the end: until then a session is still the one that is meant, unless the next one begins. */
const LINGER_MS = 30 * 60_000;

type Times = Pick<Sitting, 'date' | 'starts' | 'ends'>;
type Meeting = Pick<RoomView, 'session' | 'date' | 'starts' | 'ends' | 'later' | 'timezone'>;
type Given = Pick<SessionView, 'extended' | 'extended_min'>;

function inOrder<Session extends Times>(sessions: readonly Session[]): Session[] {
  const when = (session: Session): string => `${session.date} ${session.starts}`;
  return [...sessions].sort((one, other) => (when(one) < when(other) ? -1 : Number(when(one) > when(other))));
}

/** All of them, in the order of their times. */
export function sittingsOf(room: Omit<Meeting, 'timezone'>): Sitting[] {
  const { session, date, starts, ends, later = [] } = room;
  return inOrder([{ session, date, starts, ends }, ...later]);
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

/** Of the sessions of a room, in their order, the one that is meant at that moment: that which goes on or has only just ended, else the next one,
 * else the last. */
function meantOf<Session extends Times>(sittings: readonly Session[], given: Given, clock: number): Session | undefined {
  const left = (sitting: Session, at: number): boolean => {
    const next = sittings[at + 1];
    if (!next) return false;
    const ends = endOf(sitting, minutesOf(given, sitting));
    return clock >= Math.min(Math.max(numbered(next.date, next.starts), ends), ends + LINGER_MS);
  };
  return sittings.find((sitting, at) => !left(sitting, at)) ?? sittings[0];
}

/** The one that is meant at that moment. */
export function sittingAt(room: Meeting, given: Given, now: Millis): Sitting {
  const sittings = sittingsOf(room);
  return meantOf(sittings, given, clockOf(now, room.timezone)) ?? (sittings[0] as Sitting);
}

/** By how many minutes the session that is meant lasts longer, and when it ends now; that is empty where the programme does not say. */
export function extendedNow(room: Meeting, given: Given, now: Millis): { minutes: number; ends: string } {
  const sitting = sittingAt(room, given, now);
  const minutes = minutesOf(given, sitting);
  return { minutes, ends: laterBy(sitting.ends, minutes) };
}

/** Whether a session goes on, or has only just ended, where it was given so many minutes more. */
export function standingAt(session: Times, minutes: number, now: Millis, zone?: string): 'on' | 'just ended' | 'not on' {
  const [clock, ends] = [clockOf(now, zone), endOf(session, minutes)];
  if (clock < numbered(session.date, session.starts) || clock >= ends + LINGER_MS) return 'not on';
  return clock < ends ? 'on' : 'just ended';
}

/** By how many minutes that session of a room lasts longer which is meant now, for whoever has the programme and not the room. */
export function extendedIn(sessions: readonly Times[], given: Given, now: Millis, zone?: string): number {
  const meant = meantOf(inOrder(sessions), given, clockOf(now, zone));
  return meant ? minutesOf(given, meant) : (given.extended_min ?? 0);
}

/** With by how much the session lasts longer as it is on the page, where that counts: two who press at once would give the time twice. */
export function seeing(command: SessionCommand, seen: number): SessionCommand {
  return command.do === 'extend' || command.do === 'end-as-planned' ? { ...command, seen } : command;
}
