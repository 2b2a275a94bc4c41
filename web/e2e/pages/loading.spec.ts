/** What a page can do before all of it is there. */
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';

const PREPARED = 'Which component of capacity needs support first in your country or community?';

test('a phone whose editor is still on its way joins, asks for the floor and votes; then the notes come', async ({ server, hall }) => {
  const { participant, chair } = server.room('group-1');
  const moderator = await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' });
  const device = await hall.device('phone');
  let letCome = (): void => undefined;
  const mayCome = new Promise<void>((resolve) => (letCome = resolve));
  let asked = 0;
  await device.page.route(/\/editor-[^/]*\.js$/, async (route) => {
    asked += 1;
    await mayCome;
    await route.continue();
  });
  const phone = await new Entrance(device).join(participant, { delegation: 'Senegal' });
  await phone.goTo('notes');
  await expect.poll(() => asked, 'the page fetches its editor').toBeGreaterThan(0);
  await phone.goTo('floor');
  await phone.askForFloor();
  await expect(moderator.waiting.first()).toContainText('Senegal');
  await moderator.actOnPoll(PREPARED, 'poll-do-open');
  await phone.vote(PREPARED, 'Technology');
  await expect(moderator.poll(PREPARED)).toContainText(moderator.say('poll-turnout', { turnout: 1, electorate: 1 }));
  await expect(phone.notes, 'the editor is held back').toHaveCount(0);
  letCome();
  await phone.openNotes();
  await phone.writeParagraph('Here at last.');
  await phone.expectNotes('saved');
});
