/** In which order the desk has its rooms, and what stands in the way of closing one. */
import { extendedIn, minutesOf, standingAt } from '../course/sittings';
import type { Millis } from '../protocol.gen';
import type { DeskRoom, DeskSession, Summary } from './desk.svelte';

/** Rooms that call and wait for an answer come first, then those to which help is coming, then the others as they stand. */
export function rankedRooms(rooms: DeskRoom[]): DeskRoom[] {
  const rank = ({ summary }: DeskRoom): number => {
    const help = summary?.session.help;
    if (!help) return 2;
    return help.coming ? 1 : 0;
  };
  return [...rooms].sort((one, other) => rank(one) - rank(other));
}

/** What stands in the way of closing a room, by the ids of its texts; the first two are ended with it where that is wished. */
export function standsInTheWay(summary: Summary): { id: 'speaking' | 'polls' | 'waiting' | 'remarks'; count: number }[] {
  return [
    { id: 'speaking' as const, count: summary.speaking ? 1 : 0 },
    { id: 'polls' as const, count: summary.polls.length },
    { id: 'waiting' as const, count: summary.waiting },
    { id: 'remarks' as const, count: summary.remarks_waiting },
  ].filter(({ count }) => count > 0);
}

/** What is known of the rooms and sessions of a meeting. */
interface Known {
  rooms: DeskRoom[];
  sessions: readonly DeskSession[];
  now: Millis;
  timezone?: string;
}

/** By how many minutes that session of a room lasts longer which is meant now. */
export function extendedOf(room: DeskRoom, { sessions, now, timezone }: Known): number {
  const own = sessions.filter(({ rooms }) => rooms.includes(room.id));
  return room.summary ? extendedIn(own, room.summary.session, now, timezone) : 0;
}

/**
 * The rooms that are given more time together, where none was chosen: those of the sessions that go on, also where nobody has been in them
 * yet, since a session has one end; where none goes on, of those that have only just ended; else those that have begun, with all that meet in a
 * session with one of them.
 */
export function roomsAtHand(begun: DeskRoom[], { rooms, sessions, now, timezone }: Known): DeskRoom[] {
  const given = (session: DeskSession): number => {
    const summaries = rooms.filter(({ id }) => session.rooms.includes(id)).flatMap(({ summary }) => summary ?? []);
    return Math.max(0, ...summaries.map((summary) => minutesOf(summary.session, session)));
  };
  const standing = (wanted: string): DeskSession[] => sessions.filter((session) => standingAt(session, given(session), now, timezone) === wanted);
  const goingOn = standing('on');
  const on = goingOn.length > 0 ? goingOn : standing('just ended');
  const meant = on.length > 0 ? on : sessions.filter((session) => begun.some(({ id }) => session.rooms.includes(id)));
  const ids = new Set(meant.flatMap((session) => session.rooms));
  return rooms.filter((room) => ids.has(room.id) || (on.length === 0 && begun.includes(room)));
}
