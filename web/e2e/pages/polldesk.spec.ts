/** The chair's desk of polls: writing each kind, and running a poll from the next prepared one to the round after it. */
import type { Page } from '@playwright/test';
import { command, join, pollId, type Seat } from '../api';
import { Entrance } from '../entrance';
import { expect, test, type Hall } from '../fixtures';
import { expectSound, expectWhole } from '../looks';
import { PollDesk, type PollKindName } from '../polldesk';
import { RoomPage } from '../room';
import type { Server } from '../server';
import { tabTo } from '../tabbing';
import { english, Words } from '../words';

const FIRST = 'Which component of capacity needs support first in your country or community?';
const SECOND = 'What most often holds a national strategy back? Choose up to three.';
const QUESTION = 'What should come first?';

interface Scene {
  desk: PollDesk;
  /** Somebody who votes without a page. */
  delegate: Seat;
}

async function scene(server: Server, hall: Hall): Promise<Scene> {
  const { participant, chair } = server.room('group-1');
  const delegate = await join(server, participant.code, { name: 'Amina Diallo', delegation: 'Senegal' });
  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });
  return { desk: new PollDesk(moderator), delegate };
}

async function phoneOf(server: Server, hall: Hall): Promise<RoomPage> {
  return new Entrance(await hall.device('phone')).join(server.room('group-1').participant, { delegation: 'Chile' });
}

const cast = (server: Server, seat: Seat, poll: string, ballot: object): Promise<void> => command(server, seat, { tool: 'polls', do: 'cast', poll, ...ballot });
const idOf = async (server: Server, question: string): Promise<string> => pollId(server, await join(server, server.room('group-1').chair.code), question);

test('the chair writes and opens every kind of poll', async ({ server, hall }) => {
  const { desk } = await scene(server, hall);
  const lists: Partial<Record<PollKindName, ['option' | 'item' | 'step', string[]]>> = {
    single: ['option', ['One', 'Two', 'Three']],
    multiple: ['option', ['One', 'Two']],
    grid: ['item', ['People', 'Technology']],
    ranking: ['option', ['One', 'Two']],
    points: ['option', ['One', 'Two']],
    matrix: ['item', ['Fund']],
  };
  for (const kind of ['single', 'multiple', 'yes-no', 'agreement', 'grid', 'ranking', 'points', 'matrix', 'text', 'ideas'] as const) {
    const question = `A poll of the kind ${kind}`;
    await desk.write(question, kind);
    const list = lists[kind];
    if (list) await desk.fill(...list);
    await desk.save();
    await desk.expectState(question, 'open');
  }
});

test('a poll has the rules and the languages that the chair gave it', async ({ server, hall }) => {
  const { desk } = await scene(server, hall);
  const editor = await desk.write(QUESTION, 'single');
  await desk.fill('option', ['Training', 'Funds']);
  await desk.unfold('desk-rules');
  await editor.getByRole('radio', { name: english.say('desk-secrecy-secret'), exact: true }).check();
  await expect(editor.getByText(english.say('desk-final-secret')), 'a secret ballot is final').toBeVisible();
  await expect(editor.getByLabel(english.say('desk-breakdown'), { exact: true }), 'and not told by group').toHaveCount(0);
  await editor.getByLabel(english.say('desk-time'), { exact: true }).selectOption(english.say('desk-time-minutes', { minutes: 5 }));
  await editor.getByLabel(english.say('desk-quorum')).fill('50');
  await desk.unfold('desk-languages');
  await editor.getByLabel(english.say('desk-language'), { exact: true }).selectOption('en');
  await editor.getByLabel(english.say('desk-language-more')).selectOption('fr');
  await editor.getByRole('button', { name: english.say('desk-language-add'), exact: true }).last().click();
  await editor.getByLabel(english.say('desk-question-in', { language: 'French' })).fill('Que faire d’abord ?');
  await editor.getByLabel(english.say('desk-text-in', { text: 'Training', language: 'French' })).fill('La formation');
  await desk.save();
  const poll = desk.room.poll(QUESTION);
  await expect(poll.getByRole('timer')).toBeVisible();
  await expect(poll.getByText(english.say('desk-missing', { count: 1 })), 'how many, and nobody by name').toBeVisible();
  await expect(poll.getByText('Amina Diallo')).toHaveCount(0);
  const french = await hall.device('phone', { locale: 'fr-FR' });
  const projector = await hall.device('projector');
  await new Entrance(projector).follow(server.room('group-1').screen);
  await expect(projector.page.getByText(english.say('result-screen-quorum', { needed: 1 }))).toBeVisible();
  const reader = await new Entrance(french).join(server.room('group-1').participant, { delegation: 'Chile' });
  await reader.goTo('polls');
  await expect(reader.page.getByRole('heading', { name: 'Que faire d’abord ?' })).toBeVisible();
  await expect(reader.page.getByText('La formation')).toBeVisible();
});

