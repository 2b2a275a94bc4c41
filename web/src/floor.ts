/** What the pages reckon from the list of speakers: the time used, the wait, whether the list takes requests. */
import type { FloorView, ListState, Millis, RequestId, SpeakingView } from './protocol.gen';

/** Whether the list takes requests, as the server says and as of `now`: an announced close counts from its time on. */
export function takesRequests(floor: Pick<FloorView, 'list' | 'closes_at'>, now: Millis): boolean {
  return floor.list === 'open' || (floor.list === 'closing' && (floor.closes_at ?? Infinity) > now);
}

/** The state of the list as of `now`. */
export function listState(floor: Pick<FloorView, 'list' | 'closes_at'>, now: Millis): ListState {
  return floor.list === 'closing' && !takesRequests(floor, now) ? 'closed' : floor.list;
}

/** How many seconds a speech has used: what its clock stood does not count. */
export function used_s(speech: Pick<SpeakingView, 'started_at' | 'paused_at' | 'paused_ms'>, now: Millis): number {
  return Math.max(0, Math.floor(((speech.paused_at ?? now) - speech.started_at - speech.paused_ms) / 1000));
}

/** How many seconds until the request at `place` (from 0) gets the floor, by the pace of this room. */
export function wait_s(floor: FloorView, place: number, now: Millis): number {
  const turn = floor.pace.turn_s;
  // A point of order is short, and whoever it interrupts goes on after it.
  const speech = floor.interrupted ?? floor.speaking;
  const left = speech ? Math.max(0, turn - used_s(speech, now)) : 0;
  return left + place * turn;
}

/** Of these requests the one that comes first on the list. */
export function foremostOf(floor: FloorView, requests: RequestId[]): RequestId | undefined {
  return floor.order.find((id) => requests.includes(id));
}
