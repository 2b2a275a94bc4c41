/** The organiser's desk: four rooms with their phones and a screen, told, counted down, helped, switched, closed and opened again. */
import type { Locator, Page } from '@playwright/test';
import { command, join } from '../api';
import { DeskPage, REACHED_MS, tellRooms } from '../desking';
import { Entrance } from '../entrance';
import { expect, test, type Device, type Hall } from '../fixtures';
import { expectCoversNothing, expectNothingCutOff, expectSound, expectWhole, expectWholeLines, takePicture } from '../looks';
import { mark } from '../marking';
import type { RoomPage } from '../room';
import type { Server } from '../server';
import { english, Words } from '../words';

const ROOMS = ['group-1', 'group-2', 'threats', 'norms'] as const;
/** Rooms of the session that the four meet in. */
const OF_SESSION = 6;
const GROUP_1 = 'Group I: Governance, policies and processes';
const GROUP_2 = 'Group II: Technology, talent and partnerships';

const phoneIn = async (server: Server, hall: Hall, room: string, delegation: string): Promise<RoomPage> =>
  new Entrance(await hall.device('phone')).join(server.room(room).participant, { name: 'A. Delegate', delegation });

async function screenIn(server: Server, hall: Hall, room: string): Promise<Device> {
  const screen = await hall.device('projector');
  await new Entrance(screen).follow(server.room(room).screen);
  await expect(screen.page.getByRole('heading', { name: server.room(room).title })).toBeVisible();
  return screen;
}

test('an announcement and a countdown reach every phone and screen of four rooms', async ({ server, hall }) => {
  const phones: RoomPage[] = [];
  for (const room of ROOMS) phones.push(await phoneIn(server, hall, room, 'Kenya'));
  const screen = await screenIn(server, hall, 'group-1');
  const desk = await DeskPage.open(await hall.device('laptop'), server);
  await expect(desk.acts).toContainText(english.say('overview-all', { count: ROOMS.length }));
  await expectSound(desk.page, 'en-laptop-desk');

  const dialog = await desk.act('announce');
  const message = english.say('course-template-ten');
  await dialog.getByRole('button', { name: message }).click();
  await expectSound(desk.page, 'en-laptop-desk-announce');
  // A phone that has had one knows how to show the next.
  await dialog.getByRole('button', { name: english.say('course-announce-do'), exact: true }).click();
  await Promise.all([...phones.map(({ page }) => page), screen.page].map((page) => expect(page.getByText(message)).toBeVisible()));
  await desk.expectDone(ROOMS.length);
  const next = english.say('course-template-plenary');
  const took = await desk.announce(next, phones.map(({ page }) => page));
  expect(took, 'milliseconds from the press to the last phone').toBeLessThan(REACHED_MS);
  await desk.expectDone(ROOMS.length);

  const first = phones[0]!;
  await expectSound(first.page, 'en-phone-announcement');
  const head = await first.page.getByRole('banner').boundingBox();
  await first.page.getByRole('button', { name: english.say('course-put-away') }).click();
  await expect(first.page.getByText(next)).toHaveCount(0);
  await first.page.reload();
  await first.expectConnected();
  await expect(first.page.getByText(next), 'what was put away stays away').toHaveCount(0);

  const time = await desk.act('time');
  await time.getByLabel(english.say('course-countdown-label')).fill('Report back');
  await takePicture(desk.page, 'en-laptop-desk-time');
  await time.getByRole('button', { name: english.say('course-countdown-of', { minutes: 10 }) }).click();
  await desk.expectDone(ROOMS.length);
  for (const { page } of phones) await expect(page.getByRole('timer').filter({ hasText: /^(10:00|9:\d\d)$/ })).toBeVisible();
  await expect(screen.page.getByRole('timer').filter({ hasText: /^(10:00|9:\d\d)$/ })).toBeVisible();
  expect((await first.page.getByRole('banner').boundingBox())?.height, 'nothing on the page moved').toBe(head?.height);
  await expectSound(first.page, 'en-phone-countdown');
  await expectNothingCutOff(screen.page, 'en-projector-announcement');
  await takePicture(screen.page, 'en-projector-announcement');

  await desk.page.getByRole('checkbox', { name: GROUP_2 }).check();
  const more = await desk.act('time');
  await more.getByRole('button', { name: english.say('course-extend-of', { minutes: 15 }) }).click();
  await desk.expectDone(1);
  await expect(phones[1]!.page.getByRole('timer').filter({ hasText: /^2[45]:\d\d$/ })).toBeVisible();
  await expect(first.page.getByRole('timer').filter({ hasText: /^2[45]:\d\d$/ }), 'the others are not extended').toHaveCount(0);
  await expect(desk.room(GROUP_2)).toContainText(english.say('overview-extended', { minutes: 15 }));

  const back = await desk.act('time');
  await back.getByRole('button', { name: english.say('course-as-planned') }).click();
  await desk.expectDone(1);
  await expect(desk.room(GROUP_2)).not.toContainText(english.say('overview-extended', { minutes: 15 }));
  await desk.page.getByRole('checkbox', { name: GROUP_2 }).uncheck();
  const all = await desk.act('time');
  await all.getByRole('button', { name: english.say('course-extend-of', { minutes: 5 }), exact: true }).click();
  await desk.expectDone(OF_SESSION);
  await expect(first.page.getByText('15:00–17:05'), 'the head of a phone has no room for it').toBeHidden();
});

