/** The time that a speech has used. */
import type { Millis, SpeakingView } from '../protocol.gen';

/** How many seconds a speech has used: what its clock stood does not count. */
export function used_s(speech: Pick<SpeakingView, 'started_at' | 'paused_at' | 'paused_ms'>, now: Millis): number {
  return Math.max(0, Math.floor(((speech.paused_at ?? now) - speech.started_at - speech.paused_ms) / 1000));
}
