/** Whom the chair's button for the next speaker means. The server's rule for 'next' is the same. */
import type { FloorView, RequestId, RequestView } from '../protocol.gen';

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
