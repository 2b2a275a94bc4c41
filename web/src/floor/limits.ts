/** How long speeches may be, where classes or lanes have times of their own. */
import type { FloorView } from '../protocol.gen';

/** The shortest and the longest speaking time, seconds; the same where all speak equally long. */
export function speakingTimes({ limit_s, limits }: Pick<FloorView, 'limit_s' | 'limits'>): { least: number; most: number } {
  const times = [limit_s, ...Object.values(limits)];
  return { least: Math.min(...times), most: Math.max(...times) };
}
