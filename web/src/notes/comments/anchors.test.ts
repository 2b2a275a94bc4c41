/** @vitest-environment jsdom */
/** Passages that are commented on: they stay with their words, and are known to be gone where the words are. */
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeAll, press, settle, type, write } from '../testing/editing';
import { FakeServer } from '../testing/fake-server';
import { anchorOf, passageOf, QUOTE_CHARACTERS_MAX } from './anchors';
import { highlights } from './highlights';
import { Places } from './places';

const select = (view: EditorView, from: number, to: number): void => view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
const wordsOf = (view: EditorView, anchor: { start: string; end: string }, quote = ''): string | null => {
  const passage = passageOf(view.state, anchor, quote);
  return passage && view.state.doc.textBetween(passage.from, passage.to, '|');
};

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] }));
afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

test('a passage is found in the other editor, and stays with its words when others write before it', async () => {
  const server = new FakeServer();
  const { view } = await write(server, 'a');
  type(view, 'A national strategy needs an owner.');
  select(view, 3, 20);
  const made = anchorOf(view.state);
  expect(made?.quote).toBe('national strategy');
  settle();
  const other = await write(server, 'b');
  settle();
  const anchor = made?.anchor ?? { start: '', end: '' };
  expect(wordsOf(other.view, anchor)).toBe('national strategy');
  select(other.view, 1, 1);
  type(other.view, 'First: ');
  settle();
  expect(wordsOf(view, anchor)).toBe('national strategy');
  press(other.view, 'Enter');
  settle();
  expect(wordsOf(view, anchor, 'national strategy'), 'also in a new paragraph').toBe('national strategy');
});

test('a passage over several paragraphs holds, and is gone when its words are', async () => {
  const { view } = await write(new FakeServer(), 'a');
  type(view, 'first');
  press(view, 'Enter');
  type(view, 'second');
  select(view, 3, 11);
  const { anchor = { start: '', end: '' }, quote = '' } = anchorOf(view.state) ?? {};
  expect([quote, wordsOf(view, anchor)]).toEqual(['rst sec', 'rst|sec']);
  view.dispatch(view.state.tr.delete(3, 11));
  expect(passageOf(view.state, anchor, quote)).toBeNull();
});

test('nothing is no passage, and a long one quotes its beginning', async () => {
  const { view } = await write(new FakeServer(), 'a');
  type(view, 'x'.repeat(400));
  expect(anchorOf(view.state)).toBeNull();
  select(view, 1, 401);
  expect(anchorOf(view.state)?.quote).toHaveLength(QUOTE_CHARACTERS_MAX);
});

test.each(['', '!', 'AAAA', btoa('\u00ff\u00ff\u00ff')])('an anchor that is none (%s) is a passage that is gone', async (bad) => {
  const { view } = await write(new FakeServer(), 'a');
  type(view, 'text');
  expect(passageOf(view.state, { start: bad, end: bad }, 'other words')).toBeNull();
});

test('comments stand in the order of the text, lost ones last; only open ones are shown in it', async () => {
  const { view } = await write(new FakeServer(), 'a');
  type(view, 'one two three');
  const at = (from: number, to: number) => {
    select(view, from, to);
    return anchorOf(view.state)?.anchor ?? { start: '', end: '' };
  };
  const comment = { quote: 'gone', text: 't', at: 1 };
  const comments = {
    m1: { ...comment, anchor: { start: '', end: '' } },
    m2: { ...comment, anchor: at(9, 14) },
    m3: { ...comment, anchor: at(1, 4) },
    m4: { ...comment, anchor: at(5, 8), resolved: true },
  };
  const all = new Places().in(view.state, comments);
  expect(all.map(({ id }) => id), 'nobody follows a resolved one').toEqual(['m3', 'm2', 'm1']);
  expect(highlights(all).map(({ from, to }) => [from, to])).toEqual([[1, 4], [9, 14]]);
});

describe('followed through changes', () => {
  const TEXT = 'one two three four five';

  /** The editor with a comment on each of these words, and what the places say of them. */
  async function commented(...words: string[]) {
    const { view } = await write(new FakeServer(), 'a');
    type(view, TEXT);
    let count = 0;
    const comments = Object.fromEntries(
      words.map((word, at) => {
        const from = 1 + TEXT.indexOf(word);
        select(view, from, from + word.length);
        const { anchor = { start: '', end: '' }, quote = '' } = anchorOf(view.state) ?? {};
        const counted = {
          get start() {
            count += 1;
            return anchor.start;
          },
          end: anchor.end,
        };
        return [`m${at}`, { text: 't', at, anchor: counted, quote }];
      }),
    );
    const places = new Places();
    const told = (): (string | null)[] => places.in(view.state, comments).map(({ passage }) => passage && view.state.doc.textBetween(passage.from, passage.to));
    told();
    return { view, places, told, asked: () => count };
  }

  test('what stands behind a change moves along, what stands around it grows, and nothing is asked of the shared document', async () => {
    const { view, told, asked } = await commented('two', 'four');
    expect(asked()).toBe(2);
    view.dispatch(view.state.tr.insertText('zero ', 1));
    expect(told()).toEqual(['two', 'four']);
    view.dispatch(view.state.tr.insertText('-', 12));
    expect(told()).toEqual(['tw-o', 'four']);
    expect(asked()).toBe(2);
  });

  test('words that are gone are lost until they are back and the writing rests', async () => {
    const { view, places, told } = await commented('three');
    view.dispatch(view.state.tr.delete(9, 14));
    told();
    places.settle(view.state);
    expect(told()).toEqual([null]);
    view.dispatch(view.state.tr.insertText('three', 9));
    expect(told(), 'not looked for with each key').toEqual([null]);
    expect(places.settle(view.state)).toBe(true);
    expect(told()).toEqual(['three']);
    expect([places.unsettled, places.settle(view.state)]).toEqual([false, false]);
  });

  test('another paragraph before it moves it too', async () => {
    const { view, told } = await commented('five');
    select(view, 1, 1);
    press(view, 'Enter');
    expect(told()).toEqual(['five']);
  });
});
