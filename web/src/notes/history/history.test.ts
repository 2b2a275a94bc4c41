/** @vitest-environment jsdom */
/** The past of the notes: who wrote what, what is different between two states, and the way back to one. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { commands } from '../commands';
import { mark } from '../points/marking';
import { closeAll, press, settle, type, write } from '../testing/editing';
import { FakeServer } from '../testing/fake-server';
import { compared } from './compare';
import { restore } from './restore';
import { authorsOf, pastNotes, type PastNode } from './states';

const stateOf = (server: FakeServer): PastNode[] => pastNotes(Y.encodeStateAsUpdate(server.doc));
const paragraph = (text: string, attrs = {}): PastNode => ({ type: 'paragraph', attrs, content: [{ type: 'text', text }] });
const shown = (before: PastNode[], after: PastNode[], language = 'en'): string[] =>
  compared(before, after, language).map(({ change, pieces }) => `${change}: ${pieces.map((piece) => ({ same: '', added: '+', removed: '-' })[piece.change] + piece.text).join('|')}`);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] }));
afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

test('each piece of text is told with its author and its look', async () => {
  const server = new FakeServer();
  const a = await write(server, 'a');
  type(a.view, 'from A');
  settle();
  const b = await write(server, 'b');
  settle();
  b.view.dispatch(b.view.state.tr.insertText(' and B', 7));
  settle();
  const writers = { [a.session.document?.doc.clientID ?? 0]: 'x1', [b.session.document?.doc.clientID ?? 0]: 'x2' };
  const notes = pastNotes(Y.encodeStateAsUpdate(server.doc), writers);
  expect(notes[0]?.content).toEqual([
    { type: 'text', text: 'from A', author: 'x1' },
    { type: 'text', text: ' and B', author: 'x2' },
  ]);
  expect(authorsOf(notes)).toEqual(['x1', 'x2']);
});

test('what was deleted is not in the state; lists, breaks and marks are', async () => {
  const server = new FakeServer();
  const { view } = await write(server, 'a');
  type(view, '- item gone');
  view.dispatch(view.state.tr.delete(7, 12));
  commands['strong'](view.state, view.dispatch);
  type(view, '!');
  mark('gap')(view.state, view.dispatch);
  settle();
  const [list] = stateOf(server);
  expect(list?.type).toBe('bullet_list');
  expect(list?.content?.[0]?.content).toEqual([
    { type: 'paragraph', attrs: { point: 'gap' }, content: [{ type: 'text', text: 'item' }, { type: 'text', text: '!', marks: [{ type: 'strong', attrs: {} }] }] },
  ]);
});

test('a state is restored as one edit, with its marks, and undone as one', async () => {
  const server = new FakeServer();
  const { view, session } = await write(server, 'a');
  type(view, 'first');
  mark('need')(view.state, view.dispatch);
  press(view, 'Enter');
  type(view, 'second');
  settle();
  const [then, before] = [stateOf(server), server.text()];
  view.dispatch(view.state.tr.delete(0, view.state.doc.content.size));
  type(view, 'all new');
  settle();
  const after = server.text();
  const restoring = restore(then, view, session);
  settle();
  expect(await restoring).toBe('saved');
  expect(server.text()).toBe(before);
  expect(await restore(then, view, session), 'they are so already').toBe('same');
  commands.undo(view.state, view.dispatch);
  settle();
  expect(server.text()).toBe(after);
});

test('the notes before anything was written are one empty paragraph', async () => {
  const server = new FakeServer();
  const { view, session } = await write(server, 'a');
  type(view, 'text');
  void restore([], view, session);
  settle();
  expect(view.state.doc.toString()).toBe('doc(paragraph)');
});

test('what the notes cannot hold is not restored, and that is said', async () => {
  const { view, session } = await write(new FakeServer(), 'a');
  type(view, 'text');
  expect(await restore([{ type: 'table' }], view, session)).toBe('unfit');
  expect(await restore([{ type: 'list_item' }], view, session)).toBe('unfit');
  expect(view.state.doc.textContent).toBe('text');
});

test('what was restored and is not saved is not said to be', async () => {
  const { view, session, connection } = await write(new FakeServer(), 'a');
  type(view, 'text');
  settle();
  connection.disconnect();
  const restoring = restore([], view, session);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await restoring).toBe('unsaved');
});

describe('a comparison', () => {
  test('tells words within a paragraph, and whole paragraphs', () => {
    const before = [paragraph('A strategy needs an owner.'), paragraph('Gone entirely.'), paragraph('Stays.')];
    const after = [paragraph('A national strategy needs an owner.'), paragraph('Stays.'), paragraph('New at the end.')];
    expect(shown(before, after)).toEqual(['changed: A |+national |strategy needs an owner.', 'removed: -Gone entirely.', 'same: Stays.', 'added: +New at the end.']);
  });

  test('takes words of a script without spaces one by one', () => {
    expect(shown([paragraph('我们需要国家战略')], [paragraph('我们需要区域战略')], 'zh')[0]).toContain('我们需要|');
  });

  test('sets paragraphs that share nothing one after the other', () => {
    expect(shown([paragraph('One thing only')], [paragraph('Completely different words')])).toEqual(['removed: -One thing only', 'added: +Completely different words']);
  });

  test('sees a mark that was set, and no difference between equal states', () => {
    expect(shown([paragraph('text')], [paragraph('text', { point: 'gap' })])).toEqual(['changed: text']);
    expect(shown([paragraph('text', { point: 'gap' })], [paragraph('text', { point: 'gap', standing: 'raised' })]), 'or of which more is said').toEqual(['changed: text']);
    expect(shown([paragraph('text')], [paragraph('text')])).toEqual(['same: text']);
    expect(shown([], [])).toEqual([]);
  });

  test('tells what was and what is said about a point', () => {
    const [block] = compared([paragraph('text', { point: 'gap', owner: 'Kenya' })], [paragraph('text', { point: 'gap', owner: 'Peru' })], 'en');
    expect(block?.said).toEqual({ before: { point: 'gap', owner: 'Kenya' }, after: { point: 'gap', owner: 'Peru' } });
  });

  test('sees words that were made bold, and a link that leads elsewhere', () => {
    const marked = (text: string, type: string, attrs = {}): PastNode => ({ type: 'text', text, marks: [{ type, attrs }] });
    const line = (...content: PastNode[]): PastNode => ({ type: 'paragraph', content });
    expect(shown([paragraph('a bold word')], [line({ type: 'text', text: 'a ' }, marked('bold', 'strong'), { type: 'text', text: ' word' })])).toEqual(['changed: a |-bold|+bold| word']);
    const link = (href: string) => [line(marked('here', 'link', { href }))];
    expect(shown(link('https://a.org/'), link('https://b.org/'))).toEqual(['changed: -here|+here']);
  });
});
