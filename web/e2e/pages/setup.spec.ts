/** Setting a meeting up in the browser: from nothing to rooms that people join, two organisers at once, as a file and back. */
import { readFile } from 'node:fs/promises';
import { Entrance } from '../entrance';
import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures';
import { expectNoTextMissing, expectSound } from '../looks';
import { SetupPage } from '../setting';
import { english, Words } from '../words';

const say = english.say.bind(english);

test('an organiser makes a meeting from nothing, and people join its rooms', async ({ server, hall }) => {
  const laptop = await hall.device('laptop');
  const setup = await SetupPage.open(laptop, server);
  await expectSound(setup.page, 'setup-example-laptop');
  await setup.button('setup-new').click();
  await setup.field('setup-field-title').fill('Regional Roundtable');
  await setup.field('setup-field-date').fill('2027-03-04');
  await setup.field('setup-field-timezone').fill('Africa/Nairobi');
  await expectSound(setup.page, 'setup-new-laptop');
  await setup.button('setup-make').click();
  await expect(setup.button('setup-link-go-on')).toBeVisible();
  await expectSound(setup.page, 'setup-link-laptop');
  await setup.keepLink();
  await expect(setup.page).toHaveURL(/\/o\/regional-roundtable\/setup$/);
  await expect(setup.page.getByRole('heading', { name: 'Regional Roundtable' })).toBeVisible();
  await expect(setup.page.getByText(say('setup-no-sessions'))).toBeVisible();

  await setup.addSession('Opening plenary', 'plenary', '09:00', '10:00');
  await setup.addSession('Breakout groups', 'breakout', '09:30', '12:00');
  await expect(setup.page.getByText(say('setup-warning-everybody-twice', { first: 'Opening plenary', second: 'Breakout groups' }))).toBeVisible();
  await setup.page.getByRole('button', { name: /Breakout groups/ }).click();
  await setup.field('setup-field-ends').fill('08:00');
  await setup.save();
  await expect(setup.page.getByText(/the session ends at 08:00 but starts at 09:30/).first()).toBeVisible();
  await expectSound(setup.page, 'setup-session-laptop');
  await setup.field('setup-field-starts').fill('10:00');
  await setup.field('setup-field-ends').fill('12:00');
  await setup.save();
  await expect(setup.page.getByRole('dialog')).toBeHidden();

  await setup.addRoom('Plenary', 'Opening plenary', []);
  await setup.save();
  await setup.expectSaved('Plenary');
  await setup.addRoom('Group on skills', 'Breakout groups', ['Who trains the trainers?', 'What lasts?']);
  await setup.page.getByText(say('setup-field-polls'), { exact: true }).click();
  await setup.button('poll-write').click();
  await setup.page.getByRole('textbox', { name: say('poll-question'), exact: true }).fill('What is needed first?');
  await setup.page.getByRole('textbox', { name: say('poll-option-number', { number: 1 }), exact: true }).fill('Trainers');
  await setup.page.getByRole('textbox', { name: say('poll-option-number', { number: 2 }), exact: true }).fill('Rooms');
  await setup.button('setup-poll-keep').click();
  await expectSound(setup.page, 'setup-room-laptop');
  await setup.save();
  await setup.expectSaved('Group on skills');
  await expectSound(setup.page, 'setup-made-laptop');

  await setup.page.goto(`${laptop.url}/m/regional-roundtable?as=organiser`);
  const card = setup.page.locator('article', { hasText: 'Group on skills' });
  await card.getByText(say('join-links')).click();
  const url = await card.getByRole('link', { name: say('join-link-of', { role: say('role-participant') }) }).getAttribute('href');
  const phone = await hall.device('phone');
  const code = new URL(url ?? '').pathname.split('/').pop() ?? '';
  const room = await new Entrance(phone).join({ code, url: '' }, { name: 'Amina Diallo' });
  await expect(room.page.getByRole('heading', { name: 'Group on skills' })).toBeVisible();
});

test('two organisers change the same room: the second sees both, and nothing is lost', async ({ server, hall }) => {
  const first = await SetupPage.open(await hall.device('laptop'), server);
  const second = await SetupPage.open(await hall.device('phone'), server);
  const { title } = server.room('group-1');
  await expectSound(second.page, 'setup-example-phone');
  for (const [setup, theme] of [[first, 'By the first'], [second, 'By the second']] as const) {
    await setup.button('setup-change-of', { name: title }).click();
    await setup.field('setup-field-theme').fill(theme);
  }
  await first.save();
  await first.expectSaved(title);
  await second.save();
  await expect(second.page.getByText(say('meanwhile-changed'))).toBeVisible();
  await expect(second.page.getByText('By the first')).toBeVisible();
  await expectSound(second.page, 'setup-meanwhile-phone');
  await second.button('meanwhile-keep-mine').click();
  await second.expectSaved(title);
  await expect(first.page.getByText('By the second')).toBeVisible();
});

