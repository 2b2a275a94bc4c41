/** People write whatever they like, with the worst intentions: every page and the document show it as text, and stay whole. */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { join, read, tries, type Seat } from '../api';
import { BoardPage } from '../boarding';
import { Canary, expectNoForeignElements } from '../canary';
import type { Kind } from '../devices';
import { Entrance } from '../entrance';
import { expect, test, type Hall } from '../fixtures';
import { HOSTILE, TEXTS } from '../hostile';
import { expectNoWiderThanDevice, takePicture } from '../looks';
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

/** Writes every text, and pastes those that are markup as a browser copies it. */
async function writeNotes(room: RoomPage): Promise<void> {
  await room.openNotes();
  await room.writeParagraph('Notes: ');
  for (const text of TEXTS) {
    await room.page.keyboard.insertText(text);
    await room.notes.press('Enter');
  }
  const links = (HOSTILE['addresses'] ?? []).map((address) => `<a href="${address}">${address}</a>`);
  for (const html of [...(HOSTILE['markup'] ?? []), ...links]) {
    await room.notes.evaluate((notes, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', `<p>pasted ${pasted}</p>`);
      notes.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, html);
  }
  await room.expectNotes('saved');
}

test('whatever is written runs on no page and in no document, and nobody else is asked for anything', async ({ server, hall }, info) => {
  test.setTimeout(300_000);
  const canary = new Canary();
  const links = server.room(ROOM);
  const chair = await join(server, links.chair.code, { name: 'The Chair' });
  const phone = await enter(server, hall, canary, 'phone', links.participant);
  const desk = await enter(server, hall, canary, 'laptop', links.chair);
  const rapporteur = await enter(server, hall, canary, 'laptop', links.rapporteur);
  const projector = await hall.device('projector');
  await canary.listen(projector.context, server.url, 'projector');
  await new Entrance(projector).follow(links.screen);
  await fillAll(server, chair, TEXTS);
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
