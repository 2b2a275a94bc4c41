import { expect, test } from 'vitest';
import type { You } from '../protocol.gen';
import { requestOf } from '../testing/floor';
import { changeOf, fieldsOf, plain, takeOver, wishOf } from './wish';

const you: You = { seat: 's1', role: 'participant', writes: false, history: false, requests: [], ballots: {}, name: 'Amina Diallo', rank: 'delegate' };

test('empty fields say nothing', () => {
  expect(wishOf(plain())).toEqual({});
  expect(wishOf({ ...plain(), name: '  ', on_behalf_of: ' ' })).toEqual({});
});

test('what is filled in is said, without blanks around it', () => {
  const fields = { name: ' M. Sow ', rank: 'minister', on_behalf_of: 'the African Group', language: 'fr', remote: true } as const;
  expect(wishOf(fields)).toEqual({ ...fields, name: 'M. Sow' });
});

test('what the own seat says anyway is left out of the fields', () => {
  expect(fieldsOf({ ...requestOf('s1'), name: 'Amina Diallo', rank: 'delegate', language: 'fr' }, you)).toEqual({ ...plain(), language: 'fr' });
  expect(fieldsOf({ ...requestOf('s2'), name: 'Amina Diallo' }, you).name).toBe('Amina Diallo');
});

test('a change leaves the request with its seat, whoever makes it and whatever it says', () => {
  expect(changeOf('r1', plain())).toEqual({ request: 'r1' });
  const colleagues = { ...requestOf('s2'), name: 'Jonas Berg', rank: 'minister' } as const;
  expect(changeOf('r1', { ...fieldsOf(colleagues, you), language: 'fr' })).toEqual({ request: 'r1', name: 'Jonas Berg', rank: 'minister', language: 'fr' });
  const inscribed = { ...requestOf(undefined), delegation: 'Senegal' };
  expect(changeOf('r1', { ...fieldsOf(inscribed, you), language: 'fr' })).toEqual({ request: 'r1', language: 'fr' });
});

test('taking over keeps for whom and in which language it is', () => {
  const request = { ...requestOf('s2'), name: 'Jonas Berg', rank: 'minister', on_behalf_of: 'the Nordic countries', language: 'en' } as const;
  expect(takeOver('r1', request, you)).toEqual({ request: 'r1', seat: 's1', on_behalf_of: 'the Nordic countries', language: 'en' });
});
