import { beforeEach, describe, expect, test, vi } from 'vitest';
import { floorOf, requestOf, speechOf } from '../testing/floor';
import { Awake } from './awake';
import { askLeave, mayOffer, notify } from './notification';
import { SignalWatch, signalOf } from './signal';
import { armTones, isMuted, mute, playTone } from './tone';
import { turnOf, TurnWatch } from './turn';
import { PATTERNS, vibrate } from './vibration';

describe('the clock of a speech', () => {
  const speech = speechOf('r1', 's1');

  test('is nearly over 30 seconds before its end, and over at it', () => {
    expect(signalOf(undefined, 0)).toBe('none');
    expect(signalOf(speech, 149_000)).toBe('none');
    expect(signalOf(speech, 150_000)).toBe('ending');
    expect(signalOf(speech, 180_000)).toBe('over');
  });

  test('signals each once, at its moment', () => {
    const watch = new SignalWatch();
    expect([0, 149_000, 150_000, 150_250, 179_000, 180_000, 200_000].map((now) => watch.look(speech, now))).toEqual(['none', 'none', 'ending', 'none', 'none', 'over', 'none']);
  });

  test('signals again where more time was given, and nothing while it stands', () => {
    const watch = new SignalWatch();
    watch.look(speech, 0);
    expect(watch.look(speech, 180_000)).toBe('over');
    const longer = { ...speech, limit_s: 240 };
    expect(watch.look(longer, 181_000)).toBe('none');
    expect(watch.look({ ...longer, paused_at: 182_000 }, 900_000)).toBe('none');
    expect(watch.look({ ...longer, paused_ms: 718_000 }, 928_000)).toBe('ending');
  });

  test('says nothing of a speech that was met over its time', () => {
    const watch = new SignalWatch();
    expect(watch.look(speech, 500_000)).toBe('none');
    expect(watch.look(speechOf('r2', 's2', { started_at: 500_000 }), 500_000)).toBe('none');
  });
});

describe('one’s turn', () => {
  const floor = floorOf({ r1: requestOf('s1'), r2: requestOf('s2') });

  test('comes for the seat that speaks, not for a colleague', () => {
    expect(turnOf(floor, ['r1'], 's1')).toBe('next');
    expect(turnOf(floor, ['r2'], 's2')).toBe('waiting');
    expect(turnOf(floor, ['r1'], 's7')).toBe('none');
    expect(turnOf(floorOf({}, { speaking: speechOf('r1', 's1') }), ['r1'], 's1')).toBe('speaking');
    expect(turnOf(floorOf({}, { speaking: speechOf('r1', 's1') }), ['r1'], 's7')).toBe('none');
  });

  test('is told once, and not where it was so before', () => {
    const watch = new TurnWatch();
    expect((['next', 'next', 'speaking', 'none', 'waiting', 'next', 'next'] as const).map((turn) => watch.look(turn))).toEqual([
      undefined,
      undefined,
      'speaking',
      undefined,
      undefined,
      'next',
      undefined,
    ]);
  });

  test('makes a device tremble that can, and no other', () => {
    const device = { vibrate: vi.fn(() => true) };
    vibrate('next', device);
    expect(device.vibrate).toHaveBeenCalledExactlyOnceWith([...PATTERNS.next]);
    expect(() => vibrate('next', {} as Navigator)).not.toThrow();
  });
});

describe('the screen', () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const locks: { released: boolean; release: () => Promise<void> }[] = [];
  const request = vi.fn(async () => {
    const lock = { released: false, release: async () => void (lock.released = true) };
    locks.push(lock);
    return lock as unknown as WakeLockSentinel;
  });
  const device = { wakeLock: { request } as unknown as WakeLock };

  beforeEach(() => {
    locks.length = 0;
    request.mockClear();
    page.visibilityState = 'visible';
  });

  test('stays on while it is wanted', async () => {
    const awake = new Awake(device, page as unknown as Document);
    awake.keep(true);
    awake.keep(true);
    await vi.waitFor(() => expect(locks).toHaveLength(1));
    awake.keep(false);
    await vi.waitFor(() => expect(locks[0]?.released).toBe(true));
    expect(request).toHaveBeenCalledOnce();
    awake.end();
  });

  test('is asked for again when the page is seen again', async () => {
    const awake = new Awake(device, page as unknown as Document);
    awake.keep(true);
    await vi.waitFor(() => expect(locks).toHaveLength(1));
    // The browser lets go of it when the page is hidden.
    page.visibilityState = 'hidden';
    await locks[0]?.release();
    page.dispatchEvent(new Event('visibilitychange'));
    expect(request).toHaveBeenCalledOnce();
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(locks).toHaveLength(2));
    awake.end();
    await vi.waitFor(() => expect(locks[1]?.released).toBe(true));
  });

  test('a device without it, or one that says no, is no fault', async () => {
    const none = new Awake({}, page as unknown as Document);
    none.keep(true);
    none.end();
    request.mockRejectedValueOnce(new Error('low power'));
    const weak = new Awake(device, page as unknown as Document);
    weak.keep(true);
    await vi.waitFor(() => expect(request).toHaveBeenCalledOnce());
    weak.end();
  });
});

