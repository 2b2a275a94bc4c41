/** Phone, chair's desk and screen at once: whoever has the floor has it on every page, with the same time on the clock. */
import type { Page } from '@playwright/test';
import { command, join, type Seat } from '../api';
import { Entrance } from '../entrance';
import { expect, test, type Hall } from '../fixtures';
import { expectNothingCutOff, expectSound } from '../looks';
import type { RoomPage } from '../room';
import type { Server } from '../server';
import { expectRightTime, expectStands, floorOf } from '../timing';
import { english } from '../words';

/** A room with all its pages, and seats that do what needs no page. */
interface Scene {
  senegal: RoomPage;
  norway: RoomPage;
  desk: RoomPage;
  screen: Page;
  /** A chair beside the desk. */
  moderator: Seat;
  /** A delegate without a page. */
  brazil: Seat;
}

async function open(server: Server, hall: Hall): Promise<Scene> {
  const { participant, chair, screen } = server.room('group-1');
  const projector = await hall.device('projector');
  await new Entrance(projector).follow(screen);
  const phone = async (name: string, delegation: string): Promise<RoomPage> =>
    new Entrance(await hall.device('phone')).join(participant, { name, delegation });
  return {
    senegal: await phone('Amina Diallo', 'Senegal'),
    norway: await phone('Jonas Berg', 'Norway'),
    desk: await new Entrance(await hall.device('laptop')).join(chair, { name: 'The Chair' }),
    screen: projector.page,
    moderator: await join(server, chair.code, { name: 'Another chair' }),
    brazil: await join(server, participant.code, { name: 'Ana Souza', delegation: 'Brazil' }),
  };
}

/** The pages on which the clock must be the same. */
function pagesOf({ senegal, norway, desk, screen }: Scene): Page[] {
  return [senegal.page, norway.page, desk.page, screen];
}

/** Everywhere this delegation speaks. */
async function expectSpeaks({ senegal, norway, desk, screen }: Scene, delegation: string): Promise<void> {
  await expect(screen.getByText(delegation, { exact: true }).first()).toBeVisible();
  for (const room of [senegal, norway, desk]) await expect(room.clock).toBeVisible();
  const phone = { Senegal: senegal, Norway: norway }[delegation];
  if (phone) await expect(phone.page.getByText(english.say('floor-yours'), { exact: true })).toBeVisible();
}

const floor = (server: Server, seat: Seat, what: string, fields: Record<string, unknown> = {}): Promise<void> =>
  command(server, seat, { tool: 'floor', do: what, ...fields });

test('a speech is interrupted by a point of order and goes on: every page has the same clock', async ({ server, hall }) => {
  const scene = await open(server, hall);
  const { senegal, norway, screen, moderator, brazil } = scene;
  await senegal.askForFloor();
  await norway.askForFloor();
  await expect(screen.getByText(english.say('screen-remain', { count: 2 }))).toBeVisible();
  await floor(server, moderator, 'give');
  await expectSpeaks(scene, 'Senegal');
  for (const page of [senegal.page, norway.page, scene.desk.page]) {
    const speech = page.locator('.clock').filter({ has: page.locator('.bar') });
    const [bar, clock] = [await speech.locator('.bar').boundingBox(), await speech.boundingBox()];
    expect(bar!.width, 'the bar is as long as its clock').toBeCloseTo(clock!.width, 0);
    expect(clock!.width).toBeGreaterThan(60);
  }
  await expectRightTime(server, moderator, pagesOf(scene));
  // Two seconds or more, however long a busy machine took to draw them.
  await expect(screen.getByRole('timer')).toContainText(/0:(0[2-9]|[1-5]\d)/);

  await floor(server, brazil, 'request', { lane: 'point-of-order' });
  await expect(screen.getByRole('listitem').first()).toContainText(english.say('lane-point-of-order'));
  await floor(server, moderator, 'give');
  await expectSpeaks(scene, 'Brazil');
  await expect(screen.getByText(english.say('lane-point-of-order'), { exact: true })).toBeVisible();
  await expect(screen.getByText(english.say('screen-goes-on', { name: 'Senegal' }))).toBeVisible();
  await expectRightTime(server, moderator, pagesOf(scene));
  await expectSound(screen, 'en-projector-point-of-order');
  await expectNothingCutOff(screen, 'a point of order');

  await floor(server, moderator, 'end');
  await expectSpeaks(scene, 'Senegal');
  for (const page of pagesOf(scene)) await expect(page.getByText(english.say('clock-stopped'), { exact: true }).first()).toBeVisible();
  await expectStands(server, moderator, pagesOf(scene));

  await floor(server, moderator, 'more', { seconds: 60 });
  await floor(server, moderator, 'resume');
  for (const page of pagesOf(scene)) {
    await expect(page.getByText(english.say('clock-stopped'), { exact: true })).toHaveCount(0);
    await expect(page.getByRole('timer')).toContainText('4:00');
  }
  await expectRightTime(server, moderator, pagesOf(scene));

  await floor(server, moderator, 'give');
  await expectSpeaks(scene, 'Norway');
  await floor(server, moderator, 'end');
  for (const page of pagesOf(scene)) await expect(page.getByRole('timer')).toHaveCount(0);
});

