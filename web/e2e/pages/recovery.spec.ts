/** What happens when the server or the network goes away: nothing is lost, and nobody has to do anything. */
import { chromium, type Locator } from '@playwright/test';
import { Cable } from '../cable';
import { OwnBrowser } from '../crash';
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import { RoomPage } from '../room';
import { english } from '../words';

/** The time where the example meeting is. */
const timeInPlace = (): string => new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'America/New_York' }).format(Date.now());

test('the server is killed in the middle: pages say so, come back by themselves, and nothing is lost', async ({ server, hall }) => {
  const { participant, chair } = server.room('group-1');
  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });
  const phone = await new Entrance(await hall.device('phone')).join(participant, { delegation: 'Senegal' });
  const other = await new Entrance(await hall.device('phone')).join(participant, { delegation: 'Norway' });
  await phone.askForFloor();
  await moderator.button('chair-next', { name: 'Senegal' }).click();
  await expect(phone.clock).toBeVisible();
  await other.openNotes();
  await other.writeParagraph('Written before.');
  await other.expectNotes('saved');

  await server.kill('SIGKILL');
  for (const room of [moderator, phone, other]) await room.expectReconnecting();
  await other.writeParagraph('Written while the server was away.');
  await other.expectNotes('offline-kept');
  await expect(phone.clock, 'what is known stays on the page').toBeVisible();

  await server.run();
  for (const room of [moderator, phone, other]) await room.expectConnected();
  await other.expectNotes('saved');
  await expect(moderator.notes).toContainText('Written before.');
  await expect(moderator.notes).toContainText('Written while the server was away.');
  await expect(phone.page.getByText(english.say('floor-yours'), { exact: true })).toBeVisible();
  await moderator.button('chair-end').click();
  await expect(phone.clock).toHaveCount(0);
});

test('what is asked while the server is away is done once when it is back', async ({ server, hall }) => {
  const { participant, chair } = server.room('group-1');
  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });
  const phone = await new Entrance(await hall.device('phone', { zone: 'Asia/Tokyo' })).join(participant, { delegation: 'Senegal' });
  const minutes = [timeInPlace()];
  await server.kill('SIGKILL');
  await phone.expectReconnecting();
  minutes.push(timeInPlace());
  const asOf = minutes.map((time) => phone.page.getByText(english.say('floor-as-of', { time })));
  await expect((asOf[0] as Locator).or(asOf[1] as Locator), 'in the time of the meeting').toBeVisible();
  await phone.button('floor-request').click();
  await expect(phone.page.getByText(english.say('kept-until-back'))).toBeVisible();
  await server.run();
  await expect(phone.button('floor-withdraw')).toBeVisible();
  await expect(moderator.waiting).toHaveCount(1);
});

test('what was pressed while the server is away, and never sent, is taken back', async ({ server, hall }) => {
  const { participant } = server.room('group-1');
  const phone = await new Entrance(await hall.device('phone')).join(participant, { delegation: 'Senegal' });
  await server.kill('SIGKILL');
  await phone.expectReconnecting();
  await phone.button('floor-request').click();
  await phone.button('kept-take-back').click();
  await expect(phone.page.getByText(english.say('kept-until-back'))).toHaveCount(0);
  await server.run();
  await phone.expectConnected();
  await phone.askForFloor();
  await expect(phone.waiting, 'it was asked once, by the second press').toHaveCount(1);
});

test('a phone loses the network while typing; its text merges with what the others wrote meanwhile', async ({ server, hall }) => {
  const { participant, rapporteur } = server.room('group-1');
  const device = await hall.device('phone', { cable: true });
  const phone = await new Entrance(device).join(participant, { delegation: 'Senegal' });
  const desk = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  for (const room of [phone, desk]) await room.openNotes();
  await phone.writeParagraph('Before the tunnel.');
  await expect(desk.notes).toContainText('Before the tunnel.');

  await device.goOffline();
  await phone.expectReconnecting();
  await phone.writeParagraph('In the tunnel.');
  await phone.expectNotes('offline-kept');
  await desk.writeParagraph('Meanwhile in the room.');
  await desk.expectNotes('saved');

  await device.goOnline();
  await phone.expectNotes('saved');
  for (const room of [phone, desk]) {
    for (const text of ['Before the tunnel.', 'In the tunnel.', 'Meanwhile in the room.']) await expect(room.notes).toContainText(text);
  }
});

