/** The whole occasion, as people go through it: from a plan that is empty to the file with everything that forty people said. */
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join, read } from '../api';
import { DeskPage, REACHED_MS } from '../desking';
import { Entrance } from '../entrance';
import { expect, test, type Device } from '../fixtures';
import { button, csv, importForty, printed, upload } from '../listing';
import { takePicture } from '../looks';
import { post, setUp, type Person } from '../matching';
import { RoomPage } from '../room';
import type { Link, Server } from '../server';
import { SetupPage } from '../setting';
import { english } from '../words';
import { ASKED, GROUPS, works, type Working } from '../working';

const say = english.say.bind(english);

const TITLE = 'Global Roundtable on capacity-building';
const BREAKOUT = 'Breakout groups';
const NEED = 'Training for analysts of our new response team.';
const OFFER = 'Courses for analysts, on site and in French.';
const [SUPPORTED] = GROUPS[0]!.points;

/** Somebody on the list, as the server tells it to the organiser. */
interface Listed {
  name: string;
  delegation: string;
  code: string;
}

/** The organiser with a laptop, in the meeting that was made on it. */
interface Organiser {
  device: Device;
  page: Page;
  meeting: string;
}

/** Somebody on the list with a phone, in their group. */
interface Phone extends Person {
  device: Device;
  room: RoomPage;
}

/** What only an organiser may read. */
async function told<T>({ device, page, meeting }: Organiser, part: string): Promise<T> {
  const answer = await page.request.get(`${device.url}/api/meetings/${meeting}${part}?as=organiser`);
  expect(answer.ok(), `${part} is told`).toBe(true);
  return (await answer.json()) as T;
}

/** A day that is still ahead: on the day itself a code leads into the session that the clock says, which is the plenary in the afternoon. */
const ahead = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

async function makesMeeting(server: Server, device: Device): Promise<Organiser> {
  const setup = await SetupPage.open(device, server);
  await setup.button('setup-new').click();
  await setup.field('setup-field-title').fill(TITLE);
  await setup.field('setup-field-date').fill(ahead());
  await setup.field('setup-field-timezone').fill('America/New_York');
  await setup.button('setup-make').click();
  await setup.keepLink();
  await expect(setup.page.getByText(say('setup-no-sessions'))).toBeVisible();
  await setup.addSession(BREAKOUT, 'breakout', '09:30', '12:00');
  await setup.addSession('Matchmaking', 'matchmaking', '13:00', '15:00');
  await setup.addSession('Closing plenary', 'plenary', '15:30', '17:00');
  for (const { title, question } of GROUPS) {
    await setup.addRoom(title, BREAKOUT, [question]);
    await setup.save();
    await setup.expectSaved(title);
  }
  await setup.addRoom('Plenary hall', 'Closing plenary', []);
  await setup.save();
  await setup.expectSaved('Plenary hall');
  await takePicture(setup.page, 'day-laptop-plan');
  return { device, page: setup.page, meeting: new URL(setup.page.url()).pathname.split('/')[2] ?? '' };
}

/** Goes to another page of the organiser's by the line of links above it. */
async function goes({ page }: Organiser, part: 'people' | 'matchmaking' | 'board' | 'keeping'): Promise<void> {
  const ways = page.getByRole('navigation', { name: say('organiser-nav') });
  await ways.getByRole('link', { name: say(`organiser-${part}`), exact: true }).click();
  await page.waitForURL(`**/${part}`);
}

async function bringsPeople(organiser: Organiser): Promise<void> {
  const { page } = organiser;
  await goes(organiser, 'people');
  await button(page, 'listed-import').click();
  await upload(page, csv('king'));
  await expect(page.getByRole('alert')).toHaveText(say('listed-import-faults', { count: 1 }));
  await expect(page.getByText('“king” is none of')).toBeVisible();
  await page.keyboard.press('Escape');
  await importForty(page);
  await button(page, 'listed-part-groups').click();
  await button(page, 'listed-rule').click();
  await expect(page.getByText(say('listed-rule-placed', { count: 40 }))).toBeVisible();
  await button(page, 'listed-rule-do').click();
  for (const { title } of GROUPS) await expect(page.getByRole('group', { name: title }).getByRole('checkbox')).toHaveCount(10);
  await button(page, 'listed-part-sheets').click();
  const sheets = await printed(page, 'people');
  await expect(sheets.locator('section')).toHaveCount(40);
  await expect(sheets.locator('section').first()).toContainText(say('listed-sheet-group'));
  await sheets.scrollIntoViewIfNeeded();
  await takePicture(page, 'day-paper-people');
  await page.emulateMedia({ media: 'screen' });
}