test('a room that is changed while somebody is in it is changed there, and goes only when it is closed', async ({ server, hall }) => {
  const phone = await hall.device('phone');
  const room = await new Entrance(phone).join(server.room('group-1').participant, { name: 'Amina Diallo' });
  const setup = await SetupPage.open(await hall.device('laptop'), server);
  const { title } = server.room('group-1');
  await setup.button('setup-change-of', { name: title }).click();
  await expect(setup.page.getByText(say('setup-room-entered'))).toBeVisible();
  await setup.page.getByText(say('setup-field-polls'), { exact: true }).click();
  await expect(setup.page.getByText(say('setup-when-polls'))).toBeVisible();
  await expectSound(setup.page, 'setup-entered-laptop');
  await setup.field('setup-field-title').fill('Group I, renamed');
  await setup.save();
  await setup.expectSaved('Group I, renamed');
  await expect(room.page.getByRole('heading', { name: 'Group I, renamed' })).toBeVisible();
  await room.expectConnected();
  await setup.button('setup-remove-of', { name: 'Group I, renamed' }).click();
  await expect(setup.page.getByRole('link', { name: say('setup-go-close') })).toBeVisible();
  await expectSound(setup.page, 'setup-remove-laptop');
  await setup.page.getByRole('dialog').getByRole('button', { name: say('setup-cancel') }).click();
  const { title: empty } = server.room('norms');
  await setup.button('setup-remove-of', { name: empty }).click();
  await setup.button('setup-remove-room').click();
  await expect(setup.page.getByRole('heading', { name: empty, level: 3 })).toBeHidden();
  await setup.page.getByText(say('setup-removed', { count: 1 })).click();
  await setup.button('setup-put-back-of', { name: empty }).click();
  await expect(setup.page.getByRole('heading', { name: empty, level: 3 })).toBeVisible();
});

test('a room goes without tools that an organiser takes out while people are in it, but for one in which something is', async ({ server, hall }) => {
  const { title, participant, chair, screen } = server.room('group-1');
  const phone = await new Entrance(await hall.device('phone')).join(participant, { name: 'Amina Diallo', delegation: 'Senegal' });
  const desk = await new Entrance(await hall.device('laptop')).join(chair);
  const wall = await hall.device('projector');
  await new Entrance(wall).follow(screen);
  const tab = (name: string): Locator => phone.page.getByRole('navigation', { name: say('tabs') }).getByRole('button', { name: say(name) });
  await phone.page.getByRole('button', { name: say('floor-request') }).click();
  await expect(desk.page.getByText('Amina Diallo').first()).toBeVisible();
  const setup = await SetupPage.open(await hall.device('laptop'), server);
  const take = async (...tools: string[]): Promise<void> => {
    await setup.button('setup-change-of', { name: title }).click();
    await setup.page.getByText(say('setup-tools'), { exact: true }).first().click();
    for (const tool of tools) await setup.page.getByRole('checkbox', { name: say(`setup-tool-${tool}`) }).click();
    await expectSound(setup.page, 'setup-tools-laptop');
    await setup.save();
  };
  await take('polls');
  await expect(setup.page.getByText(/polls are prepared, and the room goes without polls/).first()).toBeVisible();
  await setup.page.getByRole('checkbox', { name: say('setup-tool-polls') }).click();
  await setup.page.getByRole('checkbox', { name: say('setup-tool-floor') }).click();
  await setup.page.getByRole('checkbox', { name: say('setup-tool-board') }).click();
  await setup.page.getByRole('checkbox', { name: say('setup-tool-comments') }).click();
  await setup.save();
  await setup.expectSaved(title);
  await expect(tab('tab-board')).toBeHidden();
  await expect(desk.page.getByRole('button', { name: say('tab-board') })).toBeHidden();
  await expect(tab('tab-floor')).toBeVisible();
  await phone.page.getByRole('button', { name: say('floor-withdraw') }).click();
  await expect(desk.page.getByText('Amina Diallo')).toHaveCount(0);
  // Told of a plan again, the room looks again what is in use.
  await take('comments');
  await setup.expectSaved(title);
  await expect(tab('tab-floor')).toBeHidden();
  await expect(tab('tab-polls')).toHaveAttribute('aria-current', 'page');
  await expect(desk.page.getByRole('region', { name: say('tab-floor') })).toBeHidden();
  await expect(wall.page.getByRole('heading', { name: title })).toBeVisible();
  await expectSound(phone.page, 'without-list-phone');
  await expectSound(desk.page, 'without-list-chair-laptop');
  await expectSound(wall.page, 'without-list-projector');
});

