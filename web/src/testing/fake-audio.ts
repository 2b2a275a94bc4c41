/** A browser's sound that makes none: it keeps which notes were played, and is allowed or not as a test says. */
import type { Audio } from '../alerts/tones';

/** A note as it was played. */
export interface Played {
  frequency_hz: number;
  from_s: number;
  to_s: number;
  loudest: number;
}

/** Stands in for an `AudioContext`. */
export class FakeAudio {
  state: AudioContextState = 'suspended';
  currentTime = 10;
  onstatechange: Audio['onstatechange'] = null;
  readonly destination = {} as AudioDestinationNode;
  readonly played: Played[] = [];
  private loudest = 0;

  /** Whether somebody has touched the page. */
  constructor(public allowed: boolean) {}

  /** The same, as the tones want it. */
  get audio(): Audio {
    return this as unknown as Audio;
  }

  resume(): Promise<void> {
    if (!this.allowed) return new Promise(() => undefined);
    this.state = 'running';
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.state = 'closed';
    return Promise.resolve();
  }

  /** The device takes the sound away, as a call on a phone does. */
  takeAway(): void {
    this.state = 'suspended';
    this.onstatechange?.call(this as unknown as BaseAudioContext, new Event('statechange'));
  }

  createGain(): GainNode {
    this.loudest = 0;
    const to = (value: number): void => {
      this.loudest = Math.max(this.loudest, value);
    };
    return { gain: { setValueAtTime: to, exponentialRampToValueAtTime: to }, connect: () => undefined } as unknown as GainNode;
  }

  createOscillator(): OscillatorNode {
    const frequency = { value: 0 };
    let from_s = 0;
    const stop = (to_s: number): void => {
      this.played.push({ frequency_hz: frequency.value, from_s, to_s, loudest: this.loudest });
    };
    const start = (at: number): void => {
      from_s = at;
    };
    return { type: 'sine', frequency, connect: () => undefined, start, stop } as unknown as OscillatorNode;
  }
}
