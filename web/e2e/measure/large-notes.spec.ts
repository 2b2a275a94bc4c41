/**
 * How long a slow phone is held up by large notes: 200 kB, opened with a processor a quarter as fast as this one. A task that
 * takes longer than 100 ms is a freeze that people feel. Not among the tests, because a busy machine would fail it:
 *
 *   npm run e2e -- --project=measure --workers=1
 */
import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { join, type Seat } from '../api';
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import type { RoomPage } from '../room';
import type { Server } from '../server';

const SLOWER = 4;
const FREEZE_MS = 100;
const CHARACTERS = 200_000;
const PARAGRAPH = 'States need help with response teams, and with the laws that let them act when something happens. ';
/** After this long everything has come, also on a slow phone. */
const SETTLED_MS = 6_000;
const LAST = 'This is the last paragraph of the notes.';

/** Writes the notes as a few people would have: in order, every seventh paragraph marked as a point. */
async function fill(server: Server, seat: Seat): Promise<void> {
  const doc = new Y.Doc();
  const address = `${server.url.replace('http', 'ws')}/api/meetings/${seat.meeting}/rooms/${seat.room}`;
  const provider = new WebsocketProvider(address, 'notes', doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    params: { token: seat.token },
    disableBc: true,
  });
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  const fragment = doc.getXmlFragment('notes');
  for (let written = 0, index = 0; written < CHARACTERS; ) {
    doc.transact(() => {
      for (const until = written + 20_000; written < until; index += 1, written += PARAGRAPH.length * 2) {
        const block = new Y.XmlElement(index % 12 === 0 ? 'heading' : 'paragraph');
        if (index % 12 === 0) block.setAttribute('level', 2 as unknown as string);
        else if (index % 7 === 0) block.setAttribute('point', 'gap');
        block.insert(0, [new Y.XmlText(`${index} ${PARAGRAPH.repeat(2)}`)]);
        fragment.insert(fragment.length, [block]);
      }
    });
  }
  const last = new Y.XmlElement('paragraph');
  last.insert(0, [new Y.XmlText(LAST)]);
  fragment.insert(fragment.length, [last]);
  // Whoever asks afterwards is answered after all of it has been taken.
  const reader = new Y.Doc();
  const asking = new WebsocketProvider(address, 'notes', reader, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    params: { token: seat.token },
    disableBc: true,
  });
  await expect.poll(() => reader.getXmlFragment('notes').length, { timeout: 30_000 }).toBe(fragment.length);
  asking.destroy();
  provider.destroy();
}

/** What the page itself keeps about how it opens; looking at it from outside would hold it up. */
interface Kept {
  tasks: { at: number; ms: number }[];
  whole: number | null;
}

/** From now on the page goes to the notes by itself, and keeps every task that takes long and the moment at which the text is whole. */
async function watch(page: Page, tab: string): Promise<void> {
  await page.addInitScript(
    ({ last, tab }) => {
      const kept: Kept = { tasks: [], whole: null };
      Object.assign(window, { kept });
      const keep = (entries: PerformanceEntryList): void => {
        for (const { startTime, duration } of entries) kept.tasks.push({ at: Math.round(startTime), ms: Math.round(duration) });
      };
      new PerformanceObserver((list) => keep(list.getEntries())).observe({ type: 'longtask', buffered: true });
      let gone = false;
      const look = (): void => {
        const way = [...document.querySelectorAll<HTMLElement>('nav button, nav a')].find((each) => each.textContent.trim() === tab);
        if (!gone && way) {
          gone = true;
          way.click();
        }
        if (document.querySelector('.notes-text')?.lastElementChild?.textContent.includes(last)) kept.whole = Math.round(performance.now());
        if (kept.whole === null) setTimeout(look, 20);
      };
      look();
    },
    { last: LAST, tab },
  );
}

/** Opens the room anew; the longest task, all long ones, and the time until the text was whole. */
async function opened({ page }: RoomPage): Promise<{ longest: number; all: string; whole: number | null }> {
  await page.reload({ waitUntil: 'commit' });
  await page.waitForTimeout(SETTLED_MS);
  const { tasks, whole } = await page.evaluate(() => (window as unknown as { kept: Kept }).kept);
  return { longest: Math.max(0, ...tasks.map(({ ms }) => ms)), all: tasks.map(({ at, ms }) => `${ms} at ${at}`).join(', '), whole };
}

for (const role of ['participant', 'rapporteur'] as const) {
  test(`notes of 200 kB hold up a slow phone of a ${role} for less than a tenth of a second at a time`, async ({ server, hall }, info) => {
    info.setTimeout(180_000);
    const room = server.room('group-1');
    await fill(server, await join(server, room.rapporteur.code));
    const phone = await hall.device('phone');
    const inside = await new Entrance(phone).join(room[role], { name: 'Amina Diallo' });
    await inside.openNotes();
    await inside.expectNotes('saved');
    // Written to the device some seconds after it came.
    await phone.page.waitForTimeout(6_000);
    const { page } = phone;
    await watch(page, inside.say('tab-notes'));
    const session = await phone.context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const again = await opened(inside);
    // The same without a copy on the device.
    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name ?? '');
    });
    const fresh = await opened(inside);
    process.stdout.write(`${role}: first time: longest task ${fresh.longest} ms, whole after ${fresh.whole} ms (${fresh.all})\n`);
    process.stdout.write(`${role}: again: longest task ${again.longest} ms, whole after ${again.whole} ms (${again.all})\n`);
    expect([fresh.whole, again.whole], 'the text came').not.toContain(null);
    expect(Math.max(fresh.longest, again.longest)).toBeLessThanOrEqual(FREEZE_MS);
  });
}
