import { afterEach, describe, expect, test, vi } from 'vitest';
import { fileUrl, getMeeting, getOpening, hasSeat, liveUrl, UNREACHABLE } from './api';

/** What was asked of the server: the address, and the role that it was asked for. */
const asked: [address: string, role: string | null][] = [];

function answer(status: number, body: unknown): void {
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    asked.push([address, new Headers(init.headers).get('Roundtable-As')]);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return Promise.resolve(new Response(text, { status }));
  });
}

afterEach(() => {
  asked.length = 0;
  vi.unstubAllGlobals();
});

describe('whether there is a seat', () => {
  test('an answer of the room says that there is', async () => {
    answer(200, { seq: 1, view: {} });
    expect(await hasSeat('m', 'r')).toBe(true);
  });

  test.each([
    [404, 'not-found'],
    [401, 'token-expired'],
    [401, 'join-again'],
  ])('%i %s says that there is none, so that the page can ask to join again', async (status, code) => {
    answer(status, { code, message: 'No.' });
    expect(await hasSeat('m', 'r')).toBe(false);
  });

  test.each([
    [503, { code: 'unavailable', message: 'Busy.' }, 'unavailable'],
    [502, '<html>Bad gateway</html>', UNREACHABLE],
    [404, '<html>Not found</html>', UNREACHABLE],
  ])('%i %j says nothing about it', async (status, body, code) => {
    answer(status, body);
    await expect(hasSeat('m', 'r')).rejects.toMatchObject({ code });
  });

  test('no network says nothing about it', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    await expect(hasSeat('m', 'r')).rejects.toMatchObject({ code: UNREACHABLE });
  });
});

test.each([
  [429, 'too-many-tries'],
  [503, 'unavailable'],
  [403, 'not-allowed'],
  [500, UNREACHABLE],
])('%i without words, as of a proxy, still says what is the matter', async (status, code) => {
  answer(status, '<html></html>');
  await expect(getOpening('K7M2QX')).rejects.toMatchObject({ code });
});

test('requests, the socket and files say for which of the browser’s seats they are', async () => {
  answer(200, {});
  await getMeeting('m', 'organiser');
  await hasSeat('m', 'r', 'chair');
  await hasSeat('m', 'r');
  expect(asked).toEqual([
    ['/api/meetings/m', 'organiser'],
    ['/api/meetings/m/rooms/r', 'chair'],
    ['/api/meetings/m/rooms/r', null],
  ]);
  vi.stubGlobal('location', { href: 'https://host/m/m/r?as=chair' });
  expect(liveUrl('m', 'r', 'chair')).toBe('wss://host/api/meetings/m/rooms/r/live?as=chair');
  expect(liveUrl('m', 'r')).toBe('wss://host/api/meetings/m/rooms/r/live');
  expect(fileUrl('m', 'r', 'outcome.md', 'chair')).toBe('/api/meetings/m/rooms/r/outcome.md?as=chair');
});
