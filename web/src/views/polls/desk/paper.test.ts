import { expect, test } from 'vitest';
import type { PollKind, PollView } from '../../../protocol.gen';
import { poll } from '../../../testing/polls';
import { lackOf, paperOf } from './paper';
import { addTo, removeFrom, untranslated, unwritten, writtenOf, type Written } from './written';

const USUAL = { steps: ['No', 'Yes'], axes: { x: 'Impact', y: 'Feasibility' } };
const written = (changes: Partial<Written> = {}): Written => ({ ...unwritten(USUAL), question: ' Which? ', answers: ['One ', '', 'Two'], ...changes });
const withRules = (rules: Partial<Written['rules']>, changes: Partial<Written> = {}): Written => {
  const all = written(changes);
  return { ...all, rules: { ...all.rules, ...rules } };
};

test('a plain poll says nothing but its question, kind and answers, without blanks', () => {
  expect(paperOf(written())).toEqual({ question: 'Which?', kind: 'single', options: ['One', 'Two'] });
});

test('each kind has what its ballot paper needs, and nothing of another kind', () => {
  const paper = (kind: PollKind) => {
    const all = Object.entries(paperOf(written({ kind, min: 1, max: 1 })));
    return Object.fromEntries(all.filter(([field]) => field !== 'question' && field !== 'kind'));
  };
  const options = ['One', 'Two'];
  const scale = ['1', '2', '3', '4', '5'];
  expect(paper('multiple')).toEqual({ options, min: 1, max: 1 });
  expect(paper('yes-no')).toEqual({ abstain: true });
  expect(paper('agreement'), 'the usual steps are left to the kind').toEqual({});
  expect(paperOf(written({ kind: 'agreement', steps: ['Yes', 'No'] })).options).toEqual(['Yes', 'No']);
  expect(paper('grid')).toEqual({ options, scale });
  expect(paper('ranking')).toEqual({ options, min: 1, max: 1 });
  expect(paper('points')).toEqual({ options, points: 100 });
  expect(paper('matrix')).toEqual({ options, scale, axes: USUAL.axes });
  expect(paper('text')).toEqual({ max: 1 });
  expect(paper('ideas')).toEqual({ max: 3 });
});

test('bounds never ask for more than is offered', () => {
  expect(paperOf(written({ kind: 'multiple', min: 5, max: 9 }))).toMatchObject({ min: 2 });
  expect(paperOf(written({ kind: 'multiple', max: 9 })).max).toBeUndefined();
});

test('rules that are as usual are left out, others are said', () => {
  const rules = { secrecy: 'named', per: 'delegation', late: true, final: true, results: 'live', base: 'present', quorum_percent: 50, breakdown: true, duration_s: 120, stamp: false } as const;
  expect(paperOf(withRules(rules))).toMatchObject(rules);
  expect(paperOf(withRules({ roles: ['participant', 'chair'], classes: ['state'], delegations: ['Chad'] })).voters).toEqual({
    roles: ['participant', 'chair'],
    classes: ['state'],
    delegations: ['Chad'],
  });
});

test('a secret poll is not told by group, and is final by itself', () => {
  expect(paperOf(withRules({ secrecy: 'secret', breakdown: true, final: true }))).toEqual({ question: 'Which?', kind: 'single', options: ['One', 'Two'], secrecy: 'secret' });
});

test('what is lacking is said in the order of the form', () => {
  const lack = (changes: Written) => lackOf(changes)?.id ?? null;
  expect(lack(written({ question: ' ' }))).toBe('desk-lacks-question');
  expect(lack(written({ answers: ['One', ' '] }))).toBe('desk-lacks-options');
  expect(lack(written({ kind: 'grid', answers: [' '] }))).toBe('desk-lacks-items');
  expect(lack(withRules({ secrecy: 'secret' }, { kind: 'ideas' }))).toBe('desk-lacks-secrecy');
  expect(lack(withRules({ roles: [] }))).toBe('desk-lacks-voters');
  expect(lack(withRules({ duration_s: Number.NaN }))).toBe('desk-lacks-time');
  expect(lack(withRules({ duration_s: 4 }))).toBe('desk-lacks-time');
  expect(lack(written())).toBeNull();
});

