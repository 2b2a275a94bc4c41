/** The list of speakers in a delegate's hand: details, colleagues, points of order, one's turn, a closing list. */
import type { Page } from '@playwright/test';
import { command, join, type Seat } from '../api';
import { Entrance } from '../entrance';
import { expect, test, type Device } from '../fixtures';
import { expectSound } from '../looks';
import type { RoomPage } from '../room';
import type { Server } from '../server';
import { english } from '../words';

const ROOM = 'group-1';
const AMINA = { name: 'Amina Diallo', delegation: 'Senegal' };

const chairOf = (server: Server): Promise<Seat> => join(server, server.room(ROOM).chair.code, { name: 'The Chair' });

/** Somebody of another delegation asks, without a page. */
async function asks(server: Server, delegation: string, more: object = {}): Promise<Seat> {
  const seat = await join(server, server.room(ROOM).participant.code, { name: 'Jonas Berg', delegation });
  await command(server, seat, { tool: 'floor', do: 'request', ...more });
  return seat;
}

const enter = (server: Server, device: Device, profile = AMINA): Promise<RoomPage> => new Entrance(device).join(server.room(ROOM).participant, profile);

/** Records each time that the device trembles, for as long as the page lives. */
async function recordTrembling(page: Page): Promise<() => Promise<number[][]>> {
  await page.addInitScript(() => {
    const trembled: number[][] = [];
    Object.assign(window, { trembled });
    Object.defineProperty(navigator, 'vibrate', { value: (pattern: number[]) => trembled.push(pattern) > 0 });
  });
  return () => page.evaluate(() => (window as unknown as { trembled: number[][] }).trembled);
}

test('a request says who speaks, for whom and in which language, and everybody reads it and why it stands there', async ({ server, hall }) => {
  const senegal = await enter(server, await hall.device('phone'));
  const norway = await enter(server, await hall.device('phone'), { name: 'Jonas Berg', delegation: 'Norway' });
  const ways = await senegal.openWays();
  await ways.getByText(english.say('ask-details')).click();
  await ways.getByLabel(english.say('wish-name')).fill('Fatou Sow');
  await ways.getByLabel(english.say('wish-rank')).selectOption('minister');
  await ways.getByLabel(english.say('wish-group')).fill('the African Group');
  await ways.getByLabel(english.say('wish-language')).selectOption('fr');
  await ways.getByLabel(english.say('wish-remote')).check();
  await expectSound(senegal.page, 'en-phone-ways');
  await ways.getByRole('button', { name: english.say('ask-list'), exact: true }).click();
  await expect(ways).toBeHidden();
  const row = norway.waiting.first();
  for (const text of ['Senegal', 'Fatou Sow', english.say('rank-minister'), 'the African Group', 'French', english.say('floor-remote'), english.say('why-first-come')]) {
    await expect(row).toContainText(text);
  }
  await expect(senegal.floor.getByText(english.say('floor-will-speak', { name: 'Fatou Sow' }))).toBeVisible();
});

test('the delegation has one place: a colleague sees it, takes it over, and keeps it', async ({ server, hall }) => {
  const [amina, fatou] = [await enter(server, await hall.device('phone')), await enter(server, await hall.device('phone'), { ...AMINA, name: 'Fatou Sow' })];
  await amina.askForFloor();
  for (const delegation of ['Japan', 'Ghana']) await asks(server, delegation);
  await expect(fatou.page.getByText(english.say('floor-next-delegation'))).toBeVisible();
  await expect(fatou.floor.getByText(english.say('floor-will-speak', { name: 'Amina Diallo' }))).toBeVisible();
  await expect(fatou.button('floor-request'), 'there is one request for each delegation').toHaveCount(0);

  await fatou.button('floor-change').click();
  const ways = fatou.page.getByRole('dialog', { name: english.say('floor-more') });
  await ways.getByRole('button', { name: english.say('own-take-over') }).click();
  await expect(fatou.page.getByText(english.say('floor-next'), { exact: true })).toBeVisible();
  await expect(amina.page.getByText(english.say('floor-next-delegation'))).toBeVisible();
  await expect(amina.waiting.first(), 'the place is kept').toContainText('Fatou Sow');
  await expect(amina.page.getByText(english.say('floor-missed'))).toHaveCount(0);
});

