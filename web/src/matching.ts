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

/** Something to be found: by its name, its code, or what people call it every day. */
export interface Named {
  name: string;
  code?: string;
  also?: string[];
}

function rank(option: Named, wanted: string): number {
  const ranks = [option.name, ...(option.also ?? [])].map((name) => rankOf(folded(name), wanted));
  return option.code?.toLowerCase() === wanted ? 0 : Math.min(...ranks);
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return ` ${name}`.includes(` ${wanted}`) ? 2 : 3;
}

/** The options that fit, best first: the same, then those that begin so, then those with a word that begins so. */
export function matches<T extends Named>(options: T[], typed: string): T[] {
  const wanted = folded(typed);
  if (wanted === '') return [];
  return options
    .map((option) => ({ option, rank: rank(option, wanted) }))
    .filter((found) => found.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, OFFERED_MAX)
    .map((found) => found.option);
}

/** The option that is called exactly so. */
export function exact<T extends Named>(options: T[], typed: string): T | undefined {
  const wanted = folded(typed);
  return options.find((option) => rank(option, wanted) === 0);
}
