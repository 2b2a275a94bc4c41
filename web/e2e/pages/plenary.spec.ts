/** The closing plenary: points of four rooms fill the board, doubles are folded, phones support, a rapporteur reads out, files are taken home. */
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { command, join } from '../api';
import { Entrance } from '../entrance';
import { expect, test, type Device } from '../fixtures';
import { expectNothingCutOff, expectSound, expectWhole, takePicture } from '../looks';
import { mark, type Marked } from '../marking';
import type { Link, Server } from '../server';
import { english, Words } from '../words';

const GAP = 'Incident response teams have nobody on duty at night or over the weekend.';
const SAME = 'At night nobody answers: most response teams work office hours alone.';
const MESSAGE = 'Fund response teams for five years, not for one project.';
const NEED = 'Trainers who stay in the region, and not for a mission of some days.';
const OFF = 'Coffee should be stronger.';

const ROOMS: Record<string, Marked[]> = {
  'group-1': [
    { text: GAP, point: 'gap', standing: 'convergence', component: 'people', reach: 'national', region: 'african' },
    { text: MESSAGE, point: 'plenary-message', standing: 'convergence' },
    { text: 'Every strategy names who pays for it.', point: 'plenary-message' },
    { text: 'Report on it next year.', point: 'plenary-message' },
  ],
  'group-2': [
    { text: SAME, point: 'gap', component: 'people', reach: 'regional' },
    { text: NEED, point: 'need', component: 'people', reach: 'regional', region: 'asia-pacific' },
    { text: 'Share laboratories between neighbours.', point: 'plenary-message' },
  ],
  threats: [
    { text: 'A regional network warns of new malware within a day.', point: 'initiative', component: 'partnerships', reach: 'regional', region: 'latin-american-and-caribbean' },
    { text: 'Tell each other what you see, early.', point: 'plenary-message', standing: 'divergence' },
  ],
  norms: [
    { text: '=A checklist of the norms for ministries', point: 'recommendation', standing: 'raised' },
    { text: OFF, point: 'key-issue' },
  ],
};

const say = (id: string, args?: Record<string, string | number>): string => english.say(id, args);

/** The rapporteurs of four rooms, or of the first of them alone, have marked their points. */
async function fill(server: Server, rooms = Object.keys(ROOMS).length): Promise<void> {
  for (const [room, points] of Object.entries(ROOMS).slice(0, rooms)) {
    await mark(server, await join(server, server.room(room).rapporteur.code, { name: `Rapporteur of ${room}` }), points);
  }
}

/** The board as one page has it. */
class Board {
  constructor(readonly page: Page) {}

  point(text: string): Locator {
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: text }).first();
  }

  button(id: string, args?: Record<string, string | number>): Locator {
    return this.page.getByRole('button', { name: say(id, args) });
  }
}

async function organiser(server: Server, device: Device): Promise<Board> {
  const { page } = device;
  await page.goto(`${server.url}/j/${server.links.organiser.code}`);
  await page.waitForURL(`**/m/${server.links.meeting}**`);
  await page.goto(`${server.url}/o/${server.links.meeting}/board`);
  await expect(page.getByRole('status').filter({ hasText: say('news-live') })).toBeVisible();
  return new Board(page);
}

async function member(server: Server, device: Device, link: Link, part = 'board'): Promise<Board> {
  await new Entrance(device).join(link, { name: 'A. Delegate' });
  await device.page.goto(`${server.url}/p/${server.links.meeting}/${part}`);
  return new Board(device.page);
}

