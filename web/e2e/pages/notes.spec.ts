/** The shared notes, written by several people at once. */
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import type { RoomPage } from '../room';

test('two phones and a laptop write together; everybody sees the text and who stands where', async ({ server, hall }) => {
  const { participant, rapporteur } = server.room('group-1');
  const [first, second, desk] = await Promise.all([
    new Entrance(await hall.device('phone')).join(participant, { name: 'Amina Diallo', delegation: 'Senegal' }),
    new Entrance(await hall.device('phone')).join(participant, { name: 'Jonas Berg', delegation: 'Norway' }),
    new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' }),
  ]);
  for (const room of [first, second, desk]) await room.openNotes();
  await first.writeParagraph('A national strategy needs an owner.');
  await expect(desk.notes).toContainText('A national strategy needs an owner.');
  await desk.writeParagraph('Point one, as agreed.');
  await second.writeParagraph('And a budget for its first year.');
  for (const room of [first, second, desk]) {
    for (const text of ['A national strategy needs an owner.', 'Point one, as agreed.', 'And a budget for its first year.']) {
      await expect(room.notes).toContainText(text);
    }
    await room.expectNotes('saved');
  }
  await expect(desk.cursorNames.filter({ hasText: 'Norway' }).or(desk.cursorNames.filter({ hasText: 'Jonas Berg' }))).toBeAttached();
  await expect(second.cursorNames.filter({ hasText: 'Mei Tan' })).toBeAttached();
});

/** The lines that both wrote, without the headings with which the notes opened. */
async function together(room: RoomPage): Promise<string[]> {
  return (await room.notesText()).filter((line) => line.startsWith('Together: '));
}

test('two people type in the same line at the same time and no letter is lost', async ({ server, hall }) => {
  const { participant } = server.room('group-1');
  const [one, other] = await Promise.all([
    new Entrance(await hall.device('laptop')).join(participant, { name: 'One' }),
    new Entrance(await hall.device('laptop')).join(participant, { name: 'Other' }),
  ]);
  for (const room of [one, other]) await room.openNotes();
  await one.writeParagraph('Together: ');
  await expect(other.notes).toContainText('Together:');
  await other.notes.click();
  await other.notes.press('ControlOrMeta+End');
  const [letters, digits] = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789'];
  await Promise.all([one.notes.pressSequentially(letters, { delay: 15 }), other.notes.pressSequentially(digits, { delay: 20 })]);
  for (const room of [one, other]) {
    await room.expectNotes('saved');
    await expect.poll(async () => (await together(room)).join('').length).toBe('Together: '.length + letters.length + digits.length);
  }
  const [line, ...more] = await together(one);
  expect(more).toEqual([]);
  expect(await other.notesText()).toEqual(await one.notesText());
  expect(line?.slice('Together: '.length).replace(/\d/g, ''), 'each keeps the order of their own typing').toBe(letters);
  expect(line?.replace(/\D/g, '')).toBe(digits);
});

test('where only chosen people write, a delegate reads along until the chair lets them', async ({ server, hall }) => {
  const { participant, chair } = server.room('norms');
  const delegate = await new Entrance(await hall.device('phone')).join(participant, { delegation: 'Kenya' });
  await delegate.goTo('notes');
  await expect(delegate.page.getByText(delegate.say('notes-bar-may-not-write'))).toBeVisible();
  await expect(delegate.notes).toHaveAttribute('aria-readonly', 'true');
  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });
  await moderator.goTo('desk');
  const row = moderator.page.getByRole('listitem').filter({ hasText: 'Kenya' });
  await row.getByRole('button', { name: moderator.say('writer-allow') }).click();
  await expect(row.getByRole('button', { name: moderator.say('writer-yes') })).toBeVisible();
  await delegate.writeParagraph('From Kenya.');
  await expect(moderator.notes).toContainText('From Kenya.');
});
