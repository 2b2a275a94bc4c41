/** Which names fit what somebody has typed. */

/** How many are offered at once: what a phone shows above its keyboard, and a little more to scroll. */
const OFFERED_MAX = 8;

/** For comparing: without accents, case and punctuation. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function rank(name: string, code: string, wanted: string): number {
  if (name === wanted || code === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return ` ${name}`.includes(` ${wanted}`) ? 2 : 3;
}

/** The options that fit, best first: the same, then those that begin so, then those with a word that begins so. */
export function matches<T extends { name: string; code?: string }>(options: T[], typed: string): T[] {
  const wanted = folded(typed);
  if (wanted === '') return [];
  return options
    .map((option) => ({ option, rank: rank(folded(option.name), (option.code ?? '').toLowerCase(), wanted) }))
    .filter((found) => found.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, OFFERED_MAX)
    .map((found) => found.option);
}

/** The option of exactly this name. */
export function exact<T extends { name: string }>(options: T[], typed: string): T | undefined {
  const wanted = folded(typed);
  return options.find((option) => folded(option.name) === wanted);
}
