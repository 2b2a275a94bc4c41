import { expect, test } from 'vitest';
import { floorOf, requestOf, speechOf } from '../testing/floor';
import { lanesToAsk } from './lanes';

test('before anybody has spoken there is the list, and points of order', () => {
  expect(lanesToAsk(floorOf({}), [], 0)).toEqual(['list', 'point-of-order']);
  expect(lanesToAsk(floorOf({}, { list: 'not-open' }), [], 0)).toEqual(['point-of-order']);
});

test('while another speaks there are questions and replies too', () => {
  const floor = floorOf({}, { speaking: speechOf('r9', 's9') });
  expect(lanesToAsk(floor, [], 0)).toEqual(['list', 'point-of-order', 'question', 'reply']);
});

test('nobody puts a question to a point of order that interrupts nobody', () => {
  const speaking = speechOf('r9', 's9', { lane: 'point-of-order' });
  expect(lanesToAsk(floorOf({}, { speaking }), [], 0)).not.toContain('question');
  expect(lanesToAsk(floorOf({}, { speaking, interrupted: speechOf('r8', 's8') }), [], 0)).toContain('question');
});

test('a lane in which the delegation waits is not offered again', () => {
  const floor = floorOf({ r1: requestOf('s1'), r2: requestOf('s2', 'reply') }, { speaking: speechOf('r9', 's9') });
  expect(lanesToAsk(floor, ['r1', 'r2'], 0)).toEqual(['point-of-order', 'question']);
});

test('whoever speaks may ask for a reply to come, and for nothing else', () => {
  expect(lanesToAsk(floorOf({}, { speaking: speechOf('r1', 's1') }), ['r1'], 0)).toEqual(['reply']);
});

test('a closed list leaves replies and points of order, also from an announced close on', () => {
  const spoken = { spoken: 3 };
  expect(lanesToAsk(floorOf({}, { ...spoken, list: 'closed' }), [], 0)).toEqual(['point-of-order', 'reply']);
  expect(lanesToAsk(floorOf({}, { ...spoken, list: 'closing', closes_at: 5_000 }), [], 5_000)).toEqual(['point-of-order', 'reply']);
  expect(lanesToAsk(floorOf({}, { ...spoken, list: 'closing', closes_at: 5_000 }), [], 4_999)).toContain('list');
});
