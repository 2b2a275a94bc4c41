/** How somebody's delegation stands on the list of speakers: what waits, at which place, and who of it speaks. */
import type { FloorView, RequestId, RequestView, SeatId, SpeakingView } from '../protocol.gen';

/** What a page says of its own delegation. */
export interface Standing {
  /** All that wait, in their order. */
  waiting: RequestId[];
  /** The request that is heard first. */
  foremost: RequestId | undefined;
  /** The request on the list itself. */
  ofList: RequestId | undefined;
  /** The place of the foremost one, from 1; 0: none waits. */
  place: number;
  /** The own speech under way. */
  speaks: SpeakingView | undefined;
  /** The own speech that a point of order has interrupted. */
  interrupted: SpeakingView | undefined;
}

/** How the delegation stands whose requests these are. */
export function standingOf(floor: FloorView, requests: RequestId[]): Standing {
  const own = (speech: SpeakingView | undefined): SpeakingView | undefined => (speech && requests.includes(speech.request) ? speech : undefined);
  const waiting = floor.order.filter((id) => requests.includes(id));
  const foremost = waiting[0];
  return {
    waiting,
    foremost,
    ofList: waiting.find((id) => isOfList(floor.requests[id])),
    place: foremost === undefined ? 0 : floor.order.indexOf(foremost) + 1,
    speaks: own(floor.speaking),
    interrupted: own(floor.interrupted),
  };
}

/** Whether a request stands on the list itself; a delegation has one there, in whichever of the two lanes. */
export function isOfList(request: RequestView | undefined): boolean {
  return request?.lane === 'list' || request?.lane === 'precedence';
}

/** Whether this seat answers for a request of its delegation; what the chair put on the list, each of the delegation does. */
export function isMine(request: Pick<RequestView, 'seat'> | undefined, seat: SeatId): boolean {
  return request !== undefined && (request.seat ?? seat) === seat;
}
