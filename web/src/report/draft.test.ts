import { expect, test } from 'vitest';
import { numberedLines, saidOf, type Block, type Draft } from './draft';

const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] });
const draftOf = (blocks: Block[], texts: string[]): Draft => ({ draft: 1, at: 0, until: 1, sha256: '', blocks, paragraphs: texts.map((text, at) => ({ number: at + 1, text })), remarks: {} });
const told = (draft: Draft) => numberedLines(draft).map(({ number, bullet, depth, runs }) => [number, depth, bullet, runs.map(({ text }) => text).join('')]);

const BLOCKS: Block[] = [
  { type: 'heading', level: 1, runs: [{ text: 'Needs' }] },
  { type: 'paragraph', runs: [{ text: 'More ' }, { text: 'staff', strong: true }, { text: '.' }] },
  paragraph(''),
  { type: 'list', ordered: true, start: 3, items: [[paragraph('A school.'), paragraph('For all.')], [paragraph('A school.')]] },
  { type: 'rule' },
  { type: 'quote', blocks: [paragraph('We agree.')] },
];

test('each paragraph gets the number that the server gave it, headings none', () => {
  expect(told(draftOf(BLOCKS, ['More staff.', 'A school.', 'For all.', 'A school.', 'We agree.']))).toEqual([
    [undefined, 0, '', 'Needs'],
    [1, 0, '', 'More staff.'],
    [2, 1, '3.', 'A school.'],
    [3, 1, '', 'For all.'],
    [4, 1, '4.', 'A school.'],
    [5, 1, '', 'We agree.'],
  ]);
});

test('where headings are numbered as well, they have theirs', () => {
  expect(told(draftOf(BLOCKS.slice(0, 2), ['Needs', 'More staff.'])).map(([number]) => number)).toEqual([1, 2]);
});

test('a numbered paragraph that no block says is still read, with all the others', () => {
  expect(told(draftOf(BLOCKS.slice(0, 2), ['Needs', 'Something else.']))).toEqual([
    [1, 0, '', 'Needs'],
    [2, 0, '', 'Something else.'],
  ]);
});

test('a line that is a point tells what is said of it, and what is not said is not told', () => {
  const point = { id: '0123456789abcdef', kind: 'gap', standing: 'convergence', owner: 'ITU', region: null } as const;
  const lines = numberedLines(draftOf([{ type: 'list', ordered: false, start: 1, items: [[{ type: 'paragraph', runs: [{ text: 'No team.' }], point }]] }, paragraph('Words.')], ['No team.', 'Words.']));
  expect(lines.map((line) => line.point && saidOf(line.point))).toEqual([{ point: 'gap', standing: 'convergence', owner: 'ITU' }, undefined]);
});
