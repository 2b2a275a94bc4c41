/** The list of participants as an organiser brings it in, and as those on it find their way: by their own code into their group, on to
 * another one when they are moved, and to one of their choice. */
import { readFile } from 'node:fs/promises';
import { command, join } from '../api';
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import { button, codeOf, csv, importForty, peopleDesk, printed, upload } from '../listing';
import { expectNoTextMissing, expectSound, takePicture } from '../looks';
import { RoomPage } from '../room';
import { english, Words } from '../words';

const FIRST = 'Group I: Governance, policies and processes';
const SECOND = 'Group II: Technology, talent and partnerships';
/** Where the first of the list is, and by which code they come. */
const KNOWN = { room: FIRST, code: 'K7M2QX4P' };

test('a file with a fault is refused by row and field, the corrected one is taken, and the rule spreads people over the groups', async ({ server, hall }) => {
  const page = await peopleDesk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting);
  await expectSound(page, 'en-laptop-people-empty');
  await button(page, 'listed-import').click();
  const example = page.waitForEvent('download');
  await page.getByRole('link', { name: english.say('listed-import-example') }).click();
  await upload(page, await readFile(await (await example).path(), 'utf8'));
  await expect(button(page, 'listed-import-do', { count: 3 })).toBeVisible();
  await upload(page, csv('king', KNOWN));
  await expect(page.getByRole('alert')).toHaveText(english.say('listed-import-faults', { count: 1 }));
  await expect(page.getByText('“king” is none of')).toBeVisible();
  await expectSound(page, 'en-laptop-people-faults');
  await page.keyboard.press('Escape');
  await importForty(page, KNOWN);
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

test('every part of the page leads to every other one, there and back', async ({ server, hall }) => {
  const page = await peopleDesk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting);
  const own = { list: 'listed-import', groups: 'listed-rule', sheets: 'listed-sheets-rooms' } as const;
  for (const part of ['groups', 'sheets', 'groups', 'list', 'sheets', 'list'] as const) {
    await button(page, `listed-part-${part}`).click();
    await expect(button(page, `listed-part-${part}`)).toHaveAttribute('aria-pressed', 'true');
    for (const [other, id] of Object.entries(own)) await expect(button(page, id)).toHaveCount(other === part ? 1 : 0);
  }
});

test('sheets are printed for people and rooms with picture, code, group and network', async ({ server, hall }) => {
  const page = await peopleDesk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting);
  await importForty(page, KNOWN);
  await button(page, 'listed-part-sheets').click();
  await page.getByLabel(english.say('listed-wifi-name')).fill('UN-Delegates');
  await page.getByLabel(english.say('listed-wifi-password')).fill('peace-2024');
  await button(page, 'save').click();
  await expect(page.getByText(english.say('listed-saved'))).toBeVisible();
  await expectSound(page, 'en-laptop-people-sheets');
  for (const what of ['people', 'rooms'] as const) {
    const kept = await printed(page, what);
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
  await page.goto(`${server.url}/m/${server.links.meeting}`);
  await expect(page.locator('.sheets').getByText('UN-Delegates').first(), 'the sheets of this page are the same').toBeAttached();
});

