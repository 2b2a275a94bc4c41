// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stayAwake } from './awake';

interface Lock {
  released: boolean;
  release(): Promise<void>;
}

let given: Lock[] = [];
let visible = true;

/** The device hands out a lock as it does: one at a time, when asked. */
function request(): Promise<Lock> {
  const lock: Lock = {
    released: false,
    release() {
      this.released = true;
      return Promise.resolve();
    },
  };
  given.push(lock);
  return Promise.resolve(lock);
}

/** The page is hidden or seen again. */
async function turn(seen: boolean): Promise<void> {
  visible = seen;
  if (!seen) for (const lock of given) lock.released = true;
  document.dispatchEvent(new Event('visibilitychange'));
  await arrived();
}

/** Lets what the device promised arrive. */
async function arrived(): Promise<void> {
  for (let step = 0; step < 3; step += 1) await Promise.resolve();
}

beforeEach(() => {
  given = [];
  visible = true;
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => (visible ? 'visible' : 'hidden'));
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
});

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'wakeLock');
});

test('the screen is kept on until the page lets go', async () => {
  const leave = stayAwake();
  await arrived();
  expect(given.map((lock) => lock.released)).toEqual([false]);
  leave();
  expect(given[0]!.released).toBe(true);
});

test('a page that was hidden asks again when it is seen', async () => {
  const leave = stayAwake();
  await arrived();
  await turn(false);
  await turn(true);
  expect(given.map((lock) => lock.released)).toEqual([true, false]);
  leave();
});

test('a page that is seen twice before the device has answered asks once', async () => {
  const leave = stayAwake();
  document.dispatchEvent(new Event('visibilitychange'));
  await arrived();
  expect(given).toHaveLength(1);
  leave();
});

test('who leaves before the device has answered keeps nothing', async () => {
  stayAwake()();
  await arrived();
  expect(given.map((lock) => lock.released)).toEqual([true]);
  await turn(true);
  expect(given).toHaveLength(1);
});

test('a device that refuses is left as it is, and one without locks too', async () => {
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request: () => Promise.reject(new Error('battery low')) } });
  stayAwake()();
  Reflect.deleteProperty(navigator, 'wakeLock');
  stayAwake()();
  await arrived();
});
