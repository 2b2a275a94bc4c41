/** A page that has something else than the server, whatever went wrong on the way, notices by itself and is mended. */
import type { WebSocketRoute } from '@playwright/test';
import { Entrance } from '../entrance';
import { expect, test, type Device } from '../fixtures';
import type { Server } from '../server';

/** What a page is mended within, and what a busy machine may add. */
const MENDED_MS_MAX = 10_000 + 3_000;

/** A frame on its way to the page, and what becomes of it: another one, or none. */
type Meddling = (frame: string | Buffer) => string | Buffer | null;

/** The frames of one device's live socket. */
class Wire {
  /** How many checks came. */
  checks = 0;
  /** How often the page asked for a fresh view. */
  refreshes = 0;
  /** What is done to frames on their way to the page. */
  meddle: Meddling = (frame) => frame;

  /** Sits on the wire of a device that has no page yet. */
  static async of({ page }: Device): Promise<Wire> {
    const wire = new Wire();
    await page.routeWebSocket(/\/live/, (route) => wire.pass(route));
    return wire;
  }

  private pass(route: WebSocketRoute): void {
    const server = route.connectToServer();
    route.onMessage((frame) => {
      if (typeof frame === 'string' && frame.includes('"refresh"')) this.refreshes += 1;
      server.send(frame);
    });
    server.onMessage((frame) => {
      if (typeof frame === 'string' && frame.startsWith('{"type":"check"')) this.checks += 1;
      const passed = this.meddle(frame);
      if (passed !== null) route.send(passed);
    });
  }
}

/** How often the server was asked for a fresh view. */
async function refreshes(server: Server): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^roundtable_refreshes_total (\d+)$/m.exec(text)?.[1] ?? Number.NaN);
}

test('a page that missed a change shows it within ten seconds', async ({ server, hall }) => {
  const { participant, chair } = server.room('group-1');
  const device = await hall.device('phone');
  const wire = await Wire.of(device);
  const phone = await new Entrance(device).join(participant, { delegation: 'Senegal' });
  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });
  const other = await new Entrance(await hall.device('phone')).join(participant, { delegation: 'Norway' });
  let lost = 0;
  wire.meddle = (frame) => {
    if (typeof frame !== 'string' || !frame.startsWith('{"type":"change"') || !frame.includes('"requests"')) return frame;
    lost += 1;
    return null;
  };
  await other.askForFloor();
  await expect(moderator.waiting).toHaveCount(1);
  await expect.poll(() => lost).toBe(1);
  // How long it stays without the change nobody can say; that it had to ask for a fresh view shows that it was.
  await expect(phone.waiting).toHaveCount(1, { timeout: MENDED_MS_MAX });
  expect(wire.refreshes).toBe(1);
  expect(await refreshes(server)).toBe(1);
  wire.meddle = (frame) => frame;
  await phone.askForFloor();
  await expect(phone.waiting).toHaveCount(2);
});

/** Alters letters in the first frame that has them: the library sees nothing wrong. */
function alterOnce(wire: Wire): void {
  wire.meddle = (frame) => {
    const at = typeof frame === 'string' ? -1 : frame.indexOf('banana');
    if (typeof frame === 'string' || at < 0) return frame;
    wire.meddle = (later) => later;
    frame.write('bandit', at);
    return frame;
  };
}

test('notes in which letters were altered on the way, or that lack an update, are mended within ten seconds', async ({ server, hall }) => {
  const { participant, rapporteur } = server.room('group-1');
  const device = await hall.device('laptop');
  const wire = await Wire.of(device);
  const reader = await new Entrance(device).join(participant, { delegation: 'Senegal' });
  const desk = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  for (const room of [reader, desk]) await room.openNotes();
  await reader.writeParagraph('Written before.');
  await reader.expectNotes('saved');
  alterOnce(wire);
  await desk.writeParagraph(' ');
  await desk.page.keyboard.insertText('banana');
  await expect(reader.notes).toContainText('bandit');
  await expect(reader.notes).toContainText('banana', { timeout: MENDED_MS_MAX });
  await expect(reader.notes).not.toContainText('bandit');
  await reader.expectNotes('saved');

  wire.meddle = (frame) => (typeof frame === 'string' ? frame : null);
  await desk.page.keyboard.insertText(' split');
  await expect(desk.notes).toContainText('banana split');
  await desk.expectNotes('saved');
  wire.meddle = (frame) => frame;
  await expect(reader.notes).toContainText('banana split', { timeout: MENDED_MS_MAX });
  await reader.writeParagraph('Written after.');
  await expect(desk.notes).toContainText('Written after.');
  await reader.page.reload();
  await expect(reader.notes).toContainText('Written after.');
  expect(await reader.notesText(), 'the copy on the device is mended too').toEqual(await desk.notesText());
});

test('where everything is right no page asks for anything, however much is written', async ({ server, hall }) => {
  const { participant, rapporteur, chair } = server.room('group-1');
  const devices = [await hall.device('laptop'), await hall.device('laptop'), await hall.device('laptop')] as const;
  const wires = await Promise.all(devices.map((device) => Wire.of(device)));
  const ana = await new Entrance(devices[0]).join(participant, { name: 'Amina 😀', delegation: 'Senegal' });
  const desk = await new Entrance(devices[1]).join(rapporteur, { name: 'Mei Tan' });
  const moderator = await new Entrance(devices[2]).join(chair, { name: 'The Chair' });
  for (const room of [ana, desk, moderator]) await room.openNotes();
  for (let round = 1; wires.some(({ checks }) => checks < 3); round += 1) {
    await ana.writeParagraph(`${round} naïve 世界 👩‍👩‍👧`);
    await desk.notes.click();
    await desk.notes.press('ControlOrMeta+End');
    await desk.notes.press('ControlOrMeta+b');
    await desk.notes.pressSequentially(' bold');
    await desk.notes.press('Shift+Enter');
    await desk.notes.press('ControlOrMeta+i');
    await desk.notes.pressSequentially(`both ${round}`);
    await moderator.notes.press('ControlOrMeta+Home');
    await moderator.notes.press('Delete');
  }
  expect(await refreshes(server)).toBe(0);
  expect(wires.map((wire) => wire.refreshes)).toEqual([0, 0, 0]);
});
