/** A plenary is a room, too: its board takes questions from the floor, which others support, the chair lets through and marks answered. */
import { Entrance } from '../entrance';
import { expect, test, type Hall } from '../fixtures';
import { expectSound } from '../looks';
import type { RoomPage } from '../room';
import type { Server } from '../server';
import { english } from '../words';

const QUESTION = 'Who pays for the second year?';

async function phoneIn(server: Server, hall: Hall, delegation: string): Promise<RoomPage> {
  const room = await new Entrance(await hall.device('phone')).join(server.room('plenary').participant, { name: 'A. Delegate', delegation });
  const bar = room.page.getByRole('navigation', { name: english.say('tabs') });
  await bar.getByRole('button', { name: english.say('tab-questions') }).click();
  return room;
}

test('a question from the floor waits, is supported, stands on the screen, and is marked as answered', async ({ server, hall }) => {
  const chair = await new Entrance(await hall.device('laptop')).join(server.room('plenary').chair);
  await chair.page.getByRole('banner').getByRole('button', { name: english.say('tab-questions') }).click();
  const sheet = chair.page.getByRole('dialog', { name: english.say('questions-floor') });
  await sheet.getByRole('radio', { name: english.say('board-rule-moderated') }).check();
  const [kenya, norway] = [await phoneIn(server, hall, 'Kenya'), await phoneIn(server, hall, 'Norway')];

  await kenya.button('questions-add').click();
  const form = kenya.page.getByRole('dialog', { name: english.say('questions-add') });
  await form.getByLabel(english.say('questions-text')).fill(QUESTION);
  await expectSound(kenya.page, 'en-phone-question');
  await form.getByRole('button', { name: english.say('card-add-do') }).click();
  await expect(norway.page.getByText(QUESTION), 'it waits').toHaveCount(0);
  await expect(sheet.getByRole('heading', { name: english.say('questions-board-waiting', { count: 1 }) })).toBeVisible();
  await expect(sheet.getByText(/card|board/i), 'a question is called a question').toHaveCount(0);
  await sheet.getByRole('button', { name: english.say('card-pass-of', { text: QUESTION }) }).click();
  const support = norway.page.getByRole('listitem').filter({ hasText: QUESTION }).getByRole('button', { name: english.say('card-support') });
  await support.click();
  await expect(support).toHaveAttribute('aria-pressed', 'true');
  await expectSound(norway.page, 'en-phone-questions');
  await expectSound(chair.page, 'en-laptop-questions');

  await sheet.getByRole('button', { name: english.say('card-pin-of', { text: QUESTION }) }).click();
  await expect(sheet.getByText(english.say('card-pinned')), 'one press, and it is on the screen').toBeVisible();
  await sheet.getByRole('button', { name: `${english.say('questions-answer')}: ${QUESTION}` }).click();
  await expect(norway.page.getByText(english.say('questions-settled', { count: 1 }))).toBeVisible();
  await expect(norway.page.getByText(QUESTION)).toBeHidden();
});
