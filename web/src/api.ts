/** The requests that are not for the live socket. */
import { Refused } from './outbox';
import type { Attribution, Class, Profile, Rank, Role, RoomState } from './protocol.gen';

/** What a join code opens. */
export interface Opening {
  role: Role;
  meeting: { id: string; title: string };
  room?: { id: string; title: string; theme: string; attribution: Attribution };
  /** It is one person's code: nothing is asked. */
  personal?: true;
  /** Until when the name that is given here is kept, and by whom. */
  keeping?: { until: string; by: string };
  /** The seat that this browser has there already, in this role. */
  you?: { seat: string } & Profile;
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
  /** Its names in other languages, by their tags. */
  names?: Record<string, string>;
}

/** A session of the programme. */
export interface ProgrammeItem {
  id: string;
  date: string;
  starts: string;
  ends: string;
  /** How many minutes it lasts longer than planned. */
  extended_min?: number;
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
  attribution: Attribution;
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
  /** Ids of the rooms, in the order of the meeting. */
  order: string[];
  /** Until when names are kept, and by whom. */
  keeping?: { until: string; by: string };
  links?: { organiser?: JoinLink; rooms: RoomLinks[] };
  /** The wireless network that is printed on the sheets, where it is known. */
  network?: { name: string; password: string };
}

/** What the form of the join page sends. */
export type JoinRequest = { code: string; id: string; class?: Class; rank?: Rank } & Profile;

/** The server was not reached, or did not answer as itself. */
export const UNREACHABLE = 'unreachable';
/** What a status means that comes without a body of the server, as from a proxy before it. */
const BY_STATUS: Record<number, string> = { 403: 'not-allowed', 429: 'too-many-tries', 503: 'unavailable' };
/** Refusals by which a seat is not there (any more): one has to join again. */
const SEATLESS = new Set(['not-found', 'token-expired', 'join-again']);

/** Whether this refusal means that there is no seat here (any more). */
export function endsSeat(refusal: unknown): boolean {
  return refusal instanceof Refused && SEATLESS.has(refusal.code);
}

/** Asks the server, as the seat of this role. Rejects with why not. */
export async function ask<T>(path: string, init: RequestInit = {}, as?: Role): Promise<T> {
  const headers = { ...init.headers, ...(as && { 'Roundtable-As': as }) };
  const response = await fetch(path, { credentials: 'same-origin', ...init, headers }).catch(() => {
    throw new Refused(UNREACHABLE, '');
  });
  const body = (await response.json().catch(() => null)) as { code?: string; message?: string } | null;
  if (response.ok && body !== null) return body as T;
  throw new Refused(body?.code ?? BY_STATUS[response.status] ?? UNREACHABLE, body?.message ?? '');
}

const segment = encodeURIComponent;
/** For what cannot carry a header: which of this browser's seats is meant. */
export const asQuery = (as?: Role): string => (as ? `?as=${as}` : '');

/** The address of a room in the interface for programs. */
export function roomApi(meeting: string, room: string): string {
  return `/api/meetings/${segment(meeting)}/rooms/${segment(room)}`;
}

/** The address of a file of the outcome, for the seat of this role. */
export function fileUrl(meeting: string, room: string, file: string, as?: Role): string {
  return `${roomApi(meeting, room)}/${file}${asQuery(as)}`;
}

/** The address of the live socket, on the page's own host, for the seat of this role. */
export function liveUrl(meeting: string, room: string, as?: Role): string {
  const url = new URL(`${roomApi(meeting, room)}/live${asQuery(as)}`, location.href);
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

/** The meeting as the seat of this role may see it; without a role, the newest seat. */
export function getMeeting(meeting: string, as?: Role): Promise<Meeting> {
  return ask(`/api/meetings/${segment(meeting)}`, {}, as);
}

/** Whether the caller has a seat in the room, in this role. Rejects where that cannot be known now. */
export async function hasSeat(meeting: string, room: string, as?: Role): Promise<boolean> {
  try {
    await ask(roomApi(meeting, room), {}, as);
    return true;
  } catch (refusal) {
    if (endsSeat(refusal)) return false;
    throw refusal;
  }
}
