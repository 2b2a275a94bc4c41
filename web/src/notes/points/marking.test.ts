/** @vitest-environment jsdom */
/** Points in the editor: a mark is set, changed, undone and shared, and a paragraph that is split stays one point. */
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commands } from '../commands';
import { closeAll, press, settle, type, write } from '../testing/editing';
import { FakeServer } from '../testing/fake-server';
import { describe as say, kindAt, mark } from './marking';
import { identities } from './identity';
import { byKind, keyed, ownersOf, pointsOf, type Filter } from './listing';
import { ownerFrom, pointFromDom } from './point';

const marked = (view: EditorView, kind: Parameters<typeof mark>[0]): boolean => mark(kind)(view.state, view.dispatch);
const cursorTo = (view: EditorView, at: number, to = at): void => view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at, to)));
const kinds = (view: EditorView): unknown[] => {
  const found: unknown[] = [];
  view.state.doc.descendants((node) => void (node.type.name === 'paragraph' && found.push(node.attrs['point'])));
  return found;
};

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] }));
afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

test('a paragraph becomes a point, changes its kind, and is none again', async () => {
  const server = new FakeServer();
  const { view } = await write(server, 'a');
  type(view, 'No emergency response team');
  expect(marked(view, 'gap')).toBe(true);
  settle();
  expect(server.text()).toBe('<paragraph point="gap">No emergency response team</paragraph>');
  marked(view, 'need');
  expect(kindAt(view.state)).toBe('need');
  marked(view, null);
  settle();
  expect(server.text()).toBe('<paragraph>No emergency response team</paragraph>');
});

test('undo takes the mark back and leaves the words', async () => {
  const server = new FakeServer();
  const { view } = await write(server, 'a');
  type(view, 'words');
  marked(view, 'gap');
  commands.undo(view.state, view.dispatch);
  settle();
  expect(server.text()).toBe('<paragraph>words</paragraph>');
});

test('the mark of a list item is that of its paragraph; a heading is no point', async () => {
  const { view } = await write(new FakeServer(), 'a');
  type(view, '- item');
  marked(view, 'next-step');
  expect(kindAt(view.state)).toBe('next-step');
  commands['bullet-list'](view.state, view.dispatch);
  expect(kindAt(view.state), 'also out of the list').toBe('next-step');
  commands['heading-2'](view.state, view.dispatch);
  expect(kindAt(view.state)).toBeNull();
  expect(marked(view, 'gap')).toBe(false);
});

test.each([
  ['at the end', 10, ['gap', null]],
  ['in the middle', 5, ['gap', null]],
  ['at the start', 1, [null, 'gap']],
])('Enter %s of a point leaves one point', async (_where, at, expected) => {
  const { view } = await write(new FakeServer(), 'a');
  type(view, 'some words');
  marked(view, 'gap');
  cursorTo(view, at === 10 ? 11 : at);
  press(view, 'Enter');
  expect(kinds(view)).toEqual(expected);
});

test.each([
  ['in the middle', 7, ['gap', null]],
  ['at the start', 3, [null, 'gap']],
])('Enter %s of a list item leaves one point', async (_where, at, expected) => {
  const { view } = await write(new FakeServer(), 'a');
  type(view, '- some words');
  marked(view, 'gap');
  cursorTo(view, at);
  press(view, 'Enter');
  expect(kinds(view)).toEqual(expected);
});

test('two paragraphs that are joined keep the mark of the first', async () => {
  const { view } = await write(new FakeServer(), 'a');
  type(view, 'first');
  marked(view, 'gap');
  press(view, 'Enter');
  type(view, 'second');
  marked(view, 'need');
  cursorTo(view, 8);
  press(view, 'Backspace');
  expect(view.state.doc.toString()).toBe('doc(paragraph("firstsecond"))');
  expect(kinds(view)).toEqual(['gap']);
});

