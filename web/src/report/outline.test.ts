import { expect, test } from 'vitest';
import type { Block } from './draft';
import { outlineOf } from './outline';

const heading = (text: string, level = 1): Block => ({ type: 'heading', level, runs: [{ text }] });
const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] });

test('sections without a word are named, and paragraphs are counted wherever they stand', () => {
  const blocks: Block[] = [
    heading('Key issues'),
    paragraph('Money.'),
    { type: 'list', ordered: false, start: 1, items: [[paragraph('A school.')], [paragraph(' ')]] },
    heading('Needs'),
    paragraph(''),
    heading('Guiding questions'),
    heading('Who pays?', 2),
    paragraph('All.'),
    heading('Who decides?', 2),
  ];
  expect(outlineOf(blocks)).toEqual({ paragraphs: 3, empty: ['Needs', 'Who decides?'] });
  expect(outlineOf([])).toEqual({ paragraphs: 0, empty: [] });
});
