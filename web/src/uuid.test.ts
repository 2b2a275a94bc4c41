import { afterEach, expect, test, vi } from 'vitest';
import { uuid } from './uuid';

const VERSION_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => vi.unstubAllGlobals());

test('an id is a UUID and never the same twice', () => {
  expect(uuid()).toMatch(VERSION_4);
  expect(uuid()).not.toBe(uuid());
});

test('a plain http page, where randomUUID is missing, gets its ids too', () => {
  const real = crypto;
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => real.getRandomValues(bytes) });
  expect(uuid()).toMatch(VERSION_4);
  expect(uuid()).not.toBe(uuid());
});
