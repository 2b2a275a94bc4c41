import { expect, test } from 'vitest';
import type { DraftView, RemarkView } from '../protocol.gen';
import { latestDraft, leftOpen, remarksOf, waitingOf } from './clearing';

const remark = (paragraph: number, at: number, more: Partial<RemarkView> = {}): RemarkView => ({ paragraph, at, text: 'Say more.', ...more });
const draft = (remarks: Record<string, RemarkView>): DraftView => ({ at: 0, until: 1, sha256: '', paragraphs: 3, made: Object.keys(remarks).length, waiting: 0, remarks });

test('the draft under way is the one with the highest number', () => {
  const drafts = { 2: draft({}), 10: draft({}), 9: draft({}) };
  expect(latestDraft({ state: 'circulated', drafts })?.number).toBe(10);
  expect(latestDraft({ state: 'draft', drafts: {} })).toBeUndefined();
});

test('remarks stand by their paragraphs, and in each in the order of their making', () => {
  const shown = draft({ r1: remark(2, 5), r2: remark(1, 9), r3: remark(2, 3) });
  expect(remarksOf(shown).map(({ id }) => id)).toEqual(['r2', 'r3', 'r1']);
});

test('what waits for an answer is counted over all drafts, as the server counts it', () => {
  const drafts = { 1: { ...draft({}), waiting: 2 }, 2: { ...draft({ r9: remark(1, 1) }), waiting: 1 } };
  expect(waitingOf({ state: 'commented', drafts })).toBe(3);
});

test('before the close it is told what the report leaves open; where its clearing was never begun, nothing is', () => {
  expect(leftOpen({ state: 'draft', drafts: {} })).toEqual({ remarks: 0, unfinished: false });
  const drafts = { 1: { ...draft({}), waiting: 2 } };
  expect(leftOpen({ state: 'circulated', drafts })).toMatchObject({ circulated: { number: 1 }, remarks: 2, unfinished: true });
  expect(leftOpen({ state: 'final', drafts: { 1: draft({}) } })).toEqual({ remarks: 0, unfinished: false });
});
