/** What a program can ask the server, for what no page shows. */
import { randomUUID } from 'node:crypto';
import type { Server } from './server';

/** A seat that a program took. */
export interface Seat {
  token: string;
  meeting: string;
  room: string;
  participant: string;
}

/** Takes a seat. */
export async function join(server: Server, code: string, profile: { name?: string; delegation?: string } = {}): Promise<Seat> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${server.url}/api/join`, { method: 'POST', headers, body: JSON.stringify({ code, ...profile }) });
  if (!response.ok) throw new Error(`joining: ${response.status} ${await response.text()}`);
  return (await response.json()) as Seat;
}

/** Reads something as the seat. */
export async function read(server: Server, seat: Seat, path: string): Promise<Response> {
  const room = `${server.url}/api/meetings/${seat.meeting}/rooms/${seat.room}`;
  return fetch(`${room}${path}`, { headers: { authorization: `Bearer ${seat.token}` } });
}

/** Asks the room for something as the seat. */
export async function command(server: Server, seat: Seat, asked: { tool: string; do: string; [field: string]: unknown }): Promise<void> {
  const response = await post(server, seat, asked);
  if (!response.ok) throw new Error(`${asked.tool} ${asked.do}: ${response.status} ${await response.text()}`);
}

async function post(server: Server, seat: Seat, asked: object): Promise<Response> {
  const room = `${server.url}/api/meetings/${seat.meeting}/rooms/${seat.room}`;
  const headers = { authorization: `Bearer ${seat.token}`, 'content-type': 'application/json' };
  return fetch(`${room}/commands`, { method: 'POST', headers, body: JSON.stringify({ id: randomUUID(), ...asked }) });
}

/** Asks for what may be refused; answers with what it made, or nothing where it was refused. */
export async function tries(server: Server, seat: Seat, asked: { tool: string; do: string; [field: string]: unknown }): Promise<string | undefined> {
  const response = await post(server, seat, asked);
  if (response.status >= 500) throw new Error(`${asked.tool} ${asked.do}: ${response.status} ${await response.text()}`);
  const { made } = (await response.json()) as { made?: string };
  return response.ok ? (made ?? '') : undefined;
}

/** The id of a poll, by its question, as a chair sees it. */
export async function pollId(server: Server, chair: Seat, question: string): Promise<string> {
  const { view } = (await (await read(server, chair, '')).json()) as { view: { polls: { items: Record<string, { question: string }> } } };
  const found = Object.entries(view.polls.items).find(([, poll]) => poll.question === question);
  if (!found) throw new Error(`there is no poll ${question}`);
  return found[0];
}

/** The id of a text of a poll, as a chair sees it. */
export async function textId(server: Server, chair: Seat, poll: string, text: string): Promise<string> {
  const { view } = (await (await read(server, chair, '')).json()) as { view: { polls: { items: Record<string, { texts?: Record<string, { text: string }> }> } } };
  const found = Object.entries(view.polls.items[poll]?.texts ?? {}).find(([, known]) => known.text === text);
  if (!found) throw new Error(`there is no text ${text}`);
  return found[0];
}
