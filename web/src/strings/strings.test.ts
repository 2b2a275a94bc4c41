import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { textsOf } from '../../scripts/fluent.mjs';

const SOURCES = new URL('..', import.meta.url).pathname;
const read = (name: string): string => readFileSync(join(SOURCES, 'strings', name), 'utf8');
const idsOf = (name: string): string[] => textsOf(read(name)).map(([id]) => id);

const first = idsOf('en.ftl');
const files = readdirSync(join(SOURCES, 'strings')).filter((name) => name.endsWith('.ftl'));
const of = (language: string): string[] => files.filter((name) => name.split('.').includes(language));
/** What comes with the components that need it. */
const later = of('en').filter((name) => name !== 'en.ftl').flatMap(idsOf);
const arabic = of('ar').flatMap(idsOf);

/** Every id that a source names in full: `t('…')` or `laterText('…')`, also both sides of a choice, as long as it looks like an id. */
function named(): [file: string, id: string][] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.(svelte|ts)$/.test(file) && !file.includes('.test.'))
    .flatMap((file) => {
      const calls = readFileSync(join(SOURCES, file), 'utf8').matchAll(/\b(?:t|laterText)\(([^`{}]*?)[,)]/g);
      return [...calls].flatMap(([, inside = '']) => [...inside.matchAll(/'([a-z][a-z-]*)'/g)].map((found): [string, string] => [file, found[1] ?? '']));
    })
    .filter(([, id]) => id.includes('-') || id === 'save' || id === 'edit');
}

test('every text that a page names is there in English', () => {
  const known = new Set([...first, ...later]);
  expect(named().length).toBeGreaterThan(80);
  expect(named().filter(([, id]) => !known.has(id))).toEqual([]);
});

test('no text is said twice', () => {
  const all = [...first, ...later];
  expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([]);
});

test('Arabic says nothing that English does not know', () => {
  const known = new Set([...first, ...later]);
  // Refusals come from the server in English, so that only other languages need texts for them.
  expect(arabic.filter((id) => !known.has(id) && !id.startsWith('refusal-'))).toEqual([]);
});

test('Arabic says each text once, and all of what comes later', () => {
  expect(arabic.filter((id, at) => arabic.indexOf(id) !== at)).toEqual([]);
  expect(later.filter((id) => !arabic.includes(id))).toEqual([]);
});

test('Arabic says all of the first page', () => {
  const said = new Set(idsOf('ar.ftl'));
  const left = first.filter((id) => !said.has(id));
  expect(left).toEqual(['refusal-not-found', 'refusal-join-again']);
});

/** Every reason that a rule of the server may give. */
function codes(): string[] {
  const [, type = ''] = /export type Code = ([^;]+);/.exec(readFileSync(join(SOURCES, 'protocol.gen.ts'), 'utf8')) ?? [];
  return [...type.matchAll(/"([a-z-]+)"/g)].map((found) => found[1] ?? '');
}

/** Here the server's own sentence says which line, number or length is meant, which no text of ours could. */
const SAID_BY_THE_SERVER = ['import-invalid', 'poll-invalid', 'choice-invalid', 'out-of-bounds', 'text-invalid', 'too-many'];

test('Arabic says every reason for which a rule refuses', () => {
  expect(codes().length).toBeGreaterThan(50);
  expect([...codes(), 'unknown-draft'].filter((code) => !arabic.includes(`refusal-${code}`))).toEqual(SAID_BY_THE_SERVER);
});
