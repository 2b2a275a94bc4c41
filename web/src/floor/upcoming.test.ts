import { expect, test } from 'vitest';
import type { FloorView, Lane, RequestView, SpeakingView } from '../protocol.gen';
import { upcoming } from './upcoming';

const request = (lane: Lane = 'list'): RequestView => ({ group: 'state', lane, asked_at: 0 });
const speech = (id: string, changes: Partial<SpeakingView> = {}): SpeakingView => ({ ...request(), request: id, started_at: 0, paused_ms: 0, limit_s: 180, ...changes });
const floor = (changes: Partial<FloorView>): FloorView => ({
  list: 'open', rule: 'first-come', limit_s: 180, limits: {}, requests: {}, order: [], spoken: 0, pace: { turn_s: 60, speeches: 1, use_percent: 25, gap_s: 15 }, ...changes,
});

test('next is whoever stands first, and nobody where nobody stands', () => {
  expect(upcoming(floor({}))).toBeUndefined();
  expect(upcoming(floor({ order: ['1', '2'], requests: { 1: request(), 2: request() } }))).toMatchObject({ kind: 'next', request: '1' });
});

test('a point of order is told apart, and goes before whoever was interrupted', () => {
  const interrupted = speech('7', { paused_at: 1_000 });
  const one = floor({ order: ['1'], requests: { 1: request('point-of-order') }, interrupted });
  expect(upcoming(one)).toMatchObject({ kind: 'order', request: '1' });
});

test('after a point of order the floor goes back before anybody else gets it', () => {
  const interrupted = speech('7', { paused_at: 1_000 });
  const one = floor({ order: ['1'], requests: { 1: request() }, speaking: speech('8'), interrupted });
  expect(upcoming(one)).toMatchObject({ kind: 'back', request: '7' });
});
