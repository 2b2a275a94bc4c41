import { expect, test } from 'vitest';
import { held } from './held';

test('rows keep their places, those that are gone leave, and new ones come last', () => {
  expect(held(['p2', 'p1', 'p3'], ['p1', 'p3', 'p4', 'p2'])).toEqual(['p2', 'p1', 'p3', 'p4']);
  expect(held(['p2', 'p1'], ['p1'])).toEqual(['p1']);
  expect(held([], ['p2', 'p1'])).toEqual(['p2', 'p1']);
});
