/** Large updates: each part is small enough, stands on the parts before it, and leaves a whole document behind. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import { schema } from './schema';
import { parts } from './split';

const MAX = 40_000;
const notesOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('notes');

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

function list(items: string[]): Y.XmlElement {
  const element = new Y.XmlElement('bullet_list');
  element.insert(0, items.map((text) => {
    const item = new Y.XmlElement('list_item');
    item.insert(0, [paragraph(text)]);
    return item;
  }));
  return element;
}

function written(blocks: Y.XmlElement[], doc = new Y.Doc()): Y.Doc {
  doc.transact(() => notesOf(doc).insert(notesOf(doc).length, blocks));
  return doc;
}

/** Applies part after part, and looks at the document after each as another person's editor does. */
function applied(sent: Uint8Array[], doc = new Y.Doc()): Y.Doc {
  for (const part of sent) {
    expect(part.length).toBeLessThanOrEqual(MAX);
    Y.applyUpdate(doc, part);
    expect(doc.store.pendingStructs, 'stands on what came before').toBeNull();
    expect(doc.store.pendingDs).toBeNull();
    yXmlFragmentToProseMirrorRootNode(notesOf(doc), schema).check();
  }
  return doc;
}

function whole(doc: Y.Doc, known?: Uint8Array): Uint8Array[] {
  const all = parts(doc, Y.encodeStateAsUpdate(doc, known), MAX);
  if (all === null) throw new Error('it was not cut');
  return all;
}

test('what is small enough stays as it is', () => {
  const update = Y.encodeStateAsUpdate(written([paragraph('short')]));
  expect(parts(new Y.Doc(), update, MAX)).toEqual([update]);
});

describe('what is too large', () => {
  test.each([
    ['many paragraphs', () => Array.from({ length: 3_000 }, (_, index) => paragraph(`Paragraph number ${index}, with some words.`))],
    ['one paragraph', () => [paragraph('word '.repeat(50_000))]],
    ['one paragraph of characters outside the basic plane', () => [paragraph(`x${'🌍'.repeat(40_000)}`)]],
    ['one long list', () => [list(Array.from({ length: 3_000 }, (_, index) => `Item ${index}`))]],
    ['many small lists', () => Array.from({ length: 1_000 }, (_, index) => list([`First of ${index}`, 'Second']))],
  ])('%s: goes in parts and arrives the same', (_name, blocks) => {
    const doc = written(blocks());
    const sent = whole(doc);
    expect(sent.length).toBeGreaterThan(1);
    const arrived = applied(sent);
    expect(notesOf(arrived).toString()).toBe(notesOf(doc).toString());
    expect(Y.encodeStateVector(arrived)).toEqual(Y.encodeStateVector(doc));
    // Both go on from the same place.
    Y.applyUpdate(arrived, Y.encodeStateAsUpdate(written([paragraph('more')], doc), Y.encodeStateVector(arrived)));
    expect(notesOf(arrived).toString()).toBe(notesOf(doc).toString());
  });

  test('the work of several people, each on top of the other’s', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    for (let turn = 0; turn < 400; turn += 1) {
      const [writer, reader] = turn % 2 === 0 ? [one, other] : [other, one];
      written([paragraph(`Turn ${turn}: ${'words '.repeat(40)}`)], writer);
      const text = (notesOf(writer).get(0) as Y.XmlElement).get(0) as Y.XmlText;
      text.insert(text.length >> 1, `<${turn}>`);
      Y.applyUpdate(reader, Y.encodeStateAsUpdate(writer, Y.encodeStateVector(reader)));
    }
    const sent = whole(one);
    expect(sent.length).toBeGreaterThan(2);
    expect(notesOf(applied(sent)).toString()).toBe(notesOf(one).toString());
  });

  test('only what is missing is sent, and deletions arrive', () => {
    const doc = written([paragraph('base'), paragraph('to be deleted')]);
    const server = new Y.Doc();
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
    const known = Y.encodeStateVector(server);
    notesOf(doc).delete(1, 1);
    const before = Y.encodeStateAsUpdate(doc, known).length;
    written([list(['kept', 'x'.repeat(100_000), 'last'])], doc);
    const sent = whole(doc, known);
    expect(before).toBeLessThan(1_000);
    expect(notesOf(applied(sent, server)).toString()).toBe(notesOf(doc).toString());
  });

  test('tens of thousands of deletions are told in several parts', () => {
    const doc = new Y.Doc();
    doc.gc = false;
    written([paragraph('ab'.repeat(20_000))], doc);
    const text = (notesOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    doc.transact(() => {
      for (let at = 19_999; at >= 0; at -= 1) text.delete(at * 2, 1);
    });
    const server = new Y.Doc();
    for (const part of parts(doc, Y.encodeStateAsUpdate(doc), 130_000) ?? []) Y.applyUpdate(server, part);
    expect(notesOf(server).toString()).toBe(notesOf(doc).toString());
    expect(notesOf(server).toString()).toContain('b'.repeat(20_000));
  });
});

test('what cannot be cut is not sent at all', () => {
  const doc = new Y.Doc();
  const element = paragraph('x');
  element.setAttribute('level', 'y'.repeat(100_000));
  written([element], doc);
  expect(parts(doc, Y.encodeStateAsUpdate(doc), MAX)).toBeNull();
});
