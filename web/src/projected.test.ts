import { expect, test } from 'vitest';
import { foremost, onScreen, projected } from './projected';
import type { PollsView, PollView } from './protocol.gen';
import { poll } from './testing/polls';

const polls = (items: Record<string, PollView>): PollsView => ({ items, order: Object.keys(items) });

test('everybody sees the open poll, else the last result that is shown', () => {
  const shown = poll({ state: 'closed', shown: true, tally: { o1: 1, o2: 0 } });
  expect(foremost(polls({ p1: shown, p2: poll() }))?.id).toBe('p2');
  expect(foremost(polls({ p1: shown, p2: shown, p3: poll({ state: 'closed' }) }))?.id).toBe('p2');
  expect(foremost(polls({ p1: poll({ state: 'draft' }) }))).toBeUndefined();
});

test('the result that was shown last takes the screen, whatever the order of drafting', () => {
  const shown = (shown_at?: number): PollView => poll({ state: 'closed', shown: true, tally: {}, shown_at });
  expect(foremost(polls({ p1: shown(30), p2: shown(20), p3: shown() }))?.id).toBe('p1');
});

test('a poll that became void stays on the screen with the reason, until another one is opened or its result shown', () => {
  const voided = poll({ state: 'void', opened_at: 20, void_reason: 'The question was misread.' });
  const before = poll({ state: 'closed', shown: true, tally: {}, opened_at: 5, shown_at: 10 });
  expect(foremost(polls({ p1: before, p2: voided }))?.id).toBe('p2');
  expect(foremost(polls({ p1: before, p2: voided, p3: poll({ opened_at: 30 }) }))?.id).toBe('p3');
  const next = poll({ state: 'closed', opened_at: 30 });
  expect(foremost(polls({ p1: before, p2: voided, p3: next }))?.id, 'nor does it come back after the next one').toBe('p1');
  expect(foremost(polls({ p1: { ...before, shown_at: 25 }, p2: voided }))?.id).toBe('p1');
});

test('a result waits for the screen while another poll is open', () => {
  const result = poll({ state: 'closed', shown: true, tally: {} });
  const all = polls({ p1: result, p2: result, p3: poll(), p4: poll({ state: 'closed', tally: {} }) });
  expect(['p1', 'p2', 'p3', 'p4'].map((id) => onScreen(all, id))).toEqual([null, 'later', 'now', null]);
  expect(onScreen(polls({ p1: result }), 'p1')).toBe('now');
});

test('an open poll tells the scale and the axes that its items are rated on, and how much of the turnout is there', () => {
  const rated = poll({ kind: 'matrix', scale: ['Low', 'Middle', 'High'], axes: { x: 'Impact', y: 'Feasibility' }, turnout: 3, electorate: 4 });
  expect(projected({ id: 'p1', ...rated })).toEqual({ columns: false, scale: 'Impact × Feasibility: Low – High', turnout_percent: 75 });
  expect(projected({ id: 'p1', ...poll({ electorate: 0 }) })).toMatchObject({ scale: '', turnout_percent: 0 });
});

test('many answers stand in two columns', () => {
  const option_order = Array.from({ length: 7 }, (_, at) => `o${at + 1}`);
  expect(projected({ id: 'p1', ...poll({ option_order }) }).columns).toBe(true);
});
