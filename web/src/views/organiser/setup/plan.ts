/** The plan of a meeting as organisers have it, and the requests that change it or make further meetings. */
import { UNREACHABLE, type JoinLink } from '../../../api';
import { Refused } from '../../../outbox';
import type { Attribution, BoardRule, Class, OrderRule, PlanWrong, PollPaper, Rank, Role, Scope, Template, Tool, Writers } from '../../../protocol.gen';
import { uuid } from '../../../uuid';

export type SessionKind = 'social' | 'plenary' | 'panel' | 'matchmaking' | 'breakout';

/** What the meeting says of itself. */
export interface Details {
  title: string;
  subtitle: string;
  place: string;
  date: string;
  timezone: string;
  languages: string[];
}

/** A slot of the programme. */
export interface Session {
  id: string;
  date: string;
  starts: string;
  ends: string;
  title: string;
  kind: SessionKind;
  description: string;
  rooms: string[];
}

/** Who is on a list of speakers from the start. What is not edited here is kept. */
export interface Speaker {
  name?: string;
  delegation?: string;
  class?: Class;
  rank?: Rank;
  [other: string]: unknown;
}

/** A room as it is planned. */
export interface RoomPlan {
  id: string;
  title: string;
  theme: string;
  questions: string[];
  attribution: Attribution;
  writers: Writers;
  speaking_limit_s: number;
  list: 'open' | 'closed';
  order: OrderRule;
  speaking_limits: Partial<Record<Scope, number>>;
  speakers: Speaker[];
  polls: PollPaper[];
  sections: string[];
  board: BoardRule;
  /** Tools that it goes without; missing where it has all of them. */
  without?: Tool[];
  moderators: string[];
  panellists: string[];
}

/** A whole plan. */
export type Plan = Details & { id: string; programme: Session[]; rooms: RoomPlan[] };

/** Something that is allowed and still worth a look. */
export interface Warning {
  code: 'room-twice' | 'everybody-twice' | 'no-rooms' | 'rooms-beside' | 'room-unplaced';
  sessions?: string[];
  room?: string;
  message: string;
}

/** How a room is doing that somebody has opened. */
export interface RoomNow {
  people: number;
  entered: boolean;
  closed: boolean;
  attribution: Attribution;
}

/** What the server tells of a plan. */
export interface PlanSeen {
  plan: Plan;
  warnings: Warning[];
  rooms_now: Record<string, RoomNow>;
  removed: RoomPlan[];
}

/** What is wrong with a field, or with a line of a file. */
export type Fault = PlanWrong & {
  field: string;
  message: string;
  line?: number;
};

/** A meeting that this browser organises. */
export interface OwnMeeting {
  id: string;
  title: string;
  date: string;
  place: string;
  rooms: number;
}

/** A refusal with what is wrong in detail. */
export class RefusedInDetail extends Refused {
  constructor(
    code: string,
    message: string,
    readonly faults: Fault[],
  ) {
    super(code, message);
  }
}

const AS: Role = 'organiser';

/** Sends something; rejects with why not, and with every fault that was found. */
async function send<T>(path: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json', 'Roundtable-As': AS };
  const init: RequestInit = { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(body) };
  const response = await fetch(path, init).catch(() => {
    throw new Refused(UNREACHABLE, '');
  });
  const answer = (await response.json().catch(() => null)) as { code?: string; message?: string; faults?: Fault[] } | null;
  if (response.ok && answer) return answer as T;
  throw new RefusedInDetail(answer?.code ?? UNREACHABLE, answer?.message ?? '', answer?.faults ?? []);
}

/** The address of the plan. */
export const planUrl = (meeting: string): string => `/api/meetings/${encodeURIComponent(meeting)}/plan`;

/** The plan as a file. */
export const fileUrl = (meeting: string): string => `${planUrl(meeting)}.toml?as=${AS}`;

/** Changes the plan. */
export function postPlan(meeting: string, command: object): Promise<unknown> {
  return send(`${planUrl(meeting)}/commands`, { id: uuid(), ...command });
}

/** A meeting that was made, with the link that opens it to its organisers. */
export interface Made {
  meeting: string;
  organiser: JoinLink;
}

/** Makes a meeting. */
export function postMeeting(wanted: object): Promise<Made> {
  return send('/api/meetings', wanted);
}

/** What a poll may begin from. */
export async function readyMadePolls(): Promise<Record<Template, PollPaper>> {
  return (await fetch('/api/polls/ready-made')).json() as Promise<Record<Template, PollPaper>>;
}

/** The details alone. */
export function detailsOf({ title, subtitle, place, date, timezone, languages }: Plan): Details {
  return { title, subtitle, place, date, timezone, languages };
}

/** A room of which nothing is said yet. */
export function blankRoom(): RoomPlan {
  return {
    id: '',
    title: '',
    theme: '',
    questions: [],
    attribution: 'on-the-record',
    writers: 'everyone',
    speaking_limit_s: 180,
    list: 'open',
    order: 'first-come',
    speaking_limits: {},
    speakers: [],
    polls: [],
    sections: [],
    board: 'open',
    moderators: [],
    panellists: [],
  };
}

const ID_CHARACTERS_MAX = 40;

/** An id out of a title, which none of these has yet: `Group I: Governance` becomes `group-i-governance`. */
export function idFrom(title: string, taken: readonly string[], otherwise: string): string {
  const plain = title.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const parts = plain.split(/[^a-z0-9]+/).filter(Boolean);
  let id = '';
  for (const part of parts) {
    const longer = id ? `${id}-${part}` : part.slice(0, ID_CHARACTERS_MAX);
    if (longer.length > ID_CHARACTERS_MAX - 4 && id) break;
    id = longer;
  }
  id ||= otherwise;
  if (!taken.includes(id)) return id;
  let number = 2;
  while (taken.includes(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

/** The lines of a text that say something. */
export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);