test('an announcement and a countdown reach those who look at a page of the meeting, too', async ({ server, hall }) => {
  const phones = [await phoneIn(server, hall, 'group-1', 'Kenya'), await phoneIn(server, hall, 'group-1', 'Ghana')].map(({ page }) => page);
  for (const [at, part] of ['matchmaking', 'board'].entries()) {
    await phones[at]!.goto(`${server.url}/p/${server.links.meeting}/${part}?as=participant`);
    await expect(phones[at]!.getByText(english.say('news-live'))).toBeVisible();
  }
  const desk = await DeskPage.open(await hall.device('laptop'), server);
  const dialog = await desk.act('announce');
  const message = english.say('course-template-ten');
  await dialog.getByRole('button', { name: message }).click();
  await dialog.getByRole('button', { name: english.say('course-announce-do'), exact: true }).click();
  for (const page of phones) await expect(page.getByText(message)).toBeVisible();
  const time = await desk.act('time');
  await time.getByRole('button', { name: english.say('course-countdown-of', { minutes: 10 }) }).click();
  for (const page of phones) await expect(page.getByRole('timer').filter({ hasText: /^(10:00|9:\d\d)$/ })).toBeVisible();
  for (const page of phones) await expectCoversNothing(told(page), 'what the phone is told');
  await expectSound(phones[0]!, 'en-phone-matchmaking-told');
  await phones[0]!.getByRole('button', { name: english.say('course-put-away') }).click();
  await expect(phones[0]!.getByText(message)).toHaveCount(0);
  await phones[0]!.reload();
  await expect(phones[0]!.getByRole('timer')).toBeVisible();
  await expect(phones[0]!.getByText(message), 'what was put away stays away').toHaveCount(0);
});

/** The place of what a page of the meeting is told. */
const told = (page: Page): Locator => page.locator('.told');

