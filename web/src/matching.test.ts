import { expect, test } from 'vitest';
import type { Delegation } from './api';
import { known } from './delegations';
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

test('an everyday name finds its State, and a short one its organization', () => {
  const state = (name: string, code: string): Delegation => ({ name, code, class: 'state' });
  const all = known([state('Australia', 'AUS'), state('Türkiye', 'TUR'), state('United Kingdom of Great Britain and Northern Ireland', 'GBR'), state('Republic of Korea', 'KOR')]);
  const first = (typed: string): string | undefined => matches(all, typed)[0]?.code;
  expect(['uk', 'Turkey', 'south kor', 'AU', 'eu', 'aus'].map(first)).toEqual(['GBR', 'TUR', 'KOR', 'AU', 'EU', 'AUS']);
  expect(exact(all, 'u.k.')).toBeUndefined();
  expect(exact(all, 'UK')?.name).toBe('United Kingdom of Great Britain and Northern Ireland');
  expect(exact(all, 'asean')?.class).toBe('organization');
});

test('on a page in another language States are offered by their names there, and known by those of every language', () => {
  const names = { ar: 'المغرب', es: 'Marruecos', fr: 'Maroc', ru: 'Марокко', zh: '摩洛哥' };
  const all = known([{ name: 'Morocco', code: 'MAR', class: 'state', names }, { name: 'Mali', code: 'MLI', class: 'state' }], 'ar');
  expect(matches(all, 'المغ').map(({ name }) => name)).toEqual(['المغرب']);
  for (const written of ['المغرب', 'Maroc', 'morocco', 'Марокко', '摩洛哥']) expect(exact(all, written)?.official).toBe('Morocco');
  expect(matches(all, 'mal').map(({ name }) => name), 'what has no name there keeps its own').toEqual(['Mali']);
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
