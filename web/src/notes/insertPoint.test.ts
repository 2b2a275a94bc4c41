import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertPoint } from './insertPoint';

type Written = [name: 'heading' | 'paragraph', text: string, level?: number];

function notesOf(blocks: Written[]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('notes');
  for (const [name, text, level] of blocks) {
    const block = new Y.XmlElement(name);
    if (level) block.setAttribute('level', level as never);
    block.insert(0, [new Y.XmlText(text)]);
    fragment.push([block]);
  }
  return fragment;
}

const lines = (fragment: Y.XmlFragment): string[] => fragment.toArray().map((block) => (block as Y.XmlElement).toArray().map((text) => (text as Y.XmlText).toJSON()).join(''));
const gap = { kind: 'gap', text: 'No national response team.', source: 'c12' } as const;

test('a card becomes a marked paragraph at the end, with its source', () => {
  const notes = notesOf([['paragraph', 'What was said.']]);
  insertPoint(notes, Y, gap);
  const written = notes.get(1) as Y.XmlElement;
  expect(written.getAttributes()).toEqual({ point: 'gap', source: 'c12' });
  expect(lines(notes)).toEqual(['What was said.', gap.text]);
});

test('it goes below the heading that speaks of its kind, behind what stands there', () => {
  const notes = notesOf([['heading', 'Needs and gaps', 1], ['heading', 'By level', 2], ['paragraph', 'Staff.'], ['heading', 'Initiatives', 1], ['paragraph', '']]);
  insertPoint(notes, Y, gap);
  insertPoint(notes, Y, { kind: 'initiative', text: 'A school.', source: 'c13' });
  expect(lines(notes)).toEqual(['Needs and gaps', 'By level', 'Staff.', gap.text, 'Initiatives', 'A school.', '']);
});

test('a heading in Arabic is found as well', () => {
  const notes = notesOf([['heading', 'الاحتياجات والفجوات', 1], ['heading', 'الخطوات التالية', 1]]);
  insertPoint(notes, Y, gap);
  expect(lines(notes)[1]).toBe(gap.text);
});

test('what is empty at the end stays behind it', () => {
  const notes = notesOf([['paragraph', 'First.'], ['paragraph', '']]);
  insertPoint(notes, Y, gap);
  expect(lines(notes)).toEqual(['First.', gap.text, '']);
});

test('the same card is not written twice', () => {
  const notes = notesOf([['paragraph', '']]);
  insertPoint(notes, Y, gap);
  insertPoint(notes, Y, gap);
  expect(lines(notes)).toEqual([gap.text, '']);
});

test('a card of several lines becomes one paragraph', () => {
  const notes = notesOf([]);
  insertPoint(notes, Y, { ...gap, text: ' One\n two ' });
  expect(lines(notes)).toEqual(['One two']);
});
