/** People write whatever they like, with the worst intentions: every page and the document show it as text, and stay whole. */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { join, read, tries, type Seat } from '../api';
import { BoardPage } from '../boarding';
import { Canary, expectNoForeignElements } from '../canary';
import type { Kind } from '../devices';
import { Entrance } from '../entrance';
import { expect, test, type Hall } from '../fixtures';
import { HOSTILE, someTexts, TEXTS } from '../hostile';
import { expectNothingCutOff, expectNoWiderThanDevice, takePicture } from '../looks';
import type { RoomPage } from '../room';
import type { Link, Server } from '../server';

const ROOM = 'group-1';
/** How many people fill a room at once. */
const HANDS = 6;

/** Everything with one text, as a program asks it: what the server refuses is not shown to anybody. */
async function fill(server: Server, chair: Seat, text: string): Promise<void> {
  const { code } = server.room(ROOM).participant;
  const seat = await join(server, code, { name: text, delegation: text }).catch(() => join(server, code, { name: 'Somebody' }));
  await tries(server, seat, { tool: 'floor', do: 'request', name: text, on_behalf_of: text });
  await tries(server, seat, { tool: 'board', do: 'add', kind: 'gap', text });
  await tries(server, seat, { tool: 'comments', do: 'add', anchor: { start: 'AAE=', end: 'AAI=' }, quote: text, text });
  const options = [`${text} `, `${text} - no`];
  const poll = await tries(server, chair, { tool: 'polls', do: 'draft', question: text, kind: 'single', options, secrecy: 'named' });
  if (poll === undefined) return;
  await tries(server, chair, { tool: 'polls', do: 'open', poll });
  await tries(server, seat, { tool: 'polls', do: 'cast', poll, choice: ['o1'] });
  await tries(server, chair, { tool: 'polls', do: 'close', poll });
  await tries(server, chair, { tool: 'polls', do: 'show', poll });
}

