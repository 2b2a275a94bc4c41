/** A row of the list in the chair's hand: lifted, carried over others of its lane, not yet put down. */
import type { FloorView, RequestId } from '../protocol.gen';

/** A row that was lifted. */
export interface Lifted {
  request: RequestId;
  /** The place in its lane over which it is held, from 0. */
  at: number;
}

type List = Pick<FloorView, 'order' | 'requests'>;

/** Everybody in the lane of a request, in order. */
export function laneOf(floor: List, request: RequestId): RequestId[] {
  const lane = floor.requests[request]?.lane;
  return floor.order.filter((id) => floor.requests[id]?.lane === lane);
}

/** Its place in its lane, from 0. */
export function placeOf(floor: List, request: RequestId): number {
  return laneOf(floor, request).indexOf(request);
}

/** Held over that place, or the nearest that its lane has. */
export function heldOver(floor: List, request: RequestId, at: number): Lifted {
  return { request, at: Math.max(0, Math.min(at, laneOf(floor, request).length - 1)) };
}

function withoutIt(floor: List, { request }: Lifted): RequestId[] {
  return laneOf(floor, request).filter((id) => id !== request);
}

/** The list as it would be if the row were put down: whoever is of other lanes keeps their place. */
export function orderWith(floor: List, lifted: Lifted): RequestId[] {
  const lane = withoutIt(floor, lifted);
  lane.splice(lifted.at, 0, lifted.request);
  const ofLane = new Set(lane);
  let next = 0;
  return floor.order.map((id) => (ofLane.has(id) ? (lane[next++] ?? id) : id));
}

/** The request in front of which it would be put; none: at the end of its lane. */
export function beforeWhom(floor: List, lifted: Lifted): RequestId | undefined {
  return withoutIt(floor, lifted)[lifted.at];
}