test('the server is killed in the middle of a speech: on every page the clock is right again', async ({ server, hall }) => {
  const scene = await open(server, hall);
  const { senegal, norway, desk, screen, moderator } = scene;
  await senegal.askForFloor();
  await floor(server, moderator, 'give');
  await floor(server, moderator, 'pause');
  await floor(server, moderator, 'resume');
  await expectSpeaks(scene, 'Senegal');
  const before = (await floorOf(server, moderator)).speaking;

  await server.kill('SIGKILL');
  for (const room of [senegal, norway, desk]) await room.expectReconnecting();
  await expect(screen.getByRole('status').filter({ hasText: english.say('screen-reconnecting') })).toBeVisible();
  await server.run();
  for (const room of [senegal, norway, desk]) await room.expectConnected();
  await expect(screen.getByText(english.say('screen-reconnecting'))).toHaveCount(0);
  expect((await floorOf(server, moderator)).speaking, 'the speech is what it was').toEqual(before);
  await expectSpeaks(scene, 'Senegal');
  await expectRightTime(server, moderator, pagesOf(scene));

  await floor(server, moderator, 'pause');
  for (const page of pagesOf(scene)) await expect(page.getByText(english.say('clock-stopped'), { exact: true }).first()).toBeVisible();
  await expectStands(server, moderator, pagesOf(scene));
  await server.kill('SIGKILL');
  await server.run();
  for (const room of [senegal, norway, desk]) await room.expectConnected();
  await expectStands(server, moderator, pagesOf(scene));
});

test('the screen says how the list stands, and counts its closing down', async ({ server, hall }) => {
  const scene = await open(server, hall);
  const { senegal, screen, moderator } = scene;
  await expect(screen.getByText(english.say('screen-list-open'))).toBeVisible();
  await floor(server, moderator, 'close', { in_s: 250 });
  await expect(screen.getByText(/closes in 4:(10|0\d)/)).toBeVisible();
  const before = await screen.getByText(/closes in/).innerText();
  await expect(screen.getByText(/closes in/)).not.toHaveText(before);
  await senegal.askForFloor();
  await floor(server, moderator, 'close');
  await expect(screen.getByText(english.say('screen-list-closed'))).toBeVisible();
  await floor(server, moderator, 'give');
  await floor(server, moderator, 'end');
  await expect(screen.getByText(english.say('screen-list-exhausted'))).toBeVisible();
  await expectSound(screen, 'en-projector-exhausted');
});

const PROJECTORS = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
];