test('a waiting request is changed and withdrawn by way of the sheet', async ({ server, hall }) => {
  await asks(server, 'Japan');
  const senegal = await enter(server, await hall.device('phone'));
  await senegal.askForFloor();
  await asks(server, 'Ghana');
  const ways = await senegal.openWays();
  await ways.getByRole('button', { name: english.say('own-change') }).click();
  // The sheet has the fields of a new request too, folded; these are the open ones.
  const form = ways.getByRole('listitem').first();
  await form.getByLabel(english.say('wish-name')).fill('Minister Sow');
  await form.getByRole('button', { name: english.say('save') }).click();
  await expect(form).toContainText('Minister Sow');
  await expect(form, 'the place is kept').toContainText(english.say('own-place', { place: 2 }));
  await form.getByRole('button', { name: english.say('floor-withdraw-list') }).click();
  await expect(senegal.page.getByText(english.say('floor-not-on-list'))).toBeVisible();
  await ways.getByRole('button', { name: english.say('close-dialog') }).click();
  await expect(senegal.waiting).toHaveCount(2);
  await expect(senegal.page.getByText(english.say('floor-missed')), 'nobody was passed over').toHaveCount(0);
});

test('a point of order asks once more, interrupts, and the speaker goes on after it', async ({ server, hall }) => {
  const chair = await chairOf(server);
  await asks(server, 'Japan');
  await command(server, chair, { tool: 'floor', do: 'give' });
  const senegal = await enter(server, await hall.device('phone'));
  const ways = await senegal.openWays();
  await ways.getByRole('button', { name: english.say('ask-point-of-order') }).click();
  await expect(ways.getByText(english.say('ask-point-of-order-doubt'))).toBeVisible();
  await expect(senegal.waiting, 'one press asks for nothing').toHaveCount(0);
  await ways.getByRole('button', { name: english.say('ask-point-of-order-now') }).click();
  await expect(senegal.waiting.first()).toContainText(english.say('why-point-of-order'));
  await expect(senegal.button('floor-request'), 'the list is still open to the delegation').toBeVisible();

  await command(server, chair, { tool: 'floor', do: 'give' });
  await expect(senegal.page.getByText(english.say('floor-goes-on', { name: 'Japan' }))).toBeVisible();
  await command(server, chair, { tool: 'floor', do: 'end' });
  await expect(senegal.page.getByText(english.say('floor-clock-stopped')).first()).toBeVisible();
});

test('the phone trembles when its owner is next, and when they have the floor, on whichever part of the page', async ({ server, hall }) => {
  const chair = await chairOf(server);
  for (const delegation of ['Japan', 'Ghana']) await asks(server, delegation);
  const device = await hall.device('phone');
  const trembled = await recordTrembling(device.page);
  const senegal = await enter(server, device);
  await senegal.askForFloor();
  await senegal.goTo('polls');
  await command(server, chair, { tool: 'floor', do: 'give' });
  await expect(senegal.page.getByText('Japan', { exact: true })).toBeVisible();
  expect(await trembled(), 'second is not next').toEqual([]);
  await command(server, chair, { tool: 'floor', do: 'give' });
  await expect.poll(trembled).toEqual([[200, 120, 200]]);
  await command(server, chair, { tool: 'floor', do: 'give' });
  await expect.poll(trembled).toEqual([[200, 120, 200], [500]]);
});

test('a short speech trembles when it is nearly over and when it is over', async ({ server, hall }) => {
  const chair = await chairOf(server);
  await command(server, chair, { tool: 'floor', do: 'limit', seconds: 10 });
  const device = await hall.device('phone');
  const trembled = await recordTrembling(device.page);
  const senegal = await enter(server, device);
  await senegal.askForFloor();
  await command(server, chair, { tool: 'floor', do: 'give' });
  // Next at once, as nobody else waits; then the floor, half of the time, and all of it.
  await expect.poll(trembled, { timeout: 20_000 }).toEqual([[200, 120, 200], [500], [120], [300, 150, 300]]);
});

