/** Outcome points: marked by key and by tap, listed, found again, changed by others. */
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import { expectSound, expectWhole } from '../looks';

test('a rapporteur marks points with the keyboard; everybody sees what they are, and undo takes a mark back', async ({ server, hall }) => {
  const { participant, rapporteur } = server.room('group-1');
  const [desk, reader] = await Promise.all([
    new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' }),
    new Entrance(await hall.device('laptop')).join(participant, { name: 'Amina Diallo' }),
  ]);
  for (const room of [desk, reader]) await room.openNotes();
  await desk.writeParagraph('Many States have no response team.');
  await desk.pressPoint('3');
  await expect(desk.notes, 'the keys are in the notes again').toBeFocused();
  await desk.notes.press('Enter');
  await desk.notes.pressSequentially('Train trainers in every region.');
  await desk.pressPoint('7');
  const both = [
    { label: desk.say('point-kind-gap'), text: 'Many States have no response team.' },
    { label: desk.say('point-kind-recommendation'), text: 'Train trainers in every region.' },
  ];
  for (const room of [desk, reader]) await expect.poll(() => room.points()).toEqual(both);
  await desk.expectNotes('saved');
  await desk.pressPoint('7');
  await expect.poll(() => reader.points(), 'the digit of its kind takes the mark away').toEqual([both[0]]);
  await desk.notes.press('ControlOrMeta+z');
  await expect.poll(() => reader.points()).toEqual(both);
});

test('a delegate marks a point with two taps on a phone, and says more about it', async ({ server, hall }) => {
  const { participant } = server.room('group-1');
  const room = await new Entrance(await hall.device('phone')).join(participant, { name: 'Amina Diallo', delegation: 'Senegal' });
  await room.openNotes();
  await room.writeParagraph('A network of focal points exists.');
  const flag = room.button('notes-tool-point');
  await expect(flag, 'without scrolling the tools').toBeInViewport({ ratio: 1 });
  await flag.click();
  await expectSound(room.page, 'notes-point-sheet');
  await room.pointSheet.getByRole('button', { name: room.say('point-kind-initiative') }).click();
  await expect.poll(() => room.points()).toEqual([{ label: room.say('point-kind-initiative'), text: 'A network of focal points exists.' }]);
  await expectSound(room.page, 'notes-point-standing');
  await room.pointSheet.getByRole('button', { name: room.say('point-standing-convergence') }).click();
  await expect(room.pointSheet, 'kind and standing are two taps').toBeHidden();
  await flag.click();
  await room.pointSheet.getByLabel(room.say('point-reach')).selectOption('regional');
  await room.pointSheet.getByLabel(room.say('point-owner')).fill('ECOWAS');
  await expectWhole(room.page, 'notes-point-details');
  await room.pointSheet.getByRole('button', { name: room.say('point-done') }).click();
  const label = [room.say('point-kind-initiative'), room.say('point-standing-convergence'), room.say('point-reach-regional'), room.say('point-owned', { owner: 'ECOWAS' })].join(' · ');
  await expect.poll(async () => (await room.points())[0]?.label).toBe(label);
  await room.expectNotes('saved');
});

test('the overview lists the points, filters them, times the messages, and leads to each', async ({ server, hall }) => {
  const { rapporteur } = server.room('group-1');
  const desk = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  await desk.openNotes();
  await desk.writeParagraph('Teams are missing.');
  await desk.pressPoint('3');
  await desk.writeParagraph('We ask for a network of teams.');
  await desk.pressPoint('0');
  const overview = await desk.openBeside('points');
  await expect(overview.getByRole('heading', { level: 4 })).toHaveText([
    desk.say('points-of-kind', { kind: desk.say('point-kind-gap'), count: 1 }),
    desk.say('points-of-kind', { kind: desk.say('point-kind-plenary-message'), count: 1 }),
  ]);
  await expect(overview.getByText(desk.say('points-reading', { count: 1, time: '0:03' }))).toBeVisible();
  await expectSound(desk.page, 'notes-points');
  await overview.getByLabel(desk.say('point-kind')).selectOption('gap');
  await expect(overview.getByText(desk.say('points-shown', { count: 1 }))).toBeVisible();
  await expect(overview.getByText('We ask for a network of teams.')).toHaveCount(0);
  await overview.getByRole('button', { name: 'Teams are missing.', exact: true }).click();
  await expect(desk.notes).toBeFocused();
  await desk.notes.press('End');
  await desk.notes.pressSequentially(' Everywhere.');
  await expect(desk.notes).toContainText('Teams are missing. Everywhere.');
  await overview.getByRole('button', { name: desk.say('points-change-of', { text: 'Teams are missing. Everywhere.' }) }).click();
  await desk.pointSheet.getByRole('button', { name: desk.say('point-kind-need') }).click();
  await expect.poll(async () => (await desk.points())[0]?.label).toBe(desk.say('point-kind-need'));
});

test('who loads the page anew sees the points with their labels before any press, and writes where the first press went', async ({ server, hall }) => {
  const { rapporteur } = server.room('group-1');
  const desk = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  await desk.openNotes();
  const paragraphs = ['First of all.', 'Teams are missing.', 'There is hope.', 'The last word.'];
  for (const text of paragraphs) await desk.writeParagraph(text);
  await desk.notes.getByText('Teams are missing.').click();
  await desk.pressPoint('3');
  await desk.expectNotes('saved');
  // What stands beside the text comes after it and after all that the server says, as over a slow network.
  await desk.page.route(/\/beside-[^/]*\.js$/, async (route) => {
    await expect(desk.notes).toContainText('The last word.');
    await desk.expectNotes('saved');
    await route.continue();
  });
  await desk.page.reload();
  await expect(desk.page.getByRole('button', { name: desk.say('ways-points', { count: 1 }) })).toBeVisible();
  await expect.poll(() => desk.points()).toEqual([{ label: desk.say('point-kind-gap'), text: 'Teams are missing.' }]);
  await expect(desk.notes).toHaveAttribute('contenteditable', 'true');
  await desk.notes.getByText('There is hope.').click();
  await desk.page.keyboard.press('End');
  await desk.page.keyboard.type(' Much of it.');
  await expect.poll(async () => (await desk.notesText()).slice(-4)).toEqual(['First of all.', 'Teams are missing.', 'There is hope. Much of it.', 'The last word.']);
});

test('the sheet of a point that there is says so, and the return key leaves it as it is', async ({ server, hall }) => {
  const { rapporteur } = server.room('group-1');
  const desk = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  await desk.openNotes();
  await desk.writeParagraph('Teams are missing.');
  await desk.pressPoint('3');
  await desk.notes.press('ControlOrMeta+.');
  const sheet = desk.page.getByRole('dialog', { name: desk.say('point-title-change') });
  await expect(sheet.getByRole('button', { name: desk.say('point-done') })).toBeFocused();
  await desk.page.keyboard.press('Enter');
  await expect(sheet).toBeHidden();
  expect(await desk.points()).toEqual([{ label: desk.say('point-kind-gap'), text: 'Teams are missing.' }]);
});