test('the screen says in which lane and for whom somebody speaks, and cuts nothing off on any projector', async ({ server, hall }) => {
  const { participant, chair, screen } = server.room('group-1');
  const moderator = await join(server, chair.code);
  const kingdom = await join(server, participant.code, { name: 'A. Smith', delegation: 'United Kingdom of Great Britain and Northern Ireland' });
  const bolivia = await join(server, participant.code, { name: 'Juan Quispe', delegation: 'Bolivia (Plurinational State of)' });
  const projector = await hall.device('projector');
  const { page } = projector;
  await new Entrance(projector).follow(screen);
  const turns: [asks: () => Promise<void>, says: string[]][] = [
    [
      () => floor(server, kingdom, 'request', { on_behalf_of: 'the Western European and other States' }),
      [english.say('screen-on-behalf', { group: 'the Western European and other States' })],
    ],
    [() => floor(server, bolivia, 'request', { lane: 'question' }), ['Question to United Kingdom']],
    [() => floor(server, bolivia, 'request', { lane: 'reply' }), ['Answer to Bolivia']],
    [() => floor(server, bolivia, 'request', { lane: 'point-of-order' }), [english.say('lane-point-of-order'), 'goes on after this']],
  ];
  for (const [asks, says] of turns) {
    await asks();
    await floor(server, moderator, 'give');
    for (const text of says) await expect(page.getByText(text).first()).toBeVisible();
    for (const size of PROJECTORS) {
      await page.setViewportSize(size);
      // The page fits its texts in the frame after the one that is resized.
      await expect(() => expectNothingCutOff(page, `${says.join(', ')} on ${size.width} by ${size.height}`)).toPass();
    }
  }
  await floor(server, moderator, 'end');
  await floor(server, moderator, 'give');
  await expect(page.getByText(english.say('lane-reply')).first()).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectSound(page, 'en-projector-reply-dark');
});

test('a name of one word, as long as a name may be, is on the screen to its last letter', async ({ server, hall }) => {
  const { participant, chair, screen } = server.room('group-1');
  const moderator = await join(server, chair.code);
  const word = `${'Wortungetüm'.repeat(10)}Wortungeheuer`.slice(0, 120);
  const [long, next] = [await join(server, participant.code, { name: word }), await join(server, participant.code, { name: `${word.slice(1)}W` })];
  const projector = await hall.device('projector');
  const { page } = projector;
  await new Entrance(projector).follow(screen);
  await floor(server, long, 'request');
  await floor(server, next, 'request');
  await floor(server, moderator, 'give');
  for (const size of PROJECTORS) {
    await page.setViewportSize(size);
    await expect(async () => {
      await expectNothingCutOff(page, `a long word on ${size.width} by ${size.height}`);
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('main bdi')].filter((name) => {
          const box = name.closest('section')?.getBoundingClientRect();
          const { left, right } = name.getBoundingClientRect();
          return !box || left < box.left || right > box.right;
        }).length,
      );
      expect(wide, 'names wider than their place').toBe(0);
      const size_px = await page.getByText(word).evaluate((name) => Number.parseFloat(getComputedStyle(name).fontSize));
      expect(size_px, 'it can be read from afar').toBeGreaterThan(size.height / 40);
    }).toPass();
  }
  await expectSound(page, 'en-projector-long-word');
});

/** Keeps in the page which notes it plays, and lets it play them. */
function listen(): void {
  const played: number[] = [];
  Object.assign(window, { played });
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (when?: number): void {
    played.push(this.frequency.value);
    start.call(this, when);
  };
}

test('the screen is silent until its sound is turned on, and is then heard before and at the end of a speech', async ({ server, hall }) => {
  const { participant, chair, screen, title } = server.room('group-1');
  const moderator = await join(server, chair.code);
  const brazil = await join(server, participant.code, { delegation: 'Brazil' });
  const projector = await hall.device('projector');
  const { page } = projector;
  await page.addInitScript(listen);
  await new Entrance(projector).follow(screen);
  const turnOn = page.getByRole('button', { name: english.say('screen-sound-on') });
  await turnOn.focus();
  await page.keyboard.press('Enter');
  await expect(turnOn).toHaveCount(0);
  await page.reload();
  await page.getByRole('heading', { name: title }).click();
  await expect(turnOn, 'it was kept, and any touch brings it back').toHaveCount(0);

  await floor(server, moderator, 'limit', { seconds: 10 });
  await floor(server, brazil, 'request');
  await floor(server, moderator, 'give');
  const played = (): Promise<number> => page.evaluate(() => (window as unknown as { played: number[] }).played.length);
  await expect(page.getByText(english.say('clock-ending'))).toBeVisible();
  await expect.poll(played, 'one tone before the end').toBe(1);
  const stood = await page.getByText('Brazil').boundingBox();
  await expect(page.getByText(english.say('clock-over'))).toBeVisible();
  await expect.poll(played, 'two at the end').toBe(3);
  await expect(page.getByText('+0:01')).toBeVisible();
  expect(await page.getByText('Brazil').boundingBox(), 'nothing moves when the time is over').toEqual(stood);
  await expectNothingCutOff(page, 'a speech over time');
  expect(await played(), 'and no more').toBe(3);
});
