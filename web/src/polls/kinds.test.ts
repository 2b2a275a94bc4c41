import { expect, test } from 'vitest';
import type { Ballot, PollKind, PollView } from '../protocol.gen';
import { poll } from '../testing/polls';
import { asCast, castBy, isBlank, sameBallot, standing } from './ballots';
import { kindOf } from './kind';
import { inLines } from './marked';
import { equally, given, stepOf } from './points';

const lacks = (kind: PollKind, ballot: Ballot, changes: Partial<PollView> = {}): string | undefined => {
  return kindOf(kind).lacks({ id: 'p1', ...poll({ kind, ...changes }) }, ballot)?.id;
};

test.each(['single', 'yes-no', 'agreement'] as const)('a ballot of kind %s has one answer', (kind) => {
  expect(lacks(kind, {})).toBe('ballot-lacks-answer');
  expect(lacks(kind, { texts: ['Because.'] })).toBe('ballot-lacks-answer');
  expect(lacks(kind, { choice: ['o1'] })).toBeUndefined();
});

test('a ballot of several answers has as many as the poll asks for', () => {
  const bounds = { min: 2, max: 2 };
  expect(lacks('multiple', { choice: ['o1'] }, bounds)).toBe('ballot-more');
  expect(lacks('multiple', { choice: ['o1', 'o2'] }, bounds)).toBeUndefined();
  expect(lacks('multiple', { choice: ['o1', 'o2', 'o3'] }, bounds)).toBe('ballot-fewer');
});

test('a grid may skip items, but not all of them', () => {
  expect(lacks('grid', { marks: {} })).toBe('ballot-lacks-mark');
  expect(lacks('grid', { marks: { o2: 1 } })).toBeUndefined();
});

test('an order says how many answers are still missing', () => {
  const hint = kindOf('ranking').lacks({ id: 'p1', ...poll({ kind: 'ranking', min: 2, max: 2 }) }, { choice: ['o2'] });
  expect(hint).toEqual({ id: 'ballot-lacks-places', values: { left: 1 } });
  expect(lacks('ranking', { choice: ['o2', 'o1'] }, { min: 2, max: 2 })).toBeUndefined();
});

test('points are shared out to the last one', () => {
  const left = (marks: Record<string, number>) => kindOf('points').lacks({ id: 'p1', ...poll({ kind: 'points', points: 20 }) }, { marks })?.values?.left;
  expect(left({})).toBe(20);
  expect(left({ o1: 8 })).toBe(12);
  expect(left({ o1: 8, o2: 12 })).toBeUndefined();
});

test('an item of a matrix is placed on both axes or on none', () => {
  expect(lacks('matrix', {})).toBe('ballot-lacks-place');
  expect(lacks('matrix', { places: { o1: [3, 0] } })).toBe('ballot-lacks-axis');
  expect(lacks('matrix', { places: { o1: [3, 2], o2: [0, 1] } })).toBe('ballot-lacks-axis');
  expect(lacks('matrix', { places: { o1: [3, 2] } })).toBeUndefined();
});

test('own words are more than spaces; an idea of somebody else will do', () => {
  expect(lacks('text', { texts: ['  '] })).toBe('ballot-lacks-text');
  expect(lacks('text', { texts: ['Trust'] })).toBeUndefined();
  expect(lacks('ideas', { texts: [''], supports: [] })).toBe('ballot-lacks-idea');
  expect(lacks('ideas', { supports: ['t0123456789abcdef'] })).toBeUndefined();
});

test.each(['multiple', 'yes-no', 'grid', 'ranking', 'points', 'matrix', 'text', 'ideas'] as const)('who abstains from a poll of kind %s need say no more', (kind) => {
  expect(lacks(kind, { abstain: true }, { points: 100, min: 2 })).toBeUndefined();
});

test('the order of marks does not matter, but in an order it does', () => {
  expect(sameBallot('multiple', { choice: ['o1', 'o2'] }, { choice: ['o2', 'o1'] })).toBe(true);
  expect(sameBallot('ranking', { choice: ['o1', 'o2'] }, { choice: ['o2', 'o1'] })).toBe(false);
  expect(sameBallot('points', { marks: { o2: 1, o1: 2 } }, { marks: { o1: 2, o2: 1, o3: 0 }, choice: [] })).toBe(true);
  expect(sameBallot('grid', { marks: { o1: 2 } }, { marks: { o1: 3 } })).toBe(false);
  expect(sameBallot('text', { texts: ['Trust '] }, { texts: ['Trust', ''] })).toBe(true);
});

test('an abstention is not a blank ballot, and holds nothing else', () => {
  expect(isBlank('single', { choice: [], texts: [''] })).toBe(true);
  expect(isBlank('single', { abstain: true })).toBe(false);
  expect(asCast('single', { choice: ['o1'], abstain: true })).toEqual({ abstain: true });
});

test('a ballot is found in the command that casts it', () => {
  const command = { tool: 'polls', do: 'cast', poll: 'p1', marks: { o1: 3 } } as const;
  expect(castBy(command, 'p1')).toMatchObject({ marks: { o1: 3 } });
  expect(castBy(command, 'p2')).toBeUndefined();
});

test('a press changes points by a round number, and equal shares use all of them', () => {
  expect([7, 100, 200, 1000].map(stepOf)).toEqual([1, 5, 10, 50]);
  expect(equally(100, ['o1', 'o2', 'o3'])).toEqual({ o1: 34, o2: 33, o3: 33 });
  expect(given(equally(7, ['o1', 'o2', 'o3']))).toBe(7);
});

test('support for an idea that was held back meanwhile is not on the ballot', () => {
  const idea = (passed: boolean) => ({ text: 'A calendar', passed, support: 1, written: 1 });
  const marked = { texts: ['Mine'], supports: ['t1', 't2', 't3'] };
  expect(standing({ texts: { t1: idea(true), t2: idea(false) } }, marked)).toEqual({ texts: ['Mine'], supports: ['t1'] });
  expect(standing({}, { choice: ['o1'] })).toEqual({ choice: ['o1'] });
});

test('a ballot reads as plain words, whatever its kind', () => {
  const lines = (kind: PollKind, ballot: Ballot, changes: Partial<PollView> = {}) => inLines({ id: 'p1', ...poll({ kind, ...changes }) }, ballot, 'Abstain');
  const scale = ['Poor', 'Good'];
  expect(lines('multiple', { choice: ['o2', 'o1'] })).toEqual(['Two', 'One']);
  expect(lines('ranking', { choice: ['o2', 'o1'] })).toEqual(['1. Two', '2. One']);
  expect(lines('points', { marks: { o2: 7, o1: 0 } })).toEqual(['Two: 7']);
  expect(lines('grid', { marks: { o1: 2 } }, { scale })).toEqual(['One: Good']);
  expect(lines('matrix', { places: { o1: [2, 1] } }, { scale, axes: { x: 'Impact', y: 'Cost' } })).toEqual(['One: Impact – Good, Cost – Poor']);
  expect(lines('ideas', { texts: ['Mine', ' '], supports: ['t1'] }, { texts: { t1: { text: 'Theirs', passed: true, support: 0, written: 1 } } })).toEqual(['Mine', 'Theirs']);
  expect(lines('single', { abstain: true })).toEqual(['Abstain']);
});
