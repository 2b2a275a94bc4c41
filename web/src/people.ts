/** The list of participants, as the server tells it to an organiser, and the day of one of them. */
import { ask, asQuery } from './api';
import { Refused } from './outbox';
import type { Class, Rank } from './protocol.gen';
import { uuid } from './uuid';

/** What is known of somebody. */
export interface Details {
  name: string;
  delegation?: string;
  class?: Class;
  rank?: Rank;
  language?: string;
}

/** Somebody on the list. */
export interface Person extends Details {
  id: string;
  region?: string;
  /** As it is printed. */
  code: string;
  /** The room of each session in which they have a group. */
  groups?: Record<string, string>;
}

/** Of whom a group is made up. */
export interface Make {
  room: string;
  people: number;
  classes: Record<string, number>;
  regions: Record<string, number>;
  delegations: number;
}

/** The largest difference between two groups, in people. */
export interface Differences {
  size: number;
  class: number;
  region: number;
  delegation: number;
}

/** A room of a session. */
export interface Group {
  id: string;
  title: string;
  cap?: number;
  open: boolean;
  make: Make;
}

/** A session with its rooms. */
export interface Session {
  id: string;
  title: string;
  date: string;
  starts: string;
  ends: string;
  choice: boolean;
  rooms: Group[];
  differences: Differences;
}

/** The network on the sheets. */
export interface Network {
  name: string;
  password: string;
}

/** The whole list. */
export interface People {
  people: Person[];
  sessions: Session[];
  open: boolean;
  network: Network;
}

/** What the rule would do. */
export interface Preview {
  rooms: Make[];
  differences: Differences;
  placed: number;
  left: number;
  /** What the command gives back. */
  seen: number;
}

/** Something wrong with a file. */
export interface Fault {
  row: number;
  field?: string;
  code: string;
  /** What it tells of, by name. */
  args?: Record<string, string>;
  /** The same as a sentence in English. */
  message: string;
}

/** What a file does, or would do. */
export interface Report {
  new: number;
  changed: number;
  unchanged: number;
  moved: number;
  faulty: number;
  faults: Fault[];
  ignored: string[];
  changes: { row: number; person: string; fields: string[] }[];
  /** Against which list it was weighed. */
  seen: number;
}

/** A room of somebody's day. */
export interface DayRoom {
  id: string;
  title: string;
  theme: string;
  free?: number;
}

/** A session of somebody's day. */
export interface DaySession {
  id: string;
  title: string;
  description: string;
  kind?: string;
  /** Server milliseconds; missing where the programme does not say. */
  begins_at?: number;
  ends_at?: number;
  date: string;
  starts: string;
  ends: string;
  /** How many minutes it lasts longer than planned. */
  extended_min?: number;
  room?: DayRoom;
  choice?: DayRoom[];
  groups: boolean;
}

/** Somebody's day. */
export interface Day {
  you: Details;
  now: number;
  sessions: DaySession[];
}

/** Where a session is in the day. */
export type Standing = 'over' | 'now' | 'later';

/** How a session stands at that moment; one without times is never over. */
export function standingOf({ begins_at, ends_at }: DaySession, now: number): Standing {
  if (begins_at === undefined || ends_at === undefined || now < begins_at) return 'later';
  return now < ends_at ? 'now' : 'over';
}

const api = (meeting: string): string => `/api/meetings/${encodeURIComponent(meeting)}`;

/** Where the list is. */
export const peopleUrl = (meeting: string): string => `${api(meeting)}/people`;
/** Where the list is asked for things. */
export const commandsUrl = (meeting: string): string => `${api(meeting)}/people/commands`;
/** Where the list is as a file. */
export const fileUrl = (meeting: string): string => `${api(meeting)}/people.csv${asQuery('organiser')}`;
/** Where the day of whoever asks is. */
export const dayUrl = (meeting: string): string => `${api(meeting)}/day`;

/** What a file would do; or does, on the list against which it was weighed. */
export function importFile(meeting: string, file: Blob, seen?: number): Promise<Report> {
  const query = new URLSearchParams({ dry_run: `${seen === undefined}`, id: uuid(), ...(seen !== undefined && { seen: `${seen}` }) });
  const headers = { 'content-type': 'text/csv' };
  return ask(`${api(meeting)}/people/import?${query}`, { method: 'POST', headers, body: file }, 'organiser');
}

/** What putting people into groups by the rule would do. */
export function previewSpread(meeting: string, session: string, who: 'waiting' | 'everybody'): Promise<Preview> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ id: uuid(), do: 'spread', session, who });
  return ask(`${commandsUrl(meeting)}?dry_run=true`, { method: 'POST', headers, body }, 'organiser');
}

/** Sessions that have groups: with one room everybody is in it. */
export const parted = (people: People): Session[] => people.sessions.filter((session) => session.rooms.length > 1);

/** The title of the group of somebody in a session; empty where there is none. */
export function groupOf(person: Person, session: Session): string {
  const room = person.groups?.[session.id];
  return session.rooms.find((group) => group.id === room)?.title ?? '';
}

/** A text for comparison: small letters without accents. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Those in whose name, delegation or code every word is found. */
export function found(people: Person[], words: string): Person[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return people;
  return people.filter((person) => {
    const text = folded(`${person.name} ${person.delegation ?? ''} ${person.code} ${person.code.replaceAll(' ', '')}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** What is known of somebody, without their code and groups. */
export function detailsOf({ name, delegation, class: kind, rank, language }: Details): Details {
  return { name, delegation, class: kind, rank, language };
}

/** Groups by session; none where somebody is in none. */
export type Groups = Record<string, string | undefined>;

/** Of sessions those in which somebody was put into another group than was seen. */
export const movedIn = (sessions: string[], seen: Groups, now: Groups): string[] => sessions.filter((id) => (now[id] ?? '') !== (seen[id] ?? ''));

/** Whether two have put somebody into different groups of one session since both saw the same. */
export const movedByBoth = (sessions: string[], seen: Groups, mine: Groups, theirs: Groups): boolean =>
  movedIn(movedIn(sessions, seen, mine), seen, theirs).some((id) => (mine[id] ?? '') !== (theirs[id] ?? ''));

/** Why something was refused, also where what failed is no refusal. */
export const refusedBy = (error: unknown): Refused => (error instanceof Refused ? error : new Refused('unknown', String(error)));
