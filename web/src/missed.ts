/** Tells somebody whose request has left the list why: the chair called, and nobody took the floor. */
import type { FloorView, RequestId, SeatId } from './protocol.gen';

/** The request with which this seat waits. */
export function waitingRequest(floor: FloorView, seat: SeatId): RequestId | undefined {
  return floor.order.find((id) => floor.requests[id]?.seat === seat);
}

/** Whether a request that waited was called and passed over: it is neither waiting nor speaking, and nobody withdrew it. */
export function wasMissed(waited: RequestId | undefined, floor: FloorView, withdrew: boolean): boolean {
  if (waited === undefined || withdrew) return false;
  return !floor.order.includes(waited) && floor.speaking?.request !== waited;
}
