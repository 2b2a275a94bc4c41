/** What the chair sets for the list of speakers and adds to it. */
import { command, join, read } from '../api';
import { Entrance } from '../entrance';
import { expect, test, type Hall } from '../fixtures';
import { give } from '../giving';
import { ListDesk } from '../listdesk';
import { expectSound } from '../looks';
import { RoomPage } from '../room';
import type { Server } from '../server';
import { english } from '../words';

async function chairAt(server: Server, hall: Hall, kind: 'laptop' | 'phone' = 'laptop'): Promise<ListDesk> {
  const room = await new Entrance(await hall.device(kind)).join(server.room('group-1').chair, { name: 'The Chair' });
  return new ListDesk(room);
}

/** Delegations that ask for the floor, in this order. */
async function ask(server: Server, delegations: string[]): Promise<void> {
  for (const delegation of delegations) {
    const seat = await join(server, server.room('group-1').participant.code, { name: `Delegate of ${delegation}`, delegation });
    await command(server, seat, { tool: 'floor', do: 'request' });
  }
}

const order = (room: RoomPage): Promise<string[]> => room.waiting.allInnerTexts();

test('an announced closing is counted down on another chair’s page, and can be taken back or brought forward', async ({ server, hall }) => {
  const desk = await chairAt(server, hall);
  const other = await chairAt(server, hall, 'phone');
  const dialog = await desk.closing();
  await expectSound(desk.room.page, 'list-closing');
  await dialog.getByLabel(english.say('chair-list-close-own')).fill('five');
  await dialog.getByRole('button', { name: english.say('chair-list-close-announce') }).click();
  await expect(dialog.getByText(english.say('chair-list-close-own-wrong'))).toBeVisible();
  await dialog.getByRole('button', { name: english.say('chair-list-close-in', { minutes: 5 }), exact: true }).click();
  await other.expectState('closing');
  await expect(desk.room.floor.getByText(english.say('step-announce'), { exact: true })).toBeVisible();
  const first = await other.countdown_s();
  expect(first).toBeGreaterThan(240);
  await expect.poll(() => other.countdown_s()).toBeLessThan(first);
  await expectSound(other.room.page, 'list-closing-row');

  await other.room.button('chair-list-keep-open').click();
  await desk.expectState('open');
  const again = await desk.closing();
  await again.getByLabel(english.say('chair-list-close-own')).fill('0:10');
  await again.getByLabel(english.say('chair-list-close-own')).press('Enter');
  await other.expectState('closing');
  // It closes by itself.
  await expect(other.room.button('chair-list-reopen')).toBeVisible();
  await other.room.button('chair-list-reopen').click();
  await desk.expectState('open');
});

test('the rule of the list is chosen by what it does, and the list follows on every page', async ({ server, hall }) => {
  await ask(server, ['Google', 'International Telecommunication Union', 'Senegal']);
  const desk = await chairAt(server, hall);
  const phone = await new Entrance(await hall.device('phone')).join(server.room('group-1').participant, { delegation: 'Norway' });
  expect((await order(desk.room))[0]).toContain('Google');
  const rules = await desk.settings('chair-list-rule');
  await expect(rules.getByText(english.say('chair-list-rule-more'))).toBeVisible();
  await expect(rules.getByText(english.say('rule-by-class-more'))).toBeVisible();
  await rules.getByRole('radio', { name: english.say('rule-by-class'), exact: false }).first().check();
  await expect(phone.waiting.first()).toContainText('Senegal');
  await expectSound(desk.room.page, 'list-rule');
  await desk.leave();
  await expect(desk.room.waiting.first()).toContainText('Senegal');
});

test('a class has a speaking time of its own until it has that of the list again', async ({ server, hall }) => {
  const desk = await chairAt(server, hall);
  const times = await desk.settings('chair-list-times');
  const list = times.getByRole('combobox', { name: english.say('chair-limit-list'), exact: true });
  await list.fill('90:00');
  await list.press('Enter');
  await expect(times.getByText(english.say('chair-limit-wrong'))).toBeVisible();
  await expect(list).toHaveValue('90:00');
  await list.fill('2');
  await list.press('Enter');
  await expect(list).toHaveValue('2:00');
  const stakeholders = times.getByRole('combobox', { name: english.say('group-stakeholder') });
  await stakeholders.fill('1:30');
  await stakeholders.press('Tab');
  const again = times.getByRole('button', { name: english.say('chair-limit-as-list-again', { label: english.say('group-stakeholder') }) });
  await expect(again).toBeVisible();
  await expectSound(desk.room.page, 'list-times');
  await again.click();
  await expect(stakeholders).toHaveValue('');
  await expect(again).toBeHidden();
  await desk.leave();
  await expect(desk.room.floor.getByText(english.say('floor-limit-each', { limit: '2:00' }))).toBeVisible();
});

