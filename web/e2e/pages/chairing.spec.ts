/** The chair runs the floor: by key and by button, alone and beside another chair, and takes back what was a mistake. */
import { command, join, read, type Seat } from '../api';
import { Entrance } from '../entrance';
import { expect, test, type Hall } from '../fixtures';
import { give, speaker, until } from '../giving';
import { expectSound } from '../looks';
import type { RoomPage } from '../room';
import type { Server } from '../server';
import { english } from '../words';

/** These ask for the floor, in this order, by program. */
async function queue(server: Server, delegations: string[]): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (const delegation of delegations) {
    const seat = await join(server, server.room('group-1').participant.code, { delegation });
    await command(server, seat, { tool: 'floor', do: 'request' });
    seats.push(seat);
  }
  return seats;
}

/** A chair at a desk, who sees that many waiting. */
async function chairOf(server: Server, hall: Hall, waiting: number, name = 'The Chair'): Promise<RoomPage> {
  const room = await new Entrance(await hall.device('laptop')).join(server.room('group-1').chair, { name });
  await expect(room.waiting).toHaveCount(waiting);
  return room;
}

/** The button that takes the last step back. */
const undo = (room: RoomPage) => room.button('chair-undo-of', { done: '' });

/** Seconds on the clock of the speech under way. */
async function seconds(room: RoomPage): Promise<number> {
  const [minutes = 0, rest = 0] = ((await room.clock.innerText()).split('/')[0] ?? '').trim().split(':').map(Number);
  return minutes * 60 + rest;
}

test('one key gives the floor to the next, one ends the speech, one stops the clock, one gives a minute', async ({ server, hall }) => {
  await queue(server, ['Brazil', 'Japan']);
  const chair = await chairOf(server, hall, 2);
  await chair.page.keyboard.press('n');
  await expect(speaker(chair, 'Brazil')).toBeVisible();
  await expect(chair.button('chair-next', { name: 'Japan' })).toBeVisible();
  await chair.page.keyboard.press('+');
  await expect(chair.clock).toContainText('4:00');
  await chair.page.keyboard.press('p');
  await expect(chair.button('chair-resume')).toBeVisible();
  await chair.page.keyboard.press('p');
  await expect(chair.button('chair-pause')).toBeVisible();
  await chair.page.keyboard.press('e');
  await expect(chair.page.getByText(english.say('floor-nobody'))).toBeVisible();
  await expect(chair.waiting).toHaveCount(1);
});

test('a key that is held down, or pressed twice at once, advances once', async ({ server, hall }) => {
  await queue(server, ['Brazil', 'Japan', 'Ghana']);
  const chair = await chairOf(server, hall, 3);
  const { keyboard } = chair.page;
  // One upon the other, however slow the machine is: two seconds later a press is one of its own.
  const held = Array.from({ length: 5 }, () => keyboard.down('n'));
  await Promise.all([...held, keyboard.up('n'), keyboard.press('n')]);
  await expect(speaker(chair, 'Brazil')).toBeVisible();
  await expect(chair.waiting).toHaveCount(2);
  await expect(chair.button('chair-next', { name: 'Japan' })).toBeVisible();
});

test('no key does anything while the chair writes, while a dialog is open, or once they are switched off', async ({ server, hall }) => {
  await queue(server, ['Brazil', 'Japan']);
  const chair = await chairOf(server, hall, 2);
  await chair.openNotes();
  await chair.writeParagraph('nepz');
  await expect.poll(() => chair.notesText()).toContain('nepz');
  await chair.button('keys').click();
  const help = chair.page.getByRole('dialog', { name: english.say('keys') });
  await chair.page.keyboard.press('n');
  await expectSound(chair.page, 'chairing-keys');
  await help.getByRole('checkbox').uncheck();
  await chair.page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await chair.page.keyboard.press('n');
  await chair.page.reload();
  await expect(chair.waiting).toHaveCount(2);
  await chair.page.keyboard.press('n');
  await expect(chair.page.getByText(english.say('floor-nobody'))).toBeVisible();

  await chair.button('keys').click();
  await help.getByRole('checkbox').check();
  await chair.page.keyboard.press('Escape');
  await chair.page.keyboard.press('n');
  await expect(speaker(chair, 'Brazil')).toBeVisible();
  await expect(chair.waiting).toHaveCount(1);
});

