/** In which order the desk has its rooms, and what stands in the way of closing one. */
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

/** These rooms, and those that meet in a session with one of them. */
export function withTheirSessions(rooms: DeskRoom[], desk: { rooms: DeskRoom[]; sessions: readonly DeskSession[] }): DeskRoom[] {
  const ids = new Set(rooms.map(({ id }) => id));
  for (const session of desk.sessions) if (session.rooms.some((room) => rooms.some(({ id }) => id === room))) session.rooms.forEach((room) => ids.add(room));
  return desk.rooms.filter(({ id }) => ids.has(id));
}
