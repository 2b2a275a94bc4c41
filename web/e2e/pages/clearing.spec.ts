/** Clearing the report: a draft goes round, phones remark on its paragraphs, each remark has its answer, and then it is final. */
import { command, join } from '../api';
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import { expectSound } from '../looks';
import { english } from '../words';

const REMARK = 'Please say: regional.';
/** A room of the example under the Chatham House Rule. */
const UNDER_THE_RULE = 'confidence-building';
const WORD = 'Only one delegation asked for it.';

test('a draft is remarked on from a phone, the remark is declined with a word, and the report is final', async ({ server, hall }) => {
  const { participant, rapporteur } = server.room('group-1');
  const writer = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  const phone = await new Entrance(await hall.device('phone')).join(participant, { name: 'Amina Diallo', delegation: 'Senegal' });
  await writer.openNotes();
  await writer.writeParagraph('States need help with response teams.');
  await writer.pressPoint('3');
  await writer.expectNotes('saved');
  await writer.goTo('desk');
  await writer.button('report-circulate').click();
  const asked = writer.page.getByRole('dialog', { name: english.say('report-ask', { number: 1 }) });
  await expect(asked).toContainText(english.say('report-ask-to', { count: 2 }));
  await expect(asked, 'nobody has written in the sections of the example').toContainText(english.say('report-ask-empty'));
  await expectSound(writer.page, 'en-laptop-circulate');
  await expect(writer.page.getByText(english.say('report-state-circulated', { number: 1 })), 'nothing is sent yet').toHaveCount(0);
  await asked.getByRole('button', { name: english.say('report-ask-send'), exact: true }).click();
  await expect(writer.page.getByText(english.say('report-state-circulated', { number: 1 }))).toBeVisible();
  await expectSound(writer.page, 'en-laptop-clearing');

  await phone.button('report-read').click();
  const draft = phone.page.getByRole('dialog', { name: english.say('draft-title', { number: 1 }) });
  const line = draft.getByRole('listitem').filter({ hasText: 'States need help' });
  await expect(line, 'what a paragraph is said to be can be objected to').toContainText(english.say('point-kind-gap'));
  await line.getByRole('button', { name: /^Remark on paragraph \d+$/ }).click();
  await line.getByLabel(english.say('draft-remark'), { exact: true }).fill(REMARK);
  await expectSound(phone.page, 'en-phone-draft');
  await line.getByRole('button', { name: english.say('draft-remark-send') }).click();
  await expect(line).toContainText(english.say('draft-remark-waits'));

  const remark = writer.page.getByRole('article').filter({ hasText: REMARK });
  await expect(remark, 'the paragraph is read with the remark on it').toContainText('States need help with response teams.');
  const decline = remark.getByRole('button', { name: english.say('report-decline') });
  await expect(decline).toBeDisabled();
  await remark.getByLabel(english.say('report-word')).fill(WORD);
  await decline.click();
  await expect(line).toContainText(english.say('verdict-declined'));
  await expect(line).toContainText(WORD);

  await writer.button('report-end').click();
  await writer.button('report-end-sure').click();
  await expect(phone.page.getByText(english.say('draft-over'))).toBeVisible();
  await writer.button('report-finish').click();
  await expect(writer.button('report-resume')).toBeVisible();
  await phone.page.keyboard.press('Escape');
  await phone.goTo('notes');
  await expect(phone.page.getByText(english.say('report-notes-final'))).toBeVisible();
  await expect(phone.notes).toHaveAttribute('aria-readonly', 'true');

  await writer.button('report-resume').click();
  await writer.page.getByLabel(english.say('report-resume-reason')).fill('A figure was wrong.');
  await writer.page.getByRole('button', { name: english.say('report-resume-do'), exact: true }).click();
  await expect(phone.page.getByText(english.say('report-resumed', { reason: 'A figure was wrong.' }))).toBeVisible();
});

