/** The history of the notes: who wrote what, what changed since, and the way back. */
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import { expectSound } from '../looks';

test('a rapporteur names a version, compares it with what came after, restores it, and undoes that', async ({ server, hall }) => {
  const { rapporteur } = server.room('group-1');
  const desk = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  await desk.openNotes();
  await desk.writeParagraph('A strategy needs an owner.');
  await desk.pressPoint('2');
  await desk.expectNotes('saved');
  const before = await desk.openHistory();
  await before.getByLabel(desk.say('history-name')).fill('Before lunch');
  await before.getByRole('button', { name: desk.say('history-name-do') }).click();
  await expect(before.getByRole('button', { name: /^Before lunch/ })).toBeVisible();
  await expect(before.getByRole('list').getByText('Mei Tan')).toBeVisible();
  await expectSound(desk.page, 'notes-history');
  await before.getByRole('button', { name: desk.say('close-dialog') }).click();
  await desk.notes.press('ControlOrMeta+a');
  await desk.notes.press('Delete');
  await desk.notes.pressSequentially('All of it is new.');
  await desk.expectNotes('saved');
  const history = await desk.openHistory();
  await expect(history.getByText('All of it is new.')).toBeVisible();
  await history.getByRole('button', { name: /^Before lunch/ }).click();
  await expect(history.getByText('A strategy needs an owner.')).toBeVisible();
  await history.getByLabel(desk.say('history-compare')).selectOption({ label: desk.say('history-compare-last') });
  await expect(history.getByRole('deletion').filter({ hasText: 'A strategy needs an owner.' })).toBeVisible();
  await expect(history.getByRole('insertion').filter({ hasText: 'All of it is new.' })).toBeVisible();
  await history.getByRole('button', { name: desk.say('history-restore') }).click();
  await history.getByRole('button', { name: desk.say('history-restore-do'), exact: true }).click();
  await expect(history.getByText(desk.say('history-restored-saved'))).toBeVisible();
  await history.getByRole('button', { name: desk.say('close-dialog') }).click();
  await expect.poll(() => desk.points()).toEqual([{ label: desk.say('point-kind-need'), text: 'A strategy needs an owner.' }]);
  await desk.expectNotes('saved');
  await desk.notes.press('ControlOrMeta+z');
  await expect.poll(() => desk.notesText()).toEqual(['All of it is new.']);
});

test('while one looks at the history others write: the new step comes, and a name is for the notes as they are now', async ({ server, hall }) => {
  const { participant, rapporteur } = server.room('group-1');
  const desk = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  const other = await new Entrance(await hall.device('laptop')).join(participant, { name: 'Amina Diallo' });
  for (const room of [desk, other]) await room.openNotes();
  await desk.writeParagraph('Written before.');
  await desk.expectNotes('saved');
  const history = await desk.openHistory();
  await expect(history.getByText('Written before.')).toBeVisible();
  await other.writeParagraph('Written meanwhile.');
  await other.expectNotes('saved');
  await expect(history.getByText('Written meanwhile.')).toBeVisible();
  await history.getByLabel(desk.say('history-name')).fill('With both');
  await history.getByRole('button', { name: desk.say('history-name-do') }).click();
  await history.getByRole('button', { name: desk.say('history-earlier') }).click();
  await history.getByRole('button', { name: /^With both/ }).click();
  await expect(history.getByText('Written meanwhile.')).toBeVisible();
});

test('a state that did not come is fetched again by hand', async ({ server, hall }) => {
  const { rapporteur } = server.room('group-1');
  const desk = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  await desk.openNotes();
  await desk.writeParagraph('A state of its own.');
  await desk.expectNotes('saved');
  const states = /\/notes\/history\/\d+/;
  await desk.page.route(states, (route) => route.abort());
  const history = await desk.openHistory();
  await expect(history.getByText(desk.say('refusal-unreachable'))).toBeVisible();
  await desk.page.unroute(states);
  await history.getByRole('button', { name: desk.say('try-again') }).click();
  await expect(history.getByText('A state of its own.')).toBeVisible();
});
