/** Tells somebody whose request has left the list why: the chair called, and nobody took the floor. */
import type { FloorView, RequestId } from '../protocol.gen';

/** Whether a request that waited is off the list unheard: it is neither waiting nor speaking, and nobody here withdrew it. */
export function wasMissed(waited: RequestId | undefined, floor: FloorView, withdrew: boolean): boolean {
  if (waited === undefined || withdrew) return false;
  return !floor.order.includes(waited) && floor.speaking?.request !== waited && floor.interrupted?.request !== waited;
}
