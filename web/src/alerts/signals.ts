/** When a speech is to be heard to end: once as it nears its limit and once as it passes it, as a signal at the lectern would. */
import { endingFrom_s, pace, type Pace } from '../clock';
import { used_s } from '../floor/used';
import type { FloorView, Millis, RequestId, SpeakingView } from '../protocol.gen';

/** What there is to be heard. */
export type Signal = 'ending' | 'over';

/** A page that notices the moment later than this (it slept, say) says nothing: a signal that comes late misleads. */
const LATE_S_MAX = 5;

/** Follows the speeches of one room, and says when each nears and passes its limit. */
export class Signals {
  /** How each speech stood when it was looked at last: the one under way, and the one that waits on a point of order. */
  private stood = new Map<RequestId, Pace>();

  /** What is to be heard now. To be asked whenever the time or the floor has changed. */
  look({ speaking, interrupted }: Pick<FloorView, 'speaking' | 'interrupted'>, now: Millis): Signal | null {
    const before = speaking && this.stood.get(speaking.request);
    const waits = interrupted && this.stood.get(interrupted.request);
    this.stood = new Map();
    if (interrupted && waits) this.stood.set(interrupted.request, waits);
    if (!speaking) return null;
    const stands = pace(used_s(speaking, now), speaking.limit_s);
    this.stood.set(speaking.request, stands);
    // A speech seen for the first time is not known to have passed anything just now.
    return before === undefined ? null : passed(before, stands, speaking, now);
  }
}

/** What a speech has passed since it was looked at last. More time takes it back, and then it is passed anew. */
function passed(before: Pace, stands: Pace, speech: SpeakingView, now: Millis): Signal | null {
  if (stands === before || stands === 'within' || before === 'over') return null;
  const at_s = stands === 'over' ? speech.limit_s : endingFrom_s(speech.limit_s);
  return used_s(speech, now) - at_s <= LATE_S_MAX ? stands : null;
}
