/** Joining and voting without touching anything but the keyboard. */
import { expect } from '@playwright/test';
import { Entrance } from '../entrance';
import { test } from '../fixtures';
import { RoomPage } from '../room';
import { tabTo } from '../tabbing';
import { english } from '../words';

test('a delegate joins, picks the delegation, votes and asks for the floor by keyboard alone', async ({ server, hall }) => {
  const { participant, chair } = server.room('threats');
  const question = 'At which level would support in this area achieve most?';
  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });
  const { page } = await hall.device('laptop');
  await page.goto(server.url);
  await tabTo(page, page.getByLabel(english.say('code-label')));
  await page.keyboard.type(participant.code);
  await page.keyboard.press('Enter');

  await expect(page.getByLabel(english.say('join-name'))).toBeVisible();
  await tabTo(page, page.getByLabel(english.say('join-name')));
  await page.keyboard.type('Amina Diallo');
  const delegation = page.getByRole('combobox', { name: english.say('join-delegation') });
  await tabTo(page, delegation);
  await page.keyboard.type('seneg');
  await expect(page.getByRole('option', { name: 'Senegal' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(delegation).toHaveValue('Senegal');
  await tabTo(page, page.getByRole('button', { name: english.say('join-go') }));
  await page.keyboard.press('Enter');
  const room = new RoomPage(page);
  await room.expectConnected();

  await moderator.actOnPoll(question, 'poll-do-open');
  const poll = room.poll(question);
  await expect(poll.getByRole('radio').first()).toBeVisible();
  await tabTo(page, poll.getByRole('radio').first());
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(poll.getByRole('radio').nth(1)).toBeChecked();
  await tabTo(page, poll.getByRole('button', { name: english.say('ballot-cast') }));
  await page.keyboard.press('Enter');
  await expect(poll.getByText(english.say('ballot-in'))).toBeVisible();
  await page.reload();
  await room.expectConnected();
  await tabTo(page, room.button('floor-request'));
  await page.keyboard.press('Enter');
  await expect(page.getByText(english.say('floor-next'))).toBeVisible();
});
