/** Clearing the report: a draft goes round, phones remark on its paragraphs, each remark has its answer, and then it is final. */
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import { expectSound } from '../looks';
import { english } from '../words';

const REMARK = 'Please say: regional.';
const WORD = 'Only one delegation asked for it.';

test('a draft is remarked on from a phone, the remark is declined with a word, and the report is final', async ({ server, hall }) => {
  const { participant, rapporteur } = server.room('group-1');
  const writer = await new Entrance(await hall.device('laptop')).join(rapporteur, { name: 'Mei Tan' });
  const phone = await new Entrance(await hall.device('phone')).join(participant, { name: 'Amina Diallo', delegation: 'Senegal' });
  await writer.openNotes();
  await writer.writeParagraph('States need help with response teams.');
  await writer.expectNotes('saved');
  await writer.goTo('desk');
  await writer.button('report-circulate').click();
  await expect(writer.page.getByText(english.say('report-state-circulated', { number: 1 }))).toBeVisible();
  await expectSound(writer.page, 'en-laptop-clearing');

  await phone.button('report-read').click();
  const draft = phone.page.getByRole('dialog', { name: english.say('draft-title', { number: 1 }) });
  const line = draft.getByRole('listitem').filter({ hasText: 'States need help' });
  await line.getByRole('button', { name: /^Remark on paragraph \d+$/ }).click();
  await line.getByLabel(english.say('draft-remark'), { exact: true }).fill(REMARK);
  await expectSound(phone.page, 'en-phone-draft');
  await line.getByRole('button', { name: english.say('draft-remark-send') }).click();
  await expect(line).toContainText(english.say('draft-remark-waits'));

  const remark = writer.page.getByRole('article').filter({ hasText: REMARK });
  const decline = remark.getByRole('button', { name: english.say('report-decline') });
  await expect(decline).toBeDisabled();
  await remark.getByLabel(english.say('report-word')).fill(WORD);
  await decline.click();
  await expect(line).toContainText(english.say('verdict-declined'));
  await expect(line).toContainText(WORD);

  await writer.button('report-end').click();
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
