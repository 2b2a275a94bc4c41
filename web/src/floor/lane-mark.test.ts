import { expect, test } from 'vitest';
import '../strings/later';
import { laneText } from './lane-mark';

test('a lane is said with whom it is about, where that is known', () => {
  expect(laneText({ lane: 'point-of-order' })).toBe('Point of order');
  expect(laneText({ lane: 'question', about: 'Kenya' })).toBe('Question to Kenya');
  expect(laneText({ lane: 'question' })).toBe('Question');
  expect(laneText({ lane: 'answer', about: 'Japan' })).toBe('Answer to Japan');
  expect(laneText({ lane: 'reply' })).toBe('Right of reply');
});

test('the list itself needs no mark', () => {
  expect(laneText({ lane: 'list' })).toBe('');
});
