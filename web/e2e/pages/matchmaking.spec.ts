/** Matchmaking: three phones post, one chooses, names come with the second yes, tables are assigned, and a late change is told. */
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { Entrance } from '../entrance';
import { test, type Device, type Hall } from '../fixtures';
import { expectSound } from '../looks';
import { fillIn, post, setUp, type Person } from '../matching';
import type { Server } from '../server';
import { english, Words } from '../words';

const say = english.say.bind(english);
const NEED = 'Training for analysts of our new response team.';
const OFFER = 'Courses for analysts, on site and in French.';
const OTHER = 'A network of response teams.';

/** Somebody with a phone, who came by a room's code and opens the matchmaking. */
async function person(server: Server, hall: Hall, name: string, delegation: string, words: Words = english, locale?: string): Promise<Person> {
  const device = await hall.device('phone', locale ? { locale } : {});
  await new Entrance(device, words).join(server.room('group-1').participant, { name, delegation });
  await device.page.goto(`${device.url}/p/${server.links.meeting}/matchmaking`);
  await expect(device.page.getByRole('heading', { level: 1, name: words.say('match-title') })).toBeVisible();
  return { page: device.page, name, delegation };
}

async function organiser(server: Server, device: Device): Promise<Page> {
  const { page } = device;
  await page.goto(server.links.organiser.url.replace(/^https?:\/\/[^/]+/, device.url));
  await page.waitForURL(/\/[mo]\//);
  await page.goto(`${device.url}/o/${server.links.meeting}/matchmaking`);
  await expect(page.getByRole('heading', { level: 1, name: say('match-title') })).toBeVisible();
  return page;
}

/** Neither the page nor what the server told it says who the other one is. */
async function expectUnknown(person: Person, other: Person): Promise<void> {
  const body = await person.page.locator('body').innerText();
  const meeting = new URL(person.page.url()).pathname.split('/')[2];
  const told = await person.page.evaluate(async (path) => (await fetch(path)).text(), `/api/meetings/${meeting}/matchmaking`);
  for (const secret of [other.name, other.delegation, `${other.name.toLowerCase()}@example.org`]) {
    expect(body).not.toContain(secret);
    expect(told).not.toContain(secret);
  }
}

test('three phones find each other, learn names with the second yes, get tables, and are told of a late change', async ({ server, hall }) => {
  test.setTimeout(240_000);
  const desk = await organiser(server, await hall.device('laptop'));
  await setUp(desk);
  const ana = await person(server, hall, 'Anaclara', 'Senegal');
  const bo = await person(server, hall, 'Borghild', 'Norway');
  const cyd = await person(server, hall, 'Cydonia', 'Estonia');
  await post(bo, 'offer', OFFER, 'people');
  await post(cyd, 'offer', OTHER, 'partnerships');
  await post(ana, 'need', NEED, 'people', { picture: 'en-phone-matchmaking-form' });

  await expect(ana.page.getByText(OFFER)).toBeVisible();
  await expect(ana.page.getByText(say('match-reason-region', { side: 'need', regions: say('point-region-african') }))).toBeVisible();
  await expect(ana.page.getByText(say('match-reason-language', { languages: 'French' }))).toBeVisible();
  await expectUnknown(ana, bo);
  await expectSound(ana.page, 'en-phone-matchmaking-proposal');
  await ana.page.getByRole('button', { name: say('match-choose') }).click();
  await expect(ana.page.getByRole('heading', { name: say('match-waiting') })).toBeVisible();

  await expect(bo.page.getByRole('heading', { name: say('match-asked') })).toBeVisible();
  await expectUnknown(ana, bo);
  await expectUnknown(bo, ana);
  await expectSound(bo.page, 'en-phone-matchmaking-asked');
  await bo.page.getByRole('button', { name: say('match-accept') }).click();
  await expect(bo.page.getByRole('heading', { name: say('match-partner', { name: ana.name, delegation: ana.delegation }) })).toBeVisible();
  await expect(ana.page.getByText('borghild@example.org')).toBeVisible();
  await expectUnknown(cyd, ana);
  await expectUnknown(cyd, bo);

  await expect(desk.getByText(say('match-why-not-not-assigned'))).toBeVisible();
  await desk.getByRole('button', { name: say('match-assign') }).click();
  await expect(desk.getByText(say('match-assigned', { seated: 1, agreed: 1 }))).toBeVisible();
  await expectSound(desk, 'en-laptop-matchmaking');
  for (const { page } of [ana, bo]) {
    const day = page.getByRole('region', { name: say('match-day') });
    await expect(day.getByText(say('match-next'))).toBeVisible();
    await expect(day.locator('strong').first()).toHaveText('1');
  }
  await ana.page.evaluate(() => scrollTo(0, 0));
  await expectSound(ana.page, 'en-phone-matchmaking-timetable');

  await consents(ana.page);
  await expect(bo.page.getByText(say('match-consent-theirs'))).toBeVisible();
  await consents(bo.page);
  await expect(ana.page.getByText(say('match-consent-both'))).toBeVisible();
  // There is somebody for this need, and still nobody for that offer.
  await expect(ana.page.getByText(say('match-proposed', { count: 0 }))).toHaveCount(0);
  await expect(cyd.page.getByText(say('match-wanted', { count: 0 }))).toBeVisible();
  await downloads(desk, ana.delegation);

  await desk.getByRole('button', { name: /Senegal/ }).click();
  const sheet = desk.getByRole('dialog');
  await sheet.getByRole('button', { name: say('match-cancel') }).click();
  await expect(sheet.getByRole('button', { name: 'Cancel', exact: true }), 'it could mean either').toHaveCount(0);
  await expect(sheet.getByRole('button', { name: say('sure-not') })).toBeVisible();
  await sheet.getByRole('button', { name: say('match-cancel-sure') }).click();
  await expect(sheet).toHaveCount(0);
  await expect(ana.page.getByText(say('match-cancelled-more'))).toBeVisible();
  await expect(ana.page.getByRole('region', { name: say('match-day') })).toHaveCount(0);
  await expectUnknown(ana, bo);

  await ana.page.getByRole('button', { name: say('match-choose') }).click();
  await bo.page.getByRole('button', { name: say('match-accept') }).click();
  for (const { page } of [ana, bo]) {
    await expect(page.getByRole('region', { name: say('match-day') }).locator('strong').first(), 'nobody has to assign it').toHaveText('1');
  }
});

/** The organiser takes home what goes into the outcome. */
async function downloads(desk: Page, delegation: string): Promise<void> {
  await expect(desk.getByText(say('match-partnerships-more', { count: 1 }))).toBeVisible();
  const begun = desk.waitForEvent('download');
  await desk.getByRole('link', { name: say('match-partnerships-data') }).click();
  const file = await begun;
  expect(file.suggestedFilename()).toMatch(/-partnerships\.json$/);
  expect(await readFile(await file.path(), 'utf8')).toContain(delegation);
  await expectSound(desk, 'en-laptop-matchmaking-partnerships');
}

async function consents(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: say('match-consent'), exact: true }).click();
  await expect(page.getByRole('checkbox', { name: say('match-consent'), exact: true })).toBeChecked();
}