test('a long announcement and a long countdown have a place of their own on a phone, at most a third of it, in both directions, and the title\'s on a projector', async ({ server, hall }) => {
  const arabic = new Words('ar');
  const phone = (await phoneIn(server, hall, 'group-1', 'Kenya')).page;
  const right = await hall.device('phone', { locale: 'ar' });
  await new Entrance(right, arabic).join(server.room('group-1').participant, { name: 'A. Delegate' });
  const projector = await screenIn(server, hall, 'group-1');
  await projector.page.goto(`${server.url}/p/${server.links.meeting}/board?look=screen`);
  for (const page of [phone, right.page]) await page.goto(`${server.url}/p/${server.links.meeting}/matchmaking?as=participant`);
  const heading = projector.page.getByRole('heading', { name: english.say('plenary-title') });
  await expect(heading).toBeVisible();
  const sentence = 'Lunch is served on the terrace of the dining room; please bring your badges. ';
  await tellRooms(server, { do: 'countdown', seconds: 720, label: 'Back to plenary' });
  await tellRooms(server, { do: 'announce', message: sentence.repeat(2).trim() });
  await expect(told(phone)).toContainText(sentence.repeat(2).trim());
  await expect(phone.getByRole('timer')).toBeVisible();
  expect(await told(phone).locator('.notice').evaluate((notice) => notice.scrollHeight - notice.clientHeight), 'two sentences are read at a glance').toBeLessThanOrEqual(1);
  await takePicture(phone, 'en-phone-matchmaking-told-two');
  const message = `${sentence.repeat(3)}Be back at three.`;
  await tellRooms(server, { do: 'announce', message });
  await tellRooms(server, { do: 'countdown', seconds: 720, label: 'Back to the plenary hall on the first floor, by the stairs' });
  for (const page of [phone, right.page, projector.page]) {
    await expect(page.getByText(message)).toBeVisible();
    await expect(page.getByRole('timer')).toBeVisible();
  }
  for (const [name, page] of [['en', phone], ['ar', right.page]] as const) {
    await expectCoversNothing(told(page), `what the phone is told (${name})`);
    const { height } = (await told(page).boundingBox())!;
    expect(height, 'at most a third of the window').toBeLessThanOrEqual(740 / 3);
    expect(await told(page).locator('.countdown').evaluate((pill) => pill.scrollWidth - pill.clientWidth), 'no word of the countdown is cut').toBe(0);
    await expectWhole(page, `${name}-phone-matchmaking-told-long`);
    await page.setViewportSize({ width: 360, height: 320 });
    await page.evaluate(() => scrollTo(0, 400));
    expect((await told(page).boundingBox())!.y, 'it stays in sight').toBe(0);
  }
  await expectCoversNothing(projector.page.locator('.told'), 'what the projector is told');
  await expect(heading).toBeVisible();
  await expectNothingCutOff(projector.page, 'plenary-projector-told');
  await takePicture(projector.page, 'plenary-projector-told');
});

test('a room that calls for help stands first, and hears that it is coming', async ({ server, hall }) => {
  const chair = await new Entrance(await hall.device('laptop')).join(server.room('group-2').chair);
  await phoneIn(server, hall, 'group-1', 'Ghana');
  const delegate = await phoneIn(server, hall, 'group-2', 'Norway');
  const desk = await DeskPage.open(await hall.device('phone'), server);
  await expect(desk.titles.first()).toHaveAccessibleName(GROUP_1);
  await chair.goTo('desk');
  const form = chair.page.getByRole('dialog', { name: english.say('tab-desk') });
  await form.getByLabel(english.say('course-help-reason')).fill('The microphone is dead');
  await expectSound(chair.page, 'en-laptop-help');
  await form.getByRole('button', { name: english.say('course-help-call'), exact: true }).click();
  await expect(form).toContainText(english.say('course-help-called'));

  await expect(desk.titles.first()).toHaveAccessibleName(GROUP_2);
  await expect(desk.room(GROUP_2)).toContainText('The microphone is dead');
  await expectSound(desk.page, 'en-phone-desk-help');
  const elsewhere = await desk.page.context().newPage();
  await elsewhere.goto(`${new URL(desk.page.url()).origin}/o/${server.links.meeting}/people`);
  const way = elsewhere.getByRole('navigation', { name: english.say('organiser-nav') }).getByRole('link').first();
  await expect(way).toContainText(english.say('organiser-calls', { count: 1 }));
  await expect(elsewhere).toHaveTitle(/^\(1\) /);
  await desk.room(GROUP_2).getByRole('button', { name: english.say('overview-help-answer-of', { room: GROUP_2 }) }).click();
  await expect(form).toContainText(english.say('course-help-coming'));
  await expect(way).not.toContainText(english.say('organiser-calls', { count: 1 }));
  await expect(delegate.page.getByText(english.say('course-help-coming')), 'that is not for participants').toHaveCount(0);
  await desk.room(GROUP_2).getByRole('button', { name: english.say('overview-help-end-of', { room: GROUP_2 }) }).click();
  await expect(desk.titles.first()).toHaveAccessibleName(GROUP_1);
  await expect(form.getByRole('button', { name: english.say('course-help-call'), exact: true })).toBeVisible();
});

