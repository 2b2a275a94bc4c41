/** The soft tones of the clock, on the projector and on a speaker's phone: one before the end of a speech, two falling ones at its end. */
import type { Signal } from './signals';

interface Note {
  frequency_hz: number;
  /** After how many seconds it begins. */
  after_s: number;
}

/** Far enough apart in number and pitch that nobody takes the one for the other. */
const NOTES: Record<Signal, Note[]> = {
  ending: [{ frequency_hz: 659.25, after_s: 0 }],
  over: [
    { frequency_hz: 523.25, after_s: 0 },
    { frequency_hz: 392, after_s: 0.35 },
  ],
};

/** Heard in a hall, and startling nobody. */
const LOUDNESS = 0.3;
/** Rising at once would click. */
const RISE_S = 0.04;
const NOTE_S = 1.1;
/** What fades exponentially never arrives at none. */
const SILENCE = 0.0001;

/** What of the browser's sound is used; a test gives its own. */
export type Audio = Pick<AudioContext, 'state' | 'currentTime' | 'destination' | 'createOscillator' | 'createGain' | 'resume' | 'close' | 'onstatechange'>;

/** The sound of one page. Browsers let a page be heard only after somebody has touched it. */
export class Tones {
  private audio: Audio | null = null;

  /** `changed` is told whenever the tones begin or cease to be heard. */
  constructor(
    private readonly changed: (heard: boolean) => void,
    private readonly make: () => Audio = () => new AudioContext(),
  ) {}

  /** Whether a tone would be heard now. */
  get heard(): boolean {
    return this.audio?.state === 'running';
  }

  /** Begins to be heard with a touch of the page, as long as `wanted` says so. Returns how to give that up, and the loudspeaker. */
  wakeByTouch(wanted: () => boolean): () => void {
    const wake = (): void => {
      if (wanted() && !this.heard) this.wake();
    };
    addEventListener('pointerup', wake);
    addEventListener('keydown', wake);
    return () => {
      removeEventListener('pointerup', wake);
      removeEventListener('keydown', wake);
      this.end();
    };
  }

  /** Begins to be heard, if the browser allows it now. */
  wake(): void {
    try {
      this.audio ??= this.begin();
      this.audio.resume().then(() => this.tell(), () => this.tell());
    } catch {
      this.tell();
    }
  }

  /** Sounds it; where the page may not be heard, nothing happens. */
  sound(signal: Signal): void {
    if (!this.audio || !this.heard) return;
    for (const note of NOTES[signal]) play(this.audio, note);
  }

  /** Gives the loudspeaker back. */
  end(): void {
    if (!this.audio) return;
    this.audio.onstatechange = null;
    this.audio.close().catch(() => undefined);
    this.audio = null;
  }

  private begin(): Audio {
    const audio = this.make();
    audio.onstatechange = () => this.tell();
    return audio;
  }

  private tell(): void {
    this.changed(this.heard);
  }
}

/** One note, which rises softly and fades like a struck bar. */
function play(audio: Audio, { frequency_hz, after_s }: Note): void {
  const starts = audio.currentTime + after_s;
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.type = 'sine';
  oscillator.frequency.value = frequency_hz;
  gain.gain.setValueAtTime(SILENCE, starts);
  gain.gain.exponentialRampToValueAtTime(LOUDNESS, starts + RISE_S);
  gain.gain.exponentialRampToValueAtTime(SILENCE, starts + NOTE_S);
  oscillator.connect(gain);
  gain.connect(audio.destination);
  oscillator.start(starts);
  oscillator.stop(starts + NOTE_S);
}
