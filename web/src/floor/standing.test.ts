import { expect, test } from 'vitest';
import { floorOf, requestOf, speechOf } from '../testing/floor';
import { isMine, standingOf } from './standing';

const floor = floorOf({ r1: requestOf('s1'), r2: requestOf('s2', 'point-of-order'), r3: requestOf('s3') });

test('a delegation stands where the first of its requests does, whoever of it asked', () => {
  expect(standingOf(floor, ['r3', 'r2'])).toMatchObject({ foremost: 'r2', place: 2, ofList: 'r3' });
  expect(standingOf(floor, [])).toMatchObject({ foremost: undefined, place: 0, ofList: undefined });
});

test('who was given precedence stands on the list; a point of order does not', () => {
  expect(standingOf(floorOf({ r1: requestOf('s1', 'precedence') }), ['r1']).ofList).toBe('r1');
  expect(standingOf(floor, ['r2']).ofList).toBeUndefined();
});

test('a speech of the delegation is its own, under way or interrupted', () => {
  const speech = speechOf('r9', 's1');
  expect(standingOf(floorOf({}, { speaking: speech }), ['r9']).speaks).toBe(speech);
  expect(standingOf(floorOf({}, { interrupted: speech }), ['r9']).interrupted).toBe(speech);
  expect(standingOf(floorOf({}, { speaking: speech }), ['r1']).speaks).toBeUndefined();
});

test('a request is its seat’s; one that the chair put on the list is anybody’s of the delegation', () => {
  expect(isMine(requestOf('s1'), 's1')).toBe(true);
  expect(isMine(requestOf('s1'), 's2')).toBe(false);
  expect(isMine(requestOf(undefined), 's2')).toBe(true);
  expect(isMine(undefined, 's2')).toBe(false);
});
