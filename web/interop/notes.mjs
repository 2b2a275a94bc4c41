/**
 * Proves that any Yjs client can edit the notes: two y-websocket clients write into one room and must end with the same
 * document. Prints that document as JSON, so that the caller can compare it with the server's own; exits with 1 where they
 * differ or the deadline passes, with 2 where a variable is missing.
 *
 *   ROUNDTABLE_URL=ws://127.0.0.1:8080 MEETING=… ROOM=… TOKEN_A=… TOKEN_B=… [DEADLINE_S=20] node interop/notes.mjs
 *
 * Both tokens have to belong to seats that may write. What is in the room already stays there.
 */
import { isDeepStrictEqual } from 'node:util';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const EDITS_EACH = 20;
const ROOT = 'notes';

const complain = (text) => process.stderr.write(`${text}\n`);

/** Settings from the environment. */
function settings() {
  const read = (name) => {
    const value = process.env[name];
    if (!value) {
      complain(`${name} is not set`);
      process.exit(2);
    }
    return value;
  };
  return {
    address: `${read('ROUNDTABLE_URL').replace(/^http/, 'ws').replace(/\/$/, '')}/api/meetings/${read('MEETING')}/rooms/${read('ROOM')}`,
    tokens: [read('TOKEN_A'), read('TOKEN_B')],
    deadlineMs: Number(process.env.DEADLINE_S ?? '20') * 1000,
  };
}

/** One client. Without the browser's broadcast channel, through which two clients of one process would meet without the server. */
function join(address, token) {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(address, 'notes', doc, {
    WebSocketPolyfill: WebSocket,
    params: { token },
    disableBc: true,
    maxBackoffTime: 1000,
  });
  provider.on('connection-error', (event) => complain(`connection error: ${event.message ?? 'unknown'}`));
  provider.on('connection-close', (event) => {
    if (event) complain(`connection closed: ${event.code} ${event.reason}`);
  });
  return { doc, provider, fragment: doc.getXmlFragment(ROOT) };
}

function synced({ provider }) {
  if (provider.synced) return Promise.resolve();
  return new Promise((resolve) => provider.once('synced', resolve));
}

function element(name, attributes, children) {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.insert(0, children);
  return made;
}

function text(content, marks) {
  const made = new Y.XmlText();
  made.insert(0, content, marks ?? {});
  return made;
}

/** Writes every kind of node and mark, so that the server is seen to take all of its schema. */
function writeDocument({ fragment }, name) {
  const item = (content) => element('list_item', {}, [element('paragraph', {}, [text(content)])]);
  fragment.insert(fragment.length, [
    element('heading', { level: 2 }, [text(`Heading of ${name}`)]),
    element('paragraph', {}, [text(`strong of ${name}`, { strong: {} }), element('hard_break', {}, []), text('after the break')]),
    element('paragraph', { point: 'gap', standing: 'raised', owner: `Owner of ${name}` }, [text(`em of ${name}`, { em: {} })]),
    element('paragraph', {}, [text(`link of ${name}`, { link: { href: 'https://www.un.org/' } })]),
    element('bullet_list', {}, [item(`bullet of ${name}`)]),
    element('ordered_list', { order: 3 }, [item(`number of ${name}`)]),
    element('blockquote', {}, [element('paragraph', {}, [text(`quote of ${name}: العربية 中文 🌍`)])]),
    element('horizontal_rule', {}, []),
  ]);
}

/** Both write into the same paragraph, each at its own end, in many small updates. */
async function typeTogether(clients, shared) {
  for (let turn = 0; turn < EDITS_EACH; turn += 1) {
    for (const [index, client] of clients.entries()) {
      const line = client.fragment.toArray().find((block) => block.getAttribute?.('level') === 1 && block.toString().includes(shared));
      const words = line.get(0);
      words.insert(index === 0 ? 0 : words.length, index === 0 ? 'a' : 'b');
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Waits until the condition holds; looks again whenever one of the documents changes. */
function until(clients, condition) {
  return new Promise((resolve) => {
    const look = () => {
      if (!condition()) return;
      for (const { doc } of clients) doc.off('update', look);
      resolve();
    };
    for (const { doc } of clients) doc.on('update', look);
    look();
  });
}

function same([first, second]) {
  const pending = [first, second].some(({ doc }) => doc.store.pendingStructs !== null || doc.store.pendingDs !== null);
  return (
    !pending &&
    first.fragment.toString() === second.fragment.toString() &&
    isDeepStrictEqual(Y.decodeStateVector(Y.encodeStateVector(first.doc)), Y.decodeStateVector(Y.encodeStateVector(second.doc))) &&
    Y.equalSnapshots(Y.snapshot(first.doc), Y.snapshot(second.doc))
  );
}

/** Paragraphs and headings as lines of plain text. */
function lines(parent) {
  return parent.toArray().flatMap((block) => {
    if (!(block instanceof Y.XmlElement)) return [];
    if (block.nodeName !== 'paragraph' && block.nodeName !== 'heading') return lines(block);
    const pieces = block.toArray().map((part) => (part instanceof Y.XmlText ? part.toDelta().map(({ insert }) => insert).join('') : ' '));
    return [pieces.join('')];
  });
}

async function run({ address, tokens }) {
  const clients = tokens.map((token) => join(address, token));
  await Promise.all(clients.map(synced));
  const shared = `shared-${clients[0].doc.clientID}`;
  clients[0].fragment.insert(0, [element('heading', { level: 1 }, [text(shared)])]);
  await until(clients, () => clients.every(({ fragment }) => fragment.toString().includes(shared)));
  for (const [index, client] of clients.entries()) writeDocument(client, index === 0 ? 'A' : 'B');
  await typeTogether(clients, shared);
  await until(clients, () => same(clients));

  // One client leaves, writes alone, and comes back.
  clients[1].provider.disconnect();
  clients[1].fragment.insert(clients[1].fragment.length, [element('paragraph', {}, [text('written offline by B')])]);
  clients[0].fragment.delete(1, 1);
  clients[1].provider.connect();
  await until(clients, () => same(clients) && lines(clients[0].fragment).includes('written offline by B'));

  // A third, who was not there, is given the same by the server.
  const late = join(address, tokens[0]);
  await synced(late);
  await until([clients[0], late], () => same([clients[0], late]));
  return [...clients, late];
}

const chosen = settings();
const deadline = setTimeout(() => {
  complain('the clients did not come to the same document before the deadline');
  process.exit(1);
}, chosen.deadlineMs);
const clients = await run(chosen);
clearTimeout(deadline);
const [{ doc, fragment }] = clients;
process.stdout.write(
  JSON.stringify({
    xml: fragment.toString(),
    lines: lines(fragment),
    state: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'),
    clients: clients.map((client) => client.doc.clientID),
  }) + '\n',
);
for (const { provider } of clients) provider.destroy();
process.exit(0);
