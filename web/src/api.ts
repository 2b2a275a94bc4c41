/** The requests that are not for the live socket. */
import type { Attribution, Class, Profile, Rank, Role, RoomState, View, You } from './protocol.gen';
import { Refused } from './outbox';

/** What a join code opens. */
export interface Opening {
  role: Role;
  meeting: { id: string; title: string };
  room?: { id: string; title: string; theme: string; attribution: Attribution };
}

/** A seat that was taken. */
export interface Joined {
  participant: string;
  role: Role;
  meeting: string;
  room?: string;
}

/** A State or observer, for the type-ahead. */
export interface Delegation {
  name: string;
  code: string;
  class: Class;
  region?: string;
}

/** A session of the programme. */
export interface ProgrammeItem {
  id: string;
  date: string;
  starts: string;
  ends: string;
  title: string;
  kind: string;
  description: string;
  rooms: string[];
}

/** A room as the meeting's page shows it. */
export interface MeetingRoom {
  id: string;
  title: string;
  theme: string;
  state: RoomState;
  people: number;
  url: string;
}

/** A way to join. */
export interface JoinLink {
  code: string;
  url: string;
}

/** The join links of a room, for an organiser. */
export type RoomLinks = { room: string } & Partial<Record<'participant' | 'chair' | 'rapporteur' | 'screen', JoinLink>>;

/** A meeting as its page shows it. */
export interface Meeting {
  id: string;
  title: string;
  subtitle: string;
  place: string;
  date: string;
  timezone: string;
  you: { role: Role; participant: string; room?: string };
  programme: ProgrammeItem[];
  rooms: Record<string, MeetingRoom>;
  links?: { organiser?: JoinLink; rooms: RoomLinks[] };
}

/** What the form of the join page sends. */
export type JoinRequest = { code: string; id: string; class?: Class; rank?: Rank } & Profile;

/** The caller's view of a room. */
export interface RoomAnswer {
  seq: number;
  you?: You;
  view: View;
}

/** The server was not reached, or did not answer as itself. */
export const UNREACHABLE = 'unreachable';

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => {
    throw new Refused(UNREACHABLE, '');
  });
  const body = (await response.json().catch(() => null)) as { code?: string; message?: string } | null;
  if (response.ok && body !== null) return body as T;
  throw new Refused(body?.code ?? UNREACHABLE, body?.message ?? '');
}

const segment = encodeURIComponent;

/** The address of a room in the interface for programs. */
export function roomApi(meeting: string, room: string): string {
  return `/api/meetings/${segment(meeting)}/rooms/${segment(room)}`;
}

/** The address of the live socket, on the page's own host. */
export function liveUrl(meeting: string, room: string): string {
  const url = new URL(`${roomApi(meeting, room)}/live`, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

/** The join link of a code as a picture. */
export function qrUrl(code: string): string {
  return `/api/join/${segment(code)}/qr.svg`;
}

/** What a code opens, before anything is asked of the person. */
export function getOpening(code: string): Promise<Opening> {
  return ask(`/api/join/${segment(code)}`);
}

/** Takes a seat. A repeat with the same `id` gets the same seat. */
export function postJoin(request: JoinRequest): Promise<Joined> {
  const headers = { 'content-type': 'application/json' };
  return ask('/api/join', { method: 'POST', headers, body: JSON.stringify(request) });
}

/** The States and observers. */
export function getDelegations(): Promise<Delegation[]> {
  return ask('/api/delegations');
}

/** The meeting as the caller may see it. */
export function getMeeting(meeting: string): Promise<Meeting> {
  return ask(`/api/meetings/${segment(meeting)}`);
}

/** The room as the caller may see it; refused where there is no seat. */
export function getRoom(meeting: string, room: string): Promise<RoomAnswer> {
  return ask(roomApi(meeting, room));
}

/** Whether the caller has a seat in the room. Rejects where the server cannot be reached. */
export async function hasSeat(meeting: string, room: string): Promise<boolean> {
  try {
    await getRoom(meeting, room);
    return true;
  } catch (refusal) {
    if (refusal instanceof Refused && refusal.code === 'not-found') return false;
    throw refusal;
  }
}
