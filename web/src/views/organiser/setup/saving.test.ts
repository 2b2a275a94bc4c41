import { beforeAll, describe, expect, it, vi } from 'vitest';
import '../../../strings/keeping';
import { saidText } from '../../../strings/said';
import '../../../strings/setup';
import { speak } from '../../../strings/strings.svelte';
import { RefusedInDetail, type Fault } from './plan';
import { Saving } from './saving.svelte';

const FAULTS: Fault[] = [
  { field: 'title', code: 'missing', args: { name: 'title', example: '"Group work"' }, message: '`title` is missing' },
  { field: 'questions[1]', code: 'text-long', args: { length: 512, max: 500 }, message: 'it has 512 characters; at most 500 fit' },
  { field: 'polls[0].question', code: 'empty', message: 'it is empty; something has to be said here' },
  { field: 'speaking_limits.reply', code: 'out-of-bounds', args: { written: '1', min: 10, max: 3600 }, message: '1 is out of bounds' },
];

async function refused(faults: Fault[]): Promise<Saving> {
  const saving = new Saving();
  await saving.run(() => Promise.reject(new RefusedInDetail('plan-invalid', 'This was not saved.', faults)));
  return saving;
}

/** Without the marks that keep what is put in apart from the text around it. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

beforeAll(() => {
  vi.stubGlobal('sessionStorage', { setItem: () => undefined });
  vi.stubGlobal('document', { documentElement: {} });
});

describe('what is wrong with a form, in English', () => {
  it('is said in the words of the server, below the names of the form', async () => {
    await speak('en');
    const saving = await refused(FAULTS);
    expect(saving.of('title')).toBe('`title` is missing');
    expect(saving.of('questions')).toBe('2: it has 512 characters; at most 500 fit');
    expect(saving.named.map(({ label }) => label).slice(0, 2)).toEqual(['Title', 'Guiding questions 2']);
  });
});

describe('what is wrong with a form, in Arabic', () => {
  it('is said in Arabic, as are the names of the fields', async () => {
    await speak('ar');
    const saving = await refused(FAULTS);
    expect(plain(saving.of('title'))).toBe('هذا ناقص ولا بد منه، مثل "Group work".');
    expect(plain(saving.of('questions'))).toBe('2: النص أطول من اللازم: 512 حرفًا، والحد الأقصى 500.');
    expect(saving.named.map(({ label }) => label)).toEqual(['العنوان', 'الأسئلة التوجيهية 2', 'تصويتات معدّة 1 – السؤال', 'أوقات أخرى بالثواني؛ فارغ: الوقت نفسه – حق الرد']);
    expect(saving.named.map(({ said }) => said).filter((said) => !/[\u0600-\u06ff]{4}/.test(said))).toEqual([]);
  });

  it('falls back to the words of the server where the page does not know the code', async () => {
    await speak('ar');
    expect(saidText('field', { code: 'of-a-later-server', args: { most: 3 }, message: 'at most 3 fit' }), 'kept apart from what is around it').toBe('\u2068at most 3 fit\u2069');
    expect(plain(saidText('field', { message: 'at most 3 fit' }))).toBe('at most 3 fit');
  });

  it('names what may have been meant, and what is wrong with a file of another program', async () => {
    await speak('ar');
    const unknown = { code: 'unknown-field', args: { written: 'titel', hint: 'near', names: '`title`' }, message: '' };
    expect(plain(saidText('field', unknown))).toBe('لا يوجد هنا حقل «titel». هل المقصود `title`؟');
    const missing = { code: 'missing', args: { name: 'days', right: 'talks' }, message: '' };
    expect(plain(saidText('remark', missing))).toBe('ينقص days: فيه الفقرات.');
  });
});
