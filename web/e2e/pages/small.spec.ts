/** The pages of a room where there is little room: a keyboard over half of a phone, letters twice as large, an announcement on top. */
import type { Page } from '@playwright/test';
import { command, join, pollId, type Seat } from '../api';
import { Entrance } from '../entrance';
import { expect, test, type Device } from '../fixtures';
import { expectNoWiderThanDevice, expectSound, takePicture } from '../looks';
import type { RoomPage } from '../room';
import type { Server } from '../server';
import { english } from '../words';

const ROOM = 'group-1';
const PREPARED = 'Which component of capacity needs support first in your country or community?';
const SEVERAL = 'What most often holds a national strategy back? Choose up to three.';
const LONG = 'Saint Vincent and the Grenadines';
/** What a phone of 360 pixels has above its keyboard. */
const ABOVE_KEYBOARD = { width: 360, height: 430 };

const chairOf = (server: Server): Promise<Seat> => join(server, server.room(ROOM).chair.code, { name: 'The Chair' });
const enter = (server: Server, device: Device): Promise<RoomPage> => new Entrance(device).join(server.room(ROOM).participant, { name: 'Amina Diallo', delegation: 'Senegal' });

/** Somebody with a long name has the floor. */
async function speaks(server: Server, chair: Seat): Promise<void> {
  const seat = await join(server, server.room(ROOM).participant.code, { name: 'Jonas Berg', delegation: LONG });
  await command(server, seat, { tool: 'floor', do: 'request' });
  await command(server, chair, { tool: 'floor', do: 'give' });
}

async function closed(server: Server, chair: Seat, question: string): Promise<void> {
  const poll = await pollId(server, chair, question);
  for (const step of ['open', 'close', 'show']) await command(server, chair, { tool: 'polls', do: step, poll });
}

/** How high that part of the element is which is in the window and within all that scrolls around it. */
const seen = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).first().evaluate((element) => {
    let { top, bottom } = element.getBoundingClientRect();
    for (let box = element.parentElement; box; box = box.parentElement) {
      if (getComputedStyle(box).overflowY === 'visible') continue;
      const around = box.getBoundingClientRect();
      [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
    }
    return Math.min(bottom, innerHeight) - Math.max(top, 0);
  });

test('results of polls never make the page of a room longer than the window', async ({ server, hall }) => {
  const seat = await chairOf(server);
  await join(server, server.room(ROOM).participant.code, { name: 'A. Delegate', delegation: 'Japan' });
  for (const question of [PREPARED, SEVERAL]) await closed(server, seat, question);
  for (const role of ['chair', 'rapporteur'] as const) {
    const { page } = await new Entrance(await hall.device('laptop')).join(server.room(ROOM)[role]);
    await expect(page.getByRole('table').first()).toBeAttached();
    const polls = page.getByRole('region', { name: english.say('tab-polls') });
    await polls.hover();
    await page.mouse.wheel(0, 9_000);
    await expectSound(page, `en-laptop-${role}-results`);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(768);
  }
});

test('above the keyboard of a phone, who writes sees the text, its tools, and the button that sends a comment', async ({ server, hall }) => {
  await speaks(server, await chairOf(server));
  const room = await enter(server, await hall.device('phone'));
  const { page } = room;
  await room.openNotes();
  await room.writeParagraph('National strategies need an owner, a budget and a date by which somebody looks at them again.');
  await page.keyboard.insertText(' It is looked at again each year, and in public.'.repeat(12));
  await page.setViewportSize(ABOVE_KEYBOARD);
  await takePicture(page, 'en-phone-keyboard-notes');
  const lines = (await seen(page, '.notes-page')) / (await room.notes.evaluate((text) => parseFloat(getComputedStyle(text).lineHeight)));
  expect(lines, 'lines of text in sight').toBeGreaterThan(5);
  await expect(page.getByRole('button', { name: english.say('notes-tool-undo') })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('navigation', { name: english.say('tabs') })).toBeHidden();

  await room.notes.press('ControlOrMeta+a');
  await page.getByRole('button', { name: /^Comments \d/ }).click();
  const field = page.getByRole('complementary').getByRole('textbox');
  await field.fill('Who looks at them again?');
  await takePicture(page, 'en-phone-keyboard-comment');
  const send = page.getByRole('complementary').getByRole('button', { name: english.say('comment-add') });
  await expect(send).toBeInViewport({ ratio: 1 });
  await send.click();
  await expect(page.getByRole('complementary')).toContainText('Who looks at them again?');
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByRole('navigation', { name: english.say('tabs') })).toBeVisible();
});