test('a point of order is unmistakable, stops the clock, and the floor goes back with the time it had', async ({ server, hall }) => {
  const [, norway] = await queue(server, ['Senegal', 'Norway']);
  const chair = await chairOf(server, hall, 2);
  await give(chair, 'chair-next', 'Senegal');
  await expect(speaker(chair, 'Senegal')).toBeVisible();
  await expect.poll(() => seconds(chair)).toBeGreaterThanOrEqual(2);
  await command(server, norway!, { tool: 'floor', do: 'request', lane: 'point-of-order' });
  await give(chair, 'chair-next-order', 'Norway');
  const { interrupted } = await floorOf(server, norway!);
  const used = Math.floor(((interrupted?.paused_at ?? 0) - (interrupted?.started_at ?? 0)) / 1000);
  await expect.poll(() => seconds(chair)).toBeGreaterThanOrEqual(2);

  await chair.button('chair-end').click();
  await expect(speaker(chair, 'Senegal')).toBeVisible();
  await expect(chair.button('chair-resume')).toBeVisible();
  expect(await seconds(chair), 'the time of the point of order is none of theirs').toBe(used);
  await chair.button('chair-resume').click();
  await expect.poll(() => seconds(chair)).toBeGreaterThan(used);
});

test('after a point of order the same key gives the floor back, running', async ({ server, hall }) => {
  const [, norway] = await queue(server, ['Senegal', 'Norway']);
  const chair = await chairOf(server, hall, 2);
  await give(chair, 'chair-next', 'Senegal');
  await command(server, norway!, { tool: 'floor', do: 'request', lane: 'point-of-order' });
  await give(chair, 'chair-next-order', 'Norway');
  await expect(chair.button('chair-next-back', { name: 'Senegal' })).toBeVisible();
  await until(chair, 'Senegal', () => chair.page.keyboard.press('n'));
  await expect(chair.button('chair-pause')).toBeVisible();
  await expect(chair.button('chair-next', { name: 'Norway' })).toBeVisible();
});

test('what was a mistake is undone: the floor is as it was before', async ({ server, hall }) => {
  await queue(server, ['Brazil', 'Japan']);
  const chair = await chairOf(server, hall, 2);
  await give(chair, 'chair-next', 'Brazil');
  await expect(chair.floor.getByText(english.say('step-give-to', { name: 'Brazil' }), { exact: true })).toBeVisible();
  await chair.page.keyboard.press('z');
  await expect(chair.page.getByText(english.say('floor-nobody'))).toBeVisible();
  await expect(chair.waiting.first()).toContainText('Brazil');
  await expect(undo(chair)).toHaveCount(0);
});

test('a step can be undone for ten seconds, then the list says how long it will take', async ({ server, hall }) => {
  await queue(server, ['Brazil', 'Japan']);
  const chair = await chairOf(server, hall, 2);
  const [remaining = ''] = english.say('chair-remain', { count: 2, time: '' }).split('{');
  await expect(chair.floor.getByText(remaining)).toBeVisible();
  await give(chair, 'chair-next', 'Brazil');
  await expect(undo(chair)).toBeVisible();
  const place = await chair.button('chair-end').boundingBox();
  await expect(undo(chair)).toHaveCount(0);
  expect(await chair.button('chair-end').boundingBox()).toEqual(place);
});

test('somebody is moved by keys alone, asked for the reason once, and everybody reads it', async ({ server, hall }) => {
  await queue(server, ['Brazil', 'Japan', 'Ghana']);
  const chair = await chairOf(server, hall, 3);
  const seen = await join(server, server.room('group-1').chair.code, { name: 'The second chair' });
  await chair.waiting.first().focus();
  await chair.page.keyboard.press('ArrowDown');
  await chair.page.keyboard.press('ArrowDown');
  await expect(chair.waiting.nth(2)).toBeFocused();
  await chair.page.keyboard.press('Alt+ArrowUp');
  await expect(chair.waiting.nth(1)).toContainText('Ghana');
  await chair.page.keyboard.press('Alt+ArrowUp');
  await expect(chair.waiting.first()).toContainText('Ghana');
  await expect(chair.waiting.first()).toBeFocused();
  await expectSound(chair.page, 'chairing-move');
  expect(await orderOf(server, seen), 'nobody has moved yet').toEqual(['Brazil', 'Japan', 'Ghana']);
  await chair.page.keyboard.press('Enter');
  await expect(chair.button('reason-asked')).toBeFocused();
  await chair.page.keyboard.press('Tab');
  await chair.page.keyboard.press('Enter');
  await expect(chair.button('reason-asked')).toHaveCount(0);
  await expect(chair.waiting.first()).toBeFocused();
  const reason = english.say('reason-high-level');
  await expect(chair.waiting.first()).toContainText(english.say('why-moved-reason', { place: 1, reason }));
  expect(await orderOf(server, seen)).toEqual(['Ghana', 'Brazil', 'Japan']);
  const participant = await join(server, server.room('group-1').participant.code, { delegation: 'Kenya' });
  expect(JSON.stringify(await floorOf(server, participant))).toContain(reason);
});

