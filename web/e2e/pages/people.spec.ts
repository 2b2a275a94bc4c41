/** The list of participants as an organiser brings it in, and as those on it find their way: by their own code into their group, on to
 * another one when they are moved, and to one of their choice. */
import type { Page } from '@playwright/test';
import { Entrance } from '../entrance';
import { expect, test, type Device } from '../fixtures';
import { expectNoTextMissing, expectSound, takePicture } from '../looks';
import { RoomPage } from '../room';
import { english, Words } from '../words';

const STATES = ['Brazil', 'Kenya', 'Japan', 'France', 'Poland', 'Fiji', 'Chile', 'Ghana', 'Norway', 'Nepal'];
const FIRST = 'Group I: Governance, policies and processes';
const SECOND = 'Group II: Technology, talent and partnerships';

/** Forty people; the third has a rank that there is not. */
function csv(rank: string): string {
  const rows = Array.from({ length: 40 }, (_, at) => {
    const name = `Delegate ${String.fromCharCode(65 + (at % 26))}${Math.floor(at / 26) + 1}`;
    return [name, STATES[at % STATES.length], at === 2 ? rank : 'delegate', 'en', at === 0 ? FIRST : '', at === 0 ? 'K7M2QX4P' : ''].join(';');
  });
  return `\ufeffname;delegation;rank;language;room;code\r\n${rows.join('\r\n')}\r\n`;
}

const upload = (page: Page, text: string): Promise<void> =>
  page.getByLabel(english.say('listed-import-file')).setInputFiles({ name: 'participants.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

const button = (page: Page, id: string, args?: Record<string, string | number>) => page.getByRole('button', { name: english.say(id, args), exact: true });

/** The organiser's page of the participants. */
async function desk(device: Device, code: string, meeting: string): Promise<Page> {
  await new Entrance(device).follow({ code, url: '' });
  await device.page.waitForURL(/\/(m|o)\//);
  await device.page.goto(`${device.url}/o/${meeting}/people`);
  await expect(button(device.page, 'listed-import')).toBeVisible();
  return device.page;
}

async function importForty(page: Page): Promise<void> {
  await button(page, 'listed-import').click();
  await upload(page, csv('delegate'));
  await button(page, 'listed-import-do', { count: 40 }).click();
  await expect(page.getByText(english.say('listed-import-done', { new: 40, changed: 0 }))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(english.say('listed-count', { count: 40 }))).toBeVisible();
}

/** The personal code of somebody, as it stands in the list. */
async function codeOf(page: Page, name: string): Promise<string> {
  await page.getByLabel(english.say('listed-search')).fill(name);
  const row = page.getByRole('listitem').filter({ hasText: name });
  return (await row.locator('.code').innerText()).replaceAll(' ', '');
}

test('a file with a fault is refused by row and field, the corrected one is taken, and the rule spreads people over the groups', async ({ server, hall }) => {
  const page = await desk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting);
  await expectSound(page, 'en-laptop-people-empty');
  await button(page, 'listed-import').click();
  await upload(page, csv('king'));
  await expect(page.getByRole('alert')).toHaveText(english.say('listed-import-faults', { count: 1 }));
  await expect(page.getByText('“king” is none of')).toBeVisible();
  await expectSound(page, 'en-laptop-people-faults');
  await page.keyboard.press('Escape');
  await importForty(page);
  await expectSound(page, 'en-laptop-people-list');

  await button(page, 'listed-part-groups').click();
  await button(page, 'listed-rule').click();
  await expect(page.getByText(english.say('listed-rule-placed', { count: 39 }))).toBeVisible();
  await expectSound(page, 'en-laptop-people-rule');
  await button(page, 'listed-rule-do').click();
  await expect(page.getByRole('group', { name: FIRST }).getByRole('checkbox')).toHaveCount(7);
  await expectSound(page, 'en-laptop-people-groups');

  const first = page.getByRole('group', { name: FIRST });
  const second = page.getByRole('group', { name: SECOND });
  await first.getByText('Delegate A1').hover();
  await page.mouse.down();
  await second.hover({ position: { x: 60, y: 60 } });
  // A browser tells the target of a drag with the second movement over it.
  await second.hover({ position: { x: 40, y: 40 } });
  await page.mouse.up();
  await expect(second.getByText('Delegate A1')).toBeVisible();
});

test('sheets are printed for people and rooms with picture, code, group and network', async ({ server, hall }) => {
  const page = await desk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting);
  await importForty(page);
  await button(page, 'listed-part-sheets').click();
  await page.getByLabel(english.say('listed-wifi-name')).fill('UN-Delegates');
  await page.getByLabel(english.say('listed-wifi-password')).fill('peace-2024');
  await button(page, 'save').click();
  await expect(page.getByText(english.say('listed-saved'))).toBeVisible();
  await expectSound(page, 'en-laptop-people-sheets');
  for (const what of ['people', 'rooms'] as const) {
    await page.emulateMedia({ media: 'print' });
    // What would go to the printer stays in the page, to be looked at.
    await page.evaluate((id) => {
      window.print = () => {
        const paper = document.querySelector('.paper');
        const kept = paper?.cloneNode(true) as HTMLElement | undefined;
        kept?.setAttribute('data-kept', id);
        if (kept) document.body.append(kept);
      };
    }, what);
    await page.evaluate((name) => [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === name)?.click(), english.say(`listed-sheets-${what}`));
    const kept = page.locator(`[data-kept=${what}]`);
    await expect(kept).toHaveCount(1);
    await expect(kept).toContainText('UN-Delegates');
    const pictures = await kept.locator('img').evaluateAll((all) => all.map((picture) => (picture as HTMLImageElement).naturalWidth));
    expect(pictures.length).toBeGreaterThan(5);
    expect(Math.min(...pictures), 'every picture is there').toBeGreaterThan(0);
    if (what === 'people') await expect(kept.locator('section')).toHaveCount(40);
    await kept.scrollIntoViewIfNeeded();
    await takePicture(page, `en-paper-people-${what}`);
    await page.evaluate((id) => document.querySelector(`[data-kept=${id}]`)?.remove(), what);
    await page.emulateMedia({ media: 'screen' });
  }
});

test('what is half typed of the network stays when the list comes anew', async ({ server, hall }) => {
  const page = await desk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting);
  await button(page, 'listed-part-sheets').click();
  await page.getByLabel(english.say('listed-wifi-name')).fill('UN-Del');
  await page.getByLabel(english.say('listed-doors-all')).click();
  await expect(page.getByText(english.say('listed-doors-rooms'))).toHaveCount(0);
  await expect(page.getByLabel(english.say('listed-wifi-name'))).toHaveValue('UN-Del');
});