test('of two organisers who change the same person or network the second sees both, and chooses', async ({ server, hall }) => {
  const page = await peopleDesk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting);
  const other = await peopleDesk(await hall.device('phone'), server.links.organiser.code, server.links.meeting);
  await importForty(page, KNOWN);
  for (const each of [page, other]) await button(each, 'listed-edit', { name: 'Delegate A1' }).click();
  await page.getByLabel(english.say('join-rank')).selectOption('minister');
  await button(page, 'save').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await other.getByLabel(english.say('listed-name'), { exact: true }).fill('Delegate Amina');
  await button(other, 'save').click();
  await expect(other.getByText(english.say('meanwhile-changed'))).toBeVisible();
  await expect(other.getByRole('row').filter({ hasText: english.say('join-rank') })).toContainText(english.say('rank-minister'));
  await expect(other.getByRole('row')).toHaveCount(2);
  await expectSound(other, 'en-phone-people-meanwhile');
  await button(other, 'meanwhile-keep-mine').click();
  await expect(other.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Delegate Amina')).toBeVisible();

  for (const each of [page, other]) await button(each, 'listed-part-sheets').click();
  const network = (each: typeof page) => each.getByLabel(english.say('listed-wifi-name'));
  await network(other).fill('UN-Guests');
  await network(page).fill('UN-Delegates');
  await button(page, 'save').click();
  await expect(page.getByText(english.say('listed-saved'))).toBeVisible();
  await expect(network(other)).toHaveValue('UN-Guests');
  await button(other, 'save').click();
  await expect(other.getByText(english.say('meanwhile-changed'))).toBeVisible();
  await expectSound(other, 'en-phone-people-meanwhile-network');
  await button(other, 'meanwhile-keep-theirs').click();
  await expect(network(other)).toHaveValue('UN-Delegates');
  await network(other).fill('UN-Guests');
  await button(other, 'save').click();
  await expect(network(page)).toHaveValue('UN-Guests');
});

test('whoever waits can be dragged into every group, however long the list of those who wait is', async ({ server, hall }) => {
  const page = await peopleDesk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting);
  await importForty(page);
  await button(page, 'listed-part-groups').click();
  const waiting = page.getByRole('group', { name: english.say('listed-waiting') });
  const last = page.locator('.groups > section').last();
  const late = waiting.getByText('Delegate M2', { exact: true });
  await last.scrollIntoViewIfNeeded();
  await late.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport({ ratio: 0.9 });
  await expect(late).toBeInViewport({ ratio: 0.9 });
  await expectSound(page, 'en-laptop-people-waiting');
  await late.hover();
  await page.mouse.down();
  await last.hover({ position: { x: 60, y: 60 } });
  await last.hover({ position: { x: 40, y: 40 } });
  await page.mouse.up();
  await expect(last.getByText('Delegate M2', { exact: true })).toBeVisible();
});

test('of two organisers who enter places at once the second sees both, and what is half typed stays', async ({ server, hall }) => {
  const [page, other] = [await peopleDesk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting), await peopleDesk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting)];
  for (const each of [page, other]) await button(each, 'listed-part-groups').click();
  const places = (each: typeof page) => each.getByLabel(english.say('listed-places-of', { group: FIRST }));
  await places(other).pressSequentially('2');
  await places(page).fill('15');
  await places(page).press('Tab');
  await expect(page.getByRole('group', { name: FIRST })).toContainText(english.say('listed-heads', { people: 0, cap: 15 }));
  await expect(other.getByRole('group', { name: FIRST })).toContainText(english.say('listed-heads', { people: 0, cap: 15 }));
  await places(other).pressSequentially('0');
  await expect(places(other)).toHaveValue('20');
  await places(other).press('Tab');
  const both = other.getByRole('alert').filter({ hasText: english.say('meanwhile-changed') });
  await expect(both).toContainText('15');
  await expect(both).toContainText('20');
  await expect(places(other)).toHaveValue('15');
  await expectSound(other, 'en-laptop-people-meanwhile-places');
  await both.getByRole('button', { name: english.say('meanwhile-keep-mine') }).click();
  await expect(places(other)).toHaveValue('20');
  await expect(places(page)).toHaveValue('20');
  await expect(both).toBeHidden();
  // Nobody is overtaken by themselves, however fast they go on in the field.
  await places(other).focus();
  for (let step = 0; step < 3; step += 1) await places(other).press('ArrowUp');
  await expect(places(page)).toHaveValue('23');
  await expect(both).toHaveCount(0);
});

test('what is wrong with a file is said in the language of whoever reads it', async ({ server, hall }) => {
  const page = await peopleDesk(await hall.device('phone'), server.links.organiser.code, server.links.meeting);
  await page.getByRole('button', { name: 'العربية' }).click();
  const arabic = new Words('ar');
  await page.getByRole('button', { name: arabic.say('listed-import'), exact: true }).click();
  await page.getByLabel(arabic.say('listed-import-file')).setInputFiles({ name: 'participants.csv', mimeType: 'text/csv', buffer: Buffer.from(csv('king', { room: 'Nowhere' })) });
  const faults = page.getByRole('dialog').getByRole('listitem');
  await expect(faults).toHaveCount(2);
  await expect(faults.first()).toContainText('لا توجد في الاجتماع قاعة');
  await expect(faults.last()).toContainText('ليست رتبة');
  await expectNoTextMissing(page, 'ar-phone-people-faults');
  await expectSound(page, 'ar-phone-people-faults');
});