/** All of them, some at a time. */
async function fillAll(server: Server, chair: Seat, texts: string[]): Promise<void> {
  const left = [...texts];
  const hand = async (): Promise<void> => {
    for (let text = left.pop(); text !== undefined; text = left.pop()) await fill(server, chair, text);
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
}

async function enter(server: Server, hall: Hall, canary: Canary, kind: Kind, link: Link): Promise<RoomPage> {
  const device = await hall.device(kind);
  await canary.listen(device.context, server.url, `${kind} ${link.code}`);
  return new Entrance(device).join(link, { name: 'Amina Diallo' });
}

/** Pastes something into the notes, as from another program. */
async function paste(room: RoomPage, type: 'text/plain' | 'text/html', content: string): Promise<void> {
  const event = { type, content };
  await room.notes.evaluate((notes, { type, content }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(type, content);
    notes.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, event);
}

/** Every text, and those that are markup as a browser copies it. */
async function writeNotes(room: RoomPage): Promise<void> {
  await room.openNotes();
  await room.writeParagraph('Notes: ');
  await paste(room, 'text/plain', TEXTS.join('\n\n'));
  const links = (HOSTILE['addresses'] ?? []).map((address) => `<a href="${address}">${address}</a>`);
  for (const html of [...(HOSTILE['markup'] ?? []), ...links]) await paste(room, 'text/html', `<p>pasted ${html}</p>`);
  await room.expectNotes('saved');
}

test('whatever is written runs on no page and in no document, and nobody else is asked for anything', async ({ server, hall }, info) => {
  test.setTimeout(240_000);
  const canary = new Canary();
  const links = server.room(ROOM);
  const chair = await join(server, links.chair.code, { name: 'The Chair' });
  await fillAll(server, chair, someTexts());
  const phone = await enter(server, hall, canary, 'phone', links.participant);
  const desk = await enter(server, hall, canary, 'laptop', links.chair);
  const rapporteur = await enter(server, hall, canary, 'laptop', links.rapporteur);
  const projector = await hall.device('projector');
  await canary.listen(projector.context, server.url, 'projector');
  await new Entrance(projector).follow(links.screen);
  await writeNotes(rapporteur);
  await phone.openNotes();
  await expect(phone.notes).toContainText('pasted');

  for (const tab of ['floor', 'polls', 'notes'] as const) {
    await phone.goTo(tab);
    await expectNoWiderThanDevice(phone.page, `hostile-phone-${tab}`);
    await takePicture(phone.page, `hostile-phone-${tab}`);
  }
  for (const room of [phone, desk]) await new BoardPage(room).open();
  await expectNoWiderThanDevice(phone.page, 'hostile-phone-board');
  await takePicture(phone.page, 'hostile-phone-board');
  await desk.page.keyboard.press('Escape');
  await rapporteur.openBeside('comments');
  await rapporteur.openBeside('points');
  for (let turn = 0; turn < 3; turn += 1) await tries(server, chair, { tool: 'floor', do: 'give' });
  const card = await tries(server, chair, { tool: 'board', do: 'pin', card: 'c1' });
  expect(card).toBeDefined();
  await expect(projector.page.getByRole('region', { name: desk.say('board') })).toBeVisible();

  const office = await hall.device('laptop');
  await canary.listen(office.context, server.url, 'organiser');
  await new Entrance(office).follow(server.links.organiser);
  await expect(office.page.getByRole('article').first()).toBeVisible();
  for (const page of [phone.page, desk.page, rapporteur.page, projector.page, office.page]) await expectNoForeignElements(page);

  const document = await desk.page.context().newPage();
  await document.goto(`${server.url}/api/meetings/${chair.meeting}/rooms/${chair.room}/outcome.html?as=chair`);
  await expect(document.getByRole('heading').first()).toBeVisible();
  await expectNoForeignElements(document);
  const file = info.outputPath('outcome.html');
  await writeFile(file, await (await read(server, chair, '/outcome.html')).text());
  const kept = await hall.device('phone');
  await canary.listen(kept.context, pathToFileURL(file).href, 'the file');
  await kept.page.goto(pathToFileURL(file).href);
  await expectNoForeignElements(kept.page);
  await expectNoWiderThanDevice(kept.page, 'hostile-outcome');
  await takePicture(kept.page, 'hostile-outcome');
  canary.expectSilent();
});

const TURNING = 'سارة العلي 12 (3)';
const TOWER = 'Z\u0301\u0316\u0323\u0307\u0308\u030a\u0324\u0331 Ma\u0301\u0316\u0323\u0307\u0308\u030a\u0324\u0331rks';
const ENDLESS = 'W'.repeat(120);

test('names of the other direction, piles of marks and names without an end leave phone, desk and projector whole', async ({ server, hall }) => {
  const { participant, chair, screen } = server.room(ROOM);
  const moderator = await join(server, chair.code, { name: 'The Chair' });
  for (const name of [ENDLESS, TURNING, TOWER, '\u200fAdmin) 12 (', 'm'.repeat(120)]) {
    const seat = await join(server, participant.code, { name, delegation: name });
    expect(await tries(server, seat, { tool: 'floor', do: 'request', on_behalf_of: name })).toBeDefined();
  }
  await tries(server, moderator, { tool: 'floor', do: 'give' });
  const phone = await new Entrance(await hall.device('phone')).join(participant, { name: TOWER, delegation: TURNING });
  const desk = await new Entrance(await hall.device('laptop')).join(chair, { name: ENDLESS });
  const projector = await hall.device('projector');
  await new Entrance(projector).follow(screen);
  await expect(projector.page.getByText(ENDLESS).first()).toBeVisible();
  const next = desk.page.getByRole('button', { name: TURNING }).filter({ hasText: '\u2068' }).first();
  await expect(next, 'what is written from right to left is set apart from the words around it').toBeVisible();
  for (const [name, page] of Object.entries({ phone: phone.page, laptop: desk.page, projector: projector.page })) {
    await expectNoWiderThanDevice(page, `names-${name}`);
    await takePicture(page, `names-${name}`);
  }
  await expectNothingCutOff(projector.page, 'names-projector');
});
