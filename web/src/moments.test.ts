import { expect, test } from 'vitest';
import { momentText, stampText } from './moments';

const NOON = Date.UTC(2024, 4, 10, 12, 0);
const reading = (more = {}) => ({ now: NOON + 1, language: 'en', zone: 'UTC', ...more });

test('a moment is said in the time of the place, and a moment of another day with its day', () => {
  expect(momentText(NOON, reading())).toBe('12:00');
  expect(momentText(NOON, reading({ zone: 'America/New_York' }))).toBe('08:00');
  expect(momentText(NOON, reading({ now: NOON + 86_400_000 }))).toBe('10 May 2024, 12:00');
});

test('the clock has 24 hours in every language, as in the programme', () => {
  expect(momentText(NOON + 3_600_000, reading({ language: 'ar' }))).toMatch(/^\D*13:00\D*$/);
  expect(momentText(NOON - 12 * 3_600_000, reading({ language: 'ar' }))).toMatch(/^\D*00:00\D*$/);
  expect(momentText(NOON + 3_600_000, reading({ language: 'ar', now: NOON + 86_400_000 }))).toContain('13:00');
  expect(stampText(NOON + 3_600_000, reading({ language: 'ar' }))).toContain('13:00:00');
});

test('which day it is is asked at the place too', () => {
  const late = Date.UTC(2024, 4, 10, 23, 30);
  expect(momentText(late, reading({ now: late + 3_600_000 }))).toContain('May');
  expect(momentText(late, reading({ now: late + 3_600_000, zone: 'America/New_York' }))).toBe('19:30');
});

test('a place that the browser does not know is read as the reader reads', () => {
  expect(momentText(NOON, reading({ zone: 'Atlantis/Capital' }))).toMatch(/^\d\d:\d\d$/);
});

test('a step of the history is said to the second', () => {
  expect(stampText(NOON, reading())).toBe('10 May, 12:00:00');
});
