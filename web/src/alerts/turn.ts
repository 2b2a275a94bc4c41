/** Notices when somebody becomes the next to speak, and when they get the floor: once each, and not for what was so before. */
import { isMine, standingOf } from '../floor/standing';
import type { FloorView, RequestId, SeatId } from '../protocol.gen';

/** How near the floor is: nobody of mine waits, waits, is next, speaks, goes on after a point of order. */
export type Turn = 'none' | 'waiting' | 'next' | 'speaking' | 'interrupted';

/** How near the floor is for this seat. A colleague's request is theirs to be called for. */
export function turnOf(floor: FloorView, requests: RequestId[], seat: SeatId): Turn {
  if (isOwnSpeech(floor, requests, seat)) return 'speaking';
  if (floor.interrupted && requests.includes(floor.interrupted.request) && isMine(floor.interrupted, seat)) return 'interrupted';
  const { place } = standingOf(floor, requests.filter((id) => isMine(floor.requests[id], seat)));
  if (place === 0) return 'none';
  return place === 1 ? 'next' : 'waiting';
}

/** Whether the speech under way is this seat's own. */
export function isOwnSpeech({ speaking }: Pick<FloorView, 'speaking'>, requests: RequestId[], seat: SeatId): boolean {
  return speaking !== undefined && requests.includes(speaking.request) && isMine(speaking, seat);
}

/** Tells each change once. */
export class TurnWatch {
  private last: Turn | undefined;

  /** What there is to tell, now that it is so; the first look tells nothing, and whoever is interrupted knows that they go on. */
  look(turn: Turn): 'next' | 'speaking' | undefined {
    const { last } = this;
    this.last = turn;
    if (last === undefined || last === turn || turn === 'none' || turn === 'waiting' || turn === 'interrupted') return undefined;
    return turn;
  }
}