test('points of four rooms stand side by side, doubles are folded by drag and by choice, and one point is left out', async ({ server, hall }) => {
  await fill(server);
  const desk = await organiser(server, await hall.device('laptop'));
  await expect(desk.page.getByRole('heading', { level: 2, name: server.room('group-1').title })).toBeVisible();
  await expect(desk.point(GAP)).toContainText(say('point-region-african'));
  await expectSound(desk.page, 'plenary-laptop-organiser');

  await desk.point(SAME).dragTo(desk.point(GAP));
  await expect(desk.page.getByRole('status').filter({ hasText: say('plenary-undo') })).toBeVisible();
  await expect(desk.point(GAP)).toContainText(say('plenary-same', { count: 1 }));
  await desk.button('plenary-undo').click();
  await expect(desk.point(GAP)).not.toContainText(say('plenary-same', { count: 1 }));

  await desk.button('plenary-arrange-of', { text: SAME }).click();
  const sheet = desk.page.getByRole('dialog', { name: say('plenary-arrange-title') });
  await sheet.getByLabel(say('plenary-fold-under')).selectOption({ label: `${say('point-kind-gap')}: ${GAP}` });
  await expectSound(desk.page, 'plenary-laptop-arrange');
  await sheet.getByRole('button', { name: say('plenary-fold'), exact: true }).click();
  await expect(sheet).toBeHidden();
  await expect(desk.point(GAP)).toContainText(`${server.room('group-1').title}; ${server.room('group-2').title}`);

  await desk.button('plenary-arrange-of', { text: OFF }).click();
  await sheet.getByLabel(say('plenary-hide-reason')).fill('Not for the plenary');
  await sheet.getByRole('button', { name: say('plenary-hide'), exact: true }).click();
  await expect(desk.page.getByText(say('plenary-hidden', { count: 1 }))).toBeVisible();
  await desk.button('plenary-arrange-of', { text: NEED }).click();
  await sheet.getByRole('button', { name: say('plenary-pin') }).click();
  await expect(desk.point(NEED)).toContainText(say('plenary-pinned'));
  await desk.page.getByLabel(say('point-kind'), { exact: true }).selectOption('need');
  await expect(desk.point(GAP)).toHaveCount(0);
  await expect(desk.point(NEED)).toBeVisible();
});

test('an organiser who is overtaken at the board by another one is told so, keeps what was typed, and may do it all the same', async ({ server, hall }) => {
  await fill(server);
  const [one, other] = [await organiser(server, await hall.device('laptop')), await organiser(server, await hall.device('laptop'))];
  await one.button('plenary-arrange-of', { text: SAME }).click();
  const sheet = one.page.getByRole('dialog', { name: say('plenary-arrange-title') });
  await sheet.getByLabel(say('plenary-hide-reason')).fill('A double of the first');
  await other.point(SAME).dragTo(other.point(GAP));
  await expect(one.point(GAP)).toContainText(say('plenary-same', { count: 1 }));
  await sheet.getByRole('button', { name: say('plenary-hide'), exact: true }).click();
  await expect(sheet.getByText('Somebody else has moved this point meanwhile.', { exact: false })).toBeVisible();
  await expectSound(one.page, 'plenary-laptop-overtaken');
  await expect(sheet.getByLabel(say('plenary-hide-reason'))).toHaveValue('A double of the first');
  await expect(other.point(GAP)).toContainText(say('plenary-same', { count: 1 }));
  await sheet.getByRole('button', { name: say('plenary-hide'), exact: true }).click();
  await expect(sheet).toBeHidden();
  await expect(other.page.getByText(say('plenary-hidden', { count: 1 }))).toBeVisible();
});