/** Types the personal code on the first page, and is in the group at once. */
async function arrives(device: Device, { name, delegation, code }: Listed): Promise<Phone> {
  await new Entrance(device).typeCode(code);
  const room = new RoomPage(device.page);
  await room.expectConnected();
  return { page: device.page, name, delegation, room, device };
}

/** Thirty-eight come by their codes, and each group has its chair and its rapporteur. */
async function everybodyComes(server: Server, organiser: Organiser, others: Listed[]): Promise<Working[]> {
  const seats = await Promise.all(others.map(({ code }) => join(server, code.replaceAll(' ', ''))));
  // Who comes by a personal code takes the seat in the room with the first look into it.
  await Promise.all(seats.map((seat) => read(server, seat, '')));
  const { rooms, links } = await told<{ rooms: Record<string, { title: string }>; links: { rooms: ({ room: string } & Record<'chair' | 'rapporteur', Link>)[] } }>(organiser, '');
  const taken = GROUPS.map(async (group): Promise<Working> => {
    const way = links.rooms.find(({ room }) => rooms[room]?.title === group.title);
    if (!way) throw new Error(`there is no way into ${group.title}`);
    const chair = await join(server, way.chair.code, { name: 'A. Chair' });
    const rapporteur = await join(server, way.rapporteur.code, { name: 'A. Rapporteur' });
    return { ...group, room: way.room, chair, rapporteur, delegates: seats.filter(({ room }) => room === way.room) };
  });
  return Promise.all(taken);
}

/** By way of their day and the programme. No room has a link to them, so that the address of the day is opened. */
async function goesToMatchmaking({ page, device }: Phone, meeting: string): Promise<void> {
  await page.goto(`${device.url}/p/${meeting}/day`);
  await page.getByRole('link', { name: say('meeting-whole') }).click();
  await page.getByRole('link', { name: say('meeting-matchmaking') }).click();
}

/** Both say yes, and both are shown at which table. */
async function meet(organiser: Organiser, seeks: Phone, gives: Phone): Promise<void> {
  await goes(organiser, 'matchmaking');
  await setUp(organiser.page);
  for (const phone of [seeks, gives]) await goesToMatchmaking(phone, organiser.meeting);
  await post(gives, 'offer', OFFER, 'people', { listed: true });
  await post(seeks, 'need', NEED, 'people', { listed: true });
  await seeks.page.getByRole('button', { name: say('match-choose') }).click();
  await gives.page.getByRole('button', { name: say('match-accept') }).click();
  await expect(seeks.page.getByRole('heading', { name: say('match-partner', { name: gives.name, delegation: gives.delegation }) })).toBeVisible();
  await organiser.page.getByRole('button', { name: say('match-assign') }).click();
  await expect(organiser.page.getByText(say('match-assigned', { seated: 1, agreed: 1 }))).toBeVisible();
  for (const { page } of [seeks, gives]) await expect(page.getByRole('region', { name: say('match-day') }).locator('strong').first()).toHaveText('1');
  await seeks.page.evaluate(() => scrollTo(0, 0));
  await takePicture(seeks.page, 'day-phone-timetable');
  for (const { page } of [seeks, gives]) {
    await page.goto(`${organiser.device.url}/p/${organiser.meeting}/day`);
    // Everybody is in the plenary, which comes later.
    await page.getByRole('link', { name: new RegExp(`^${say('room-enter')}`) }).first().click();
  }
}

/** The desk says of each group who is there, who speaks, and how far the poll and the notes are. */
async function seesAll(desk: DeskPage, groups: Working[]): Promise<void> {
  // How many pages are open beside them is another matter.
  const joined = say('overview-people-of', { here: 0, joined: 12 }).replace('0', '');
  for (const { title, points } of groups) {
    const tile = desk.room(title);
    await expect(tile).toContainText(joined);
    await expect(tile).not.toContainText(say('overview-floor-nobody'));
    await expect(tile).toContainText(ASKED);
    await expect(tile).toContainText(say('overview-turnout', { turnout: 10, electorate: 10 }));
    await expect(tile).toContainText(points[1].text);
  }
  await takePicture(desk.page, 'day-laptop-desk');
}

