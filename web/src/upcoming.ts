/** Whom the chair's button for the next speaker means, and when the list will end. The server's rule for 'next' is the same. */
import { used_s, wait_s } from './floor';
import type { FloorView, Millis, RequestId, RequestView } from './protocol.gen';

/** What a press of the button does: hear a point of order, give the floor back to whoever it interrupted, or go on. */
export interface Upcoming {
  kind: 'order' | 'back' | 'next';
  /** Named with the command, so that nobody else ever gets the floor by it. */
  request: RequestId;
  who: RequestView;
}

/** Who is next; nobody where nobody waits. */
export function upcoming(floor: FloorView): Upcoming | undefined {
  const request = floor.order[0];
  const foremost = request === undefined ? undefined : floor.requests[request];
  if (request !== undefined && foremost?.lane === 'point-of-order') return { kind: 'order', request, who: foremost };
  if (floor.interrupted) return { kind: 'back', request: floor.interrupted.request, who: floor.interrupted };
  return request !== undefined && foremost ? { kind: 'next', request, who: foremost } : undefined;
}

/** When everybody on the list has been heard, at this room's pace. */
export function endsAt(floor: FloorView, now: Millis): Millis {
  const back_s = floor.interrupted ? Math.max(0, floor.pace.turn_s - used_s(floor.interrupted, now)) : 0;
  return now + (wait_s(floor, floor.order.length, now) + back_s) * 1000;
}