test('phones support what is shown to them, each seat once, and the projector shows the board', async ({ server, hall }) => {
  await fill(server);
  const desk = await organiser(server, await hall.device('laptop'));
  const [one, other] = await Promise.all([
    member(server, await hall.device('phone'), server.room('group-1').participant),
    member(server, await hall.device('phone'), server.room('threats').participant),
  ]);
  await expect(one.page.getByText(say('plenary-not-yet'))).toBeVisible();
  await desk.point(SAME).dragTo(desk.point(GAP));
  await expect(desk.point(GAP)).toContainText(say('plenary-same', { count: 1 }));
  await desk.button('plenary-show').click();
  await expect(one.point(GAP)).toBeVisible();
  await expect(one.page.getByRole('button', { name: say('plenary-support') })).toHaveCount(0);
  await desk.button('plenary-open-support').click();
  const press = (board: Board): Locator => board.point(GAP).getByRole('button', { name: new RegExp(`^${say('plenary-support')}`) });
  await press(one).click();
  await expect(press(one)).toHaveAttribute('aria-pressed', 'true');
  await press(other).click();
  await expect(desk.point(GAP)).toContainText(say('plenary-support-count', { count: 2 }));
  await expect(press(one)).toContainText('2');
  await expectSound(one.page, 'plenary-phone-board');
  await expect(one.page.getByLabel(say('point-kind'), { exact: true }), 'the choices are folded on a phone').toBeHidden();
  await one.page.getByText(say('plenary-filter'), { exact: true }).click();
  await one.page.getByLabel(say('point-kind'), { exact: true }).selectOption('need');
  await expect(one.point(GAP)).toHaveCount(0);
  await one.page.getByLabel(say('point-kind'), { exact: true }).selectOption('');
  await press(other).click();
  await expect(desk.point(GAP)).toContainText(say('plenary-support-count', { count: 1 }));

  const projector = await hall.device('projector');
  await new Entrance(projector).follow(server.room('plenary').screen);
  await projector.page.waitForURL('**/screen**');
  await projector.page.goto(`${server.url}/p/${server.links.meeting}/board?look=screen`);
  await expect(projector.page.getByText(MESSAGE)).toBeVisible();
  await expectNothingCutOff(projector.page, 'plenary-projector-board');
  await takePicture(projector.page, 'plenary-projector-board');
  await desk.button('plenary-close-support').click();
  await expect(press(one)).toHaveCount(0);
});

test('what a room marks is on every board at once, also on the screen of the plenary, which the organiser has switched to it', async ({ server, hall }) => {
  await fill(server, 1);
  const desk = await organiser(server, await hall.device('laptop'));
  const phone = await member(server, await hall.device('phone'), server.room('threats').participant);
  await desk.button('plenary-show').click();
  await expect(phone.point(GAP)).toBeVisible();
  const screen = await hall.device('projector');
  await new Entrance(screen).follow(server.room('plenary').screen);
  await command(server, await join(server, server.room('plenary').chair.code), { tool: 'session', do: 'screen', shows: 'plenary' });
  await expect(screen.page.getByText(MESSAGE)).toBeVisible();
  await expectNothingCutOff(screen.page, 'plenary-projector-in-room');
  await takePicture(screen.page, 'plenary-projector-in-room');
  await mark(server, await join(server, server.room('norms').rapporteur.code), ROOMS['norms']!);
  for (const page of [phone.page, screen.page]) await expect(page.getByText(OFF)).toBeVisible({ timeout: 3_000 });
  await desk.page.getByLabel(say('readout-room')).selectOption('group-1');
  await desk.button('readout-begin').click();
  await expect(screen.page.getByRole('timer')).toContainText('2:00');
  await expectNothingCutOff(screen.page, 'plenary-projector-in-room-readout');
  await takePicture(screen.page, 'plenary-projector-in-room-readout');
});

test('the projector shows all points of a theme, page by page where they are many, and says which page it is', async ({ server, hall }) => {
  const points = Array.from({ length: 14 }, (_, at): Marked => ({ text: `Need number ${at + 1} of a theme that has many of them.`, point: 'need' }));
  await mark(server, await join(server, server.room('group-1').rapporteur.code, { name: 'Rapporteur' }), points);
  const desk = await organiser(server, await hall.device('laptop'));
  await desk.button('plenary-show').click();
  await expect(desk.page.getByText(say('plenary-phase-shown'))).toBeVisible();
  const projector = await hall.device('projector');
  const { page } = projector;
  await new Entrance(projector).follow(server.room('plenary').screen);
  await page.waitForURL('**/screen**');
  await page.clock.install();
  await page.goto(`${server.url}/p/${server.links.meeting}/board?look=screen`);
  const rows = points.map(({ text }) => page.getByRole('listitem').filter({ hasText: text }));
  await expect(page.getByText(/^1 of [23]$/)).toBeVisible();
  const seen = new Set<number>();
  for (let turn = 1; turn <= 3; turn += 1) {
    for (const [at, row] of rows.entries()) if (await inSight(row)) seen.add(at);
    if (turn === 1) {
      expect(seen.size, 'the page is used').toBeGreaterThan(4);
      await takePicture(page, 'plenary-projector-pages');
    }
    await page.clock.runFor(15_000);
  }
  expect(seen.size, 'none is lost').toBe(points.length);
});

