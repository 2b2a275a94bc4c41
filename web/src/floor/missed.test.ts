import { expect, test } from 'vitest';
import type { FloorView, RequestView, SpeakingView } from '../protocol.gen';
import { wasMissed } from './missed';

const request: RequestView = { seat: 's1', group: 'unstated', lane: 'list', asked_at: 0 };
const waiting: FloorView = { list: 'open', rule: 'first-come', limit_s: 180, limits: {}, requests: { r1: request }, order: ['r1'], spoken: 0, pace: { turn_s: 180, speeches: 0, use_percent: 100, gap_s: 0 } };
const empty: FloorView = { ...waiting, requests: {}, order: [] };
const speaking: SpeakingView = { ...request, request: 'r1', started_at: 0, paused_ms: 0, limit_s: 180 };

test('a request that is gone without a speech was missed', () => {
  expect(wasMissed('r1', empty, false)).toBe(true);
});

test('who still waits, speaks, withdrew, or never asked has missed nothing', () => {
  expect(wasMissed('r1', waiting, false)).toBe(false);
  expect(wasMissed('r1', { ...empty, speaking }, false)).toBe(false);
  expect(wasMissed('r1', { ...empty, interrupted: speaking }, false)).toBe(false);
  expect(wasMissed('r1', empty, true)).toBe(false);
  expect(wasMissed(undefined, empty, false)).toBe(false);
});
