/** What a program can ask the server, for what no page shows. */
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
