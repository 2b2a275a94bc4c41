/** The end of a session: the close, what can be taken home, and a second revision. */
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import { RoomPage } from '../room';
import { english } from '../words';

const QUESTION = 'Which component of capacity needs support first in your country or community?';

test('the chair closes, everything turns read-only, the rapporteur takes the outcome home, the organiser reopens', async ({ server, hall }) => {
  const { participant, chair, rapporteur } = server.room('group-1');
  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });
  const writer = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  const phone = await new Entrance(await hall.device('phone')).join(participant, { name: 'Amina Diallo', delegation: 'Senegal' });

  await writer.openNotes();
  await writer.writeParagraph('Three messages for the plenary.');
  await writer.expectNotes('saved');
  await moderator.actOnPoll(QUESTION, 'poll-do-open');
  await phone.vote(QUESTION, 'Technology');
  await phone.askForFloor();
  await moderator.button('chair-next', { name: 'Senegal' }).click();
  await expect(phone.clock).toBeVisible();

  await moderator.goTo('desk');
  await moderator.button('close-room').click();
  const dialog = moderator.page.getByRole('dialog', { name: english.say('close-room-title') });
  await expect(dialog).toContainText(english.say('close-room-speaking', { name: 'Senegal' }));
  await expect(dialog).toContainText(english.say('close-room-polls', { count: 1 }));
  await dialog.getByRole('button', { name: english.say('close-room-do') }).click();
  for (const room of [moderator, writer, phone]) await room.expectClosed();
  await expect(phone.button('floor-request')).toHaveCount(0);
  await expect(writer.notes).toHaveAttribute('aria-readonly', 'true');
  await expect(phone.clock).toHaveCount(0);

  await writer.goTo('desk');
  await expect(writer.page.getByText(english.say('outcome-final', { revision: 1 }))).toBeVisible();
  for (const file of ['outcome-md', 'outcome-html', 'outcome-json'] as const) {
    const text = await writer.download(file);
    expect(text, file).toContain('Three messages for the plenary.');
    expect(text, file).toContain('Technology');
  }
  expect(await writer.download('polls-csv')).toContain('Technology');
  expect(await writer.download('speakers-csv')).toContain('Senegal');

  const secretariat = await hall.device('laptop');
  await new Entrance(secretariat).follow(server.links.organiser);
  const card = secretariat.page.getByRole('article').filter({ hasText: server.room('group-1').title });
  await expect(card).toContainText(english.say('room-closed-short'));
  await card.getByRole('link', { name: english.say('room-enter') }).click();
  const organiser = new RoomPage(secretariat.page);
  await organiser.expectClosed();
  await organiser.goTo('desk');
  await organiser.button('reopen-room').click();
  await expect(phone.button('floor-request')).toBeVisible();
  await organiser.page.keyboard.press('Escape');
  await writer.page.keyboard.press('Escape');
  await writer.writeParagraph('A fourth one, after all.');
  await writer.expectNotes('saved');

  await moderator.page.keyboard.press('Escape');
  await moderator.closeSession();
  await writer.goTo('desk');
  await expect(writer.page.getByText(english.say('outcome-final', { revision: 2 }))).toBeVisible();
  expect(await writer.download('outcome-md')).toContain('A fourth one, after all.');
});
