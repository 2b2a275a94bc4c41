/** When the clock of a speech is to be heard: 30 seconds before its end, and at its end. Once each, however often one looks. */
import { pace } from '../clock';
import { used_s } from '../floor';
import type { Millis, SpeakingView } from '../protocol.gen';

/** What a speech has come to. */
export type Signal = 'none' | 'ending' | 'over';

type Clocked = Pick<SpeakingView, 'request' | 'started_at' | 'paused_at' | 'paused_ms' | 'limit_s'>;

/** What the speech has come to as of `now`; a clock that stands comes to nothing more. */
export function signalOf(speech: Omit<Clocked, 'request'> | undefined, now: Millis): Signal {
  if (!speech) return 'none';
  const standing = pace(used_s(speech, now), speech.limit_s);
  return standing === 'within' ? 'none' : standing;
}

/** Tells each signal of each speech at the moment it comes. More time given takes it back, and it comes again. */
export class SignalWatch {
  private request: string | undefined;
  private last: Signal = 'none';

  /** The signal that has come since the last look; a speech that is met half way tells nothing of before. */
  look(speech: Clocked | undefined, now: Millis): Signal {
    const signal = signalOf(speech, now);
    const known = speech?.request === this.request;
    const came = known && signal !== this.last ? signal : 'none';
    this.request = speech?.request;
    this.last = signal;
    return came;
  }
}