test('of two organisers who set tables and times the second sees both and chooses', async ({ server, hall }) => {
  const first = await organiser(server, await hall.device('laptop'));
  const second = await organiser(server, await hall.device('phone'));
  await fillIn(second, '12');
  await setUp(first);
  await second.getByRole('button', { name: say('match-organise-save') }).click();
  const both = second.getByRole('alert').filter({ hasText: say('meanwhile-changed') });
  const line = both.getByRole('row').filter({ hasText: say('match-organise-tables') });
  await expect(line).toContainText('12');
  await expect(line).toContainText('3');
  await expectSound(second, 'en-phone-matchmaking-meanwhile');
  await both.getByRole('button', { name: say('meanwhile-keep-mine') }).click();
  await expect(second.getByText(say('match-organise-saved'))).toBeVisible();
  // Who types nothing sees what others save.
  await expect(first.getByLabel(say('match-organise-tables'))).toHaveValue('12');
});

test('the pages read from right to left in Arabic', async ({ server, hall }) => {
  const arabic = new Words('ar');
  const { page } = await person(server, hall, 'ليلى', 'Egypt', arabic, 'ar');
  await page.getByRole('button', { name: arabic.say('match-post-offer') }).click();
  await expectSound(page, 'ar-phone-matchmaking-form');
});
