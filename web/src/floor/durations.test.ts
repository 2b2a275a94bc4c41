import { expect, test } from 'vitest';
import { secondsOf } from './durations';

test('a number alone is minutes', () => {
  expect(secondsOf('3')).toBe(180);
  expect(secondsOf(' 90 ')).toBe(5400);
});

test('minutes and seconds are told apart by a colon', () => {
  expect(secondsOf('2:30')).toBe(150);
  expect(secondsOf('0:45')).toBe(45);
});

test('parts of a minute may be written with a point or a comma', () => {
  expect(secondsOf('1.5')).toBe(90);
  expect(secondsOf('2,5')).toBe(150);
});

test('Arabic and Persian digits count like any other', () => {
  expect(secondsOf('٢:٣٠')).toBe(150);
  expect(secondsOf('۵')).toBe(300);
});

test.each(['', 'three', '2:3', '2:75', '-1', '1:00:00', '99999'])('“%s” is no time', (written) => {
  expect(secondsOf(written)).toBeUndefined();
});