/** The groups are closed together, with whoever still speaks and the polls that are still open. */
async function closesGroups(desk: DeskPage, phones: Phone[]): Promise<void> {
  await desk.acts.getByRole('button', { name: new RegExp(`^${BREAKOUT}`) }).click();
  const close = await desk.act('close');
  await close.getByRole('checkbox', { name: say('overview-close-settle') }).check();
  await close.getByRole('button', { name: say('overview-close-do', { count: GROUPS.length }) }).click();
  await desk.expectDone(GROUPS.length);
  for (const { room } of phones) await room.expectClosed();
}

/** The points of the four groups stand on one board, and a phone supports one of them. */
async function closesDay(organiser: Organiser, { page, device }: Phone): Promise<void> {
  const point = (where: Page, text: string) => where.getByRole('main').getByRole('listitem').filter({ hasText: text }).first();
  await goes(organiser, 'board');
  for (const { text } of GROUPS.flatMap(({ points }) => points)) await expect(point(organiser.page, text)).toBeVisible();
  await page.goto(`${device.url}/p/${organiser.meeting}/board`);
  await expect(page.getByText(say('plenary-not-yet'))).toBeVisible();
  await button(organiser.page, 'plenary-show').click();
  await button(organiser.page, 'plenary-open-support').click();
  const support = point(page, SUPPORTED.text).getByRole('button', { name: new RegExp(`^${say('plenary-support')}`) });
  await support.click();
  await expect(support).toHaveAttribute('aria-pressed', 'true');
  await expect(point(organiser.page, SUPPORTED.text)).toContainText(say('plenary-support-count', { count: 1 }));
  await takePicture(organiser.page, 'day-laptop-board');
  await takePicture(page, 'day-phone-board');
}

/** A file with everything has a folder of each room. */
async function takesHome(page: Page, link: string, rooms: string[]): Promise<number> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: say(link) }).click()]);
  const file = await readFile(await download.path());
  expect(file.subarray(0, 2).toString(), `${download.suggestedFilename()} is a ZIP file`).toBe('PK');
  for (const room of rooms) expect(file.includes(`${room}/`), `${room} is in ${download.suggestedFilename()}`).toBe(true);
  return file.length;
}

async function takesAll(organiser: Organiser, rooms: string[]): Promise<void> {
  await goes(organiser, 'keeping');
  const archive = await takesHome(organiser.page, 'archive-get', rooms);
  await organiser.page.getByRole('link', { name: TITLE }).click();
  const outcome = await takesHome(organiser.page, 'file-outcome-zip', rooms);
  process.stdout.write(`outcome.zip: ${outcome} bytes; archive.zip: ${archive} bytes\n`);
}

test('an organiser makes the Global Roundtable from nothing, forty people go through its day, and everything is taken home', async ({ server, hall }) => {
  test.setTimeout(240_000);
  const organiser = await test.step('a plan is made', async () => makesMeeting(server, await hall.device('laptop')));
  await test.step('people are put on the list and into groups', () => bringsPeople(organiser));
  const { people: [one, other, ...rest] } = await told<{ people: [Listed, Listed, ...Listed[]] }>(organiser, '/people');
  const phones: [Phone, Phone] = [await arrives(await hall.device('phone'), one), await arrives(await hall.device('phone'), other)];
  const groups = await test.step('the others come', () => everybodyComes(server, organiser, rest));
  await test.step('four groups work side by side', () => Promise.all(groups.map((group) => works(server, group))));
  for (const { room } of phones) await room.vote(ASKED, 'Yes');
  await test.step('the desk shows them and speaks to them', async () => {
    const desk = await DeskPage.show(organiser.device, organiser.meeting);
    await seesAll(desk, groups);
    const took: number[] = [];
    for (const template of ['course-template-ten', 'course-template-plenary']) {
      took.push(await desk.announce(say(template), phones.map(({ page }) => page)));
      await desk.expectDone(GROUPS.length);
    }
    process.stdout.write(`from the press to the last phone: ${took.join(' ms, then ')} ms\n`);
    expect(Math.max(...took), 'milliseconds from the press to the last phone').toBeLessThan(REACHED_MS);
  });
  await test.step('two of them meet', () => meet(organiser, ...phones));
  await test.step('the groups are closed', async () => closesGroups(await DeskPage.show(organiser.device, organiser.meeting), phones));
  await test.step('the closing board is shown', () => closesDay(organiser, phones[0]));
  await test.step('all of it is taken home', () => takesAll(organiser, groups.map(({ room }) => room)));
});
