/** Each kind of poll, voted on a phone of 360 pixels; what was cast is still marked after the page was loaded anew. */
import type { Page } from '@playwright/test';
import { command, join, pollId, textId, type Seat } from '../api';
import type { Kind } from '../devices';
import { BallotPaper, type In } from '../ballot';
import { Entrance } from '../entrance';
import { expect, test, type Device, type Hall } from '../fixtures';
import { expectSound } from '../looks';
import type { RoomPage } from '../room';
import type { Server } from '../server';
import { Words } from '../words';

interface Paper {
  question: string;
  kind: string;
  [field: string]: unknown;
}

const ITEMS = ['Policies and regulations', 'Technology', 'People and skills', 'Networking and partnerships', 'Sustained and predictable funding'];
const STEPS = ['Not started', 'Planned', 'Under way', 'Mostly there', 'In place'];

/** A chair, and a delegate with a phone who is there before the polls open. */
class Vote {
  private constructor(
    private readonly server: Server,
    private readonly chair: Seat,
    readonly room: RoomPage,
    readonly device: Device,
  ) {}

  static async begin(server: Server, hall: Hall, locale: 'en-GB' | 'ar-EG' = 'en-GB', delegation = 'Senegal', kind: Kind = 'phone'): Promise<Vote> {
    const { participant, chair } = server.room('group-1');
    const words = new Words(locale === 'ar-EG' ? 'ar' : 'en');
    const seat = await join(server, chair.code, { name: 'The Chair' });
    const device = await hall.device(kind, { locale, cable: kind === 'phone' });
    const room = await new Entrance(device, words).join(participant, locale === 'ar-EG' ? { name: 'A. Delegate' } : { name: 'A. Delegate', delegation });
    return new Vote(server, seat, room, device);
  }

  get page(): Page {
    return this.room.page;
  }

  /** The chair writes a poll and opens it; the phone turns to it. */
  async open(paper: Paper, shown = paper.question): Promise<BallotPaper> {
    await this.ask({ do: 'draft', ...paper });
    await this.ask({ do: 'open', poll: await this.id(paper.question) });
    return this.look(shown);
  }

  async look(question: string): Promise<BallotPaper> {
    await this.room.goTo('polls');
    const ballot = new BallotPaper(this.room, question);
    await expect(ballot.card).toBeVisible();
    return ballot;
  }

  /** The page is loaded anew, and shows the polls again. */
  async reload(question: string): Promise<BallotPaper> {
    await this.page.reload();
    await this.room.expectConnected();
    return this.look(question);
  }

  ask(asked: { do: string; [field: string]: unknown }): Promise<void> {
    return command(this.server, this.chair, { tool: 'polls', ...asked });
  }

  id(question: string): Promise<string> {
    return pollId(this.server, this.chair, question);
  }

  textId(poll: string, text: string): Promise<string> {
    return textId(this.server, this.chair, poll, text);
  }

  /** Looks at the paper, casts it, loads the page anew, and looks again. */
  async finish(ballot: BallotPaper, name: string, stands: In = 'ballot-in'): Promise<void> {
    await ballot.expectLarge();
    await ballot.card.scrollIntoViewIfNeeded();
    await expectSound(this.page, `ballot-${name}`);
    await ballot.cast(stands);
    await this.reload(ballot.question);
    await expect(ballot.says(stands)).toBeVisible();
  }
}

test('yes, no or abstain: one press and one more; it can be changed until the poll closes', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'Shall the group meet again?', kind: 'yes-no', secrecy: 'named' });
  await expect(ballot.says('ballot-secrecy-named')).toBeVisible();
  await expect(ballot.says('poll-stamp')).toBeVisible();
  await ballot.card.getByLabel('Yes').check();
  await vote.finish(ballot, 'yes-no');
  await expect(ballot.card.getByLabel('Yes')).toBeChecked();
  await ballot.card.getByLabel(vote.room.say('ballot-abstain')).check();
  await ballot.cast('ballot-in', 'ballot-change');
  await expect(ballot.card.getByLabel('Yes')).not.toBeChecked();
});

test('a ballot that lacks something says what, and is not cast', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'Which one?', kind: 'single', options: ITEMS });
  await ballot.button('ballot-cast').click();
  await expect(ballot.says('ballot-lacks-answer')).toBeVisible();
  await ballot.card.getByLabel('Technology').check();
  await expect(ballot.says('ballot-lacks-answer')).toHaveCount(0);
  await vote.finish(ballot, 'single');
  await expect(ballot.card.getByLabel('Technology')).toBeChecked();
});

