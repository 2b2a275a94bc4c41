/** Sharing points out: how many are given, by how many a press changes them, and the same to everybody. */

/** How many are given. */
export const given = (marks: Record<string, number>): number => Object.values(marks).reduce((sum, mark) => sum + mark, 0);

/** By how many points one press changes an answer: about a twentieth of them, a round number. */
export function stepOf(points: number): number {
  return [50, 10, 5, 1].find((step) => step * 20 <= points) ?? 1;
}

/** The same to everybody; what cannot be parted goes to the first ones. */
export function equally(points: number, options: string[]): Record<string, number> {
  const each = Math.floor(points / options.length);
  const over = points % options.length;
  return Object.fromEntries(options.map((option, at) => [option, each + (at < over ? 1 : 0)]));
}
