import { expect, test } from 'vitest';
import type { Lane, RequestView } from '../protocol.gen';
import { beforeWhom, heldOver, laneOf, orderWith, placeOf } from './moving';

const LANES: Record<string, Lane> = { 9: 'point-of-order', 1: 'list', 2: 'list', 3: 'list', 8: 'reply' };
const requests = Object.fromEntries(Object.entries(LANES).map(([id, lane]): [string, RequestView] => [id, { group: 'state', lane, asked_at: 0 }]));
const floor = { order: ['9', '1', '2', '3', '8'], requests };

test('a row is carried within its lane and no further', () => {
  expect(laneOf(floor, '2')).toEqual(['1', '2', '3']);
  expect(placeOf(floor, '3')).toBe(2);
  expect(heldOver(floor, '3', -1).at).toBe(0);
  expect(heldOver(floor, '1', 7).at).toBe(2);
});

test('the list shows a lifted row where it would stand, and the other lanes where they are', () => {
  expect(orderWith(floor, { request: '3', at: 0 })).toEqual(['9', '3', '1', '2', '8']);
  expect(orderWith(floor, { request: '1', at: 2 })).toEqual(['9', '2', '3', '1', '8']);
});

test('it is put down in front of whoever it stands before, or at the end of its lane', () => {
  expect(beforeWhom(floor, { request: '3', at: 0 })).toBe('1');
  expect(beforeWhom(floor, { request: '1', at: 1 })).toBe('3');
  expect(beforeWhom(floor, { request: '1', at: 2 })).toBeUndefined();
});
