/**
 * The soft tones of the clock: one 30 seconds before the end of a speech, two at the end. Browsers let a page sound only after
 * somebody has touched it; until then it stays silent. Whether it may sound is kept on the device.
 */

const KEPT = 'roundtable-mute';
/** Soft: a fifth of full loudness, with no hard edge. */
const LOUDNESS = 0.2;
const TONE_S = 0.22;
const EDGE_S = 0.03;
/** Hertz, in turn. */
const TONES = { ending: [660], over: [660, 520] } as const;

/** What a tone says. */
export type Tone = keyof typeof TONES;

let context: AudioContext | undefined;

/** Waits for the first touch of the page, from which on it may sound. Returns how to stop waiting. */
export function armTones(page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> = globalThis.window): () => void {
  const stop = (): void => {
    page.removeEventListener('pointerup', arm);
    page.removeEventListener('keydown', arm);
  };
  const arm = (): void => {
    context ??= typeof AudioContext === 'undefined' ? undefined : new AudioContext();
    // A phone that was asleep suspends it; a further touch wakes it.
    if (context?.state === 'suspended') void context.resume().catch(() => undefined);
  };
  page.addEventListener('pointerup', arm);
  page.addEventListener('keydown', arm);
  return stop;
}

/** Sounds, unless it is muted or nobody has touched the page yet. */
export function playTone(tone: Tone): void {
  if (!context || context.state !== 'running' || isMuted()) return;
  for (const [at, hertz] of TONES[tone].entries()) sound(context, hertz, context.currentTime + at * TONE_S * 1.4);
}

function sound(audio: AudioContext, hertz: number, starts: number): void {
  const source = audio.createOscillator();
  const volume = audio.createGain();
  source.frequency.value = hertz;
  volume.gain.setValueAtTime(0, starts);
  volume.gain.linearRampToValueAtTime(LOUDNESS, starts + EDGE_S);
  volume.gain.setValueAtTime(LOUDNESS, starts + TONE_S - EDGE_S);
  volume.gain.linearRampToValueAtTime(0, starts + TONE_S);
  source.connect(volume).connect(audio.destination);
  source.start(starts);
  source.stop(starts + TONE_S);
}

/** Whether the tones are switched off on this device. */
export function isMuted(): boolean {
  try {
    return localStorage.getItem(KEPT) !== null;
  } catch {
    return false;
  }
}

/** Switches the tones off or on, for this device. */
export function mute(muted: boolean): void {
  try {
    if (muted) localStorage.setItem(KEPT, '1');
    else localStorage.removeItem(KEPT);
  } catch {
    // A browser that keeps nothing sounds as before.
  }
}
