/** Points that a rapporteur has marked already, written by a Yjs client as the editor of the pages would write them. */
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Seat } from './api';
import type { Server } from './server';

/** A point: its text, and what is said of it, the kind as `point`. */
export type Marked = { text: string; point: string } & Partial<Record<'standing' | 'component' | 'reach' | 'region' | 'owner', string>>;

/** Writes points into the notes of the seat's room; ends when the server has them. */
export async function mark(server: Server, seat: Seat, points: readonly Marked[]): Promise<void> {
  const doc = new Y.Doc();
  const address = `${server.url.replace('http', 'ws')}/api/meetings/${seat.meeting}/rooms/${seat.room}`;
  const provider = new WebsocketProvider(address, 'notes', doc, { WebSocketPolyfill: WebSocket as never, params: { token: seat.token }, disableBc: true });
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  doc.getXmlFragment('notes').push(points.map(paragraph));
  await untilThere(server, seat, points);
  provider.destroy();
  doc.destroy();
}

function paragraph({ text, ...attributes }: Marked): Y.XmlElement {
  const made = new Y.XmlElement('paragraph');
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  const words = new Y.XmlText();
  words.insert(0, text);
  made.insert(0, [words]);
  return made;
}

async function untilThere(server: Server, seat: Seat, points: readonly Marked[]): Promise<void> {
  const wanted = points.map(({ text }) => text);
  for (;;) {
    const headers = { authorization: `Bearer ${seat.token}` };
    const told = await (await fetch(`${server.url}/api/meetings/${seat.meeting}/rooms/${seat.room}/outcome.json`, { headers })).text();
    if (wanted.every((text) => told.includes(JSON.stringify(text).slice(1, -1)))) return;
  }
}
