import { expect, test } from 'vitest';
import type { Ask } from '../ask.svelte';
import type { RoomSession } from '../session.svelte';
import { Paper, paperOf } from './papers.svelte';

const ONE = { choice: ['o1'] };
const unasked = {} as Ask;

test('a form that comes anew finds the paper of its poll as it was left', () => {
  const session = { ask: () => unasked } as unknown as RoomSession;
  paperOf(session, 'p1').fill(ONE);
  expect(paperOf(session, 'p1').marked).toEqual(ONE);
  expect(paperOf(session, 'p2').marked).toBeNull();
  expect(paperOf({ ask: () => unasked } as unknown as RoomSession, 'p1').marked, 'another room').toBeNull();
});

test('marks do not stand as cast where the final ballot came from elsewhere', () => {
  const paper = new Paper(unasked);
  paper.fill(ONE);
  paper.casting = true;
  paper.settle();
  expect(paper.marked, 'its own may be the one that is in').toEqual(ONE);
  paper.casting = false;
  paper.settle();
  expect([paper.marked, paper.overtaken]).toEqual([null, true]);
});

test('marks of a final ballot that was cast from here stay', () => {
  const paper = new Paper(unasked);
  paper.fill(ONE);
  paper.cast = true;
  paper.settle();
  expect([paper.marked, paper.overtaken]).toEqual([ONE, false]);
});

test('marks go once the ballot cast from here is told, unless others were made since', () => {
  const paper = new Paper(unasked);
  paper.fill(ONE);
  paper.before = { own: undefined };
  paper.told(undefined);
  expect(paper.marked).toEqual(ONE);
  paper.told(ONE);
  expect(paper.marked).toBeNull();
  paper.fill(ONE);
  paper.told({ choice: ['o2'] });
  expect(paper.marked).toEqual(ONE);
});
