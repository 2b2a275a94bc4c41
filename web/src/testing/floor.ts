/** Lists of speakers for the tests. */
import type { FloorView, Lane, RequestView, SpeakingView } from '../protocol.gen';

/** A request of this seat. */
export function requestOf(seat: string | undefined, lane: Lane = 'list'): RequestView {
  return { ...(seat !== undefined && { seat }), group: 'unstated', lane, asked_at: 0 };
}

/** The speech of a request, begun at 0. */
export function speechOf(request: string, seat: string | undefined, more: Partial<SpeakingView> = {}): SpeakingView {
  return { ...requestOf(seat), request, started_at: 0, paused_ms: 0, limit_s: 180, ...more };
}

/** An open list on which these wait, in their order. */
export function floorOf(requests: Record<string, RequestView>, more: Partial<FloorView> = {}): FloorView {
  const pace = { turn_s: 180, speeches: 0, use_percent: 100, gap_s: 0 };
  return { list: 'open', rule: 'first-come', limit_s: 180, limits: {}, requests, order: Object.keys(requests), spoken: 0, pace, ...more };
}