test('agreement, with a reason', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'The recommendations can be put into practice.', kind: 'agreement', secrecy: 'chair' });
  await expect(ballot.says('ballot-secrecy-chair')).toBeVisible();
  await ballot.card.getByLabel('Agree', { exact: true }).check();
  await ballot.card.getByRole('textbox').fill('With funding.');
  await vote.finish(ballot, 'agreement');
  await expect(ballot.card.getByRole('textbox')).toHaveValue('With funding.');
  await expect(ballot.card.getByLabel('Agree', { exact: true })).toBeChecked();
});

test('a grid: items on a scale; one is skipped', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'How ready is your country?', kind: 'grid', options: ITEMS, scale: STEPS });
  await ballot.choose('Technology', 'Planned');
  await ballot.choose('People and skills', 'In place');
  await ballot.choose('Policies and regulations', 'Not started');
  await ballot.button('ballot-clear-item', { item: 'Policies and regulations' }).click();
  await expect(ballot.step('Policies and regulations', 'Not started'), 'the keys stay with the item').toBeFocused();
  await vote.finish(ballot, 'grid');
  await expect(ballot.step('People and skills', 'In place')).toBeChecked();
  await expect(ballot.card.getByRole('radio', { checked: true })).toHaveCount(2);
});

test('an order: answers are pressed one after the other, moved and taken out again', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'What first?', kind: 'ranking', options: ITEMS.slice(0, 4) });
  const answer = (text: string) => ballot.card.getByRole('button', { name: new RegExp(`^\\d* ?${text}$`) });
  for (const text of ['Technology', 'People and skills', 'Policies and regulations']) await answer(text).click();
  await expect(ballot.says('ballot-lacks-places', { left: 1 })).toBeVisible();
  await answer('Networking and partnerships').click();
  await ballot.button('ballot-move-up', { item: 'Networking and partnerships' }).click();
  await vote.finish(ballot, 'ranking');
  await expect(ballot.card.getByRole('listitem').getByRole('paragraph')).toHaveText(['Technology', 'People and skills', 'Networking and partnerships', 'Policies and regulations']);
});

test('points are shared out, and no more than there are', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'Where would you put a hundred?', kind: 'points', options: ITEMS.slice(0, 3), points: 100 });
  const field = (item: string) => ballot.card.getByRole('textbox', { name: vote.room.say('ballot-points-of', { item }) });
  await field('Technology').fill('85');
  await ballot.button('ballot-points-more', { item: 'People and skills' }).click();
  await expect(ballot.says('ballot-lacks-points', { left: 10 })).toBeVisible();
  await field('Policies and regulations').fill('۹٩');
  await expect(field('Policies and regulations')).toHaveValue('10');
  await expect(ballot.button('ballot-points-more', { item: 'Technology' })).toBeDisabled();
  await ballot.button('ballot-points-less', { item: 'People and skills' }).press('Enter');
  await expect(ballot.button('ballot-points-less', { item: 'People and skills' }), 'at its end it keeps the keys').toBeFocused();
  await ballot.button('ballot-points-more', { item: 'People and skills' }).click();
  await vote.finish(ballot, 'points');
  await expect(field('Technology')).toHaveValue('85');
});

test('a matrix: an item is placed on both axes, or not at all', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const paper = { question: 'Impact and feasibility?', kind: 'matrix', options: ITEMS.slice(0, 2), axes: { x: 'Impact', y: 'Feasibility' }, scale: ['Very low', 'Low', 'Medium', 'High', 'Very high'] };
  const ballot = await vote.open(paper);
  await ballot.choose('Technology: Impact', 'High');
  await ballot.button('ballot-cast').click();
  await expect(ballot.says('ballot-lacks-axis', { item: 'Technology' })).toBeVisible();
  await ballot.choose('Technology: Feasibility', 'Low');
  await vote.finish(ballot, 'matrix');
  await expect(ballot.step('Technology: Impact', 'High')).toBeChecked();
  await expect(ballot.step('Technology: Feasibility', 'Low')).toBeChecked();
});

test('own words, several of them', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'Cooperation in one word?', kind: 'text', max: 2 });
  await ballot.card.getByRole('textbox').fill('Trust');
  await ballot.button('ballot-answer-add').click();
  await ballot.card.getByRole('textbox').nth(1).fill('Patience');
  await vote.finish(ballot, 'text');
  await expect(ballot.card.getByRole('textbox').nth(1)).toHaveValue('Patience');
});