test('a page that is reloaded without a network has kept its text when the network is back', async ({ server, hall }) => {
  const { participant, rapporteur } = server.room('group-1');
  const device = await hall.device('phone', { cable: true });
  const phone = await new Entrance(device).join(participant, { delegation: 'Senegal' });
  const desk = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  await phone.openNotes();
  await phone.writeParagraph('Sent.');
  await phone.expectNotes('saved');
  await device.goOffline();
  await phone.expectReconnecting();
  await phone.writeParagraph('Typed without a network.');
  await phone.expectNotes('offline-kept');
  await phone.page.reload().catch(() => undefined);

  await device.goOnline();
  await phone.page.goto(`${device.url}/m/${server.links.meeting}/group-1`);
  await phone.openNotes();
  await expect(phone.notes).toContainText('Typed without a network.');
  await phone.expectNotes('saved');
  await expect(desk.notes).toContainText('Typed without a network.');
});

test('text that was typed without a network survives the crash of its page', async ({ server, hall }) => {
  const { participant, rapporteur } = server.room('group-1');
  const device = await hall.device('laptop', { cable: true });
  const first = await new Entrance(device).join(participant, { delegation: 'Senegal' });
  const desk = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  await first.openNotes();
  await device.goOffline();
  await first.expectReconnecting();
  await first.writeParagraph('Typed before the crash.');
  await first.expectNotes('offline-kept');
  const crashed = first.page.waitForEvent('crash');
  await first.page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  await first.page.close();

  await device.goOnline();
  const page = await device.context.newPage();
  await page.goto(`${device.url}/m/${server.links.meeting}/group-1`);
  const again = new RoomPage(page);
  await again.openNotes();
  await again.expectNotes('saved');
  for (const room of [again, desk]) await expect(room.notes).toContainText('Typed before the crash.');
});

/** Browsers write cookies to the disk every half minute; until then a crash takes the seat away, whoever wrote under it. */
const COOKIES_KEPT_MS = 35_000;

test('text that was typed without a network survives the end of the whole browser', async ({ server, hall }, info) => {
  test.skip(process.env.TEST_EXTENT !== 'long', 'it waits for the browser to keep its cookies');
  test.setTimeout(180_000);
  const { participant, rapporteur } = server.room('group-1');
  const desk = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  const { executablePath, args } = info.project.use.launchOptions ?? {};
  const browser = await OwnBrowser.fresh(executablePath ?? chromium.executablePath(), args ?? []);
  const cable = await Cable.lay(server.port);
  try {
    const page = await browser.start();
    await page.goto(`${cable.url}/j/${participant.code}`);
    await page.getByRole('button', { name: english.say('join-go') }).click();
    const before = new RoomPage(page);
    await before.expectConnected();
    await before.openNotes();
    await page.waitForTimeout(COOKIES_KEPT_MS);
    cable.cut();
    await before.expectReconnecting();
    await before.writeParagraph('Typed before the end.');
    await before.expectNotes('offline-kept');
    await browser.kill();
    cable.mend();

    const again = await browser.start();
    await again.goto(`${cable.url}/m/${server.links.meeting}/group-1`);
    const after = new RoomPage(again);
    await after.openNotes();
    await after.expectNotes('saved');
    for (const room of [after, desk]) await expect(room.notes).toContainText('Typed before the end.');
  } finally {
    await browser.remove();
    await cable.remove();
  }
});