test('what two people say about one point at once stands side by side', async () => {
  const server = new FakeServer();
  const a = await write(server, 'a');
  type(a.view, 'point');
  marked(a.view, 'gap');
  settle();
  const b = await write(server, 'b');
  b.connection.disconnect();
  say('reach', 'global')(a.view.state, a.view.dispatch);
  say('standing', 'convergence')(b.view.state, b.view.dispatch);
  settle();
  b.connection.connect();
  settle();
  expect(a.view.state.doc.firstChild?.attrs).toMatchObject({ point: 'gap', reach: 'global', standing: 'convergence' });
  expect(b.view.state.doc.firstChild?.attrs).toEqual(a.view.state.doc.firstChild?.attrs);
});

test('several paragraphs are marked together, and each is unmarked alone with all that was said of it', async () => {
  const { view } = await write(new FakeServer(), 'a');
  type(view, 'first');
  press(view, 'Enter');
  press(view, 'Enter');
  type(view, 'second');
  cursorTo(view, 1, 12);
  marked(view, 'recommendation');
  expect(kinds(view)).toEqual(['recommendation', null, 'recommendation']);
  say('owner', '  The Secretariat\n and Kenya ')(view.state, view.dispatch);
  expect(view.state.doc.lastChild?.attrs).toMatchObject({ owner: 'The Secretariat and Kenya' });
  cursorTo(view, 3);
  marked(view, null);
  expect(kinds(view)).toEqual([null, null, 'recommendation']);
  expect(view.state.doc.firstChild?.attrs).toMatchObject({ owner: null });
  expect(say('owner', 'x')(view.state, view.dispatch), 'no detail of what is no point').toBe(false);
});

test('an owner is one line that the server takes', () => {
  expect(ownerFrom(' \u0000 ')).toBeNull();
  expect([...(ownerFrom('🌍'.repeat(200)) ?? '')]).toHaveLength(120);
});

test('the owner of a pasted point is one line that the server takes too', () => {
  const dom = document.createElement('p');
  dom.setAttribute('data-point', 'gap');
  dom.setAttribute('data-owner', ` Kenya\n\u202e ${'x'.repeat(200)}`);
  expect(pointFromDom(dom)).toEqual({ point: 'gap', owner: `Kenya ${'x'.repeat(114)}` });
});

test('a row of the overview knows its point again while others write before it, and no two rows have one key', async () => {
  const server = new FakeServer();
  const { view } = await write(server, 'a');
  type(view, 'first');
  marked(view, 'gap');
  press(view, 'Enter');
  type(view, 'second');
  marked(view, 'gap');
  settle();
  const other = await write(server, 'b');
  settle();
  const keys = (): string[] => keyed(pointsOf(view.state.doc), identities(view.state)).map(({ key }) => key);
  const before = keys();
  expect(new Set(before).size).toBe(2);
  cursorTo(other.view, 1);
  type(other.view, 'More than the ');
  press(other.view, 'Enter');
  settle();
  expect(pointsOf(view.state.doc)[1]?.at, 'it has moved').toBeGreaterThan(20);
  expect(keys()[1]).toBe(before[1]);
  expect(keyed(pointsOf(view.state.doc), () => 'the same').map(({ key }) => key)).toEqual(['the same', 'the same 1']);
});

test('the overview is filtered by all that may be said of a point', async () => {
  const { view } = await write(new FakeServer(), 'a');
  type(view, 'first');
  marked(view, 'gap');
  say('owner', 'Kenya')(view.state, view.dispatch);
  press(view, 'Enter');
  type(view, 'second');
  marked(view, 'need');
  say('reach', 'global')(view.state, view.dispatch);
  const texts = (filter: Filter) => byKind(pointsOf(view.state.doc), filter).flatMap(({ points }) => points.map(({ text }) => text));
  expect([texts({}), texts({ reach: 'global', owner: '' }), texts({ owner: 'Kenya' }), texts({ owner: 'Kenya', point: 'need' })]).toEqual([['second', 'first'], ['second'], ['first'], []]);
  expect(ownersOf(pointsOf(view.state.doc), 'en')).toEqual(['Kenya']);
});