test('an announcement on the projector takes nothing from the speaker, the clock and the poll', async ({ server, hall }) => {
  const chair = await chairOf(server);
  const { page } = await hall.device('projector');
  await page.goto(`${server.url}/j/${server.room(ROOM).screen.code}`);
  await speaks(server, chair);
  await command(server, chair, { tool: 'polls', do: 'open', poll: await pollId(server, chair, PREPARED) });
  await expect(page.getByRole('heading', { name: PREPARED })).toBeVisible();
  await command(server, chair, { tool: 'session', do: 'countdown', seconds: 300, label: 'Back in plenary' });
  await expect(page.getByText('Back in plenary')).toBeVisible();
  const sizes = () => page.locator('main > section').evaluateAll((parts) => parts.map((part) => [part, ...part.querySelectorAll('.name, .spoken, h2, li')].map((each) => parseFloat(getComputedStyle(each).fontSize))));
  const main = () => page.locator('main').boundingBox();
  const [before, box] = [await sizes(), await main()];
  for (const [at, message] of [english.say('course-template-five'), `${'Please come back to the plenary in the Trusteeship Council Chamber. '.repeat(4)}`.trim()].entries()) {
    await command(server, chair, { tool: 'session', do: 'announce', message, for_s: null });
    await expect(page.getByText(message)).toBeVisible();
    await takePicture(page, `en-projector-told-${at}`);
    const [after, now] = [await sizes(), await main()];
    expect(now!.height, 'the banner has the height of the title').toBeGreaterThan(box!.height * 0.97);
    for (const [part, fonts] of after.entries()) for (const [line, font] of fonts.entries()) expect(font).toBeGreaterThan(before[part]![line]! * 0.95);
  }
});

test('an announcement and a countdown cover nothing of a phone, and are told in words', async ({ server, hall }) => {
  const chair = await chairOf(server);
  await speaks(server, chair);
  const device = await hall.device('phone', { cable: true });
  const room = await enter(server, device);
  const { page } = room;
  await command(server, chair, { tool: 'session', do: 'countdown', seconds: 300, label: 'Back in plenary' });
  await expect(page.getByText('Back in plenary')).toBeVisible();
  await command(server, chair, { tool: 'session', do: 'announce', message: 'Please come back to the plenary. '.repeat(9).trim(), for_s: null });
  const notice = page.getByRole('log');
  await expect(notice).toContainText('Please come back');
  await takePicture(page, 'en-phone-told');
  const [head, told, who] = [await page.getByRole('banner').boundingBox(), await notice.boundingBox(), await page.getByText(LONG).first().boundingBox()];
  expect(told!.y, 'it covers neither the head').toBeGreaterThanOrEqual(head!.y + head!.height - 1);
  expect(told!.y, 'nor the speaker').toBeGreaterThanOrEqual(who!.y + who!.height);
  const main = await page.getByRole('main').boundingBox();
  expect(main!.y, 'nor the list').toBeGreaterThanOrEqual(told!.y + told!.height - 1);
  const timer = page.getByRole('timer').filter({ hasText: /^4:\d\d$|^5:00$/ });
  await expect(timer).toBeInViewport({ ratio: 1 });
  expect(await page.getByText('Back in plenary').evaluate((label) => label.scrollWidth <= label.clientWidth + 1), 'the words are whole').toBe(true);
  await device.goOffline();
  await expect(page.getByText(english.say('status-offline')).or(page.getByText(english.say('status-reconnecting'))).first()).toBeInViewport({ ratio: 1 });
  await device.goOnline();
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await takePicture(page, 'en-phone-told-large');
  expect((await notice.boundingBox())!.height, 'a third of the window at most').toBeLessThanOrEqual(740 / 3 + 1);
});

