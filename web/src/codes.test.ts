import { expect, test } from 'vitest';
import { grouped, isComplete, normalise } from './codes';

test.each([
  ['k7m2qx', 'K7M2QX'],
  [' K7M 2QX ', 'K7M2QX'],
  ['K7M-2QX', 'K7M2QX'],
  ['oil1u0', '0111V0'],
  ['КМ٣۴ТХ', 'KM34TX'],
  ['Ｋ７Ｍ２ＱＸ', 'K7M2QX'],
  ['https://meet.example/j/K7M2QX?x=1', 'K7M2QX'],
  ['k7!m2?', 'K7M2'],
  ['', ''],
])('%j is understood as %j', (typed, code) => {
  expect(normalise(typed)).toBe(code);
});

test('a code never grows past the longest kind', () => {
  expect(normalise('A'.repeat(40))).toHaveLength(16);
});

test('six or sixteen characters are a code', () => {
  expect(isComplete('K7M2QX')).toBe(true);
  expect(isComplete('K7M2Q')).toBe(false);
  expect(isComplete('ABCDEFGHJKMNPQRS')).toBe(true);
});

test('codes are shown in groups', () => {
  expect(grouped('K7M2QX')).toBe('K7M 2QX');
  expect(grouped('K7M2')).toBe('K7M 2');
  expect(grouped('ABCDEFGHJKMNPQRS')).toBe('ABCD EFGH JKMN PQRS');
  expect(grouped('')).toBe('');
});
