import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { digestOf, spelled } from './digest';
import { digestOfNotes } from './notes';

const fixture = <T>(name: string): T[] => JSON.parse(readFileSync(new URL(`../../../tests/fixtures/digest/${name}.json`, import.meta.url), 'utf8')) as T[];

test('a page computes of a value what the server does', () => {
  const cases = fixture<{ digest: string; value: unknown }>('values');
  expect(cases.length).toBeGreaterThan(50);
  for (const { digest, value } of cases) expect([value, spelled(digestOf(value))]).toEqual([value, digest]);
});

test('a page computes of notes what the server does', () => {
  const cases = fixture<{ digest: string; update: string }>('notes');
  expect(cases.length).toBeGreaterThan(20);
  for (const { digest, update } of cases) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Buffer.from(update, 'base64'));
    expect(spelled(digestOfNotes(doc.getXmlFragment('notes')))).toBe(digest);
  }
});

test('what is changed is another value, also deep inside of one that was seen before', () => {
  const inner = { name: 'Amina' };
  const before = digestOf({ a: inner, b: [1] });
  expect(digestOf({ b: [1], a: inner })).toBe(before);
  expect(digestOf({ a: { name: 'Jonas' }, b: [1] })).not.toBe(before);
});
