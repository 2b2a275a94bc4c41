/** The board: a phone adds, others support, chair and rapporteur let through, merge, pin, and take a card into the notes. */
import { BoardPage } from '../boarding';
import { Entrance } from '../entrance';
import { expect, test, type Device } from '../fixtures';
import { expectNothingCutOff, expectSound, takePicture } from '../looks';
import type { Link, Server } from '../server';
import { english } from '../words';

const ROOM = 'group-1';
const GAP = 'No team answers at night.';
const SAME = 'Nobody answers at night.';
const QUESTION = 'Who pays for the second year?';

async function board(device: Device, link: Link, profile = {}): Promise<BoardPage> {
  const page = new BoardPage(await new Entrance(device).join(link, profile));
  await page.open();
  return page;
}

const enter = (server: Server, device: Device, delegation: string): Promise<BoardPage> =>
  board(device, server.room(ROOM).participant, { name: 'A. Delegate', delegation });

test('a card of a phone is supported by another, and its own author cannot', async ({ server, hall }) => {
  const senegal = await enter(server, await hall.device('phone'), 'Senegal');
  const norway = await enter(server, await hall.device('phone'), 'Norway');
  await senegal.add('gap', GAP);
  await expectSound(senegal.room.page, 'en-phone-board');
  const support = norway.card(GAP).getByRole('button', { name: english.say('card-support') });
  await support.click();
  await expect(support).toHaveAttribute('aria-pressed', 'true');
  await expect(senegal.card(GAP)).toContainText(english.say('card-support-count', { count: 1 }));
  await expect(senegal.card(GAP).getByRole('button', { name: english.say('card-support') })).toHaveCount(0);
  await support.click();
  await expect(support).toHaveAttribute('aria-pressed', 'false');
  await expect(senegal.card(GAP)).toContainText(english.say('card-support-count', { count: 0 }));
});

test('where the chair wants it, a card waits, is let through, merged with its double, and stands on the screen', async ({ server, hall }) => {
  const chair = await board(await hall.device('laptop'), server.room(ROOM).chair);
  const rule = chair.room.page.getByRole('radio', { name: english.say('board-rule-moderated') });
  await rule.click();
  const senegal = await enter(server, await hall.device('phone'), 'Senegal');
  const norway = await enter(server, await hall.device('phone'), 'Norway');
  await senegal.add('gap', GAP);
  await expect(senegal.card(GAP)).toContainText(english.say('card-mine'));
  await norway.add('gap', SAME);
  await expect(norway.card(GAP)).toHaveCount(0);

  await chair.room.page.getByRole('button', { name: english.say('board-pass-all') }).click();
  await expect(norway.card(GAP)).toBeVisible();
  await expectSound(chair.room.page, 'en-laptop-board');
  const menu = await chair.menu(SAME);
  await menu.getByRole('button', { name: english.say('card-merge') }).click();
  await menu.getByRole('button', { name: GAP }).click();
  await expect(norway.card(GAP), 'one press merges nothing').not.toContainText(english.say('card-merged-mine'));
  await menu.getByRole('button', { name: english.say('card-merge-do') }).click();
  await expect(senegal.card(SAME)).toHaveCount(0);
  await expect(norway.card(GAP)).toContainText(english.say('card-merged-mine'));

  const screen = await hall.device('projector');
  await new Entrance(screen).follow(server.room(ROOM).screen);
  const more = await chair.menu(GAP);
  await more.getByRole('button', { name: english.say('card-pin-of', { text: GAP }) }).click();
  const large = screen.page.getByRole('region', { name: english.say('board') });
  await expect(large).toContainText(GAP);
  await expectNothingCutOff(screen.page, 'en-projector-card');
  await takePicture(screen.page, 'en-projector-card');
  const join = screen.page.getByText(english.say('screen-join', { host: new URL(server.url).host }));
  const share = await join.evaluate((line) => parseFloat(getComputedStyle(line).fontSize) / innerWidth);
  expect(share, 'where to join is read from the back of the hall').toBeGreaterThan(0.015);
  const last = await chair.menu(GAP);
  await last.getByRole('button', { name: english.say('card-unpin') }).click();
  await expect(large).toHaveCount(0);
});

test('the rapporteur takes a card into the notes as a point, and the board says so', async ({ server, hall }) => {
  const rapporteur = await board(await hall.device('phone'), server.room(ROOM).rapporteur);
  const senegal = await enter(server, await hall.device('phone'), 'Senegal');
  await senegal.add('question', QUESTION);
  await rapporteur.card(QUESTION).getByRole('button', { name: english.say('card-note-of', { text: QUESTION }) }).click();
  await expect(senegal.card(QUESTION)).toContainText(english.say('card-noted'));
  await expect(rapporteur.card(QUESTION).getByRole('button', { name: english.say('card-note') })).toHaveCount(0);
  await rapporteur.room.goTo('notes');
  await expect(rapporteur.room.notes).toContainText(QUESTION);
  await rapporteur.room.expectNotes('saved');
});

test('a closed board takes no cards, and is not there where it has none', async ({ server, hall }) => {
  const chair = await board(await hall.device('laptop'), server.room(ROOM).chair);
  const senegal = await enter(server, await hall.device('phone'), 'Senegal');
  await chair.room.page.getByRole('radio', { name: english.say('board-rule-closed') }).click();
  await expect(senegal.room.button('board-add')).toHaveCount(0);
  await senegal.room.goTo('floor');
  await expect(senegal.room.page.getByRole('navigation', { name: english.say('tabs') }).getByRole('button', { name: english.say('tab-board') })).toHaveCount(0);
});
