/** The list of speakers, from asking to having spoken. */
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import { ListDesk } from '../listdesk';
import { english } from '../words';

test('delegates ask, see their place, speak by the clock and withdraw; the chair leads', async ({ server, hall }) => {
  const { participant, chair } = server.room('group-1');
  const senegal = await new Entrance(await hall.device('phone')).join(participant, { name: 'Amina Diallo', delegation: 'Senegal' });
  const norway = await new Entrance(await hall.device('phone')).join(participant, { name: 'Jonas Berg', delegation: 'Norway' });
  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });

  await senegal.askForFloor();
  await norway.askForFloor();
  await expect(senegal.page.getByText(senegal.say('floor-next'))).toBeVisible();
  await expect(norway.page.getByText(norway.say('floor-place', { place: 2 }))).toBeVisible();
  await expect(moderator.waiting).toHaveCount(2);
  await expect(moderator.waiting.first()).toContainText('Senegal');

  await moderator.button('chair-next', { name: 'Senegal' }).click();
  await expect(senegal.page.getByText(senegal.say('floor-yours'), { exact: true })).toBeVisible();
  for (const room of [senegal, norway, moderator]) await expect(room.clock).toContainText('3:00');
  const before = await norway.clock.innerText();
  await expect(norway.clock).not.toHaveText(before);
  await expect(norway.page.getByText(norway.say('floor-next'))).toBeVisible();

  await norway.button('floor-withdraw').click();
  await expect(norway.page.getByText(norway.say('floor-not-on-list'))).toBeVisible();
  await expect(moderator.waiting).toHaveCount(0);
  await moderator.button('chair-end').click();
  await expect(senegal.page.getByText(senegal.say('floor-nobody'))).toBeVisible();
  await expect(senegal.clock).toHaveCount(0);
});

test('the chair reorders, skips, closes the list and sets the time', async ({ server, hall }) => {
  const { participant, chair } = server.room('group-1');
  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });
  const rooms = [];
  for (const delegation of ['Brazil', 'Japan', 'Ghana']) {
    const room = await new Entrance(await hall.device('phone')).join(participant, { delegation });
    await room.askForFloor();
    rooms.push(room);
  }
  const [brazil, japan, ghana] = rooms;
  await moderator.moveUp('Ghana', 2);
  await expect(moderator.waiting.first()).toContainText('Ghana');
  await expect(ghana!.page.getByText(english.say('floor-next'))).toBeVisible();
  await expect(japan!.page.getByText(english.say('floor-place', { place: 3 }))).toBeVisible();
  await (await moderator.rowMenu('Brazil')).getByRole('button', { name: english.say('row-skip') }).click();
  await moderator.giveReason('skip', english.say('reason-not-in-room'));
  await expect(brazil!.page.getByText(english.say('floor-missed'))).toBeVisible();
  const desk = new ListDesk(moderator);
  const limit = (await desk.settings('chair-list-times')).getByRole('combobox', { name: english.say('chair-limit-list'), exact: true });
  await limit.fill('2:00');
  await limit.press('Enter');
  await expect(japan!.floor.getByText(english.say('floor-limit-each', { limit: '2:00' }))).toBeVisible();
  await desk.leave();
  await desk.closeNow();
  await expect(brazil!.button('floor-request')).toBeDisabled();
  await moderator.button('chair-next', { name: 'Ghana' }).click();
  await expect(ghana!.clock).toContainText('2:00');
});