test('ideas: one’s own, and support for another’s once it is let through', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const norway = await join(server, server.room('group-1').participant.code, { delegation: 'Norway' });
  const ballot = await vote.open({ question: 'What should be done first?', kind: 'ideas' });
  const poll = await vote.id(ballot.question);
  await command(server, norway, { tool: 'polls', do: 'cast', poll, texts: ['A shared training calendar'] });
  await expect(ballot.says('ballot-ideas-none')).toBeVisible();
  await vote.ask({ do: 'pass', poll });
  await ballot.card.getByLabel('A shared training calendar').check();
  await ballot.card.getByRole('textbox').fill('Regional points of contact');
  await vote.finish(ballot, 'ideas');
  await expect(ballot.card.getByLabel('A shared training calendar')).toBeChecked();
});

test('support for an idea that the chair holds back falls away, and the ballot can be cast all the same', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const norway = await join(server, server.room('group-1').participant.code, { delegation: 'Norway' });
  const ballot = await vote.open({ question: 'What should be done next?', kind: 'ideas' });
  const poll = await vote.id(ballot.question);
  await command(server, norway, { tool: 'polls', do: 'cast', poll, texts: ['A calendar'] });
  await vote.ask({ do: 'pass', poll });
  await ballot.card.getByLabel('A calendar').check();
  await ballot.card.getByRole('textbox').fill('Points of contact');
  await ballot.cast();
  await vote.ask({ do: 'hold', poll, texts: [await vote.textId(poll, 'A calendar')] });
  await expect(ballot.says('ballot-idea-dropped', { idea: 'A calendar' })).toBeVisible();
  await ballot.card.getByRole('textbox').fill('Regional points of contact');
  await ballot.cast('ballot-in', 'ballot-change');
});

test('several answers are chosen with keys alone', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'Which two?', kind: 'multiple', options: ITEMS, min: 2, max: 2 });
  const { keyboard } = vote.page;
  await ballot.card.getByLabel('Policies and regulations').focus();
  await keyboard.press('Space');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await expect(ballot.card.getByLabel('People and skills')).toBeChecked();
  await expect(ballot.card.getByLabel('Technology')).toBeDisabled();
  await keyboard.press('Enter');
  await expect(ballot.says('ballot-in')).toBeVisible();
});

test('an order is made with keys alone, which stay with the answer that moves', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'What first, by keys?', kind: 'ranking', options: ['A', 'B', 'C'] });
  const { keyboard } = vote.page;
  await ballot.card.getByRole('button', { name: 'A', exact: true }).focus();
  for (const key of ['Enter', 'Tab', 'Enter', 'Tab', 'Enter']) await keyboard.press(key);
  await ballot.button('ballot-move-up', { item: 'C' }).focus();
  await keyboard.press('Enter');
  await expect(ballot.button('ballot-move-up', { item: 'C' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(ballot.button('ballot-move-down', { item: 'C' }), 'at the upper end the other button has the keys').toBeFocused();
  await expect(ballot.card.getByRole('listitem').getByRole('paragraph')).toHaveText(['C', 'A', 'B']);
  await ballot.button('ballot-cast').focus();
  await keyboard.press('Enter');
  await expect(ballot.says('ballot-in')).toBeVisible();
});

test('a secret ballot says that it is in, and shows no choice after the page was loaded anew', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'Who chairs the group?', kind: 'single', options: ['Ms. A', 'Mr. B'], secrecy: 'secret' });
  await expect(ballot.says('ballot-secrecy-secret')).toBeVisible();
  await ballot.card.getByLabel('Ms. A').check();
  await ballot.cast('ballot-in-secret');
  await expect(ballot.says('ballot-secret-shown')).toBeVisible();
  await expect(ballot.card.getByText('Ms. A')).toBeVisible();
  await expect(ballot.card.getByRole('radio'), 'no control keeps the choice').toHaveCount(0);
  await expectSound(vote.page, 'ballot-secret-in');
  await ballot.button('ballot-secret-hide').click();
  await expect(ballot.card.getByText('Ms. A')).toHaveCount(0);
  await expect(ballot.card.getByRole('status').filter({ hasText: vote.room.say('ballot-in-secret') })).toBeFocused();
  await vote.reload(ballot.question);
  await expect(ballot.says('ballot-in-secret')).toBeVisible();
  await expect(ballot.card.getByRole('radio')).toHaveCount(0);
  await expect(ballot.button('ballot-cast')).toHaveCount(0);
});