test('speakers without a device are added by keyboard, one after the other, and a refusal is said at the form', async ({ server, hall }) => {
  const desk = await chairAt(server, hall);
  const { page } = desk.room;
  const form = await desk.adding();
  const delegation = form.getByRole('combobox', { name: english.say('join-delegation') });
  await expect(delegation).toBeFocused();
  await page.keyboard.type('bolivia');
  await expect(form.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(form.getByText(english.say('queue-added-place', { name: 'Bolivia (Plurinational State of)', place: 1 }))).toBeVisible();
  await expect(delegation).toHaveValue('');
  await expect(delegation).toBeFocused();

  await page.keyboard.type('Norway');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Jonas Berg');
  await form.getByLabel(english.say('join-rank')).selectOption('minister');
  await form.getByText(english.say('queue-more')).click();
  await form.getByLabel(english.say('queue-on-behalf-of')).fill('Nordic States');
  await form.getByLabel(english.say('queue-language')).selectOption('fr');
  await form.getByLabel(english.say('queue-remote')).check();
  await form.getByLabel(english.say('queue-note')).fill('joins at four');
  await expectSound(page, 'list-add');
  await form.getByLabel(english.say('queue-note')).press('Enter');
  await expect(form.getByText(english.say('queue-added-place', { name: 'Norway', place: 2 }))).toBeVisible();

  await page.keyboard.type('Norway');
  await page.keyboard.press('Enter');
  await expect(form.getByText('Norway is on the list of speakers already.')).toBeVisible();
  await expect(delegation).toHaveValue('Norway');
  await delegation.fill('');
  await page.keyboard.press('Enter');
  await expect(form.getByText(english.say('queue-nobody'))).toBeVisible();
  await desk.leave();
  await expect(desk.room.waiting).toHaveCount(2);
});

const PREPARED = ['name;delegation;class;rank', 'Amina Diallo;Senegal;state;minister', 'Jo Park;ITU;organisation;expert', 'Jonas Berg;Norway;;'];

test('a prepared list with a bad row is refused by line and field, stays to be mended, and is then imported whole', async ({ server, hall }) => {
  const desk = await chairAt(server, hall);
  const { page } = desk.room;
  const part = await desk.settings('import');
  const chosen = page.waitForEvent('filechooser');
  await part.getByRole('button', { name: english.say('import-file') }).click();
  await (await chosen).setFiles({ name: 'ministers.csv', mimeType: 'text/csv', buffer: Buffer.from(PREPARED.join('\r\n')) });
  const text = part.getByLabel(english.say('import-text'));
  await expect(part.getByText(english.say('import-preview', { count: 3 }), { exact: true })).toBeVisible();
  await expect(part.getByRole('cell', { name: 'Amina Diallo' })).toBeVisible();
  await part.getByRole('button', { name: english.say('import-send', { count: 3 }) }).click();
  await expect(part.getByText('Line 3, class: “organisation” is none of state, organization or stakeholder. Nothing was imported.')).toBeVisible();
  await expectSound(page, 'list-import');

  // The text outlives the sheet; the faulty line is marked.
  await desk.leave();
  await expect(desk.room.waiting).toHaveCount(0);
  await page.getByRole('button', { name: english.say('chair-list-settings') }).click();
  await expect(text).toHaveValue(/organisation/);
  await text.fill((await text.inputValue()).replace('organisation', 'organization'));
  await part.getByRole('button', { name: english.say('import-send', { count: 3 }) }).click();
  await expect(part.getByText(english.say('import-taken', { count: 3 }))).toBeVisible();
  await expect(text).toHaveValue('');
  await desk.leave();
  await expect(desk.room.waiting).toHaveCount(3);
});

test('a list that is too large is not sent, and the template can be taken home', async ({ server, hall }) => {
  const desk = await chairAt(server, hall);
  const part = await desk.settings('import');
  const row = 'x'.repeat(100);
  const rows = ['name', ...Array.from({ length: 2_600 }, (_, at) => `${row} ${at}`)].join('\n');
  const chosen = desk.room.page.waitForEvent('filechooser');
  await part.getByRole('button', { name: english.say('import-file') }).click();
  await (await chosen).setFiles({ name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await expect(part.getByText(english.say('import-too-large', { size: 271, most: 255 }))).toBeVisible();
  await expect(part.getByRole('button', { name: english.say('import-send', { count: 2_600 }) })).toBeDisabled();
  const starts = desk.room.page.waitForEvent('download');
  await part.getByRole('button', { name: english.say('import-template') }).click();
  const template = (await (await (await starts).createReadStream()).toArray()).join('');
  await part.getByLabel(english.say('import-text')).fill(template);
  await part.getByRole('button', { name: english.say('import-send', { count: 2 }) }).click();
  await expect(part.getByText(english.say('import-taken', { count: 2 }))).toBeVisible();
});

test('the balance counts speeches and time by class and by regional group', async ({ server, hall }) => {
  await ask(server, ['Senegal', 'Google']);
  const desk = await chairAt(server, hall);
  for (const name of ['Senegal', 'Google']) await give(desk.room, 'chair-next', name);
  const balance = await desk.settings('balance');
  await desk.room.page.waitForFunction(() => document.querySelectorAll('dialog tbody tr').length > 7);
  const row = (table: string, group: string) =>
    balance.getByRole('table', { name: english.say(table) }).getByRole('row').filter({ has: desk.room.page.getByRole('rowheader', { name: english.say(group) }) });
  await expect(row('balance-classes', 'group-state').getByRole('cell').first()).toHaveText('1');
  await expect(row('balance-classes', 'group-organization').getByRole('cell').first()).toHaveText('0');
  await expect(row('balance-regions', 'group-african').getByRole('cell').first()).toHaveText('1');
  await expect(row('balance-regions', 'group-eastern-european').getByRole('cell').first()).toHaveText('0');
  await expectSound(desk.room.page, 'list-balance');
});

test('more time for a seat is the chair’s secret, and is in the time of its speech', async ({ server, hall }) => {
  await ask(server, ['Senegal']);
  const desk = await chairAt(server, hall);
  const phone = await new Entrance(await hall.device('phone')).join(server.room('group-1').participant, { delegation: 'Norway' });
  const reporter = await new Entrance(await hall.device('laptop')).join(server.room('group-1').rapporteur, { name: 'The Rapporteur' });
  await desk.room.goTo('desk');
  await desk.room.button('allowance-of', { name: 'Delegate of Senegal' }).click();
  const dialog = desk.room.page.getByRole('dialog', { name: english.say('allowance-of', { name: 'Delegate of Senegal' }) });
  await expect(dialog.getByText(english.say('allowance-more'))).toBeVisible();
  await expectSound(desk.room.page, 'list-allowance');
  await dialog.getByRole('button', { name: english.say('allowance-plus', { time: '2:00' }) }).click();
  await expect(dialog).toBeHidden();
  await expect(desk.room.button('allowance-of-now', { name: 'Delegate of Senegal', time: '2:00' })).toBeVisible();
  await expect(desk.room.page.getByText(english.say('allowance-list', { count: 1 }))).toBeVisible();
  await reporter.goTo('desk');
  await expect(reporter.page.getByText('Senegal').first()).toBeVisible();
  await expect(reporter.page.getByText(english.say('allowance-short'))).toHaveCount(0);
  await expect(reporter.page.getByText(english.say('allowance-plus', { time: '2:00' }))).toHaveCount(0);
  const seat = await join(server, server.room('group-1').participant.code);
  expect(await (await read(server, seat, '')).text()).not.toContain('allowances');

  const office = await hall.device('laptop');
  await new Entrance(office).follow(server.links.organiser);
  await office.page.getByRole('article').first().getByRole('link', { name: english.say('room-enter') }).click();
  const organiser = new RoomPage(office.page);
  await expect(organiser.button('chair-list-close')).toBeVisible();
  await organiser.goTo('desk');
  await expect(organiser.button('allowance-of-now', { name: 'Delegate of Senegal', time: '2:00' })).toBeVisible();
  await desk.leave();
  await desk.room.button('chair-next', { name: 'Senegal' }).click();
  await expect(phone.clock).toContainText('5:00');
});
