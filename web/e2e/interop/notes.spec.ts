/** Any Yjs client may edit the notes: two of them, of the public library, against the real server. */
import { execFile } from 'node:child_process';
import { join as path } from 'node:path';
import { promisify } from 'node:util';
import { join, read } from '../api';
import { expect, test } from '../fixtures';

const PROGRAM = path(import.meta.dirname, '../../interop/notes.mjs');

test('two y-websocket clients edit one room and end with the same document, which is also in the outcome', async ({ server }) => {
  const { participant, rapporteur } = server.room('group-1');
  const [one, other] = await Promise.all([join(server, participant.code), join(server, rapporteur.code)]);
  const tokens = { TOKEN_A: one.token, TOKEN_B: other.token };
  const environment = { ROUNDTABLE_URL: server.url, MEETING: server.links.meeting, ROOM: 'group-1', ...tokens };
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM], { env: { ...process.env, ...environment } });
  expect(JSON.stringify(JSON.parse(stdout))).toContain('العربية 中文 🌍');
  const outcome = await read(server, other, '/outcome.md');
  expect(outcome.status).toBe(200);
  expect(await outcome.text()).toContain('العربية 中文 🌍');
});
