/** Files and data: an organiser promises a day, the door says it, a programme of another tool is taken over, the archive is downloaded, and the names go. */
import { readFile } from 'node:fs/promises';
import { Entrance } from '../entrance';
import { expect, test, type Device } from '../fixtures';
import { expectSound } from '../looks';
import type { Server } from '../server';
import { Words } from '../words';
import { english } from '../words';

const ROOM = 'group-1';
const BY = 'the secretariat, data@example.org';

/** A schedule.json as pretalx writes it. */
const SCHEDULE = {
  schedule: {
    conference: {
      title: 'A conference',
      time_zone_name: 'America/New_York',
      days: [
        {
          date: '2024-05-10',
          rooms: {
            'Hall A': [
              { code: 'XYZ9AB', date: '2024-05-10T09:30:00-04:00', start: '09:30', duration: '00:45', title: 'How teams are built', type: 'Talk', persons: [{ public_name: 'Ana Silva' }] },
              { code: 'LUNCH1', date: '2024-05-10T12:00:00-04:00', start: '12:00', duration: '01:00', title: 'Lunch', type: 'Break', persons: [], links: [{ url: 'https://example.org' }] },
            ],
          },
        },
      ],
    },
  },
};

const asFile = (content: string) => ({ name: 'schedule.json', mimeType: 'application/json', buffer: Buffer.from(content) });