test('a lifted row is put back by Escape, and nothing has changed', async ({ server, hall }) => {
  const chair = await chairOf(server, hall, (await queue(server, ['Brazil', 'Japan'])).length);
  await chair.button('chair-up', { name: 'Japan' }).click();
  await expect(chair.waiting.first()).toContainText('Japan');
  await chair.page.keyboard.press('Escape');
  await expect(chair.waiting.first()).toContainText('Brazil');
  await expect(undo(chair)).toHaveCount(0);
});

test('two chairs press next at once: the floor goes to one, and the other is told calmly', async ({ server, hall }) => {
  await queue(server, ['Brazil', 'Japan', 'Ghana']);
  const one = await chairOf(server, hall, 3);
  const other = await chairOf(server, hall, 3, 'The Vice-Chair');
  await Promise.all([one, other].map((chair) => chair.button('chair-next', { name: 'Brazil' }).click()));
  for (const chair of [one, other]) {
    await expect(speaker(chair, 'Brazil')).toBeVisible();
    await expect(chair.waiting).toHaveCount(2);
  }
  const told = 'The floor has just been given to Brazil.';
  const count = async (): Promise<number> => (await one.floor.getByText(told).count()) + (await other.floor.getByText(told).count());
  await expect.poll(count).toBe(1);
  const slower = (await one.floor.getByText(told).count()) > 0 ? one : other;
  await slower.button('dismiss').click();
  await expect.poll(count, 'it was read').toBe(0);
});

test('a chair who has not heard yet that the list changed gives the floor to nobody else', async ({ server, hall }) => {
  await queue(server, ['Brazil', 'Japan']);
  const device = await hall.device('laptop', { cable: true });
  const away = await new Entrance(device).join(server.room('group-1').chair, { name: 'The Chair' });
  await expect(away.waiting).toHaveCount(2);
  await device.goOffline();
  await away.button('chair-next', { name: 'Brazil' }).click();
  const other = await join(server, server.room('group-1').chair.code);
  await command(server, other, { tool: 'floor', do: 'give' });
  await device.goOnline();
  await expect(speaker(away, 'Brazil')).toBeVisible();
  await expect(away.floor.getByText('The floor has just been given to Brazil.')).toBeVisible();
  await expect(away.waiting).toHaveCount(1);
});

test('the menu of a row: a private note, precedence, another speaker, and off the list with a reason', async ({ server, hall }) => {
  const [brazil] = await queue(server, ['Brazil', 'Japan', 'Ghana']);
  const chair = await chairOf(server, hall, 3);
  const menu = await chair.rowMenu('Japan');
  await expectSound(chair.page, 'chairing-menu');
  await menu.getByRole('button', { name: english.say('row-note-write') }).click();
  await menu.getByLabel(english.say('row-note')).fill('Leaves at five');
  await expectSound(chair.page, 'chairing-note');
  await menu.getByRole('button', { name: english.say('save') }).click();
  await expect(chair.waiting.nth(1)).toContainText('Leaves at five');
  expect(JSON.stringify(await floorOf(server, brazil!))).not.toContain('Leaves at five');

  await (await chair.rowMenu('Japan')).getByRole('button', { name: english.say('row-lane-precedence') }).click();
  await expectSound(chair.page, 'chairing-reason');
  await chair.giveReason('lane', english.say('reason-rapporteur'));
  await expect(chair.waiting.first()).toContainText('Japan');
  await expect(chair.waiting.first()).toContainText(english.say('lane-precedence'));

  const change = await chair.rowMenu('Brazil');
  await change.getByRole('button', { name: english.say('row-change') }).click();
  await change.getByLabel(english.say('change-name')).fill('Maria Costa');
  await change.getByLabel(english.say('change-group')).fill('the Group of 77');
  await expectSound(chair.page, 'chairing-change');
  await change.getByRole('button', { name: english.say('save') }).click();
  await expect(chair.waiting.nth(1)).toContainText('Maria Costa');
  await expect(chair.waiting.nth(1)).toContainText(english.say('row-on-behalf', { group: 'the Group of 77' }));

  await (await chair.rowMenu('Ghana')).getByRole('button', { name: english.say('row-withdraw') }).click();
  await chair.giveReason('withdraw', 'The delegation has left');
  await expect(chair.waiting).toHaveCount(2);
});