test('while the connection is away a ballot is kept on the device, but never a secret one', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const kept = async (secrecy: string): Promise<string> => {
    const ballot = await vote.open({ question: `Kept, ${secrecy}?`, kind: 'single', options: ['Yes', 'No'], secrecy });
    const poll = await vote.id(ballot.question);
    await ballot.card.getByLabel('No').check();
    await vote.device.goOffline();
    await ballot.button('ballot-cast').click();
    await expect(ballot.says(secrecy === 'secret' ? 'ballot-secret-kept' : 'kept-until-back')).toBeVisible();
    const storage = await vote.page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
    await vote.device.goOnline();
    await expect(ballot.says(secrecy === 'secret' ? 'ballot-in-secret' : 'ballot-in')).toBeVisible();
    return storage.replaceAll('\\', '').includes(`"poll":"${poll}"`) ? 'kept' : 'not kept';
  };
  expect(await kept('undisclosed')).toBe('kept');
  expect(await kept('secret')).toBe('not kept');
});

test('a final ballot says so before it is cast, and is locked afterwards', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'For good?', kind: 'single', options: ['Yes', 'No'], final: true });
  await expect(ballot.says('ballot-final')).toBeVisible();
  await ballot.card.getByLabel('No').check();
  await ballot.cast('ballot-in-final');
  await expect(ballot.card.getByLabel('Yes')).toBeDisabled();
  await expect(ballot.card.getByLabel('No')).toBeChecked();
});

test('another phone of the delegation shows the delegation’s ballot, and may change it', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const second = await new Entrance(await hall.device('phone')).join(server.room('group-1').participant, { delegation: 'Senegal' });
  const ballot = await vote.open({ question: 'As one?', kind: 'single', options: ['Yes', 'No'], per: 'delegation' });
  await expect(ballot.says('ballot-delegation')).toBeVisible();
  await ballot.card.getByLabel('Yes').check();
  await ballot.cast('ballot-in-delegation');
  await second.goTo('polls');
  const other = new BallotPaper(second, ballot.question);
  await expect(other.says('ballot-in-delegation')).toBeVisible();
  await other.card.getByLabel('No').check();
  await other.cast('ballot-in-delegation', 'ballot-change');
  await expect(ballot.card.getByLabel('No')).toBeChecked();
});

for (const [secrecy, stands] of [['secret', 'ballot-in-secret'], ['undisclosed', 'ballot-in-delegation-final']] as const) {
  test(`marks do not read as cast where another phone of the delegation cast the ${secrecy} ballot that is final`, async ({ server, hall }) => {
    const vote = await Vote.begin(server, hall);
    const second = await new Entrance(await hall.device('phone')).join(server.room('group-1').participant, { delegation: 'Senegal' });
    const ballot = await vote.open({ question: 'Only once?', kind: 'single', options: ['Left', 'Right'], per: 'delegation', secrecy, final: true });
    await second.goTo('polls');
    const other = new BallotPaper(second, ballot.question);
    await other.card.getByLabel('Right').check();
    await ballot.card.getByLabel('Left').check();
    await ballot.cast(stands);
    await expect(other.says(stands)).toBeVisible();
    await expect(other.says('ballot-in-elsewhere')).toBeVisible();
    await expect(ballot.says('ballot-in-elsewhere')).toHaveCount(0);
    await expect(other.card.getByRole('radio', { name: 'Right', checked: true })).toHaveCount(0);
    await expect(other.button('ballot-change')).toHaveCount(0);
  });
}

test('on a laptop what is marked outlives a change of the page’s width, and at the close it is said that it was not cast', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall, 'en-GB', 'Senegal', 'laptop');
  const ballot = await vote.open({ question: 'In time?', kind: 'single', options: ['Left', 'Right'] });
  await ballot.card.getByLabel('Right').check();
  await vote.page.setViewportSize({ width: 1600, height: 900 });
  await expect(vote.page.getByRole('region', { name: vote.room.say('tab-polls') }).getByLabel('Right')).toBeChecked();
  await vote.page.setViewportSize({ width: 1200, height: 800 });
  await expect(vote.page.getByRole('region', { name: vote.room.say('tab-floor') }).getByLabel('Right')).toBeChecked();
  await vote.ask({ do: 'close', poll: await vote.id(ballot.question) });
  await expect(ballot.says('ballot-not-cast')).toBeVisible();
});

test('a poll of the chairs says to participants that it is not theirs', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'Chairs?', kind: 'single', options: ['Yes', 'No'], voters: { roles: ['chair'] } });
  await expect(ballot.says('poll-barred')).toBeVisible();
});

