/** Makes the device tremble, where it can and somebody has touched the page. */

/** What each occasion feels like: milliseconds on, off, on … */
export const PATTERNS = {
  next: [200, 120, 200],
  speaking: [500],
  ending: [120],
  over: [300, 150, 300],
} as const;

/** An occasion to tremble. */
export type Occasion = keyof typeof PATTERNS;

/** Trembles; a device that cannot does nothing. */
export function vibrate(occasion: Occasion, device: Pick<Navigator, 'vibrate'> | undefined = globalThis.navigator): void {
  device?.vibrate?.([...PATTERNS[occasion]]);
}
