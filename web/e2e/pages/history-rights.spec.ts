/** Whoever may write the notes looks back at them also when they can be written no more. */
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';

test('a participant who wrote the notes still has their history when the report is final and when the room is closed', async ({ server, hall }) => {
  const { participant, rapporteur, chair } = server.room('group-1');
  const writer = await new Entrance(await hall.device('laptop')).join(participant, { name: 'Amina Diallo' });
  const desk = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  await writer.openNotes();
  await writer.writeParagraph('States need help with response teams.');
  await writer.expectNotes('saved');
  await desk.goTo('desk');
  await desk.button('report-circulate').click();
  await desk.page.getByRole('dialog').getByRole('button', { name: desk.say('report-ask-send'), exact: true }).click();
  const steps = ['report-end', 'report-end-sure', 'report-finish'] as const;
  for (const step of steps) await desk.button(step).click();
  await expect(writer.notes).toHaveAttribute('aria-readonly', 'true');
  const history = await writer.openHistory();
  await expect(history.getByText('States need help with response teams.')).toBeVisible();
  await history.getByRole('button', { name: writer.say('close-dialog') }).click();
  const presiding = await new Entrance(await hall.device('laptop')).join(chair, { name: 'Ben Okri' });
  await presiding.closeSession();
  await writer.expectClosed();
  await expect((await writer.openHistory()).getByText('States need help with response teams.')).toBeVisible();
});