test('what was typed stays where the server refuses it, and a draft that is gone meanwhile becomes another one', async ({ server, hall }) => {
  const { desk } = await scene(server, hall);
  const editor = await desk.write(QUESTION, 'single');
  await desk.fill('option', ['Same', 'Same']);
  await editor.getByRole('button', { name: english.say('poll-save-draft') }).click();
  await expect(editor.getByText('“Same” is there twice')).toBeVisible();
  await desk.fill('option', ['Same', 'Other']);
  await desk.save('poll-save-draft');
  await desk.press(QUESTION, 'edit');
  await desk.fill('option', ['Same', 'Another']);
  const other = await join(server, server.room('group-1').chair.code, { name: 'Co-chair' });
  await command(server, other, { tool: 'polls', do: 'open', poll: await pollId(server, other, QUESTION) });
  await editor.getByRole('button', { name: english.say('poll-save-open') }).click();
  await expect(editor.getByText(english.say('desk-gone'))).toBeVisible();
  await expect(editor.getByRole('button', { name: english.say('poll-save-open') }), 'it is not opened twice').toHaveCount(0);
  await editor.getByRole('button', { name: english.say('desk-save-new') }).click();
  await expect(editor).toBeHidden();
  await expect(desk.room.poll(QUESTION)).toHaveCount(2);
});

test('a template becomes a draft, which opens in the editor', async ({ server, hall }) => {
  const { desk } = await scene(server, hall);
  await desk.room.button('desk-template').click();
  await desk.room.page.getByRole('button', { name: english.say('desk-template-priorities') }).click();
  await expect(desk.editor.getByRole('radio', { name: english.say('desk-kind-points'), exact: true })).toBeChecked();
  await desk.editor.getByLabel(english.say('poll-question'), { exact: true }).fill(QUESTION);
  await desk.save();
  await desk.expectState(QUESTION, 'open');
});

/** The key asks; once that can have been read, the same key opens. */
async function pressKeyAndAgain(page: Page): Promise<void> {
  const asked = page.getByRole('dialog', { name: english.say('desk-key-ask') });
  await page.keyboard.press('o');
  await expect(asked).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('o');
    await expect(asked).toBeHidden({ timeout: 300 });
  }).toPass();
}

