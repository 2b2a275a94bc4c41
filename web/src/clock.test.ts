import { expect, test } from 'vitest';
import { clockText, dateText, overrunText, pace, ServerClock } from './clock';

test('shows the server\'s time by the offset that was heard last', () => {
  let device = 1_000;
  const clock = new ServerClock(() => device);
  clock.heard(61_000);
  device = 2_500;
  expect(clock.now()).toBe(62_500);
});

test('an answer corrects the offset by half of the round trip', () => {
  let device = 1_000;
  const clock = new ServerClock(() => device);
  device = 1_400;
  clock.answered(10_000, 1_000);
  expect(clock.now()).toBe(10_200);
});

test('an answer that took very long is not believed', () => {
  let device = 0;
  const clock = new ServerClock(() => device);
  clock.heard(100);
  device = 60_000;
  clock.answered(1_000_000, 0);
  expect(clock.now()).toBe(60_100);
});

test.each([
  [0, '0:00'],
  [5.9, '0:05'],
  [65, '1:05'],
  [600, '10:00'],
  [3_725, '1:02:05'],
  [-3, '0:00'],
])('%d seconds read %s', (seconds, text) => {
  expect(clockText(seconds)).toBe(text);
});

test.each([
  [149, 180, 'within'],
  [150, 180, 'ending'],
  [179, 180, 'ending'],
  [180, 180, 'over'],
  [4, 10, 'within'],
  [5, 10, 'ending'],
] as const)('%d seconds of %d are %s', (elapsed_s, limit_s, expected) => {
  expect(pace(elapsed_s, limit_s)).toBe(expected);
});

test.each([
  [179, 180, ''],
  [180, 180, '+0:00'],
  [192, 180, '+0:12'],
  [3_790, 180, '+1:00:10'],
])('%d seconds of %d have overrun by %s', (elapsed_s, limit_s, text) => {
  expect(overrunText(elapsed_s, limit_s)).toBe(text);
});

test('dates read as they are written at the United Nations', () => {
  expect(dateText('2024-05-10', 'en')).toBe('10 May 2024');
  expect(dateText('', 'en')).toBe('');
  expect(dateText('soon', 'en')).toBe('soon');
});
