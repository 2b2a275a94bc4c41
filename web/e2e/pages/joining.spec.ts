/** Getting in: by link, by code, again, and with a code that opens nothing. */
import { Entrance } from '../entrance';
import { expect, test } from '../fixtures';
import { english } from '../words';

test('a delegate joins by link on a phone and is asked for nothing but who they are', async ({ server, hall }) => {
  const phone = await hall.device('phone');
  const { participant, title } = server.room('group-1');
  await new Entrance(phone).follow(participant);
  await expect(phone.page.getByRole('heading', { name: title })).toBeVisible();
  await expect(phone.page.getByText(english.say('attribution-on-the-record-more'))).toBeVisible();
  const room = await new Entrance(phone).enter({ name: 'Amina Diallo', delegation: 'Senegal' });
  await expect(phone.page).toHaveURL(`${server.url}/m/${server.links.meeting}/group-1?as=participant`);
  await expect(room.button('own-seat-open', { name: 'Senegal' })).toBeVisible();
});

test('a code is typed as people type it: small letters, blanks, on a laptop', async ({ server, hall }) => {
  const laptop = await hall.device('laptop');
  const { code } = server.room('group-2').participant;
  await new Entrance(laptop).typeCode(` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)} `);
  const room = await new Entrance(laptop).enter({ name: 'Jonas Berg', delegation: 'Norway' });
  await expect(room.page.getByRole('heading', { name: server.room('group-2').title })).toBeVisible();
});

test('a body that is in no list may be named freely, and nothing at all may be named', async ({ server, hall }) => {
  const [one, other] = [await hall.device('phone'), await hall.device('phone')];
  const { participant } = server.room('group-1');
  const named = await new Entrance(one).join(participant, { delegation: 'Hope for Data (NGO)' });
  await expect(named.button('own-seat-open', { name: 'Hope for Data (NGO)' })).toBeVisible();
  const nameless = await new Entrance(other).join(participant);
  await expect(nameless.button('own-seat-open', { name: english.say('role-participant') })).toBeVisible();
});

test('a code that opens nothing is told, with the field for another one', async ({ hall }) => {
  const phone = await hall.device('phone');
  await new Entrance(phone).typeCode('ZZZ ZZZ');
  await expect(phone.page.getByRole('heading', { name: english.say('not-found-code') })).toBeVisible();
  await expect(phone.page.getByLabel(english.say('code-label'))).toBeVisible();
});

test('who comes back with the same link on the same phone is asked whether to go on with the seat', async ({ server, hall }) => {
  const phone = await hall.device('phone');
  const { participant } = server.room('group-1');
  await new Entrance(phone).join(participant, { name: 'Amina Diallo', delegation: 'Senegal' });
  await new Entrance(phone).follow(participant);
  await phone.page.getByRole('button', { name: english.say('join-continue', { name: 'Senegal' }) }).click();
  await expect(phone.page).toHaveURL(/\/m\/[^/]+\/group-1\?as=participant$/);
});

test('a room without a seat says so and shows the way in', async ({ server, hall }) => {
  const phone = await hall.device('phone');
  await phone.page.goto(`${server.url}/m/${server.links.meeting}/group-1?as=participant`);
  await expect(phone.page.getByRole('heading', { name: english.say('not-found-seat') })).toBeVisible();
});
