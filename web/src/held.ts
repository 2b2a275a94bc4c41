/** Rows that keep their place while somebody works with them. */

/** Those of `before` that are still there, in their places, and what is new behind them. */
export function held(before: string[], now: string[]): string[] {
  return [...before.filter((id) => now.includes(id)), ...now.filter((id) => !before.includes(id))];
}