test('the closing of the list is counted down, and afterwards only what it still takes is offered', async ({ server, hall }) => {
  const chair = await chairOf(server);
  await asks(server, 'Japan');
  const senegal = await enter(server, await hall.device('phone'));
  await expect(senegal.button('floor-request')).toBeEnabled();
  await command(server, chair, { tool: 'floor', do: 'close', in_s: 12 });
  await expect(senegal.floor.getByText(/The list closes in 0:\d\d/)).toBeVisible();
  await expect(senegal.button('floor-request'), 'it takes requests until then').toBeEnabled();
  await expect(senegal.page.getByText(english.say('floor-list-closed-more'))).toBeVisible();
  await expect(senegal.button('floor-request')).toBeDisabled();
  await expect(senegal.page.getByText(english.say('floor-still-taken'))).toBeVisible();
  const ways = await senegal.openWays();
  await expect(ways.getByRole('button', { name: english.say('ask-point-of-order') })).toBeVisible();
  await expect(ways.getByRole('button', { name: english.say('ask-list'), exact: true })).toHaveCount(0);
});

test('the second half of a double tap takes nothing back', async ({ server, hall }) => {
  const senegal = await enter(server, await hall.device('phone'));
  await senegal.button('floor-request').click();
  // Playwright's own click would wait until the button no longer rests.
  await senegal.button('floor-withdraw').evaluate((button: HTMLElement) => button.click());
  await senegal.button('floor-withdraw').click({ trial: true });
  await expect(senegal.page.getByText(english.say('floor-next'), { exact: true })).toBeVisible();
  await senegal.button('floor-withdraw').click();
  await expect(senegal.page.getByText(english.say('floor-not-on-list'))).toBeVisible();
});

test('whoever speaks is offered no withdrawal of another request; where several wait, the button names the one it takes back', async ({ server, hall }) => {
  const chair = await chairOf(server);
  await asks(server, 'Japan');
  await command(server, chair, { tool: 'floor', do: 'give' });
  const senegal = await enter(server, await hall.device('phone'));
  await senegal.askForFloor();
  const ways = await senegal.openWays();
  await ways.getByRole('button', { name: english.say('ask-point-of-order') }).click();
  await ways.getByRole('button', { name: english.say('ask-point-of-order-now') }).click();
  await expect(senegal.button('floor-withdraw-list')).toBeVisible();
  await expect(senegal.floor.getByText(english.say('floor-also', { lane: english.say('lane-list'), place: 2 }))).toBeVisible();

  await command(server, chair, { tool: 'floor', do: 'give' });
  await expect(senegal.page.getByText(english.say('floor-yours'), { exact: true })).toHaveCount(1);
  for (const withdrawal of ['floor-withdraw', 'floor-withdraw-list']) await expect(senegal.button(withdrawal)).toHaveCount(0);
  await expect(senegal.floor.getByText(english.say('floor-also', { lane: english.say('lane-list'), place: 1 }))).toBeVisible();
  await command(server, chair, { tool: 'floor', do: 'end' });
  await senegal.button('floor-withdraw').click();
  await expect(senegal.page.getByText(english.say('floor-not-on-list'))).toBeVisible();
});

test('whom a point of order interrupts reads where their own clock stands', async ({ server, hall }) => {
  const chair = await chairOf(server);
  const senegal = await enter(server, await hall.device('phone'));
  await senegal.askForFloor();
  await command(server, chair, { tool: 'floor', do: 'give' });
  await asks(server, 'Japan', { lane: 'point-of-order' });
  await command(server, chair, { tool: 'floor', do: 'give' });
  await expect(senegal.page.getByText(english.say('floor-yours-interrupted'))).toBeVisible();
  await expect(senegal.floor.getByText(/Your clock stands at 0:\d\d of 3:00/)).toBeVisible();
});

test('a withdrawal that comes after the floor was given withdraws nothing, and says so until it is dismissed', async ({ server, hall }) => {
  const chair = await chairOf(server);
  const device = await hall.device('phone', { cable: true });
  const senegal = await enter(server, device);
  await senegal.askForFloor();
  await device.goOffline();
  await senegal.expectReconnecting();
  await expect(senegal.floor.getByText(/As of \d\d:\d\d, no connection/)).toBeVisible();
  await senegal.button('floor-withdraw').click();
  await expect(senegal.page.getByText(english.say('kept-until-back'))).toBeVisible();
  await command(server, chair, { tool: 'floor', do: 'give' });
  await device.goOnline();
  const told = senegal.page.getByText(english.say('floor-given-meanwhile'));
  await expect(told).toBeVisible();
  await expect(senegal.page.getByText(english.say('floor-yours'), { exact: true })).toBeVisible();
  await senegal.floor.getByRole('button', { name: english.say('dismiss') }).click();
  await expect(told).toHaveCount(0);
});
