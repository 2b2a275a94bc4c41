import { expect, test, vi } from 'vitest';
import { PATTERNS, vibrate } from './vibration';

test('one’s turn makes a device tremble that can, and no other', () => {
  const device = { vibrate: vi.fn(() => true) };
  vibrate('next', device);
  expect(device.vibrate).toHaveBeenCalledExactlyOnceWith([...PATTERNS.next]);
  expect(() => vibrate('next', {} as Navigator)).not.toThrow();
});
