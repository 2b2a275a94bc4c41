import { expect, test } from 'vitest';
import { actOf, isPollKey } from './keys';

const press = (key: string, changes: Partial<KeyboardEvent> = {}): Parameters<typeof actOf>[0] => ({
  key, code: '', repeat: false, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false, ...changes,
});

test('each key has its act, as a small or a capital letter', () => {
  expect(['n', 'N', 'e', 'p', '+', 'z', '?'].map((key) => actOf(press(key)))).toEqual(['next', 'next', 'end', 'pause', 'more', 'undo', 'help']);
  expect(actOf(press('x'))).toBeUndefined();
  expect(actOf(press('Enter', { code: 'Enter' }))).toBeUndefined();
});

test('a key that is held down asks only once', () => {
  expect(actOf(press('n', { repeat: true }))).toBeUndefined();
});

test('what belongs to the browser stays with it', () => {
  expect(actOf(press('n', { ctrlKey: true }))).toBeUndefined();
  expect(actOf(press('z', { metaKey: true }))).toBeUndefined();
});

test('keyboards of other scripts have the letters at the same place', () => {
  expect(actOf(press('ى', { code: 'KeyN' }))).toBe('next');
  // A Latin letter is what it says, wherever its key is.
  expect(actOf(press('k', { code: 'KeyN' }))).toBeUndefined();
});

test('the key of the polls is none of the floor, and is held down once like the others', () => {
  expect(actOf(press('o'))).toBeUndefined();
  expect([press('o'), press('O'), press('щ', { code: 'KeyO' })].map(isPollKey)).toEqual([true, true, true]);
  expect([press('o', { repeat: true }), press('o', { metaKey: true }), press('n')].map(isPollKey)).toEqual([false, false, false]);
});