/** Whether all of it is on the page that is shown. */
const inSight = (row: Locator): Promise<boolean> =>
  row.evaluate((node) => {
    const [box, frame] = [node.getBoundingClientRect(), (node.parentElement as Element).getBoundingClientRect()];
    return box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
  });

const current = (board: Board): Locator => board.page.locator('li[aria-current]');

test('a rapporteur reads three messages out by a clicker, by the clock of the server, and the others follow', async ({ server, hall }) => {
  await fill(server, 1);
  const speaker = await member(server, await hall.device('laptop'), server.room('group-1').rapporteur, 'readout');
  const phone = await member(server, await hall.device('phone'), server.room('threats').participant, 'readout');
  await expect(phone.page.getByText(say('readout-none'))).toBeVisible();
  await speaker.button('readout-begin-own').click();
  for (const board of [speaker, phone]) await expect(current(board)).toContainText(MESSAGE);
  await expect(phone.page.getByRole('timer')).toContainText('2:00');
  await expect(phone.button('readout-next'), 'who only follows drives nothing').toHaveCount(0);
  await speaker.button('readout-start').click();
  await expect(phone.page.getByRole('timer')).toContainText('1:5');
  await speaker.page.keyboard.press('PageDown');
  for (const board of [speaker, phone]) await expect(current(board)).toContainText('Every strategy names who pays for it.');
  await expectWhole(phone.page, 'plenary-phone-readout');
  await speaker.button('readout-previous').click();
  await expect(current(phone)).toContainText(MESSAGE);
  await speaker.button('readout-end').click();
  await expect(phone.page.getByText(say('readout-none'))).toBeVisible();
});

test('the page for reading out can be driven by everyone', async ({ server, hall }) => {
  await fill(server, 1);
  const speaker = await member(server, await hall.device('laptop'), server.room('group-1').rapporteur, 'readout');
  await speaker.button('readout-begin-own').click();
  await speaker.button('readout-next').click();
  await expect(current(speaker)).toContainText('Every strategy names who pays for it.');
  await expectSound(speaker.page, 'plenary-laptop-readout');
  await speaker.page.setViewportSize({ width: 1920, height: 1080 });
  expect((await current(speaker).boundingBox())!.width, 'a wide window is used').toBeGreaterThan(1_500);
  await takePicture(speaker.page, 'plenary-wide-readout');
});

test('the projector shows the report that is read out in the place of the board', async ({ server, hall }) => {
  await fill(server, 1);
  const desk = await organiser(server, await hall.device('laptop'));
  await desk.page.getByLabel(say('readout-room')).selectOption('group-1');
  await desk.button('readout-begin').click();
  await expect(desk.page.getByText(say('readout-now', { room: server.room('group-1').title }))).toBeVisible();
  const projector = await hall.device('projector');
  await new Entrance(projector).follow(server.room('plenary').screen);
  await projector.page.waitForURL('**/screen**');
  await projector.page.goto(`${server.url}/p/${server.links.meeting}/board?look=screen`);
  await expect(projector.page.getByRole('timer')).toContainText('2:00');
  await expect(projector.page.getByText(MESSAGE)).toBeVisible();
  await expectNothingCutOff(projector.page, 'plenary-projector-readout');
  await takePicture(projector.page, 'plenary-projector-readout');

  await projector.page.goto(`${server.url}/p/${server.links.meeting}/readout?look=screen`);
  const message = current(new Board(projector.page));
  await expect(message).toContainText(MESSAGE);
  const box = (await message.boundingBox())!;
  expect(box.width, 'it fills the projector').toBeGreaterThan(1_700);
  expect(await message.evaluate((node) => parseFloat(getComputedStyle(node).fontSize)), 'to be read from the back').toBeGreaterThan(70);
  await expect(projector.page.getByRole('link'), 'nothing is there to be pressed').toHaveCount(0);
  await expectNothingCutOff(projector.page, 'plenary-projector-readout-look');
  await takePicture(projector.page, 'plenary-projector-readout-look');
});

