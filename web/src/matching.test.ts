import { expect, test } from 'vitest';
import { exact, matches } from './matching';

const STATES = ['Côte d\'Ivoire', 'France', 'Guinea', 'Guinea-Bissau', 'Papua New Guinea', 'Türkiye', 'United Kingdom'].map((name) => ({
  name,
  code: { 'United Kingdom': 'GBR' }[name] ?? 'XXX',
}));
const names = (typed: string): string[] => matches(STATES, typed).map(({ name }) => name);

test('accents, case and punctuation do not matter', () => {
  expect(names('cote d ivoire')).toEqual(['Côte d\'Ivoire']);
  expect(names('TURK')).toEqual(['Türkiye']);
});

test('the same name comes first, then those that begin so, then those with such a word', () => {
  expect(names('guinea')).toEqual(['Guinea', 'Guinea-Bissau', 'Papua New Guinea']);
});

test('the beginning of any word counts, the middle of one does not', () => {
  expect(names('king')).toEqual(['United Kingdom']);
  expect(names('ingdom')).toEqual([]);
});

test('a code finds its State', () => {
  expect(names('gbr')).toEqual(['United Kingdom']);
});

test('nothing typed offers nothing', () => {
  expect(names('  ')).toEqual([]);
});

test('a whole name is known, part of one is not', () => {
  expect(exact(STATES, 'turkiye')?.name).toBe('Türkiye');
  expect(exact(STATES, 'guin')).toBeUndefined();
});
