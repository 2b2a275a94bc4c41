/** Whether the list of speakers takes requests, as the server says and as of now. */
import type { FloorView, ListState, Millis } from '../protocol.gen';

/** Whether the list takes requests: an announced close counts from its time on. */
export function takesRequests(floor: Pick<FloorView, 'list' | 'closes_at'>, now: Millis): boolean {
  return floor.list === 'open' || (floor.list === 'closing' && (floor.closes_at ?? Infinity) > now);
}

/** The state of the list as of `now`. */
export function listState(floor: Pick<FloorView, 'list' | 'closes_at'>, now: Millis): ListState {
  return floor.list === 'closing' && !takesRequests(floor, now) ? 'closed' : floor.list;
}
