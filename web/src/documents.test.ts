import { afterEach, expect, test, vi } from 'vitest';
import { fileTextId, fingerprint, getNamed, getSealKey, meetingFileUrl } from './documents';

const answer = (status: number, body: object) => vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })));

afterEach(() => vi.unstubAllGlobals());

test('a file of the meeting is asked for as the seat of the page', () => {
  expect(meetingFileUrl('m 1', 'report.pdf', 'organiser')).toBe('/api/meetings/m%201/report.pdf?as=organiser');
});

test('a combined report is named by its form, as an outcome is', () => {
  expect([fileTextId('report.docx'), fileTextId('outcome.docx'), fileTextId('points.csv')]).toEqual(['file-outcome-docx', 'file-outcome-docx', 'file-points-csv']);
});

test('a server that does not look for names or has no key leaves the page without them', async () => {
  answer(404, { code: 'not-found' });
  expect(await getNamed('m', 'r', 'chair')).toEqual([]);
  expect(await getSealKey()).toBeNull();
});

test('names that stand in the text are told', async () => {
  const named = [{ words: 'Senegal', what: 'delegation', passages: [{ place: 'notes', excerpt: 'Senegal asked' }] }];
  answer(200, { attribution: 'chatham-house', named });
  expect(await getNamed('m', 'r', 'chair')).toEqual(named);
});

test('a key is read in groups of four', () => {
  expect(fingerprint('0123456789')).toBe('0123 4567 89');
});
