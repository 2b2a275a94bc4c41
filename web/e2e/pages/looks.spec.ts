/** Every page on every kind of device: accessible, no wider than the device, and a picture of it; in English and in Arabic. */
import type { Kind } from '../devices';
import { Entrance } from '../entrance';
import { expect, test, type Hall } from '../fixtures';
import { expectSound } from '../looks';
import type { RoomPage, Tab } from '../room';
import type { Server } from '../server';
import { Words } from '../words';

const PREPARED = 'Which component of capacity needs support first in your country or community?';
const LOCALES = { en: 'en-GB', ar: 'ar-EG' } as const;

/** A room in full swing: somebody speaks, some wait, a result is shown, a poll is open, there are notes. */
async function fillRoom(server: Server, hall: Hall): Promise<RoomPage> {
  const { participant, chair } = server.room('group-1');
  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });
  for (const delegation of ['Senegal', 'Bolivia (Plurinational State of)', 'Office of the United Nations High Commissioner for Refugees']) {
    const guest = await new Entrance(await hall.device('phone')).join(participant, { name: 'A. Delegate', delegation });
    await guest.askForFloor();
    if (delegation === 'Senegal') {
      await moderator.actOnPoll(PREPARED, 'poll-do-open');
      await guest.vote(PREPARED, 'Technology');
      await moderator.actOnPoll(PREPARED, 'poll-do-close');
      await moderator.actOnPoll(PREPARED, 'poll-show');
    }
  }
  await moderator.button('chair-next', { name: 'Senegal' }).click();
  await expect(moderator.clock).toBeVisible();
  await moderator.actOnPoll('What most often holds a national strategy back? Choose up to three.', 'poll-do-open');
  await moderator.openNotes();
  await moderator.writeParagraph('A national strategy needs an owner, a budget and a date.');
  await moderator.expectNotes('saved');
  return moderator;
}

/** A participant's, a chair's and an organiser's pages on one kind of device. */
async function lookAround(server: Server, hall: Hall, kind: Kind, language: 'en' | 'ar'): Promise<void> {
  const words = new Words(language);
  const { participant, chair } = server.room('group-1');
  const name = (page: string): string => `${language}-${kind}-${page}`;
  const open = () => hall.device(kind, { locale: LOCALES[language] });
  const guest = await open();
  await guest.page.goto(server.url);
  await expect(guest.page.getByLabel(words.say('code-label'))).toBeVisible();
  await expectSound(guest.page, name('home'));
  await new Entrance(guest, words).follow({ code: 'ZZZZZZ', url: '' });
  await expect(guest.page.getByRole('heading', { name: words.say('not-found-code') })).toBeVisible();
  await expectSound(guest.page, name('unknown-code'));
  await new Entrance(guest, words).follow(participant);
  await expect(guest.page.getByLabel(words.say('join-name'))).toBeVisible();
  await expectSound(guest.page, name('join'));
  const delegate = await new Entrance(guest, words).enter({ name: 'Amina Diallo', delegation: 'Fiji' });
  await lookAtTabs(delegate, (page) => name(`participant-${page}`), ['floor', 'polls', 'notes']);
  const moderator = await new Entrance(await open(), words).join(chair, { name: 'The Chair' });
  await lookAtTabs(moderator, (page) => name(`chair-${page}`), ['floor', 'polls', 'notes', 'desk']);
  const office = await open();
  await new Entrance(office, words).follow(server.links.organiser);
  await expect(office.page.getByRole('heading', { name: words.say('meeting-rooms') })).toBeVisible();
  await expectSound(office.page, name('meeting'));
}

async function lookAtTabs(room: RoomPage, name: (page: string) => string, tabs: Tab[]): Promise<void> {
  for (const tab of tabs) {
    await room.goTo(tab);
    if (tab === 'notes') await expect(room.notes).toBeVisible();
    if (tab === 'desk') await expect(room.page.getByRole('heading', { name: room.say('people') })).toBeVisible();
    await expectSound(room.page, name(tab));
  }
}

for (const kind of ['phone', 'laptop'] as const) {
  for (const language of ['en', 'ar'] as const) {
    test(`every page on a ${kind} is sound in ${language}`, async ({ server, hall }) => {
      test.slow();
      await fillRoom(server, hall);
      await lookAround(server, hall, kind, language);
    });
  }
}

test('Arabic pages run from right to left', async ({ server, hall }) => {
  const phone = await hall.device('phone', { locale: LOCALES.ar });
  await phone.page.goto(server.url);
  await expect(phone.page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(phone.page.locator('html')).toHaveAttribute('lang', 'ar');
});

test('the projector shows the speaker and the clock, who is next, the poll and how to join', async ({ server, hall }) => {
  const { participant, screen, title } = server.room('group-1');
  const words = new Words('en');
  const projector = await hall.device('projector');
  const { page } = projector;
  await new Entrance(projector).follow(screen);
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText(words.say('floor-nobody'))).toBeVisible();
  await expect(page.getByRole('img', { name: words.say('join-qr') })).toBeVisible();
  await expect(page.getByText(`${participant.code.slice(0, 3)} ${participant.code.slice(3)}`)).toBeVisible();
  await expectSound(page, 'en-projector-empty');
  const moderator = await fillRoom(server, hall);
  await expect(page.getByText('Senegal')).toBeVisible();
  await expect(page.getByRole('timer')).toContainText('3:00');
  await expect(page.getByRole('listitem').filter({ hasText: 'Bolivia' })).toBeVisible();
  await expectSound(page, 'en-projector-poll');
  await moderator.closeSession();
  await expect(page.getByText(words.say('room-closed-screen'))).toBeVisible();
  await expectSound(page, 'en-projector-closed');
});