test('points and the quorum are whole numbers that the server takes', () => {
  const points = (number: number) => lackOf(written({ kind: 'points', points: number }))?.id ?? null;
  for (const number of [0, -1, 1.5, 1001, Number.NaN]) expect(points(number), `${number} points`).toBe('desk-lacks-points');
  expect([points(1), points(1000)]).toEqual([null, null]);
  const quorum = (number: number | null) => lackOf(withRules({ quorum_percent: number }))?.id ?? null;
  for (const number of [0, -5, 33.3, 101, Number.NaN]) expect(quorum(number), `a quorum of ${number}`).toBe('desk-lacks-quorum');
  expect([quorum(null), quorum(1), quorum(100)]).toEqual([null, null, null]);
});

test('a translation goes in step with the original, and what it leaves out stands in the words of the original', () => {
  const original = written({ language: 'en' });
  original.translations = [{ ...untranslated('fr', original), question: 'Lequel ?', answers: ['', 'sans original', 'Deux'] }];
  expect(paperOf(original).translations).toEqual({ fr: { question: 'Lequel ?', options: ['One', 'Deux'] } });
  removeFrom(original, 'answers', 0);
  addTo(original, 'answers');
  expect(original.translations[0]?.answers).toEqual(['sans original', 'Deux', '']);
});

test('a translation needs its question, and an original whose language is known', () => {
  const original = written();
  original.translations = [untranslated('fr', original)];
  expect(lackOf(original)?.id).toBe('desk-lacks-language');
  expect(lackOf({ ...original, language: 'en' })).toMatchObject({ id: 'desk-lacks-translation' });
});

const PAPERS: Partial<PollView>[] = [
  { kind: 'multiple', min: 1, max: 2 },
  { kind: 'multiple', min: 2, max: 2 },
  { kind: 'ranking', min: 2, max: 2 },
  { kind: 'ranking', min: 1, max: 2 },
  { kind: 'yes-no', options: { o1: 'Oui', o2: 'Non' }, abstain: true },
  { kind: 'points', points: 40 },
  { kind: 'matrix', scale: ['low', 'high'], axes: { x: 'Cost', y: 'Use' } },
  { kind: 'text', options: {}, option_order: [], max: 2 },
  { secrecy: 'secret', final: true, quorum_percent: 30, voters: { roles: ['chair'] } },
  { language: 'en', translations: { fr: { question: 'Lequel ?', options: { o1: 'Un', o2: 'Deux' } } } },
];

test.each(PAPERS)('a poll that is there goes back as it came: %o', (changes) => {
  const there = poll({ state: 'draft', ...changes });
  const paper = paperOf(writtenOf(there, USUAL));
  expect(paper.options ?? []).toEqual(there.option_order.map((option) => there.options[option]));
  const offered = there.option_order.length;
  const least = there.kind === 'ranking' ? (paper.max ?? offered) : 1;
  expect([paper.min ?? least, paper.max ?? (there.kind === 'single' ? 1 : offered)]).toEqual(
    ['multiple', 'ranking', 'text'].includes(there.kind) ? [there.min, there.max] : [least, there.kind === 'single' ? 1 : offered],
  );
  for (const field of ['scale', 'axes', 'points', 'secrecy', 'quorum_percent', 'voters', 'language'] as const) expect(paper[field]).toEqual(there[field]);
  expect(paper.abstain ?? false).toBe(there.abstain ?? false);
  expect(Object.values(paper.translations ?? {})).toEqual(Object.values(there.translations ?? {}).map((texts) => ({ ...texts, options: Object.values(texts.options) })));
});
