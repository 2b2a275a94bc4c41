// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { soundWanted, wantSound } from './sound-wanted';

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

test('until somebody has said so, each page has it its own way', () => {
  expect([true, false].map(soundWanted)).toEqual([true, false]);
});

test('what somebody said is kept for every page of the device', () => {
  wantSound(false);
  expect([true, false].map(soundWanted)).toEqual([false, false]);
  wantSound(true);
  expect([true, false].map(soundWanted)).toEqual([true, true]);
});

test('a browser that keeps nothing goes on as the page has it', () => {
  const forbidden = (): never => {
    throw new DOMException('forbidden', 'SecurityError');
  };
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(forbidden);
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(forbidden);
  wantSound(false);
  expect([true, false].map(soundWanted)).toEqual([true, false]);
});
