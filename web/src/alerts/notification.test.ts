import { beforeEach, describe, expect, test, vi } from 'vitest';
import { askLeave, mayOffer, notify } from './notification';

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