test('the button of a row asks why before it gives the floor out of turn, and not where it is their turn', async ({ server, hall }) => {
  await queue(server, ['Brazil', 'Japan', 'Ghana']);
  const chair = await chairOf(server, hall, 3);
  const why = chair.page.getByRole('group', { name: english.say('reason-why') });
  await chair.button('chair-give-to', { name: 'Japan' }).click();
  await expect(why).toBeVisible();
  await chair.page.keyboard.press('Escape');
  await expect(why).toHaveCount(0);
  await expect(chair.waiting).toHaveCount(3);
  await chair.button('chair-give-to', { name: 'Japan' }).click();
  await why.getByRole('textbox').fill('Leaves for the airport');
  // Words that were typed are not dropped by a press beside them.
  await expect(why.getByRole('button', { name: english.say('reason-none-give') })).toBeDisabled();
  await why.getByRole('button', { name: english.say('reason-do-give'), exact: true }).click();
  await expect(speaker(chair, 'Japan')).toBeVisible();
  await chair.button('chair-give-to', { name: 'Brazil' }).click();
  await expect(speaker(chair, 'Brazil')).toBeVisible();
});

test('who was passed over is counted, and put back where their request stood; until then the list is through, not heard', async ({ server, hall }) => {
  const [brazil] = await queue(server, ['Brazil']);
  const chair = await chairOf(server, hall, 1);
  const other = await join(server, server.room('group-1').chair.code);
  await command(server, other, { tool: 'floor', do: 'close' });
  await (await chair.rowMenu('Brazil')).getByRole('button', { name: english.say('row-skip') }).click();
  await chair.giveReason('skip', english.say('reason-not-in-room'));
  await expect(chair.floor.getByText(english.say('chair-list-state-exhausted')).first()).toBeVisible();
  await expect(chair.floor.getByText(english.say('chair-dismissed-count', { count: 1 }))).toBeVisible();
  await chair.floor.getByText(english.say('chair-dismissed', { count: 1 })).click();
  await expectSound(chair.page, 'chairing-dismissed');
  await chair.button('chair-restore-of', { name: 'Brazil' }).click();
  await expect.poll(() => orderOf(server, brazil!)).toEqual(['Brazil']);
  await expect(chair.floor.getByText(english.say('step-restore'), { exact: true })).toBeVisible();
});

test('a row in hand is held over the number that it will have, whatever lanes stand above it', async ({ server, hall }) => {
  const [, , ghana] = await queue(server, ['Brazil', 'Japan', 'Ghana']);
  await command(server, ghana!, { tool: 'floor', do: 'request', lane: 'point-of-order' });
  const chair = await chairOf(server, hall, 4);
  await chair.button('chair-up', { name: 'Japan' }).click();
  await expect(chair.button('chair-put-down', { place: 2 })).toBeVisible();
  await chair.button('chair-put-back').click();
  const places = (await chair.rowMenu('Japan')).getByRole('combobox', { name: english.say('row-to-place') }).getByRole('option');
  await expect(places).toHaveText(['2', '3', '4']);
});

test('with nobody waiting, the key for the next says how the last speech is ended', async ({ server, hall }) => {
  await queue(server, ['Brazil']);
  const chair = await chairOf(server, hall, 1);
  await give(chair, 'chair-next', 'Brazil');
  await expect(async () => {
    await chair.page.keyboard.press('n');
    await expect(chair.floor.getByText(english.say('chair-next-last'))).toBeVisible({ timeout: 500 });
  }).toPass();
  await chair.page.keyboard.press('e');
  await expect(chair.page.getByText(english.say('floor-nobody'))).toBeVisible();
  await expect(chair.floor.getByText(english.say('chair-next-last'))).toHaveCount(0);
});

interface Floor {
  order: string[];
  requests: Record<string, { delegation?: string }>;
  interrupted?: { started_at: number; paused_at: number };
}

/** The list of speakers as a seat gets it. */
async function floorOf(server: Server, seat: Seat): Promise<Floor> {
  const response = await read(server, seat, '');
  return ((await response.json()) as { view: { floor: Floor } }).view.floor;
}

/** The delegations in order. */
async function orderOf(server: Server, seat: Seat): Promise<(string | undefined)[]> {
  const floor = await floorOf(server, seat);
  return floor.order.map((id) => floor.requests[id]?.delegation);
}
