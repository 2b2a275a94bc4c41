/** While the server's disk takes nothing every page says so: over nothing that people read there, and without moving what they press. */
import type { Locator, WebSocketRoute } from '@playwright/test';
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import { expectSound } from '../looks';
import { english } from '../words';

/** Where something is on the page. */
async function placeOf(what: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await what.boundingBox();
  if (!box) throw new Error('it is not on the page');
  return box;
}

for (const kind of ['phone', 'laptop'] as const) {
  test(`on a ${kind} the banner covers neither the room’s name nor the connection, and what one presses stays in its place`, async ({ server, hall }) => {
    const { participant } = server.room('group-1');
    const device = await hall.device(kind);
    const { page } = device;
    // The server's own disk is well; what it would say of one that is full is put on the wire.
    const wires: WebSocketRoute[] = [];
    await page.routeWebSocket(/\/live/, (route) => {
      route.connectToServer();
      wires.push(route);
    });
    const tell = (storage: object): void => wires.forEach((wire) => wire.send(JSON.stringify({ type: 'presence', count: 1, ...storage })));
    const room = await new Entrance(device).join(participant, { delegation: 'Norway' });
    const name = page.getByRole('heading', { level: 1 });
    const status = page.getByRole('status').filter({ hasText: english.say('status-live') });
    const pressed = [name, status, page.getByRole('button', { name: english.say('about') }), room.button('floor-request').first()];
    if (kind === 'phone') pressed.push(page.getByRole('navigation', { name: english.say('tabs') }));
    const before = await Promise.all(pressed.map(placeOf));

    tell({ storage: 'full' });
    const banner = page.getByRole('alert').filter({ hasText: english.say('storage-full') });
    await expect(banner).toBeVisible();
    await expectSound(page, `en-${kind}-storage-full`);
    const after = await Promise.all(pressed.map(placeOf));
    const covering = await placeOf(banner);
    for (const [at, box] of after.entries()) {
      const apart = box.y + box.height <= covering.y + 1 || covering.y + covering.height <= box.y + 1;
      expect(apart, `${at} is covered`).toBe(true);
      if (at !== 3 || kind === 'laptop') expect(box, `${at} has moved`).toEqual(before[at]);
    }
    tell({ storage: 'failing' });
    await expect(page.getByRole('alert').filter({ hasText: english.say('storage-failing') })).toBeVisible();
    tell({});
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(await Promise.all(pressed.map(placeOf))).toEqual(before);
  });
}