test('one key asks with the question in it whether the next prepared poll is to be opened, and not while one writes', async ({ server, hall }) => {
  const { desk } = await scene(server, hall);
  const { page } = desk.room;
  await expect(desk.next(FIRST)).toBeVisible();
  await desk.room.openNotes();
  await desk.room.notes.click();
  await page.keyboard.type('ooo');
  await expect(desk.room.notes).toContainText('ooo');
  await desk.expectState(FIRST, 'draft');
  await page.getByRole('heading', { name: FIRST }).click();
  await page.keyboard.down('o');
  await page.keyboard.down('o');
  await page.keyboard.up('o');
  await page.keyboard.press('o');
  const asked = page.getByRole('dialog', { name: english.say('desk-key-ask') });
  await expect(asked).toContainText(FIRST);
  await desk.expectState(FIRST, 'draft');
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await desk.expectState(FIRST, 'draft');
  await pressKeyAndAgain(page);
  await desk.expectState(FIRST, 'open');
  await expect(desk.next(SECOND)).toBeVisible();
  await desk.expectState(SECOND, 'draft');
  // Once the new name can have been read, the key is for it.
  await expect(async () => {
    await pressKeyAndAgain(page);
    await expect(desk.room.poll(SECOND).getByText(english.say('poll-open'), { exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText(english.say('keys-poll'))).toBeVisible();
});

test('a draft that somebody has reworded is not opened by the first press, which was for the words before', async ({ server, hall }) => {
  const { desk } = await scene(server, hall);
  const { page } = desk.room;
  await expect(desk.next(FIRST)).toBeVisible();
  const other = await join(server, server.room('group-1').chair.code, { name: 'Co-chair' });
  // The question is the same: only its answers are others.
  await command(server, other, { tool: 'polls', do: 'edit', poll: await pollId(server, other, FIRST), question: FIRST, kind: 'single', options: ['Funds', 'Training'] });
  await expect(desk.room.poll(FIRST).getByText('Funds')).toBeVisible();
  await page.getByRole('heading', { name: FIRST }).click();
  await pressKeyAndAgain(page);
  const reworded = page.getByText(english.say('desk-next-reworded', { question: FIRST }));
  await expect(reworded).toBeVisible();
  await desk.expectState(FIRST, 'draft');
  await expect(async () => {
    await pressKeyAndAgain(page);
    await expect(desk.room.poll(FIRST).getByText(english.say('poll-open'), { exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(reworded).toHaveCount(0);
});

test('the chair sees who has not voted, gives more time, and takes the deadline away', async ({ server, hall }) => {
  const { desk, delegate } = await scene(server, hall);
  await join(server, server.room('group-1').participant.code, { name: 'B. Berg', delegation: 'Norway' });
  await desk.room.actOnPoll(FIRST, 'poll-do-open');
  const poll = desk.room.poll(FIRST);
  await poll.getByText(english.say('desk-missing', { count: 2 })).click();
  await expect(poll.getByRole('list', { name: english.say('desk-missing', { count: 2 }) })).toContainText('Amina Diallo');
  await cast(server, delegate, await idOf(server, FIRST), { choice: ['o1'] });
  const list = poll.getByRole('list', { name: english.say('desk-missing', { count: 1 }) });
  await expect(list).toContainText('B. Berg');
  await expect(list).not.toContainText('Amina Diallo');
  await desk.press(FIRST, 'desk-deadline-in', { minutes: 1 });
  await expect(poll.getByRole('timer')).toContainText(/0:5\d|1:00/);
  await desk.press(FIRST, 'desk-deadline-more', { minutes: 5 });
  await expect(poll.getByRole('timer')).toContainText(/5:[45]\d|6:00/);
  await desk.press(FIRST, 'desk-deadline-drop');
  await expect(poll.getByRole('timer')).toHaveCount(0);
});

test('a poll is declared void with a reason that all read, and asked again as the next round', async ({ server, hall }) => {
  const { desk } = await scene(server, hall);
  const phone = await phoneOf(server, hall);
  const projector = await hall.device('projector');
  await new Entrance(projector).follow(server.room('group-1').screen);
  await desk.room.actOnPoll(FIRST, 'poll-do-open');
  await desk.pressMore(FIRST, 'desk-void');
  const poll = desk.room.poll(FIRST);
  await expect(poll.getByText(english.say('desk-void-more'))).toBeVisible();
  await poll.getByLabel(english.say('desk-void-reason')).fill('The question was misread.');
  await desk.press(FIRST, 'desk-void-do');
  await desk.expectState(FIRST, 'void');
  await phone.goTo('polls');
  await expect(phone.poll(FIRST)).toContainText('The question was misread.');
  await expect(projector.page.getByText(english.say('poll-void-reason', { reason: 'The question was misread.' })), 'the screen does not go blank').toBeVisible();
  await desk.press(FIRST, 'desk-again');
  await desk.editor.getByLabel(english.say('poll-question'), { exact: true }).fill(QUESTION);
  await desk.save();
  await expect(phone.poll(QUESTION)).toContainText(english.say('poll-round', { number: 2 }));
  await expect(projector.page.getByRole('heading', { name: QUESTION })).toBeVisible();
  await expect(projector.page.getByText('The question was misread.')).toHaveCount(0);
});

test('a copy of a closed poll is a draft of its own', async ({ server, hall }) => {
  const { desk } = await scene(server, hall);
  await desk.room.actOnPoll(SECOND, 'poll-do-open');
  await desk.room.actOnPoll(SECOND, 'poll-do-close');
  await desk.pressMore(SECOND, 'desk-copy');
  await expect(desk.editor.getByRole('radio', { name: english.say('desk-kind-multiple'), exact: true })).toBeChecked();
  await expect(desk.editor.getByLabel(english.say('desk-max'), { exact: true })).toHaveValue('3');
  await desk.editor.getByLabel(english.say('poll-question'), { exact: true }).fill(QUESTION);
  await desk.save('poll-save-draft');
  await desk.expectState(QUESTION, 'draft');
});

test('an idea is seen when it is let through, and a shortlist is made of those that are', async ({ server, hall }) => {
  const { desk, delegate } = await scene(server, hall);
  const phone = await phoneOf(server, hall);
  await desk.write(QUESTION, 'ideas');
  await desk.save();
  await phone.goTo('polls');
  await expect(phone.poll(QUESTION)).toBeVisible();
  await cast(server, delegate, await idOf(server, QUESTION), { texts: ['A fund for training', 'Shared exercises', 'A help desk'] });
  const poll = desk.room.poll(QUESTION);
  await desk.press(QUESTION, 'desk-text-pass-of', { text: 'Shared exercises' });
  await expect(phone.page.getByText('Shared exercises').first()).toBeVisible();
  await expect(phone.page.getByText('A fund for training')).toHaveCount(0);
  await expect(poll.getByText(english.say('desk-texts-waiting', { waiting: 2, all: 3 }))).toBeVisible();
  await desk.press(QUESTION, 'desk-texts-pass-all');
  await expect(phone.page.getByText('A fund for training').first()).toBeVisible();
  await desk.press(QUESTION, 'desk-text-hold-of', { text: 'A help desk' });
  await expect(phone.page.getByText('A help desk')).toHaveCount(0);
  await desk.room.actOnPoll(QUESTION, 'poll-do-close');
  await desk.press(QUESTION, 'desk-shortlist');
  await poll.getByLabel(english.say('desk-shortlist-kind')).selectOption('ranking');
  await desk.press(QUESTION, 'desk-shortlist-do');
  await expect(desk.editor.getByRole('radio', { name: english.say('desk-kind-ranking'), exact: true })).toBeChecked();
  await expect(desk.editor.getByLabel(english.say('poll-option-number', { number: 1 }), { exact: true })).toHaveValue('A fund for training');
  await expect(desk.editor.getByLabel(english.say('poll-option-number', { number: 2 }), { exact: true })).toHaveValue('Shared exercises');
});

test('texts are let through one after the other without waiting for the answers between', async ({ server, hall }) => {
  const { delegate } = await scene(server, hall);
  const device = await hall.device('laptop', { cable: true });
  const desk = new PollDesk(await new Entrance(device).join(server.room('group-1').chair, { name: 'Co-chair' }));
  await desk.write(QUESTION, 'ideas');
  await desk.save();
  await cast(server, delegate, await idOf(server, QUESTION), { texts: ['A fund for training', 'Shared exercises', 'A help desk'] });
  const count = (waiting: number) => desk.room.poll(QUESTION).getByText(english.say('desk-texts-waiting', { waiting, all: 3 }));
  await expect(count(3)).toBeVisible();
  await expect(desk.room.poll(QUESTION).getByRole('status').filter({ hasText: english.say('desk-texts-waiting', { waiting: 3, all: 3 }) }), 'a count that changes with every ballot is not announced').toHaveCount(0);
  // Cut off, the first answer cannot have come when the second is pressed.
  await device.goOffline();
  await desk.press(QUESTION, 'desk-text-pass-of', { text: 'A fund for training' });
  await desk.press(QUESTION, 'desk-text-pass-of', { text: 'Shared exercises' });
  await device.goOnline();
  await expect(count(1)).toBeVisible();
});

test('the secretariat enters the ballot of somebody without a device; a chair cannot', async ({ server, hall }) => {
  const { desk } = await scene(server, hall);
  await desk.room.actOnPoll(FIRST, 'poll-do-open');
  await expect(desk.room.poll(FIRST).getByRole('button', { name: english.say('desk-enter') })).toHaveCount(0);
  const office = await hall.device('laptop');
  await new Entrance(office).follow(server.links.organiser);
  await office.page.getByRole('article').first().getByRole('link', { name: english.say('room-enter') }).click();
  const organiser = new PollDesk(new RoomPage(office.page));
  await organiser.press(FIRST, 'desk-enter');
  const dialog = office.page.getByRole('dialog', { name: english.say('desk-enter-title') });
  await dialog.getByRole('button', { name: english.say('desk-enter-do') }).click();
  await expect(dialog.getByText(english.say('desk-enter-no-name'))).toBeVisible();
  await dialog.getByLabel(english.say('desk-enter-name'), { exact: true }).fill('C. Castro');
  await dialog.getByLabel('Technology').check();
  await dialog.getByRole('button', { name: english.say('desk-enter-do') }).click();
  await expect(dialog.getByText(english.say('desk-entered', { name: 'C. Castro' }))).toBeVisible();
  await expect(desk.room.poll(FIRST)).toContainText(english.say('poll-turnout', { turnout: 1, electorate: 2 }));
  // A slip is put right: the same name once more is asked about first, and is still one ballot.
  await dialog.getByLabel(english.say('desk-enter-name'), { exact: true }).fill('C. Castro');
  await dialog.getByLabel('Technology').check();
  await dialog.getByRole('button', { name: english.say('desk-enter-do') }).click();
  await dialog.getByRole('button', { name: english.say('desk-enter-again') }).click();
  await expect(dialog.getByText(english.say('desk-entered', { name: 'C. Castro' }))).toBeVisible();
  await expect(desk.room.poll(FIRST)).toContainText(english.say('poll-turnout', { turnout: 1, electorate: 2 }));
});

test('answers that nobody wrote are in the language of the screen, and of the form in which a ballot is entered', async ({ server, hall }) => {
  const arabic = new Words('ar');
  const { participant, chair: desk } = server.room('group-1');
  await join(server, participant.code, { name: 'Amina Diallo', delegation: 'Senegal' });
  const chair = await join(server, desk.code, { name: 'The Chair' });
  await command(server, chair, { tool: 'polls', do: 'draft', question: QUESTION, kind: 'yes-no' });
  await command(server, chair, { tool: 'polls', do: 'open', poll: await pollId(server, chair, QUESTION) });
  const projector = await hall.device('projector', { locale: 'ar-EG' });
  await new Entrance(projector, arabic).follow(server.room('group-1').screen);
  await expect(projector.page.getByRole('listitem').filter({ hasText: arabic.say('usual-yes') })).toBeVisible();
  await expect(projector.page.getByText('Yes', { exact: true })).toHaveCount(0);
  const office = await hall.device('laptop', { locale: 'ar-EG' });
  await new Entrance(office, arabic).follow(server.links.organiser);
  await office.page.getByRole('article').first().getByRole('link', { name: arabic.say('room-enter') }).click();
  await new PollDesk(new RoomPage(office.page, arabic)).press(QUESTION, 'desk-enter');
  const dialog = office.page.getByRole('dialog', { name: arabic.say('desk-enter-title') });
  await expect(dialog.getByText(arabic.say('usual-yes'), { exact: true })).toBeVisible();
  await expect(dialog.getByText('Yes', { exact: true })).toHaveCount(0);
});

test('where two chairs press the same, it is done once and the other reads why', async ({ server, hall }) => {
  const { desk } = await scene(server, hall);
  const device = await hall.device('laptop', { cable: true });
  const second = new PollDesk(await new Entrance(device).join(server.room('group-1').chair, { name: 'Co-chair' }));
  await expect(second.next(FIRST)).toBeVisible();
  // Cut off, the second chair presses what the first has done by the time that it arrives.
  await device.goOffline();
  await second.press(FIRST, 'poll-do-open');
  await desk.room.actOnPoll(FIRST, 'poll-do-open');
  await desk.expectState(FIRST, 'open');
  await device.goOnline();
  await expect(second.room.poll(FIRST).getByText('is not a draft any more')).toBeVisible();
  await second.expectState(FIRST, 'open');
  await second.expectState(SECOND, 'draft');
  await second.room.poll(FIRST).getByText(english.say('desk-more'), { exact: true }).click();
  await second.press(FIRST, 'desk-void');
  await desk.room.actOnPoll(FIRST, 'poll-do-close');
  await second.expectState(FIRST, 'closed');
  await expect(second.room.poll(FIRST).getByLabel(english.say('desk-void-reason')), 'what was asked of an open poll is not asked of a closed one').toHaveCount(0);
});

for (const [kind, locale] of [['laptop', 'en'], ['phone', 'en'], ['phone', 'ar']] as const) {
  test(`desk and editor hold together on a ${kind}, in ${locale}`, async ({ server, hall }) => {
    const words = new Words(locale);
    const seat = await join(server, server.room('group-1').participant.code, { name: 'Amina Diallo', delegation: 'Senegal' });
    const device = await hall.device(kind, { locale: locale === 'ar' ? 'ar-EG' : 'en-GB' });
    const desk = new PollDesk(await new Entrance(device, words).join(server.room('group-1').chair, { name: 'The Chair' }));
    const look = (name: string): Promise<void> => (locale === 'en' ? expectSound : expectWhole)(device.page, `${locale}-${kind}-${name}`);
    const editor = await desk.write(QUESTION, 'matrix');
    await desk.fill('item', ['A fund for training']);
    await desk.unfold('desk-rules');
    await desk.unfold('desk-languages');
    await editor.getByLabel(words.say('desk-language'), { exact: true }).selectOption('en');
    await editor.getByLabel(words.say('desk-language-more')).selectOption('fr');
    await editor.getByRole('button', { name: words.say('desk-language-add'), exact: true }).last().click();
    await editor.getByRole('group', { name: words.say('desk-kind') }).scrollIntoViewIfNeeded();
    await look('polldesk-editor');
    await editor.getByLabel(words.say('poll-question'), { exact: true }).fill('');
    await device.page.keyboard.press('Escape');
    await editor.getByRole('button', { name: words.say('poll-leave'), exact: true }).click();
    await desk.write(QUESTION, 'agreement');
    await desk.save();
    await cast(server, seat, await idOf(server, QUESTION), { choice: ['o4'], texts: ['It depends on the means.'] });
    await expect(desk.room.poll(QUESTION).getByText(words.say('desk-texts-reasons'))).toBeVisible();
    await look('polldesk-open');
    await desk.room.actOnPoll(QUESTION, 'poll-do-close');
    await expect(desk.room.poll(QUESTION).getByRole('button', { name: words.say('desk-text-pass-of', { text: '' }) })).toBeVisible();
    await desk.pressMore(QUESTION, 'desk-void');
    await look('polldesk-void');
  });
}

test('the chair writes a poll, opens it and closes it by keyboard alone', async ({ server, hall }) => {
  const { desk } = await scene(server, hall);
  const { page } = desk.room;
  await tabTo(page, desk.room.button('poll-write'));
  await page.keyboard.press('Enter');
  await tabTo(page, desk.editor.getByLabel(english.say('poll-question'), { exact: true }));
  await page.keyboard.type(QUESTION);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(desk.editor.getByRole('radio', { name: english.say('desk-kind-multiple'), exact: true })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.type('One');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Two');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Three');
  await tabTo(page, desk.editor.getByRole('button', { name: english.say('poll-save-open') }));
  await page.keyboard.press('Enter');
  await desk.expectState(QUESTION, 'open');
  await tabTo(page, desk.room.poll(QUESTION).getByRole('button', { name: english.say('poll-do-close') }));
  await page.keyboard.press('Enter');
  await desk.expectState(QUESTION, 'closed');
  // The button went with its step; keys go on from the same poll.
  await page.keyboard.press('Tab');
  await expect(desk.room.poll(QUESTION).locator(':focus')).toHaveCount(1);
  await tabTo(page, desk.room.poll(QUESTION).getByRole('button', { name: english.say('poll-show') }));
});
