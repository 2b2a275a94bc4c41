/** Every page on every kind of device: accessible, no wider than the device, and a picture of it; in English and in Arabic. */
import type { View } from '../../src/protocol.gen';
import { command, join, pollId, read, type Seat } from '../api';
import type { Kind } from '../devices';
import { Entrance } from '../entrance';
import { expect, test, type Hall } from '../fixtures';
import { expectNothingCutOff, expectSound, expectWhole } from '../looks';
import type { RoomPage, Tab } from '../room';
import type { Server } from '../server';
import { Words } from '../words';

const PREPARED = 'Which component of capacity needs support first in your country or community?';
const SEVERAL = 'What most often holds a national strategy back? Choose up to three.';
const DELEGATIONS = ['Senegal', 'Bolivia (Plurinational State of)', 'Office of the United Nations High Commissioner for Refugees'];
const LOCALES = { en: 'en-GB', ar: 'ar-EG' } as const;

/** A room in full swing: somebody speaks, some wait, a result is shown, a poll is open. Its notes are a page's to write. */
async function fillRoom(server: Server): Promise<void> {
  const { participant, chair } = server.room('group-1');
  const moderator = await join(server, chair.code, { name: 'The Chair' });
  const [prepared, several] = [await pollId(server, moderator, PREPARED), await pollId(server, moderator, SEVERAL)];
  const seats = await Promise.all(DELEGATIONS.map((delegation) => join(server, participant.code, { name: 'A. Delegate', delegation })));
  await command(server, moderator, { tool: 'polls', do: 'open', poll: prepared });
  for (const [at, seat] of seats.entries()) {
    await command(server, seat, { tool: 'floor', do: 'request' });
    await command(server, seat, { tool: 'polls', do: 'cast', poll: prepared, choice: [`o${5 - at}`] });
  }
  await command(server, moderator, { tool: 'polls', do: 'close', poll: prepared });
  await command(server, moderator, { tool: 'polls', do: 'show', poll: prepared });
  await letLateComersVote(server, moderator, several);
  await command(server, moderator, { tool: 'polls', do: 'open', poll: several });
  await command(server, moderator, { tool: 'floor', do: 'give' });
}

/** The draft, so that the pages that are looked at, which come last, have a ballot. */
async function letLateComersVote(server: Server, chair: Seat, poll: string): Promise<void> {
  const { view } = (await (await read(server, chair, '')).json()) as { view: View };
  const draft = view.polls.items[poll];
  if (!draft) throw new Error(`there is no poll ${poll}`);
  const { question, kind, option_order, options, min, max } = draft;
  await command(server, chair, { tool: 'polls', do: 'edit', poll, question, kind, options: option_order.map((option) => options[option]), min, max, late: true });
}

/** Looks at each page of a participant, a chair and an organiser on one kind of device. */
class Tour {
  private readonly words: Words;

  constructor(
    private readonly server: Server,
    private readonly hall: Hall,
    private readonly kind: Kind,
    private readonly language: keyof typeof LOCALES,
  ) {
    this.words = new Words(language);
  }

  private device() {
    return this.hall.device(this.kind, { locale: LOCALES[this.language] });
  }

  /** English pages are checked for accessibility; the same pages in another language differ in direction and length. */
  private async look(page: RoomPage['page'], name: string): Promise<void> {
    const full = `${this.language}-${this.kind}-${name}`;
    await (this.language === 'en' ? expectSound(page, full) : expectWhole(page, full));
  }

  async entrance(): Promise<void> {
    const guest = await this.device();
    const entrance = new Entrance(guest, this.words);
    await guest.page.goto(this.server.url);
    await expect(guest.page.getByLabel(this.words.say('code-label'))).toBeVisible();
    await this.look(guest.page, 'home');
    await entrance.follow({ code: 'ZZZZZZ', url: '' });
    await expect(guest.page.getByRole('heading', { name: this.words.say('not-found-code') })).toBeVisible();
    await this.look(guest.page, 'unknown-code');
    await entrance.follow(this.server.room('group-1').participant);
    await expect(guest.page.getByLabel(this.words.say('join-name'))).toBeVisible();
    await this.look(guest.page, 'join');
  }