test('a long name has two lines on a phone, and what is cut says so', async ({ server, hall }) => {
  await speaks(server, await chairOf(server));
  const { page } = await enter(server, await hall.device('phone'));
  const name = page.getByText(LONG).first();
  await takePicture(page, 'en-phone-long-name');
  expect(await name.evaluate((line) => line.scrollHeight <= line.clientHeight + 1), 'all of it is in sight').toBe(true);
});

test('with letters twice as large everything on a phone can be read and reached', async ({ server, hall }) => {
  const chair = await chairOf(server);
  await speaks(server, chair);
  for (const delegation of ['Japan', 'Ghana']) await command(server, await join(server, server.room(ROOM).participant.code, { name: 'A. Delegate', delegation }), { tool: 'floor', do: 'request' });
  const room = await enter(server, await hall.device('phone'));
  const { page } = room;
  await room.goTo('notes');
  await room.writeParagraph('A national strategy needs an owner.');
  await page.addInitScript(() => document.addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '200%')));
  await page.reload();
  await room.expectConnected();
  for (const tab of ['floor', 'polls', 'notes'] as const) {
    await room.goTo(tab);
    if (tab === 'notes') await expect(room.notes).toContainText('A national strategy');
    await page.evaluate(() => scrollTo(0, 0));
    await takePicture(page, `en-phone-large-${tab}`);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await takePicture(page, `en-phone-large-${tab}-end`);
    await expectNoWiderThanDevice(page, `${tab} with large letters`);
  }
  expect(await seen(page, '.notes-page'), 'pixels of notes').toBeGreaterThan(200);
  await room.goTo('floor');
  await room.button('floor-request').scrollIntoViewIfNeeded();
  const [ask, bar] = [await room.button('floor-request').boundingBox(), await page.getByRole('navigation', { name: english.say('tabs') }).boundingBox()];
  expect(ask!.y + ask!.height, 'the button is above the tabs').toBeLessThanOrEqual(bar!.y + 1);
  await room.waiting.last().scrollIntoViewIfNeeded();
  await expect(room.waiting.last()).toBeInViewport();
});

test('a poll that opens while another one is answered on a phone comes below it and is announced', async ({ server, hall }) => {
  const chair = await chairOf(server);
  const room = await enter(server, await hall.device('phone'));
  const { page } = room;
  await command(server, chair, { tool: 'polls', do: 'open', poll: await pollId(server, chair, SEVERAL) });
  await room.goTo('polls');
  await expect(room.poll(SEVERAL)).toBeVisible();
  // A hand on its way to the last answer.
  const last = room.poll(SEVERAL).getByRole('checkbox').last();
  await last.scrollIntoViewIfNeeded();
  const question = page.getByRole('heading', { name: SEVERAL });
  await expect(question, 'the question stays with its answers').toBeInViewport({ ratio: 1 });
  const before = (await last.boundingBox())!.y;
  await command(server, chair, { tool: 'polls', do: 'open', poll: await pollId(server, chair, PREPARED) });
  await expect(room.button('poll-new')).toBeVisible();
  expect((await last.boundingBox())!.y, 'the answer stays under the hand').toBe(before);
  await takePicture(page, 'en-phone-poll-new');
  await expect(page.getByRole('button', { name: english.say('ballot-cast') }).nth(1)).not.toBeInViewport();
  await room.button('poll-new').click();
  await expect(page.getByRole('heading', { name: PREPARED })).toBeInViewport();
  await expect(room.button('poll-new')).toHaveCount(0);
});