test('the screen shows what the organiser says', async ({ server, hall }) => {
  const rapporteur = await new Entrance(await hall.device('laptop')).join(server.room('group-1').rapporteur);
  const screen = await screenIn(server, hall, 'group-1');
  const desk = await DeskPage.open(await hall.device('laptop'), server);
  const choice = desk.room(GROUP_1).getByRole('combobox');
  await rapporteur.openNotes();
  await rapporteur.writeParagraph('Teams change faster than the rules.');
  await expect(desk.room(GROUP_1)).toContainText('Teams change faster than the rules.');

  await choice.selectOption('notes');
  await expect(screen.page.getByRole('region', { name: english.say('tab-notes') })).toContainText('Teams change faster');
  await takePicture(screen.page, 'en-projector-shows-notes');
  await choice.selectOption('join');
  await expect(screen.page.getByRole('img', { name: english.say('join-qr') })).toBeVisible();
  await takePicture(screen.page, 'en-projector-shows-join');
  await choice.selectOption('board');
  await expect(screen.page.getByRole('region', { name: english.say('board') })).toBeVisible();
  await choice.selectOption('plenary');
  await expect(screen.page.getByText(english.say('plenary-not-yet'))).toBeVisible();
  await choice.selectOption('blank');
  await expect(screen.page.getByText(english.say('plenary-not-yet'))).toHaveCount(0);
  await expect(screen.page.getByRole('region', { name: english.say('board') })).toHaveCount(0);
  await expectTitleLarge(screen.page, server.room('group-1').title);
  await takePicture(screen.page, 'en-projector-shows-blank');
  const before = await screen.page.getByRole('heading').boundingBox();
  await desk.announce(english.say('course-template-ten'), [screen.page]);
  await expectTitleLarge(screen.page, server.room('group-1').title);
  expect(await screen.page.getByRole('heading').boundingBox(), 'the title stays where it is').toEqual(before);
  await takePicture(screen.page, 'en-projector-shows-blank-told');
  const time = await desk.act('time');
  await time.getByRole('button', { name: english.say('course-countdown-of', { minutes: 5 }) }).click();
  await choice.selectOption('countdown');
  await expect(screen.page.getByRole('timer').filter({ hasText: /^[45]:\d\d$/ })).toBeVisible();
  await takePicture(screen.page, 'en-projector-shows-countdown');
  await choice.selectOption('automatic');
  await expect(screen.page.getByText(english.say('floor-nobody'))).toBeVisible();
});

/** The title has the middle of the page, and can be read from the back. */
async function expectTitleLarge(page: Page, title: string): Promise<void> {
  const heading = page.getByRole('heading', { name: title });
  await expect(page.getByText(title, { exact: true }), 'once').toHaveCount(1);
  expect(await heading.evaluate((node) => parseFloat(getComputedStyle(node).fontSize)), 'large').toBeGreaterThan(80);
  const { x, y, width, height } = (await heading.boundingBox())!;
  expect(Math.abs(x + width / 2 - 960), 'in the middle from side to side').toBeLessThan(20);
  expect(Math.abs(y + height / 2 - 540), 'in the middle of the height').toBeLessThan(80);
  await expectNothingCutOff(page, 'the title alone');
}