test('a slip has room for long names, delegations and groups, and its picture is whole', async ({ server, hall }) => {
  const page = await peopleDesk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting);
  const name = 'Her Excellency Ambassador Maria-Fernanda Espinosa Garcés de la Torre y Montúfar-Villavicencio';
  const delegation = 'Organization for Security and Co-operation in Europe, Transnational Threats Department, Cyber and ICT Security Unit';
  await button(page, 'listed-import').click();
  await upload(page, `name;delegation;room\nBo;Fiji;${FIRST}\n${name};${delegation};${FIRST}\n`);
  await button(page, 'listed-import-do', { count: 2 }).click();
  await expect(page.getByText(english.say('listed-import-done', { new: 2, changed: 0 }))).toBeVisible();
  await page.keyboard.press('Escape');
  await button(page, 'listed-part-sheets').click();
  await expect(button(page, 'listed-sheets-people')).toBeEnabled();
  const kept = await printed(page, 'people');
  for (const slip of await kept.locator('section').all()) {
    const cut = await slip.evaluate((section) => {
      const box = section.getBoundingClientRect();
      return [...section.querySelectorAll('img, p, h2')].filter((part) => {
        const inner = part.getBoundingClientRect();
        return inner.bottom > box.bottom || inner.right > box.right + 1 || inner.top < box.top || part.scrollWidth > part.clientWidth + 1;
      }).map((part) => part.textContent);
    });
    expect(cut).toEqual([]);
  }
  await kept.scrollIntoViewIfNeeded();
  await takePicture(page, 'en-paper-people-long');
  if (process.env.ROUNDTABLE_PAPER) await page.pdf({ path: process.env.ROUNDTABLE_PAPER, format: 'A4' });
});

test('what is half typed of the network stays when the list comes anew', async ({ server, hall }) => {
  const page = await peopleDesk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting);
  await button(page, 'listed-part-sheets').click();
  await page.getByLabel(english.say('listed-wifi-name')).fill('UN-Del');
  await page.getByLabel(english.say('listed-doors-all')).click();
  await expect(page.getByText(english.say('listed-doors-rooms'))).toHaveCount(0);
  await expect(page.getByLabel(english.say('listed-wifi-name'))).toHaveValue('UN-Del');
});

test('a phone joins by personal code, lands in its group, is moved and follows; another one chooses', async ({ server, hall }) => {
  const page = await peopleDesk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting);
  await importForty(page, KNOWN);
  const phone = await hall.device('phone');
  await new Entrance(phone).typeCode('k7m2 qx4p');
  const room = new RoomPage(phone.page);
  await room.expectConnected();
  await expect(phone.page).toHaveURL(/\/group-1\?as=participant$/);
  await expect(phone.page.getByRole('heading', { name: FIRST })).toBeVisible();

  // Moved in the middle of a sentence: it is not lost.
  const unsent = 'A regional team could answer for five of us.';
  await room.goTo('board');
  await room.button('board-add').click();
  await phone.page.getByLabel(english.say('card-text')).fill(unsent);
  await expectSound(phone.page, 'en-phone-card');

  await button(page, 'listed-part-groups').click();
  await page.getByLabel(english.say('listed-select', { name: 'Delegate A1' })).check();
  await page.getByLabel(english.say('listed-move', { count: 1 })).selectOption({ label: SECOND });
  await button(page, 'listed-move-do').click();
  await expect(phone.page).toHaveURL(/\/group-2\?as=participant$/);
  await expect(phone.page.getByText(english.say('moved-to', { group: SECOND }))).toBeVisible();
  await room.expectConnected();
  await expect(phone.page.getByRole('heading', { name: SECOND })).toBeVisible();
  await expect(phone.page.getByText(unsent)).toBeVisible();
  await expect(phone.page.getByRole('button', { name: english.say('moved-copy-of', { words: unsent }) })).toBeVisible();
  await expectSound(phone.page, 'en-phone-moved');
  const [said, head] = [await phone.page.getByText(english.say('moved-kept')).boundingBox(), await phone.page.getByRole('banner').boundingBox()];
  expect(head!.y, 'the head is not covered').toBeGreaterThanOrEqual(said!.y + said!.height);

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
  // The whole programme is there, also what has no room.
  for (const name of ['Opening plenary', 'Signature panel I', 'Closing plenary']) await expect(chooser.page.getByRole('heading', { name, exact: true })).toBeVisible();
  await expectSound(chooser.page, 'en-phone-day');
  await choice.check();
  await expect(chooser.page.getByText(english.say('day-chosen', { group: FIRST }))).toBeVisible();
  await chooser.page.getByRole('link', { name: `${english.say('room-enter')} ${FIRST}` }).click();
  await new RoomPage(chooser.page).expectConnected();
});