test('a plan is exported, mended where it is wrong, imported elsewhere, and copied for the next year', async ({ server, hall }) => {
  const setup = await SetupPage.open(await hall.device('laptop'), server);
  const download = setup.page.waitForEvent('download');
  await setup.page.getByRole('link', { name: say('setup-export') }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const take = async (file: string): Promise<void> => {
    await setup.field('setup-import-file').setInputFiles({ name: 'meeting.toml', mimeType: 'application/toml', buffer: Buffer.from(file) });
    await setup.button('setup-import-take').click();
  };
  await setup.button('setup-import').click();
  await take(text.replace('title = "Signature panel I"', 'titel = "Signature panel I"'));
  await expect(setup.page.getByText(/did you mean `title`/)).toBeVisible();
  await expectSound(setup.page, 'setup-import-laptop');
  await take(text);
  await expect(setup.button('setup-import-replace')).toBeVisible();
  await take(text.replace('id = "global-roundtable"', 'id = "roundtable-again"'));
  await setup.keepLink();
  await expect(setup.page).toHaveURL(/\/o\/roundtable-again\/setup$/);
  await expect(setup.page.getByRole('heading', { name: server.room('group-2').title, level: 3 })).toBeVisible();

  await setup.button('setup-copy').click();
  await setup.field('setup-field-date').fill('2028-05-12');
  await setup.button('setup-make').click();
  await setup.keepLink();
  await expect(setup.page.getByText('11 May 2028', { exact: false }).first()).toBeVisible();
  await expect(setup.page.getByRole('link', { name: /Global Roundtable/ }).first()).toBeVisible();
});

test('the link of a meeting brings a second organiser in, and replaced it opens nothing and shows others out, but never the one who replaces it', async ({ server, hall }) => {
  const setup = await SetupPage.open(await hall.device('laptop'), server);
  await setup.button('setup-new').click();
  await setup.field('setup-field-title').fill('Second Roundtable');
  await setup.field('setup-field-date').fill('2027-03-04');
  await setup.field('setup-field-timezone').fill('Africa/Nairobi');
  await setup.button('setup-make').click();
  const link = await setup.keepLink();
  await expect(setup.organiserLink()).toHaveAttribute('href', link.url);

  const other = await hall.device('laptop');
  const second = await SetupPage.open(other, server, link, 'second-roundtable');
  await expect(second.organiserLink()).toHaveAttribute('href', link.url);
  await setup.page.getByLabel(say('setup-link-stay')).uncheck();
  await setup.button('setup-link-replace').click();
  await setup.button('setup-link-replace-sure').click();
  await expect(setup.organiserLink()).not.toHaveAttribute('href', link.url);
  await expect(setup.page.getByRole('heading', { name: 'Second Roundtable' })).toBeVisible();
  await expect(setup.page.getByText(say('setup-link-replaced'))).toBeVisible();
  await expect(second.page.getByRole('heading', { name: say('setup-link') })).toBeHidden();
  await other.page.goto(`${other.url}/j/${link.code}`);
  await expect(other.page.getByRole('heading', { name: say('not-found-code') })).toBeVisible();
});

test('a wrong value in a folded section is shown and gets the focus, and what is typed is not left without a question', async ({ server, hall }) => {
  const setup = await SetupPage.open(await hall.device('laptop'), server);
  const { title } = server.room('group-1');
  // Here and back without loading anew, so that the way back is the page's own.
  await setup.page.getByRole('link', { name: say('organiser-people'), exact: true }).click();
  await setup.page.getByRole('link', { name: say('organiser-setup'), exact: true }).click();
  await setup.expectShown();
  await setup.button('setup-change-of', { name: title }).click();
  const section = setup.page.getByText(say('setup-speaking'), { exact: true });
  await section.click();
  const limit = setup.field('setup-field-speaking_limit_s');
  await limit.fill('5');
  await section.click();
  await expect(limit).toBeHidden();
  await setup.save();
  await expect(limit).toBeFocused();
  const [field, bar] = await Promise.all([limit.boundingBox(), setup.button('save').boundingBox()]);
  expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);

  let asked = 0;
  let leaves = false;
  setup.page.on('dialog', (dialog) => {
    asked += 1;
    void (leaves || dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss());
  });
  await setup.page.getByRole('link', { name: say('organiser-people'), exact: true }).click();
  await expect.poll(() => asked).toBe(1);
  await setup.page.evaluate(() => history.back());
  await expect.poll(() => asked).toBe(2);
  await expect(limit).toHaveValue('5');
  await expect(setup.page).toHaveURL(/\/setup$/);
  leaves = true;
  await setup.page.evaluate(() => history.back());
  await expect(setup.page, 'who wants to leave is asked once').toHaveURL(/\/people$/);
  expect(asked).toBe(3);

  await setup.page.goBack();
  await setup.expectShown();
  await setup.button('setup-change-of', { name: title }).click();
  await setup.field('setup-field-title').fill('Another title');
  await setup.page.reload();
  expect(asked).toBe(4);
});