test('a screen that shows the notes cuts no line, however long they are and while somebody writes', async ({ server, hall }) => {
  const rapporteur = await join(server, server.room('group-1').rapporteur.code, { name: 'Rapporteur' });
  const screen = await screenIn(server, hall, 'group-1');
  await command(server, await join(server, server.room('group-1').chair.code), { tool: 'session', do: 'screen', shows: 'notes' });
  const notes = screen.page.getByRole('region', { name: english.say('tab-notes') });
  for (let more = 1; more <= 6; more += 1) {
    const texts = [`Sentence ${more}, which is long enough to go on over more than one line of the screen: `.repeat(more), `The last of round ${more}.`];
    await mark(server, rapporteur, texts.map((text) => ({ text, point: 'key-issue' })));
    await expect(notes).toContainText(texts[1]!);
    if (more >= 4) await expectWholeLines(notes.locator('.notes-page'), `round ${more} of the notes`);
    await expect(notes.getByText(texts[1]!)).toBeInViewport({ ratio: 1 });
  }
  await takePicture(screen.page, 'en-projector-shows-long-notes');
});

test('all rooms are closed at once, each saying what stood in its way, and opened again with the same people', async ({ server, hall }) => {
  const phone = await phoneIn(server, hall, 'group-1', 'Kenya');
  const other = await phoneIn(server, hall, 'group-2', 'Norway');
  const chair = await new Entrance(await hall.device('laptop')).join(server.room('group-1').chair);
  await phone.askForFloor();
  await chair.button('chair-next', { name: 'Kenya' }).click();
  const desk = await DeskPage.open(await hall.device('laptop'), server);
  await expect(desk.room(GROUP_1)).toContainText('Kenya');
  const close = await desk.act('close');
  await expect(close).toContainText(english.say('overview-close-speaking'));
  await expectSound(desk.page, 'en-laptop-desk-close');
  await close.getByRole('button', { name: english.say('overview-close-do', { count: 2 }) }).click();
  await other.expectClosed();
  const refused = desk.page.getByRole('status').filter({ hasText: english.say('overview-refused', { count: 1 }) });
  await expect(refused).toContainText('Kenya');
  await takePicture(desk.page, 'en-laptop-desk-refused');
  const settle = await desk.act('close');
  await settle.getByRole('checkbox', { name: english.say('overview-close-settle') }).check();
  await settle.getByRole('button', { name: english.say('overview-close-do', { count: 1 }) }).click();
  await phone.expectClosed();

  const reopen = await desk.act('reopen');
  await reopen.getByRole('button', { name: english.say('overview-reopen-do', { count: 2 }) }).click();
  await desk.expectDone(2);
  await expect(phone.page.getByText(english.say('room-closed'))).toHaveCount(0);
  await expect(desk.room(GROUP_1)).toContainText(english.say('overview-people-of', { here: 2, joined: 2 }));
});

test('a seat is ended and a link replaced, after asking once more', async ({ server, hall }) => {
  const phone = await phoneIn(server, hall, 'group-1', 'Kenya');
  const desk = await DeskPage.open(await hall.device('laptop'), server);
  await desk.room(GROUP_1).getByRole('button', { name: english.say('overview-details-of', { room: GROUP_1 }) }).click();
  const details = desk.page.getByRole('dialog', { name: GROUP_1 });
  const old = server.room('group-1').participant.code;
  const row = details.getByRole('listitem').filter({ has: desk.page.getByRole('link') }).first();
  await row.getByRole('button', { name: english.say('details-replace') }).click();
  await row.getByRole('button', { name: english.say('details-replace-sure', { role: english.say('role-participant') }) }).click();
  await expect(row.getByRole('link')).not.toContainText(old.slice(0, 3));
  await phone.expectConnected();
  await expectSound(desk.page, 'en-laptop-desk-details');
  const seat = details.getByRole('listitem').filter({ hasText: 'Kenya' });
  await seat.getByRole('button', { name: english.say('details-end'), exact: true }).click();
  await seat.getByRole('button', { name: english.say('details-end-sure', { name: 'Kenya · A. Delegate' }) }).click();
  await expect(details).toContainText(english.say('details-ended', { name: 'Kenya · A. Delegate' }));
  await expect(phone.page.getByRole('heading')).toBeVisible();
  await expect(phone.page.getByRole('status').filter({ hasText: english.say('status-live') })).toHaveCount(0);
});
