import { expect, test } from 'vitest';
import { cloudOf, frameOf, touch, type Plane } from './cloud';
import '../../strings/results';
import { saidIn, tables, wordsOf, type Said } from './words';
import { poll } from '../../testing/polls';

const PLANE: Plane = { width: 100, height: 72, smallest: 4.4, largest: 17 };
const said = (...texts: string[]): Said[] => texts.map((text, at) => ({ id: `t${at}`, text, written: 1 }));
const words = Array.from({ length: 40 }, (_, at) => ({ text: `word${'x'.repeat(at % 9)}${at}`, count: 40 - at }));

test('no word of a cloud covers another or stands out of the plane', () => {
  const cloud = cloudOf(words, PLANE);
  expect(cloud.length).toBeGreaterThan(15);
  for (const [at, one] of cloud.entries()) {
    expect(cloud.slice(at + 1).some((other) => touch(one, other)), one.text).toBe(false);
    expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
    expect(one.x + one.width / 2).toBeLessThanOrEqual(PLANE.width);
    expect(one.size).toBeGreaterThanOrEqual(PLANE.smallest);
  }
});

test('the same words give the same cloud, the most frequent one largest and first', () => {
  const cloud = cloudOf(words, PLANE);
  expect(cloudOf(words, PLANE)).toEqual(cloud);
  expect(cloud[0]?.text).toBe(words[0]?.text);
  expect(Math.max(...cloud.map(({ size }) => size))).toBe(cloud[0]?.size);
});

test('a few words get a closer look, and all of them are in it', () => {
  const cloud = cloudOf([{ text: 'people', count: 3 }, { text: 'money', count: 1 }], PLANE);
  const frame = frameOf(cloud, PLANE);
  expect(frame.width).toBeLessThan(PLANE.width);
  for (const word of cloud) {
    expect(word.x - word.width / 2).toBeGreaterThanOrEqual(frame.x);
    expect(word.y + word.height / 2).toBeLessThanOrEqual(frame.y + frame.height);
  }
});

test('a word that is wider than the plane even when small is left to the list', () => {
  expect(cloudOf([{ text: 'x'.repeat(200), count: 1 }], PLANE)).toEqual([]);
});

test('words are counted by answer, whatever their capitals, without the little ones', () => {
  const counted = wordsOf([...said('People need people in the ministries'), { id: 't9', text: 'The People of this region', written: 3 }], 'en');
  expect(counted[0]).toEqual({ text: 'People', count: 4 });
  expect(counted.map(({ text }) => text)).not.toContain('the');
});

test('answers of few words stay whole', () => {
  expect(wordsOf(said('Capacity building', 'capacity building', 'Money'), 'en')).toEqual([{ text: 'Capacity building', count: 2 }, { text: 'Money', count: 1 }]);
});

test('little words of the official languages are left out, and words of scripts without spaces are found', () => {
  const told = (text: string): string[] => wordsOf(said(text), undefined).map(({ text }) => text);
  expect(told('La formation des agents de la fonction publique')).not.toContain('des');
  expect(told('التعاون بين الدول في مجال الأمن السيبراني')).not.toContain('في');
  expect(told('我们的国家需要更多的技术人员和资金支持').length).toBeGreaterThan(2);
});

test('what the chair holds back is in no cloud', () => {
  const asked = poll({ texts: { t1: { text: 'Seen', written: 1, support: 1, passed: true }, t2: { text: 'Held', written: 5, support: 5, passed: false } } });
  expect(saidIn(asked).map(({ text }) => text)).toEqual(['Seen']);
});

test('the words of a cloud are a table too, beside the answers', () => {
  const text = (text: string, written: number, passed = true) => ({ text, written, support: written, passed });
  const asked = poll({ language: 'en', texts: { t1: text('Skilled people in all the ministries', 2), t2: text('People need people and money', 1), t3: text('Held', 5, false) } });
  const [words, answers] = tables({ id: 'p1', ...asked });
  expect(words?.rows.slice(0, 1), 'an answer that has a word twice has it once').toEqual([['people', '3']]);
  expect(words?.rows).toContainEqual(['money', '1']);
  expect(words?.rows.flat()).not.toContain('Held');
  expect(answers?.rows).toEqual([['Skilled people in all the ministries', '2'], ['People need people and money', '1']]);
});