test('a poll that was opened by the one key is said to be open no longer than it is', async ({ server, hall }) => {
  await join(server, server.room(ROOM).participant.code, { name: 'A. Delegate', delegation: 'Japan' });
  const room = await new Entrance(await hall.device('laptop')).join(server.room(ROOM).chair);
  await room.page.getByRole('button', { name: english.say('desk-next', { question: PREPARED }) }).click();
  const said = room.page.getByText(english.say('desk-next-opened', { question: PREPARED }));
  await expect(said).toBeVisible();
  await takePicture(room.page, 'en-laptop-chair-opened');
  await room.actOnPoll(PREPARED, 'poll-do-close');
  await expect(said).toHaveCount(0);
});

test('a chair finds the close of the session first, and the closed page offers its document at once', async ({ server, hall }) => {
  const chair = await new Entrance(await hall.device('laptop')).join(server.room(ROOM).chair);
  const writer = await new Entrance(await hall.device('laptop')).join(server.room(ROOM).rapporteur, { name: 'Mei Tan' });
  await chair.goTo('desk');
  await expect(chair.button('close-room')).toBeInViewport({ ratio: 1 });
  await expectSound(chair.page, 'en-laptop-desk-top');
  await chair.button('close-room').click();
  await chair.page.getByRole('dialog', { name: english.say('close-room-title') }).getByRole('button', { name: english.say('close-room-do') }).click();
  await writer.expectClosed();
  const file = writer.page.getByRole('link', { name: english.say('file-outcome-docx'), exact: true });
  await expect(file).toBeInViewport({ ratio: 1 });
  await expectSound(writer.page, 'en-laptop-closed');
});

test('a row of the chair cuts nothing but the reason of the rule', async ({ server, hall }) => {
  const seat = await join(server, server.room(ROOM).participant.code, { name: 'Oluwaseun Adebayo-Thistlethwaite', delegation: LONG });
  const group = 'Pacific Islands Forum';
  await command(server, seat, { tool: 'floor', do: 'request', rank: 'minister', on_behalf_of: group, language: 'fr', remote: true });
  const chair = await chairOf(server);
  await command(server, chair, { tool: 'floor', do: 'queue', delegation: 'Fiji', name: 'A. Guest', rank: 'minister' });
  await command(server, chair, { tool: 'floor', do: 'rule', rule: 'protocol' });
  const room = await new Entrance(await hall.device('laptop')).join(server.room(ROOM).chair);
  const row = room.waiting.filter({ hasText: LONG });
  await expect(row).toContainText(english.say('rank-minister'));
  const facts = row.locator('.facts');
  for (const fact of [english.say('rank-minister'), group, 'French', english.say('row-remote')]) await expect(facts).toContainText(fact);
  for (const part of [facts, row.locator('.name')]) expect(await part.evaluate((box) => box.scrollWidth <= box.clientWidth + 1 || getComputedStyle(box).overflow === 'visible')).toBe(true);
  await expect(room.waiting.filter({ hasText: 'Fiji' }).getByText(english.say('row-no-device'))).toBeVisible();
  await expectSound(room.page, 'en-laptop-chair-row');
  await room.button('chair-next', { name: LONG }).click();
  await expect(room.page.getByText(`${english.say('rank-minister')} · `).first()).toBeVisible();
});

test('a closed room says of the report no more than what holds', async ({ server, hall }) => {
  const writer = await join(server, server.room(ROOM).rapporteur.code, { name: 'Mei Tan' });
  const room = await new Entrance(await hall.device('laptop')).join(server.room(ROOM).rapporteur, { name: 'Mei Tan' });
  await room.openNotes();
  await room.writeParagraph('States need help with response teams.');
  await room.expectNotes('saved');
  for (const asked of [{ do: 'circulate', for_s: 600 }, { do: 'deadline', in_s: null }]) await command(server, writer, { tool: 'report', ...asked });
  await expect(room.page.getByText(english.say('report-notes-commented', { number: 1 }))).toBeVisible();
  await command(server, await chairOf(server), { tool: 'room', do: 'close', settle: true });
  await room.expectClosed();
  await expect(room.page.getByText(english.say('report-notes-closed', { number: 1 }))).toBeVisible();
  await expect(room.page.getByText(english.say('report-notes-commented', { number: 1 }))).toHaveCount(0);
});