test('who reads a draft goes on reading it when the next goes round, keeps what was typed, and is offered the next', async ({ server, hall }) => {
  const { participant, rapporteur } = server.room('group-1');
  const seat = await join(server, rapporteur.code, { name: 'Mei Tan' });
  const writer = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  await writer.openNotes();
  await writer.writeParagraph('States need help with response teams.');
  await writer.expectNotes('saved');
  await command(server, seat, { tool: 'report', do: 'circulate', for_s: 600 });
  const phone = await new Entrance(await hall.device('phone')).join(participant, { name: 'Amina Diallo', delegation: 'Senegal' });
  await phone.button('report-read').click();
  const first = phone.page.getByRole('dialog', { name: english.say('draft-title', { number: 1 }) });
  const line = first.getByRole('listitem').filter({ hasText: 'States need help' });
  await line.getByRole('button', { name: /^Remark on paragraph \d+$/ }).click();
  await line.getByLabel(english.say('draft-remark'), { exact: true }).fill(REMARK);
  await command(server, seat, { tool: 'report', do: 'deadline', in_s: null });
  await writer.writeParagraph('Something new.');
  await writer.expectNotes('saved');
  await command(server, seat, { tool: 'report', do: 'circulate', for_s: 600 });

  await expect(first.getByText(english.say('draft-newer', { number: 2 }))).toBeVisible();
  await expect(first.getByText('Something new.')).toHaveCount(0);
  await expect(line.getByLabel(english.say('draft-remark'), { exact: true })).toHaveValue(REMARK);
  await expect(line.getByText(english.say('draft-remark-late'))).toBeVisible();
  await expectSound(phone.page, 'en-phone-draft-newer');
  await first.getByRole('button', { name: english.say('draft-newer-read', { number: 2 }) }).click();
  const second = phone.page.getByRole('dialog', { name: english.say('draft-title', { number: 2 }) });
  await expect(second.getByText('Something new.')).toBeVisible();
  await second.getByLabel(english.say('draft-which')).selectOption('1');
  await expect(line.getByLabel(english.say('draft-remark'), { exact: true })).toHaveValue(REMARK);
});

test('a remark on an earlier draft is answered there, and an answer can be changed until the report is final', async ({ server, hall }) => {
  const { participant, rapporteur } = server.room('group-1');
  const [seat, delegate] = [await join(server, rapporteur.code, { name: 'Mei Tan' }), await join(server, participant.code, { name: 'Amina Diallo' })];
  const writer = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  await writer.openNotes();
  await writer.writeParagraph('States need help with response teams.');
  await writer.expectNotes('saved');
  const circulate = { tool: 'report', do: 'circulate', for_s: 600 };
  const end = { tool: 'report', do: 'deadline', in_s: null };
  await command(server, seat, circulate);
  await command(server, delegate, { tool: 'report', do: 'remark', draft: 1, paragraph: 1, text: REMARK });
  for (const asked of [end, circulate, end]) await command(server, seat, asked);
  await expect(writer.page.getByText(english.say('report-notes-commented', { number: 2 }))).toBeVisible();
  await expect(command(server, delegate, { tool: 'report', do: 'remark', draft: 1, paragraph: 1, text: REMARK })).rejects.toThrow(/no-draft/);
  await writer.goTo('desk');
  await expect(writer.button('report-finish')).toBeDisabled();
  await writer.button('report-left-read', { number: 1 }).click();
  const draft = writer.page.getByRole('dialog', { name: english.say('draft-title', { number: 1 }) });
  await draft.getByRole('button', { name: english.say('report-take') }).click();
  await expect(draft.getByText(english.say('verdict-taken'))).toBeVisible();
  await draft.getByRole('button', { name: english.say('report-answer-change') }).click();
  await draft.getByLabel(english.say('report-word')).fill(WORD);
  await draft.getByRole('button', { name: english.say('report-decline') }).click();
  await expect(draft.getByText(WORD)).toBeVisible();
  await writer.page.keyboard.press('Escape');
  await expect(writer.button('report-finish')).toBeEnabled();
});

test('under the Chatham House Rule the same words of a person and of a delegation are told before the draft goes round and before the close', async ({ server, hall }) => {
  const { participant, chair, rapporteur } = server.room(UNDER_THE_RULE);
  await join(server, participant.code, { name: 'Georgia', delegation: 'Georgia' });
  const writer = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  await writer.openNotes();
  await writer.writeParagraph('Georgia asked for a network of teams.');
  await writer.pressPoint('3');
  await writer.notes.press('ControlOrMeta+.');
  await writer.pointSheet.getByLabel(english.say('point-owner')).fill('Georgia');
  await writer.pointSheet.getByRole('button', { name: english.say('point-done') }).click();
  await writer.expectNotes('saved');
  await writer.goTo('desk');
  for (const what of ['person', 'delegation']) await expect(writer.page.getByRole('listitem').filter({ hasText: `Georgia (${english.say(`named-${what}`)})` })).toBeVisible();
  await expect(writer.page.getByRole('listitem').filter({ hasText: english.say('named-as-owner') })).toHaveCount(2);
  await expectSound(writer.page, 'en-laptop-named');

  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });
  await moderator.goTo('desk');
  await moderator.page.route('**/named*', (route) => route.abort());
  await moderator.button('close-room').click();
  const dialog = moderator.page.getByRole('dialog', { name: english.say('close-room-title') });
  await expect(dialog.getByText(english.say('named-unknown')), 'not known is not none').toBeVisible();
  await moderator.page.unroute('**/named*');
  await dialog.getByRole('button', { name: english.say('try-again') }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Georgia' })).toHaveCount(2);
});