describe('a notification', () => {
  const said: string[] = [];
  const illegal = vi.fn();
  class Device {
    static permission: NotificationPermission = 'granted';
    static requestPermission = async (): Promise<NotificationPermission> => 'granted';
    constructor(title: string) {
      if (illegal()) throw new TypeError('Illegal constructor');
      said.push(`page: ${title}`);
    }
  }
  const device = Device as unknown as typeof Notification;
  const active = {} as ServiceWorker;
  const showNotification = async (title: string): Promise<void> => void said.push(`worker: ${title}`);
  const place = (more: object = {}) => ({ page: { visibilityState: 'hidden' as const }, device, worker: async () => ({ active, showNotification }), ...more });

  beforeEach(() => {
    said.length = 0;
    Device.permission = 'granted';
    illegal.mockReset();
  });

  test('comes only while the page is hidden and there is leave', async () => {
    await notify('You are next', 'Group I', place({ page: { visibilityState: 'visible' } }));
    Device.permission = 'denied';
    await notify('You are next', 'Group I', place());
    expect(said).toEqual([]);
    Device.permission = 'granted';
    await notify('You are next', 'Group I', place());
    expect(said).toEqual(['worker: You are next']);
  });

  test('is said by the page where there is no worker, and a phone that refuses that is no fault', async () => {
    await notify('You are next', 'Group I', place({ worker: async () => undefined }));
    await notify('You are next', 'Group I', place({ worker: () => Promise.reject(new Error('none')) }));
    expect(said).toEqual(['page: You are next', 'page: You are next']);
    illegal.mockReturnValue(true);
    await notify('You are next', 'Group I', place({ worker: async () => undefined }));
    expect(said).toHaveLength(2);
  });

  test('is offered where nobody has answered yet; with leave the worker is made ready', async () => {
    expect(mayOffer({ permission: 'default' })).toBe(true);
    expect(mayOffer({ permission: 'denied' })).toBe(false);
    expect(mayOffer(undefined)).toBe(false);
    const ready = vi.fn(async () => undefined);
    await askLeave({ requestPermission: async () => 'denied' }, ready);
    expect(ready).not.toHaveBeenCalled();
    await askLeave(device, ready);
    expect(ready).toHaveBeenCalledOnce();
  });
});

describe('the tones', () => {
  const starts: number[] = [];
  const edge = { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() };
  class Audio {
    state = 'running';
    currentTime = 0;
    destination = {};
    createGain = () => ({ gain: edge, connect: (to: unknown) => to });
    createOscillator = () => ({ frequency: { value: 0 }, connect: (to: unknown) => to, start: (at: number) => starts.push(at), stop: vi.fn() });
  }
  const kept = new Map<string, string>();

  beforeEach(() => {
    starts.length = 0;
    kept.clear();
    vi.stubGlobal('AudioContext', Audio);
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
  });

  test('sound only after somebody has touched the page, and not where they are muted', () => {
    const page = new EventTarget();
    const disarm = armTones(page);
    playTone('over');
    expect(starts).toEqual([]);
    page.dispatchEvent(new Event('pointerup'));
    playTone('over');
    expect(starts).toHaveLength(2);
    mute(true);
    expect(isMuted()).toBe(true);
    playTone('ending');
    expect(starts).toHaveLength(2);
    mute(false);
    playTone('ending');
    expect(starts).toHaveLength(3);
    disarm();
  });
});
