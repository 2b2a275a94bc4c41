/** Polls, from the chair's draft to the bars on every page. */
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import { english } from '../words';

const PREPARED = 'Which component of capacity needs support first in your country or community?';
const SEVERAL = 'What most often holds a national strategy back? Choose up to three.';

test('a prepared poll is opened, voted on, revised, closed and shown; a screen shows it too', async ({ server, hall }) => {
  const { participant, chair, screen } = server.room('group-1');
  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });
  const senegal = await new Entrance(await hall.device('phone')).join(participant, { delegation: 'Senegal' });
  const norway = await new Entrance(await hall.device('phone')).join(participant, { delegation: 'Norway' });
  const projector = await hall.device('projector');
  await new Entrance(projector).follow(screen);

  await senegal.goTo('polls');
  await expect(senegal.page.getByText(english.say('polls-none'))).toBeVisible();
  await moderator.actOnPoll(PREPARED, 'poll-do-open');
  await expect(projector.page.getByRole('heading', { name: PREPARED })).toBeVisible();
  await senegal.vote(PREPARED, 'Technology');
  await norway.vote(PREPARED, 'Technology');
  await expect(moderator.poll(PREPARED)).toContainText(english.say('poll-turnout', { turnout: 2, electorate: 2 }));
  await expect(moderator.poll(PREPARED).getByRole('table'), 'no tally before the close').toHaveCount(0);
  await norway.vote(PREPARED, 'People and skills', 'ballot-change');

  await moderator.actOnPoll(PREPARED, 'poll-do-close');
  await expect(moderator.poll(PREPARED).getByRole('table')).toBeVisible();
  await expect(senegal.poll(PREPARED).getByRole('table'), 'no result before it is shown').toHaveCount(0);
  await moderator.actOnPoll(PREPARED, 'poll-show');
  for (const room of [senegal, norway, moderator]) {
    await expect(room.poll(PREPARED).getByRole('table')).toBeVisible();
    expect(await room.resultOf(PREPARED, 'Technology')).toEqual(['1', english.say('percent', { share: 50 })]);
    expect(await room.resultOf(PREPARED, 'People and skills')).toEqual(['1', english.say('percent', { share: 50 })]);
    expect(await room.resultOf(PREPARED, 'Policies and regulations')).toEqual(['0', english.say('percent', { share: 0 })]);
  }
  await expect(projector.page.getByRole('table', { name: english.say('poll-result-of', { question: PREPARED }) })).toBeVisible();
});

test('the chair writes a poll in the room and puts it at once', async ({ server, hall }) => {
  const { participant, chair } = server.room('group-2');
  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });
  const phone = await new Entrance(await hall.device('phone')).join(participant, { delegation: 'Chile' });
  const question = 'Shall the group meet again before the closing plenary?';
  await moderator.writePoll(question, ['Yes', 'No', 'Only if needed']);
  await phone.vote(question, 'Only if needed');
  await moderator.actOnPoll(question, 'poll-do-close');
  await moderator.actOnPoll(question, 'poll-show');
  await expect(phone.poll(question).getByRole('table')).toBeVisible();
  expect(await phone.resultOf(question, 'Only if needed')).toEqual(['1', english.say('percent', { share: 100 })]);
});

test('a ballot of several answers holds no more than it may', async ({ server, hall }) => {
  const { participant, chair } = server.room('group-1');
  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });
  const phone = await new Entrance(await hall.device('phone')).join(participant, { delegation: 'Chile' });
  await moderator.actOnPoll(SEVERAL, 'poll-do-open');
  await phone.goTo('polls');
  const boxes = phone.poll(SEVERAL).getByRole('checkbox');
  for (const at of [0, 1, 2]) await boxes.nth(at).check();
  await expect(phone.poll(SEVERAL).getByText(english.say('ballot-chosen', { count: 3, max: 3 }))).toBeVisible();
  await expect(boxes.nth(3)).toBeDisabled();
  await boxes.nth(2).uncheck();
  await expect(boxes.nth(3)).toBeEnabled();
  await phone.poll(SEVERAL).getByRole('button', { name: english.say('ballot-cast') }).click();
  await expect(phone.poll(SEVERAL).getByText(english.say('ballot-in'))).toBeVisible();
});