/** The organiser on the page of files and data. */
async function organise(server: Server, device: Device): Promise<void> {
  await device.page.goto(`${device.url}/j/${server.links.organiser.code}`);
  await device.page.waitForURL(/\/m\/|\/o\//);
  await device.page.goto(`${device.url}/o/${server.links.meeting}/keeping`);
  await expect(device.page.getByRole('heading', { name: english.say('keeping-title') })).toBeVisible();
}

async function promise(device: Device, until: string): Promise<void> {
  const { page } = device;
  await page.getByLabel(english.say('keeping-until')).fill(until);
  await page.getByLabel(english.say('keeping-by')).fill(BY);
  await page.getByRole('button', { name: english.say('keeping-save') }).click();
  await expect(page.getByText(english.say('keeping-saved'))).toHaveCount(0);
  await page.getByRole('button', { name: english.say('keeping-sure-do') }).click();
  await expect(page.getByText(english.say('keeping-saved'))).toBeVisible();
}

/** A day so many days from now. */
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('of two organisers who set the day at once the second sees both, and chooses', async ({ server, hall }) => {
  const [one, other] = [await hall.device('laptop'), await hall.device('laptop')];
  await organise(server, one);
  await organise(server, other);
  const until = one.page.getByLabel(english.say('keeping-until'));
  await until.fill(inDays(20));
  await one.page.getByLabel(english.say('keeping-by')).fill('the host, host@example.org');
  await promise(other, inDays(30));
  await expect(one.page.getByText(BY, { exact: false })).toBeVisible();
  await one.page.getByRole('button', { name: english.say('keeping-save') }).click();
  await one.page.getByRole('button', { name: english.say('keeping-sure-do') }).click();
  const both = one.page.getByRole('alert').filter({ hasText: english.say('meanwhile-changed') });
  await expect(both.getByText(BY)).toBeVisible();
  await expect(both.getByText('the host, host@example.org')).toBeVisible();
  await expectSound(one.page, 'en-laptop-keeping-overtaken');
  await both.getByRole('button', { name: english.say('meanwhile-keep-theirs') }).click();
  await expect(until).toHaveValue(inDays(30));
  await until.fill(inDays(25));
  await one.page.getByRole('button', { name: english.say('keeping-save') }).click();
  await one.page.getByRole('button', { name: english.say('keeping-sure-do') }).click();
  await expect(one.page.getByText(english.say('keeping-saved'))).toBeVisible();
  await expect(other.page.getByLabel(english.say('keeping-until')), 'what nobody has written into follows').toHaveValue(inDays(25));
});

test('the day until which names are kept is told at the door and on the meeting page, and is made earlier only', async ({ server, hall }) => {
  const desk = await hall.device('laptop');
  await organise(server, desk);
  await expectSound(desk.page, 'en-laptop-keeping');
  await promise(desk, inDays(30));
  const phone = await hall.device('phone');
  const entrance = new Entrance(phone);
  await entrance.follow(server.room(ROOM).participant);
  await expect(phone.page.getByText(BY)).toBeVisible();
  await expectSound(phone.page, 'en-phone-door-kept-until');
  await entrance.enter({ name: 'A. Delegate', delegation: 'Senegal' });
  await phone.page.goto(`${phone.url}/m/${server.links.meeting}`);
  await expect(phone.page.getByText(BY)).toBeVisible();
  await expect(phone.page.getByRole('link', { name: english.say('calendar-add') })).toBeVisible();
  await desk.page.reload();
  await expect(desk.page.getByText(english.say('keeping-promised'))).toBeVisible();
  await expectSound(desk.page, 'en-laptop-keeping-promised');
  await promise(desk, inDays(10));
});

test('on a phone in Arabic the page holds and the door says the day', async ({ server, hall }) => {
  const arabic = new Words('ar');
  const phone = await hall.device('phone', { locale: 'ar' });
  await phone.page.goto(`${phone.url}/j/${server.links.organiser.code}`);
  await phone.page.waitForURL(/\/m\/|\/o\//);
  await phone.page.goto(`${phone.url}/o/${server.links.meeting}/keeping`);
  await phone.page.getByLabel(arabic.say('keeping-until')).fill(inDays(30));
  await phone.page.getByLabel(arabic.say('keeping-by')).fill('الأمانة، data@example.org');
  await phone.page.getByRole('button', { name: arabic.say('keeping-save') }).click();
  await phone.page.getByRole('button', { name: arabic.say('keeping-sure-do') }).click();
  await expect(phone.page.getByText(arabic.say('keeping-saved'))).toBeVisible();
  await expectSound(phone.page, 'ar-phone-keeping');
  const other = await hall.device('phone', { locale: 'ar' });
  await other.page.goto(`${other.url}/j/${server.room(ROOM).participant.code}`);
  await expect(other.page.getByText('الأمانة', { exact: false })).toBeVisible();
  await expectSound(other.page, 'ar-phone-door-kept-until');
});

test('a programme of another tool is shown before it is taken, and what is wrong with one is said', async ({ server, hall }) => {
  const { page, url } = await hall.device('laptop').then(async (device) => {
    await organise(server, device);
    return device;
  });
  const field = page.getByLabel(english.say('schedule-file'));
  await field.setInputFiles(asFile('{"schedule": {"conference": {"days": [{"date": "2024-05-10", "rooms": {"A": [{}]}}]}}}'));
  await expect(page.getByText(english.say('schedule-errors', { count: 3 }))).toBeVisible();
  await field.setInputFiles(asFile(JSON.stringify(SCHEDULE)));
  await expect(page.getByText(english.say('schedule-rooms-added', { count: 1 }))).toBeVisible();
  await expectSound(page, 'en-laptop-schedule');
  await page.getByRole('button', { name: english.say('schedule-take') }).click();
  await expect(page.getByText(english.say('schedule-done'))).toBeVisible();
  await page.goto(`${url}/m/${server.links.meeting}`);
  await expect(page.getByRole('heading', { name: 'How teams are built' }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Group I: Governance, policies and processes' })).toBeVisible();
});

test('the archive is downloaded, and then the names are deleted for good', async ({ server, hall }) => {
  const delegate = await hall.device('phone');
  await new Entrance(delegate).join(server.room(ROOM).participant, { name: 'A. Delegate' });
  const chair = await new Entrance(await hall.device('laptop')).join(server.room(ROOM).chair, { name: 'A. Chair' });
  const desk = await hall.device('laptop');
  await organise(server, desk);
  const { page } = desk;
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: english.say('archive-get') }).click();
  const archive = await readFile(await (await arriving).path());
  expect(archive.subarray(0, 2).toString()).toBe('PK');
  for (const name of ['index.html', 'meeting.json', 'programme.ics', 'rooms/group-1/draft/']) expect(archive.includes(name), name).toBe(true);

  await page.getByText(english.say('delete-title')).click();
  await expect(page.getByText('Group I: Governance, policies and processes')).toBeVisible();
  await chair.page.request.post(`${desk.url}/api/meetings/${server.links.meeting}/rooms/${ROOM}/commands`, {
    headers: { 'Roundtable-As': 'chair', origin: desk.url },
    data: { id: crypto.randomUUID(), tool: 'room', do: 'close', settle: true },
  });
  const word = page.getByLabel(english.say('delete-confirm', { word: server.links.meeting }));
  await word.fill('yes');
  await expect(page.getByRole('button', { name: english.say('delete-go') })).toBeDisabled();
  await word.fill(server.links.meeting);
  await expectSound(page, 'en-laptop-delete-names');
  await page.getByRole('button', { name: english.say('delete-go') }).click();
  await expect(page.getByText(english.say('keeping-deleted-more'))).toBeVisible();
  await expectSound(page, 'en-laptop-names-deleted');
  await delegate.page.goto(`${delegate.url}/j/${server.room(ROOM).participant.code}`);
  await expect(delegate.page.getByText('A. Delegate')).toHaveCount(0);
  await expect(delegate.page.getByLabel(english.say('join-name'))).toHaveCount(0);
});
