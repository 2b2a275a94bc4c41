import { afterEach, expect, test, vi } from 'vitest';
import { fileTextId, fingerprint, getNamed, getSealKey, keyOfNamed, meetingFileUrl, ofRevision } from './documents';

const answer = (status: number, body: object) => vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })));

afterEach(() => vi.unstubAllGlobals());

test('a file of the meeting is asked for as the seat of the page', () => {
  expect(meetingFileUrl('m 1', 'report.pdf', 'organiser')).toBe('/api/meetings/m%201/report.pdf?as=organiser');
});

test('a combined report is named by its form, as an outcome is', () => {
  expect([fileTextId('report.docx'), fileTextId('outcome.docx'), fileTextId('points.csv')]).toEqual(['file-outcome-docx', 'file-outcome-docx', 'file-points-csv']);
});

test('where it cannot be known which names stand in the text, that is not taken for none', async () => {
  answer(503, { code: 'unavailable' });
  await expect(getNamed('m', 'r', 'chair')).rejects.toMatchObject({ code: 'unavailable' });
});

test('a server that has no key leaves the page without it', async () => {
  answer(404, { code: 'not-found' });
  expect(await getSealKey()).toBeNull();
});

test('the same words of a person and of a delegation are two findings', () => {
  const keys = (['person', 'delegation'] as const).map((what) => keyOfNamed({ words: 'Georgia', what, passages: [] }));
  expect(new Set(keys).size).toBe(2);
});

test('names that stand in the text are told', async () => {
  const named = [{ words: 'Senegal', what: 'delegation', passages: [{ place: 'notes', excerpt: 'Senegal asked' }] }];
  answer(200, { attribution: 'chatham-house', named });
  expect(await getNamed('m', 'r', 'chair')).toEqual(named);
});

test('an earlier revision is asked for by its number, as the seat of the page', () => {
  expect([ofRevision('/r/outcome.pdf', 1), ofRevision('/r/outcome.pdf?as=chair', 2)]).toEqual(['/r/outcome.pdf?revision=1', '/r/outcome.pdf?as=chair&revision=2']);
});

test('a key is read in groups of four', () => {
  expect(fingerprint('0123456789')).toBe('0123 4567 89');
});