test('a phone joins by personal code, lands in its group, is moved and follows; another one chooses', async ({ server, hall }) => {
  const page = await desk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting);
  await importForty(page);
  const phone = await hall.device('phone');
  await new Entrance(phone).typeCode('k7m2 qx4p');
  const room = new RoomPage(phone.page);
  await room.expectConnected();
  await expect(phone.page).toHaveURL(/\/group-1\?as=participant$/);
  await expect(phone.page.getByRole('heading', { name: FIRST })).toBeVisible();

  await button(page, 'listed-part-groups').click();
  await page.getByLabel(english.say('listed-select', { name: 'Delegate A1' })).check();
  await page.getByLabel(english.say('listed-move', { count: 1 })).selectOption({ label: SECOND });
  await button(page, 'listed-move-do').click();
  await expect(phone.page).toHaveURL(/\/group-2\?as=participant$/);
  await expect(phone.page.getByText(english.say('moved-to', { group: SECOND }))).toBeVisible();
  await room.expectConnected();
  await expect(phone.page.getByRole('heading', { name: SECOND })).toBeVisible();
  await expectSound(phone.page, 'en-phone-moved');

  await page.getByLabel(english.say('listed-places-of', { group: FIRST })).fill('1');
  await page.getByLabel(english.say('listed-places-of', { group: FIRST })).press('Tab');
  await button(page, 'listed-choice-open').click();
  await expect(page.getByText(english.say('listed-choice-on'))).toBeVisible();
  await button(page, 'listed-part-list').click();
  const code = await codeOf(page, 'Delegate B1');
  const chooser = await hall.device('phone');
  await new Entrance(chooser).follow({ code, url: '' });
  const choice = chooser.page.getByRole('radio', { name: FIRST });
  await expect(choice).toBeVisible();
  await expectSound(chooser.page, 'en-phone-day');
  await choice.check();
  await expect(chooser.page.getByText(english.say('day-chosen', { group: FIRST }))).toBeVisible();
  await chooser.page.getByRole('link', { name: `${english.say('room-enter')} ${FIRST}` }).click();
  await new RoomPage(chooser.page).expectConnected();
});

test('the list is worked on a phone, and read from right to left', async ({ server, hall }) => {
  const page = await desk(await hall.device('phone'), server.links.organiser.code, server.links.meeting);
  await importForty(page);
  await expectSound(page, 'en-phone-people-list');
  await button(page, 'listed-edit', { name: 'Delegate A1' }).click();
  await expectSound(page, 'en-phone-people-person');
  await page.keyboard.press('Escape');
  await button(page, 'listed-part-groups').click();
  await expectSound(page, 'en-phone-people-groups');
  await page.getByRole('button', { name: 'العربية' }).click();
  await expect(page.getByRole('button', { name: new Words('ar').say('listed-rule') })).toBeVisible();
  await expectNoTextMissing(page, 'ar-phone-people-groups');
  await expectSound(page, 'ar-phone-people-groups');
});
