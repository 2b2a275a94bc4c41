import { expect, test } from 'vitest';
import { listState, takesRequests } from './list-state';

test('the list takes no requests from the announced time on, whether or not the server has said so', () => {
  const closing = { list: 'closing', closes_at: 5_000 } as const;
  expect(takesRequests(closing, 4_999)).toBe(true);
  expect(takesRequests(closing, 5_000)).toBe(false);
  expect(listState(closing, 5_000)).toBe('closed');
  expect(takesRequests({ list: 'not-open' }, 0)).toBe(false);
});
