import { expect, test } from 'vitest';
import type { DraftView, RemarkView } from '../protocol.gen';
import { latestDraft, momentText, remarksOf, unanswered } from './clearing';

const remark = (paragraph: number, at: number, more: Partial<RemarkView> = {}): RemarkView => ({ paragraph, at, text: 'Say more.', ...more });
const draft = (remarks: Record<string, RemarkView>): DraftView => ({ at: 0, until: 1, sha256: '', paragraphs: 3, remarks });

test('the draft under way is the one with the highest number', () => {
  const drafts = { 2: draft({}), 10: draft({}), 9: draft({}) };
  expect(latestDraft({ state: 'circulated', drafts })?.number).toBe(10);
  expect(latestDraft({ state: 'draft', drafts: {} })).toBeUndefined();
});

test('remarks stand by their paragraphs, and in each in the order of their making', () => {
  const shown = draft({ r1: remark(2, 5), r2: remark(1, 9), r3: remark(2, 3) });
  expect(remarksOf(shown).map(({ id }) => id)).toEqual(['r2', 'r3', 'r1']);
});

test('a remark waits until it is taken or declined', () => {
  expect(unanswered(draft({ r1: remark(1, 1), r2: remark(1, 2, { verdict: 'declined', word: 'No.' }) }))).toBe(1);
});

test('a moment of another day is said with its day', () => {
  const noon = new Date(2024, 4, 10, 12, 0).getTime();
  expect(momentText(noon, noon + 1, 'en')).toBe('12:00');
  expect(momentText(noon, noon + 86_400_000, 'en')).toContain('May');
});
