/** The strings that people with bad intentions write, by their shape: the same file as the server's tests read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '../../tests/fixtures/content/hostile.json');

/** All strings, by shape. */
export const HOSTILE = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string[]>;

/** Shapes that are no texts of their own: where links lead, and what stands in JSON. */
const APART = new Set(['addresses', 'json_escapes']);

/** All texts. */
export const TEXTS = Object.entries(HOSTILE).flatMap(([shape, texts]) => (APART.has(shape) ? [] : texts));