test('a new room is offered no break or matchmaking, a room says where it meets, and who saves is not asked any more whether to throw it away', async ({ server, hall }) => {
  const setup = await SetupPage.open(await hall.device('laptop'), server);
  await setup.button('setup-room-add').click();
  const sessions = await setup.field('setup-meets-in').locator('option').allTextContents();
  const { title } = server.room('group-1');
  expect(sessions.length).toBeGreaterThan(1);
  expect(sessions.filter((session) => /lunch|matchmaking|coffee|reception/i.test(session))).toEqual([]);
  await setup.button('setup-cancel').click();
  await setup.button('setup-change-of', { name: title }).click();
  await expect(setup.page.getByText(/^Meets in: .+in the programme\.$/)).toBeVisible();
  await setup.button('setup-cancel').click();

  await setup.button('setup-new').click();
  await setup.field('setup-field-title').fill('Fourth Roundtable');
  await setup.field('setup-field-date').fill('2027-03-04');
  await setup.field('setup-field-timezone').fill('London time');
  await setup.button('setup-cancel').click();
  await expect(setup.page.getByText(say('poll-leave-question'))).toBeVisible();
  await setup.button('setup-make').click();
  await expect(setup.page.getByText(say('poll-leave-question'))).toHaveCount(0);
  await expect(setup.page.getByText(say('setup-not-saved-above'))).toBeVisible();
});

test('a short name that is wrong or taken is told under its field, in plain words', async ({ server, hall }) => {
  const setup = await SetupPage.open(await hall.device('laptop'), server);
  await setup.button('setup-new').click();
  await setup.field('setup-field-title').fill('Third Roundtable');
  await setup.field('setup-field-date').fill('2027-03-04');
  await setup.field('setup-field-timezone').fill('Africa/Nairobi');
  await setup.field('setup-field-id').fill('Third Roundtable!');
  await expect(setup.page.getByText(say('setup-id-wrong'))).toBeVisible();
  await setup.field('setup-field-id').fill(server.links.meeting);
  await expect(setup.page.getByText(say('setup-id-wrong'))).toBeHidden();
  await setup.button('setup-make').click();
  await expect(setup.page.getByText(say('setup-id-taken'))).toBeVisible();
});

test('what is wrong with a form and with a file is said in the language of whoever reads it', async ({ server, hall }) => {
  const { page } = await SetupPage.open(await hall.device('phone'), server);
  await page.getByRole('button', { name: 'العربية' }).click();
  const arabic = new Words('ar');
  const dialog = page.getByRole('dialog');
  const press = (id: string): Promise<void> => page.getByRole('button', { name: arabic.say(id), exact: true }).click();
  const fill = (id: string, text: string): Promise<void> => dialog.getByLabel(arabic.say(id), { exact: true }).fill(text);
  await press('setup-session-add');
  await fill('setup-field-title', 'Opening');
  await fill('setup-field-starts', '10:00');
  await fill('setup-field-ends', '09:00');
  await press('save');
  await expect(dialog.getByText('تنتهي الجلسة في')).toHaveCount(2);
  await expect(dialog.getByRole('listitem')).toContainText(arabic.say('setup-field-ends'));
  await expect(dialog).not.toContainText('the session ends');
  await expectNoTextMissing(page, 'ar-phone-setup-faults');
  await expectSound(page, 'ar-phone-setup-faults');
  await press('setup-cancel');
  await press('poll-leave');

  await press('setup-import');
  const file = 'id = "new"\ntitel = "T"\ntitle = 7\ndate = "2027-03-04"\ntimezone = "UTC"\n[[rooms]]\nid = "one"\ntitle = "One"\nwriters = "everybody"\n';
  await dialog.getByLabel(arabic.say('setup-import-file'), { exact: true }).setInputFiles({ name: 'meeting.toml', mimeType: 'application/toml', buffer: Buffer.from(file) });
  await press('setup-import-take');
  await expect(dialog.getByRole('listitem')).toHaveCount(3);
  for (const said of ['لا يوجد هنا حقل', 'هذا عدد صحيح', 'ليس من هذه']) await expect(dialog.getByText(said)).toBeVisible();
  await expectNoTextMissing(page, 'ar-phone-import-faults');
  await expectSound(page, 'ar-phone-import-faults');
});
