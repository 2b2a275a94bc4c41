/** Comments on passages of the notes, between two people. */
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import { expectSound } from '../looks';

test('one comments on a passage, the other answers and resolves it; the passage stays with its words', async ({ server, hall }) => {
  const { participant, rapporteur } = server.room('group-1');
  const [desk, delegate] = await Promise.all([
    new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' }),
    new Entrance(await hall.device('laptop')).join(participant, { name: 'Amina Diallo', delegation: 'Senegal' }),
  ]);
  for (const room of [desk, delegate]) await room.openNotes();
  await desk.writeParagraph('A strategy needs an owner');
  await desk.notes.press('Shift+ControlOrMeta+ArrowLeft');
  await expect.poll(() => desk.page.evaluate(() => getSelection()?.toString())).toBe('owner');
  await desk.notes.press('ControlOrMeta+Alt+m');
  const own = desk.page.getByRole('complementary', { name: desk.say('panel-comments') });
  await own.getByLabel(desk.say('comment-text')).fill('Which ministry?');
  await own.getByRole('button', { name: desk.say('comment-add') }).click();
  await expect(own.getByText('Which ministry?')).toBeVisible();
  await desk.writeParagraph('More text below.');
  const other = await delegate.openBeside('comments');
  await expect(delegate.page.locator('.notes-commented')).toHaveText('owner');
  await expectSound(delegate.page, 'notes-comments');
  await other.getByRole('button', { name: delegate.say('comment-reply'), exact: true }).click();
  await other.getByLabel(delegate.say('comment-reply-text')).fill('The one for digital affairs.');
  await delegate.page.keyboard.press('ControlOrMeta+Enter');
  await expect(own.getByText('The one for digital affairs.')).toBeVisible();
  await expect(other.getByRole('button', { name: delegate.say('comment-resolve') }), 'those who lead settle it').toHaveCount(0);
  await own.getByRole('button', { name: desk.say('comment-resolve') }).click();
  await expect(delegate.page.locator('.notes-commented')).toHaveCount(0);
  await expect(other.getByText(delegate.say('comments-none'))).toBeVisible();
  await other.getByRole('button', { name: delegate.say('comments-resolved', { count: 1 }) }).click();
  await expect(other.getByText('Which ministry?')).toBeVisible();
  await expect(other.getByRole('button', { name: delegate.say('comment-reopen') })).toHaveCount(0);
});

test('an answer that is being written is kept while others resolve the comment, and while the panel is closed', async ({ server, hall }) => {
  const { participant, rapporteur } = server.room('group-1');
  const [desk, delegate] = await Promise.all([
    new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' }),
    new Entrance(await hall.device('laptop')).join(participant, { name: 'Amina Diallo', delegation: 'Senegal' }),
  ]);
  for (const room of [desk, delegate]) await room.openNotes();
  await desk.writeParagraph('A strategy needs an owner');
  await desk.notes.press('Shift+ControlOrMeta+ArrowLeft');
  await expect.poll(() => desk.page.evaluate(() => getSelection()?.toString())).toBe('owner');
  await desk.notes.press('ControlOrMeta+Alt+m');
  const own = desk.page.getByRole('complementary', { name: desk.say('panel-comments') });
  await own.getByLabel(desk.say('comment-text')).fill('Which ministry?');
  await own.getByRole('button', { name: desk.say('comment-add') }).click();
  const other = await delegate.openBeside('comments');
  const answer = other.getByLabel(delegate.say('comment-reply-text'));
  await other.getByRole('button', { name: delegate.say('comment-reply'), exact: true }).click();
  await answer.fill('The one for digital');
  await own.getByRole('button', { name: desk.say('comment-resolve') }).click();
  await expect(other.getByText(delegate.say('comment-resolved-meanwhile'))).toBeVisible();
  await expect(answer).toHaveValue('The one for digital');
  await answer.press('Escape');
  await expect(other).toBeHidden();
  await delegate.openBeside('comments');
  await expect(answer).toHaveValue('The one for digital');
  await own.getByRole('button', { name: desk.say('comments-resolved', { count: 1 }) }).click();
  await own.getByRole('button', { name: desk.say('comment-delete') }).click();
  await own.getByRole('button', { name: desk.say('comment-delete') }).click();
  await expect(other.getByLabel(delegate.say('comment-orphaned'))).toHaveValue('The one for digital');
});

test('a passage that is shown is not selected: the next key writes behind it', async ({ server, hall }) => {
  const { rapporteur } = server.room('group-1');
  const desk = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  await desk.openNotes();
  await desk.writeParagraph('A strategy needs an owner');
  await desk.notes.press('Shift+ControlOrMeta+ArrowLeft');
  await expect.poll(() => desk.page.evaluate(() => getSelection()?.toString())).toBe('owner');
  await desk.notes.press('ControlOrMeta+Alt+m');
  const panel = desk.page.getByRole('complementary', { name: desk.say('panel-comments') });
  await panel.getByLabel(desk.say('comment-text')).fill('Which ministry?');
  await panel.getByRole('button', { name: desk.say('comment-add') }).click();
  await panel.getByRole('button', { name: desk.say('comment-show', { quote: 'owner' }) }).click();
  await expect(desk.notes).toBeFocused();
  await desk.page.keyboard.type(', now');
  await expect.poll(async () => (await desk.notesText()).at(-1)).toBe('A strategy needs an owner, now');
});