test('a final ballot is followed by the keys, and a missed quorum is said after the close', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const norway = new Entrance(await hall.device('phone'));
  await norway.join(server.room('group-1').participant, { delegation: 'Norway' });
  const ballot = await vote.open({ question: 'Enough?', kind: 'single', options: ['Yes', 'No'], final: true, quorum_percent: 100 });
  await ballot.card.getByLabel('Yes').check();
  await ballot.button('ballot-cast').press('Enter');
  await expect(ballot.card.getByRole('status').filter({ hasText: vote.room.say('ballot-in-final') })).toBeFocused();
  await vote.ask({ do: 'close', poll: await vote.id(ballot.question) });
  await expect(ballot.card.getByText(vote.room.say('poll-quorum-missed', { turnout: 1, needed: 2 }))).toBeVisible();
});

test('who came after the opening is told why they cannot vote', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'Who is here?', kind: 'single', options: ['I', 'We'] });
  const late = await new Entrance(await hall.device('phone')).join(server.room('group-1').participant, { delegation: 'Norway' });
  await late.goTo('polls');
  const other = new BallotPaper(late, ballot.question);
  await expect(other.says('poll-barred-late')).toBeVisible();
  await expect(other.button('ballot-cast')).toHaveCount(0);
});

test('at its deadline the form locks by itself; what was not cast is said', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'Quickly?', kind: 'single', options: ['Yes', 'No'], duration_s: 5 });
  await ballot.card.getByLabel('Yes').check();
  await expect(ballot.card.getByRole('timer')).toContainText('0:0');
  await expect(ballot.button('ballot-cast')).toHaveCount(0);
  await expect(ballot.says('ballot-not-cast')).toBeVisible();
});

test('a void poll says why; asked again, it says which round it is', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall);
  const ballot = await vote.open({ question: 'Which way?', kind: 'single', options: ['Left', 'Right'], quorum_percent: 50 });
  await expect(ballot.card.getByText(vote.room.say('poll-quorum', { turnout: 0, needed: 1 }))).toBeVisible();
  const first = await vote.id(ballot.question);
  await ballot.card.getByLabel('Left').check();
  await vote.ask({ do: 'void', poll: first, reason: 'An answer was missing.' });
  await expect(ballot.says('poll-void-reason', { reason: 'An answer was missing.' })).toBeVisible();
  await expect(ballot.says('ballot-not-cast')).toHaveCount(0);
  await vote.ask({ do: 'again', poll: first });
  await vote.ask({ do: 'open', poll: `p${Number(first.slice(1)) + 1}` });
  const second = ballot.card.filter({ has: vote.page.getByText(vote.room.say('poll-round', { number: 2 })) });
  await expect(second.getByRole('button', { name: vote.room.say('ballot-cast') })).toBeVisible();
});

test('a poll is read in the reader’s language, from right to left, with the original at hand', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall, 'ar-EG');
  const arabic = { question: 'ما الذي يحتاج إلى دعم أولاً؟', options: ['التكنولوجيا', 'المهارات'], scale: ['ضعيف', 'متوسط', 'جيد'] };
  const paper = { question: 'What needs support first?', kind: 'grid', options: ['Technology', 'Skills'], scale: ['Poor', 'Fair', 'Good'], language: 'en' };
  const ballot = await vote.open({ ...paper, translations: { ar: arabic } }, arabic.question);
  await expect(ballot.card.getByRole('heading', { name: arabic.question })).toHaveAttribute('dir', 'rtl');
  await ballot.choose('المهارات', 'جيد');
  await ballot.expectLarge();
  await expectSound(vote.page, 'ballot-grid-ar');
  await ballot.cast();
  await ballot.button('poll-see-original').click();
  await expect(vote.page.getByRole('heading', { name: paper.question })).toHaveAttribute('lang', 'en');
});

test('the bar to a waiting ballot asks in the reader’s language, and goes once the time is over', async ({ server, hall }) => {
  const vote = await Vote.begin(server, hall, 'ar-EG');
  const arabic = { question: 'هل نلتقي مجدداً؟', options: ['نعم', 'لا'] };
  const paper = { question: 'Shall we meet again?', kind: 'single', options: ['Yes', 'No'], language: 'en', duration_s: 8 };
  await vote.ask({ do: 'draft', ...paper, translations: { ar: arabic } });
  await vote.ask({ do: 'open', poll: await vote.id(paper.question) });
  const bar = vote.page.getByRole('button', { name: vote.room.say('poll-vote-now') });
  await expect(bar).toContainText(arabic.question);
  await expect(bar).toHaveCount(0);
});
