// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { FakeAudio } from '../testing/fake-audio';
import { Tones } from './tones';

function tonesOf(fake: FakeAudio): { tones: Tones; told: boolean[] } {
  const told: boolean[] = [];
  return { tones: new Tones((heard) => told.push(heard), () => fake.audio), told };
}

/** Lets what the browser promised arrive. */
const settled = (): Promise<void> => Promise.resolve().then(() => undefined);

test('before the end one tone is heard, at the end two lower ones after each other', async () => {
  const fake = new FakeAudio(true);
  const { tones } = tonesOf(fake);
  tones.wake();
  await settled();
  tones.sound('ending');
  expect(fake.played).toHaveLength(1);
  const [ending] = fake.played;
  tones.sound('over');
  const [first, second] = fake.played.slice(1);
  expect(fake.played).toHaveLength(3);
  expect(first!.frequency_hz).toBeLessThan(ending!.frequency_hz);
  expect(second!.frequency_hz).toBeLessThan(first!.frequency_hz);
  expect(second!.from_s).toBeGreaterThan(first!.from_s);
});

test('the tones are soft and short, and begin at once', async () => {
  const fake = new FakeAudio(true);
  const { tones } = tonesOf(fake);
  tones.wake();
  await settled();
  tones.sound('over');
  expect(fake.played[0]!.from_s).toBe(fake.currentTime);
  for (const { from_s, to_s, loudest } of fake.played) {
    expect(loudest).toBeLessThan(0.5);
    expect(to_s - from_s).toBeLessThan(2);
  }
});

test('nothing is heard, and nothing goes wrong, before they were woken', () => {
  const fake = new FakeAudio(true);
  const { tones } = tonesOf(fake);
  tones.sound('over');
  expect(fake.played).toEqual([]);
  expect(tones.heard).toBe(false);
});

test('a touch of the page wakes them, as long as they are wanted', async () => {
  const { tones } = tonesOf(new FakeAudio(true));
  let wanted = false;
  const leave = tones.wakeByTouch(() => wanted);
  dispatchEvent(new Event('pointerup'));
  await settled();
  expect(tones.heard).toBe(false);
  wanted = true;
  dispatchEvent(new Event('pointerup'));
  await settled();
  expect(tones.heard).toBe(true);
  leave();
  dispatchEvent(new Event('keydown'));
  await settled();
  expect(tones.heard).toBe(false);
});

test('as long as the browser does not allow it, the page is not said to be heard', async () => {
  const fake = new FakeAudio(false);
  const { tones, told } = tonesOf(fake);
  tones.wake();
  await settled();
  expect(tones.heard).toBe(false);
  fake.allowed = true;
  tones.wake();
  await settled();
  expect(told).toEqual([true]);
});

test('the page says so when the device takes the sound away', async () => {
  const fake = new FakeAudio(true);
  const { tones, told } = tonesOf(fake);
  tones.wake();
  await settled();
  fake.takeAway();
  expect(told).toEqual([true, false]);
});

test('a browser without sound stays silent', () => {
  const told: boolean[] = [];
  const tones = new Tones((heard) => told.push(heard), () => {
    throw new Error('no sound here');
  });
  tones.wake();
  tones.sound('ending');
  expect(told).toEqual([false]);
});

test('who leaves the page gives the loudspeaker back', async () => {
  const fake = new FakeAudio(true);
  const { tones } = tonesOf(fake);
  tones.wake();
  await settled();
  tones.end();
  expect(fake.state).toBe('closed');
  tones.sound('over');
  expect(fake.played).toEqual([]);
});