test('a session that is given more time says so on the day of those who are in it, and in the programme', async ({ server, hall }) => {
  const page = await peopleDesk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting);
  await importForty(page, KNOWN);
  const phone = await hall.device('phone');
  await new Entrance(phone).typeCode('k7m2 qx4p');
  await new RoomPage(phone.page).expectConnected();
  await phone.page.goto(`${phone.url}/p/${server.links.meeting}/day`);
  await expect(phone.page.getByText('15:00–17:00')).toBeVisible();
  await command(server, await join(server, server.room('group-1').chair.code), { tool: 'session', do: 'extend', minutes: 15 });
  await expect(phone.page.getByText(english.say('session-extended', { time: '17:15' }))).toBeVisible();
  await expect(phone.page.getByText('15:00–17:15')).toBeVisible();
  await expectSound(phone.page, 'en-phone-day-extended');
  await phone.page.goto(`${phone.url}/m/${server.links.meeting}?as=participant`);
  await expect(phone.page.getByText(english.say('session-extended', { time: '17:15' }))).toBeVisible();
  await expectSound(phone.page, 'en-phone-programme-extended');
});

test('whoever is taken off the list is told so on every page of the meeting, which shows nothing more and asks no more', async ({ server, hall }) => {
  const page = await peopleDesk(await hall.device('laptop'), server.links.organiser.code, server.links.meeting);
  await importForty(page, KNOWN);
  const phone = await hall.device('phone');
  await new Entrance(phone).typeCode(KNOWN.code);
  await new RoomPage(phone.page).expectConnected();
  await phone.context.clock.install();
  const pages = await Promise.all(
    (['day', 'matchmaking', 'board'] as const).map(async (part) => {
      const shown = await phone.context.newPage();
      await shown.goto(`${phone.url}/p/${server.links.meeting}/${part}?as=participant`);
      await expect(shown.getByRole('heading', { level: 1 })).toBeVisible();
      return shown;
    }),
  );
  await expect(pages[0]!.getByText('Delegate A1')).toBeVisible();
  await button(page, 'listed-edit', { name: 'Delegate A1' }).click();
  await button(page, 'listed-remove').click();
  await button(page, 'listed-remove-sure').click();
  for (const shown of pages) {
    await expect(shown.getByRole('heading', { name: english.say('not-found-seat') })).toBeVisible();
    await expect(shown.getByText('Delegate A1')).toHaveCount(0);
    // What was due already when the seat ended may still go out.
    await phone.context.clock.runFor(5_000);
    const asked: string[] = [];
    shown.on('request', (request) => asked.push(request.url()));
    await phone.context.clock.runFor(60_000);
    expect(asked, shown.url()).toEqual([]);
  }
});

test('the list is worked on a phone, and read from right to left', async ({ server, hall }) => {
  const page = await peopleDesk(await hall.device('phone'), server.links.organiser.code, server.links.meeting);
  await importForty(page, KNOWN);
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
