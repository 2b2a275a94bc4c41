/** The strings that people with bad intentions write, by their shape: the same file as the server's tests read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '../../tests/fixtures/content/hostile.json');

/** All strings, by shape. */
export const HOSTILE = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string[]>;

/** Shapes that are no texts of their own: where links lead, and what stands in JSON. */
const APART = new Set(['addresses', 'json_escapes']);

const LONG = process.env.TEST_EXTENT === 'long';
/** How many of each shape a short run takes. */
const SOME = 3;

/** All texts. */
export const TEXTS = Object.entries(HOSTILE).flatMap(([shape, texts]) => (APART.has(shape) ? [] : texts));

/** In a long run all texts, else some of each shape, from a place by chance on. Prints the seed. */
export function someTexts(): string[] {
  const seed = BigInt(process.env.TEST_SEED ?? Math.floor(Math.random() * 1_000_000));
  const some = Object.entries(HOSTILE).flatMap(([shape, texts]) => {
    const start = Number(seed % BigInt(texts.length));
    return APART.has(shape) ? [] : [...texts, ...texts].slice(start, start + Math.min(SOME, texts.length));
  });
  const chosen = LONG ? TEXTS : some;
  process.stdout.write(`content: TEST_SEED=${seed}, ${chosen.length} texts in every field, ${TEXTS.length} in the notes\n`);
  return chosen;
}