  async room(role: 'participant' | 'chair', tabs: Tab[]): Promise<void> {
    const guest = await this.device();
    const room = await new Entrance(guest, this.words).join(this.server.room('group-1')[role], { name: 'Amina Diallo' });
    for (const tab of tabs) {
      await room.goTo(tab);
      if (tab === 'notes') await room.writeParagraph('A national strategy needs an owner, a budget and a date.');
      if (tab === 'desk') await expect(room.page.getByRole('heading', { name: room.say('people') })).toBeVisible();
      await this.look(room.page, `${role}-${tab}`);
    }
  }

  async office(): Promise<void> {
    const office = await this.device();
    await new Entrance(office, this.words).follow(this.server.links.organiser);
    await expect(office.page.getByRole('article').first()).toBeVisible();
    await this.look(office.page, 'meeting');
  }
}

const TOURS = [
  ['phone', 'en'],
  ['laptop', 'en'],
  ['phone', 'ar'],
] as const;

for (const [kind, language] of TOURS) {
  test.describe(`on a ${kind} in ${language}`, () => {
    test('the way in is sound', ({ server, hall }) => new Tour(server, hall, kind, language).entrance());

    test('a participant has a sound room', async ({ server, hall }) => {
      await fillRoom(server);
      await new Tour(server, hall, kind, language).room('participant', ['floor', 'polls', 'notes']);
    });

    test('a chair has a sound room', async ({ server, hall }) => {
      await fillRoom(server);
      await new Tour(server, hall, kind, language).room('chair', ['floor', 'polls', 'notes', 'desk']);
    });

    test('an organiser has a sound page of the meeting', ({ server, hall }) => new Tour(server, hall, kind, language).office());
  });
}

test('Arabic pages run from right to left', async ({ server, hall }) => {
  const phone = await hall.device('phone', { locale: LOCALES.ar });
  await phone.page.goto(server.url);
  await expect(phone.page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(phone.page.locator('html')).toHaveAttribute('lang', 'ar');
});

test('the projector shows the speaker and the clock, who is next, the poll and how to join, and cuts nothing off', async ({ server, hall }) => {
  const { participant, chair, screen, title } = server.room('group-1');
  const words = new Words('en');
  const projector = await hall.device('projector');
  const { page } = projector;
  await new Entrance(projector).follow(screen);
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText(words.say('floor-nobody'))).toBeVisible();
  await expect(page.getByRole('img', { name: words.say('join-qr') })).toBeVisible();
  await expect(page.getByText(`${participant.code.slice(0, 3)} ${participant.code.slice(3)}`)).toBeVisible();
  await expectSound(page, 'en-projector-empty');

  await fillRoom(server);
  await expect(page.getByText('Senegal')).toBeVisible();
  await expect(page.getByRole('timer')).toContainText('3:00');
  await expect(page.getByRole('listitem').filter({ hasText: 'Bolivia' })).toBeVisible();
  await expect(page.getByRole('heading', { name: SEVERAL })).toBeVisible();
  await expectSound(page, 'en-projector-poll');
  await expectNothingCutOff(page, 'an open poll of six answers');

  const moderator = await join(server, chair.code);
  await command(server, moderator, { tool: 'polls', do: 'close', poll: await pollId(server, moderator, SEVERAL) });
  await expect(page.getByRole('table', { name: words.say('poll-result-of', { question: PREPARED }) })).toBeVisible();
  await expectSound(page, 'en-projector-result');
  await expectNothingCutOff(page, 'the result of five answers beside a speaker');

  await command(server, moderator, { tool: 'room', do: 'close', settle: true });
  await expect(page.getByText(words.say('room-closed-screen'))).toBeVisible();
  await expectSound(page, 'en-projector-closed');
  await expectNothingCutOff(page, 'the result of five answers');
});
