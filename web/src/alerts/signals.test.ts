import { expect, test } from 'vitest';
import type { SpeakingView } from '../protocol.gen';
import { Signals } from './signals';

const speech: SpeakingView = { request: 'r1', group: 'state', lane: 'list', asked_at: 0, started_at: 0, paused_ms: 0, limit_s: 180 };
const order: SpeakingView = { ...speech, request: 'r2', lane: 'point-of-order', started_at: 100_000 };

/** What is heard of a speech between two seconds, looked at four times a second. */
function heard(signals: Signals, from_s: number, to_s: number, speaking = speech): string[] {
  const said: string[] = [];
  for (let now = from_s * 1000; now <= to_s * 1000; now += 250) {
    const signal = signals.look({ speaking }, now);
    if (signal) said.push(`${signal} at ${now / 1000}`);
  }
  return said;
}

test('a speech is heard to near its end and to pass it, once each', () => {
  expect(heard(new Signals(), 0, 400)).toEqual(['ending at 150', 'over at 180']);
});

test('a short speech nears its end half way', () => {
  expect(heard(new Signals(), 0, 60, { ...speech, limit_s: 20 })).toEqual(['ending at 10', 'over at 20']);
});

test('each speech is heard for itself', () => {
  const signals = new Signals();
  heard(signals, 0, 200);
  expect(heard(signals, 200, 400, { ...speech, request: 'r3', started_at: 200_000 })).toEqual(['ending at 350', 'over at 380']);
});

test('a page that is loaded late says nothing of what has passed', () => {
  expect(heard(new Signals(), 200, 300)).toEqual([]);
  expect(heard(new Signals(), 160, 300)).toEqual(['over at 180']);
});

test('a page that slept over the moment says nothing of it, one that was only held up does', () => {
  const asleep = new Signals();
  asleep.look({ speaking: speech }, 140_000);
  expect(asleep.look({ speaking: speech }, 200_000)).toBeNull();
  const held = new Signals();
  held.look({ speaking: speech }, 140_000);
  expect(held.look({ speaking: speech }, 153_000)).toBe('ending');
});

test('after more time was given it is heard again, and giving it is silent', () => {
  const signals = new Signals();
  heard(signals, 0, 190);
  expect(heard(signals, 190, 400, { ...speech, limit_s: 240 })).toEqual(['ending at 210', 'over at 240']);
});

test('a little more time is not heard to near its end a second time', () => {
  const signals = new Signals();
  heard(signals, 0, 190);
  expect(heard(signals, 190, 400, { ...speech, limit_s: 200 })).toEqual(['over at 200']);
});

test('time taken back after the end says nothing', () => {
  const signals = new Signals();
  heard(signals, 0, 200, { ...speech, limit_s: 400 });
  expect(heard(signals, 200, 300)).toEqual([]);
});

test('a clock that stands passes nothing', () => {
  const signals = new Signals();
  heard(signals, 0, 149);
  expect(heard(signals, 149, 400, { ...speech, paused_at: 149_000 })).toEqual([]);
});

test('after a point of order the speech it interrupted goes on where it was heard last', () => {
  const signals = new Signals();
  heard(signals, 0, 160);
  const interrupted = { ...speech, paused_at: 160_000 };
  expect(signals.look({ speaking: order, interrupted }, 161_000)).toBeNull();
  expect(signals.look({ speaking: order, interrupted }, 170_000)).toBeNull();
  expect(heard(signals, 200, 300, { ...speech, paused_ms: 40_000 })).toEqual(['over at 220']);
});

test('nobody speaks, nothing is heard', () => {
  expect(new Signals().look({}, 0)).toBeNull();
});
