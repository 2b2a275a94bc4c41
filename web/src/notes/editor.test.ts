/** @vitest-environment jsdom */
/** The editor on top of the documents: what one types is what the other sees, and nothing is lost on the way. */
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commands, type Action } from './commands';
import { cursorElement, cursorUser, inkOn } from './cursors';
import { PASTE_BYTES_MAX } from './editor';
import { schema } from './schema';
import { closeAll, press, settle, type, write } from './testing/editing';
import { FakeServer } from './testing/fake-server';
import { setLink, toolState } from './tools';

let tooMuch = 0;

const act = (view: EditorView, action: Action): boolean => commands[action](view.state, view.dispatch, view);
const shown = (view: EditorView): string => view.state.doc.toString();

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] }));
afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

test('what is typed turns into headings, lists, quotes and lines', async () => {
  const server = new FakeServer();
  const { view } = await write(server, 'a');
  type(view, '## Key issues');
  press(view, 'Enter');
  type(view, '- first');
  press(view, 'Enter');
  type(view, 'second');
  press(view, 'Enter');
  press(view, 'Enter');
  type(view, '---');
  press(view, 'Enter');
  type(view, '> quoted');
  settle();
  expect(server.text()).toBe(
    '<heading level="2">Key issues</heading><bullet_list><list_item><paragraph>first</paragraph></list_item>' +
      '<list_item><paragraph>second</paragraph></list_item></bullet_list><horizontal_rule></horizontal_rule>' +
      '<blockquote><paragraph>quoted</paragraph></blockquote>',
  );
});

test('undo takes back a few words of what was typed in one go, and never half a word', async () => {
  const server = new FakeServer();
  const { view } = await write(server, 'a');
  const sentence = 'Small administrations need one shared incident response team that answers for all of them at any hour. Ask who pays.';
  type(view, sentence);
  const left: string[] = [];
  while (view.state.doc.textContent && left.length < 20) {
    act(view, 'undo');
    left.push(view.state.doc.textContent);
  }
  expect(left.length, 'steps').toBeGreaterThan(3);
  for (const [at, text] of left.entries()) {
    expect((left[at - 1] ?? sentence).length - text.length, 'characters of one step').toBeLessThan(50);
    expect([...sentence.matchAll(/(?<=\S)(?=\s)/g)].some(({ index }) => index === text.length) || text === '', `${text}| is a word's end`).toBe(true);
  }
  expect(left[0], 'a sentence is a step of its own').toBe('Small administrations need one shared incident response team that answers for all of them at any hour.');
});

test('two editors that write in one paragraph end with the same text', async () => {
  const server = new FakeServer();
  const a = await write(server, 'a');
  type(a.view, 'middle');
  settle();
  const b = await write(server, 'b');
  b.connection.disconnect();
  type(b.view, 'start ');
  type(a.view, ' end');
  settle();
  b.connection.connect();
  settle();
  expect(shown(a.view)).toBe('doc(paragraph("start middle end"))');
  expect(shown(b.view)).toBe(shown(a.view));
});

test('an item whose first paragraph one takes away keeps what another writes below it', async () => {
  const server = new FakeServer();
  const a = await write(server, 'a');
  type(a.view, '- one');
  const nested = { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'nested' }] }] };
  a.view.dispatch(a.view.state.tr.insert(7, schema.nodeFromJSON(nested)));
  settle();
  const b = await write(server, 'b');
  expect(shown(b.view)).toBe('doc(bullet_list(list_item(paragraph("one"), blockquote(paragraph("nested")))))');
  b.connection.disconnect();
  a.view.dispatch(a.view.state.tr.delete(2, 7));
  b.view.dispatch(b.view.state.tr.insertText(' more', 15));
  settle();
  b.connection.connect();
  settle();
  expect(shown(a.view)).toBe('doc(bullet_list(list_item(blockquote(paragraph("nested more")))))');
  expect(shown(b.view)).toBe(shown(a.view));
});

test('a reader’s editor takes nothing and sends nothing', async () => {
  const server = new FakeServer();
  const { view, session, connection } = await write(server, 'a');
  session.setBar('may-not-write');
  view.setProps({});
  expect(view.editable).toBe(false);
  type(view, 'x');
  settle();
  expect(connection.counted).toBe(0);
});

test('undo takes back one’s own words, not the others’', async () => {
  const server = new FakeServer();
  const [a, b] = [await write(server, 'a'), await write(server, 'b')];
  type(a.view, 'mine');
  settle();
  type(b.view, 'theirs ');
  settle();
  expect(toolState(a.view.state).enabled.has('undo')).toBe(true);
  act(a.view, 'undo');
  settle();
  expect(shown(b.view)).not.toContain('mine');
  expect(shown(b.view)).toContain('theirs');
});

test('the buttons tell what is in force', async () => {
  const { view } = await write(new FakeServer(), 'a');
  type(view, 'text');
  act(view, 'heading-2');
  expect([...toolState(view.state).pressed]).toEqual(['heading-2']);
  act(view, 'heading-2');
  act(view, 'ordered-list');
  expect([...toolState(view.state).pressed]).toEqual(['ordered-list']);
  act(view, 'bullet-list');
  expect([...toolState(view.state).pressed]).toEqual(['bullet-list']);
  act(view, 'bullet-list');
  act(view, 'quote');
  expect([...toolState(view.state).pressed]).toEqual(['quote']);
});

test('a link is set on the selection, changed at the cursor, and taken away', async () => {
  const server = new FakeServer();
  const { view } = await write(server, 'a');
  type(view, 'the charter');
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 5, 12)));
  expect(setLink('javascript:alert(1)')(view.state, view.dispatch)).toBe(false);
  setLink('un.org')(view.state, view.dispatch);
  settle();
  expect(server.text()).toContain('<link href="https://un.org/">charter</link>');
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 7)));
  expect(toolState(view.state).href).toBe('https://un.org/');
  setLink('https://un.org/charter')(view.state, view.dispatch);
  settle();
  expect(server.text()).toContain('<link href="https://un.org/charter">charter</link>');
  setLink('')(view.state, view.dispatch);
  settle();
  expect(server.text()).toBe('<paragraph>the charter</paragraph>');
});

test('a cursor carries a name that can be read, whatever the server says about it', () => {
  const user = cursorUser({ name: 'Kenya', colour: '#ffee00' }, 1, 'Participant');
  const element = cursorElement(user);
  expect(element.textContent).toContain('Kenya');
  expect(element.style.getPropertyValue('--cursor-ink')).toBe('#000000');
  expect(inkOn('#1d5fa8')).toBe('#ffffff');
  expect(cursorUser({ name: '', color: 'url(x)' }, 3, 'Participant')).toMatchObject({ name: 'Participant', color: expect.stringMatching(/^#/) });
  expect(cursorUser(null, 4, 'Participant').name).toBe('Participant');
});

test('a paste of a whole book is not taken, and said so; one of a chapter is', async () => {
  const server = new FakeServer();
  const { view } = await write(server, 'a', { onTooMuch: () => (tooMuch += 1) });
  const before = tooMuch;
  const event = new Event('paste') as ClipboardEvent;
  view.pasteText('ص'.repeat(PASTE_BYTES_MAX / 2 + 1), event);
  expect(tooMuch).toBe(before + 1);
  expect(view.state.doc.textContent).toBe('');
  view.pasteText('ص'.repeat(PASTE_BYTES_MAX / 2), event);
  settle();
  expect(tooMuch).toBe(before + 1);
  expect(server.text()).toContain('صصص');
});