test('on the screen of the room that reads out its title stands once', async ({ server, hall }) => {
  await fill(server, 1);
  const desk = await organiser(server, await hall.device('laptop'));
  await desk.page.getByLabel(say('readout-room')).selectOption('group-1');
  await desk.button('readout-begin').click();
  await expect(desk.page.getByText(say('readout-now', { room: server.room('group-1').title }))).toBeVisible();
  const screen = await hall.device('projector');
  await new Entrance(screen).follow(server.room('group-1').screen);
  await command(server, await join(server, server.room('group-1').chair.code), { tool: 'session', do: 'screen', shows: 'plenary' });
  await expect(screen.page.getByText(MESSAGE)).toBeVisible();
  // One of the two is for screen readers alone, which is as large as a point.
  const large = await screen.page.getByText(server.room('group-1').title, { exact: true }).evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height > 1).length);
  expect(large, 'how often the title is seen').toBe(1);
  await expectNothingCutOff(screen.page, 'plenary-projector-own-readout');
  await takePicture(screen.page, 'plenary-projector-own-readout');
});

test('the combined report and the mapping are one press each, with what the plenary made of the points', async ({ server, hall }) => {
  await fill(server);
  const desk = await organiser(server, await hall.device('laptop'));
  await desk.point(SAME).dragTo(desk.point(GAP));
  await expect(desk.point(GAP)).toContainText(say('plenary-same', { count: 1 }));
  await desk.button('plenary-show').click();
  await expect(desk.page.getByText(say('plenary-phase-shown'))).toBeVisible();
  const take = async (id: string): Promise<[string, Buffer]> => {
    const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.page.getByRole('link', { name: say(id) }).click()]);
    return [download.suggestedFilename(), await readFile(await download.path())];
  };
  const [name, table] = await take('plenary-mapping-csv');
  expect(name).toBe(`${server.links.meeting}-mapping.csv`);
  const lines = table.toString().trim().split('\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toBe('meeting,id,kind,source,room,theme,component,level,region,language,standing,owner,support,double_of,text');
  const [gap, double] = lines.slice(1);
  expect(gap).toMatch(new RegExp(`,gap,room,group-1,group-1,people,national,african,,convergence,,0,,${GAP}$`));
  const id = gap?.split(',')[1] ?? '';
  expect(double).toContain(`,gap,room,group-2,group-2,people,regional,,,,,0,${id},"${SAME}"`.replaceAll('"', SAME.includes(',') ? '"' : ''));
  const [report, word] = await take('plenary-report-docx');
  expect(report).toBe(`${server.links.meeting}-report.docx`);
  expect(word.subarray(0, 2).toString()).toBe('PK');
  const [, mapping] = await take('plenary-mapping-json');
  expect(JSON.parse(mapping.toString())).toMatchObject({ schema: 'roundtable-mapping/1', meeting: server.links.meeting });
});

test('the organiser arranges on a phone, and in Arabic the board reads from the right', async ({ server, hall }) => {
  await fill(server);
  const desk = await organiser(server, await hall.device('phone'));
  await expect(desk.point(GAP)).toBeVisible();
  await expectSound(desk.page, 'plenary-phone-organiser');
  const arabic = new Words('ar');
  const device = await hall.device('phone', { locale: 'ar' });
  await new Entrance(device, arabic).join(server.room('group-1').participant, { name: 'A. Delegate' });
  await desk.button('plenary-show').click();
  await expect(desk.page.getByText(say('plenary-phase-shown'))).toBeVisible();
  await device.page.goto(`${server.url}/p/${server.links.meeting}/board`);
  await expect(device.page.getByRole('heading', { level: 1, name: arabic.say('plenary-title') })).toBeVisible();
  await expect(device.page.getByText(GAP)).toBeVisible();
  await expectWhole(device.page, 'plenary-phone-arabic');
});
