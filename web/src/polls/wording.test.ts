import { expect, test } from 'vitest';
import type { Poll } from '../polls';
import { poll } from '../testing/polls';
import { directionOf, inWords, readerTags, translationFor, withUsualAnswers } from './wording';

const french = { question: 'Lequel ?', options: { o1: 'Un', o2: 'Deux' } };
const arabic = { question: 'أيهما؟', options: {} };
const asked = (changes: Partial<Poll> = {}): Poll => ({ id: 'p1', ...poll({ language: 'en', translations: { fr: french, ar: arabic } }), ...changes });

test('a reader gets the translation in a language of theirs, in the order in which they like them', () => {
  expect(translationFor(asked(), ['fr-CA', 'en'])).toBe('fr');
  expect(translationFor(asked(), ['es', 'ar-EG', 'fr'])).toBe('ar');
});

test('a reader of the original gets that, and so does who reads none of the translations', () => {
  expect(translationFor(asked(), ['en-GB', 'fr'])).toBeNull();
  expect(translationFor(asked(), ['zh'])).toBeNull();
  expect(translationFor(asked({ language: 'es' }), ['es-MX', 'fr'])).toBeNull();
});

test('a poll that does not say its language is held to be in English', () => {
  expect(translationFor(asked({ language: undefined }), ['en', 'fr'])).toBeNull();
});

test('the very variant comes before another of the same language', () => {
  expect(translationFor(asked({ translations: { pt: french, 'pt-BR': french } }), ['pt-BR'])).toBe('pt-BR');
});

test('a language that the pages do not speak comes first for who likes it better; one chosen on the page comes before all', () => {
  expect(readerTags('en', ['fr-FR', 'en'], ['en', 'ar'])[0]).toBe('fr-FR');
  expect(readerTags('ar', ['fr-FR', 'en'], ['en', 'ar'])[0]).toBe('ar');
});

test('what a translation lacks is said in the original', () => {
  const shown = inWords(asked({ scale: ['Low', 'High'] }), 'ar');
  expect(shown).toMatchObject({ language: 'ar', question: 'أيهما؟', options: { o1: 'One', o2: 'Two' }, scale: ['Low', 'High'] });
  expect(inWords(asked(), null)).toEqual(asked());
});

test('texts run in the direction of their language', () => {
  expect([directionOf('ar-EG'), directionOf('fr'), directionOf(undefined)]).toEqual(['rtl', 'ltr', undefined]);
});

test('yes and no that nobody wrote are said in the language of the page; what somebody wrote stays', () => {
  const say = (id: string): string => `<${id}>`;
  const usual = asked({ kind: 'yes-no', options: { o1: 'Yes', o2: 'No' } });
  expect(withUsualAnswers(usual, 'ar', say)).toMatchObject({ options: { o1: '<usual-yes>', o2: '<usual-no>' }, answers_in: 'ar' });
  expect(withUsualAnswers(usual, 'en', say)).toBe(usual);
  const own = asked({ kind: 'yes-no', options: { o1: 'Yes', o2: 'Not now' } });
  expect(withUsualAnswers(own, 'ar', say)).toBe(own);
});
