/** How long to wait before connecting again: sooner after what was planned, later after what was too much. */

/** Close codes of the server that change what the client does. */
export const CLOSE = {
  notUnderstood: 1007,
  tooLarge: 1009,
  restart: 1012,
  full: 1013,
  comeBack: 4000,
  tooSlow: 4001,
  tooFast: 4002,
  joinAgain: 4003,
} as const;

const FIRST_MS = 400;
const LONGEST_MS = 12_000;
/** The least wait after a close that says 'later'. */
const LATER_MS: Record<number, number> = { [CLOSE.full]: 5_000, [CLOSE.tooFast]: 3_000, [CLOSE.tooLarge]: 2_000, [CLOSE.notUnderstood]: 2_000 };

/**
 * Milliseconds to wait before attempt number `attempt` (from 0), after a close with `code`. Half of it is left to chance, so
 * that a room full of phones that lost the network together does not come back in one instant.
 */
export function wait_ms(attempt: number, code: number, chance: () => number): number {
  if (code === CLOSE.comeBack && attempt === 0) return 250 * chance();
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return (LATER_MS[code] ?? 0) + longest / 2 + (longest / 2) * chance();
}
