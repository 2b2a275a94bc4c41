/** Until when a meeting keeps who took part, and its files: what is asked of the server, and how it answers. */
import { asQuery, UNREACHABLE } from './api';
import { Refused } from './outbox';
import type { Millis, Role, ScheduleSaid } from './protocol.gen';

/** What is told at the door: the last day, and who keeps the names and how they are reached. */
export interface Promised {
  until: string;
  by: string;
}

/** How names are kept, as the server tells it. */
export interface Keeping {
  promise: Promised | null;
  state: 'kept' | 'deleting' | 'deleted';
  deleted_at?: Millis;
  /** For the organiser alone. */
  organiser?: { earliest: string; has_people: boolean; open_rooms: string[]; trouble?: string };
}

/** Something to know about a place in a file. */
export type Remark = ScheduleSaid & {
  path: string;
  message: string;
};

/** What a schedule changes in the meeting, or would. */
export interface ScheduleTaken {
  dry_run: boolean;
  changes: {
    sessions_added: { id: string; title: string; date: string; starts: string; ends: string }[];
    sessions_changed: { id: string; title: string }[];
    sessions_same: number;
    rooms_added: { id: string; title: string }[];
    rooms_kept: number;
  };
  warnings: Remark[];
}

/** A file that was not taken, with everything that is wrong with it. */
export class ScheduleRefused extends Error {
  constructor(readonly errors: Remark[]) {
    super('the file was not taken');
  }
}

const meetingApi = (meeting: string): string => `/api/meetings/${encodeURIComponent(meeting)}`;

/** Where the keeping is told. */
export const keepingUrl = (meeting: string): string => `${meetingApi(meeting)}/keeping`;

/** The programme as a calendar file. */
export const calendarUrl = (meeting: string, as?: Role): string => `${meetingApi(meeting)}/programme.ics${asQuery(as)}`;

/** Everything of the meeting in one file. */
export const archiveUrl = (meeting: string): string => `${meetingApi(meeting)}/archive.zip${asQuery('organiser')}`;

/** Brings a schedule into the meeting; without `earnest` it is only said what would change. Rejects with what is wrong with the file. */
export async function sendSchedule(meeting: string, file: Blob, earnest: boolean): Promise<ScheduleTaken> {
  const url = `${meetingApi(meeting)}/schedule?dry_run=${String(!earnest)}`;
  const headers = { 'content-type': 'application/json', 'Roundtable-As': 'organiser' };
  const response = await fetch(url, { method: 'POST', credentials: 'same-origin', headers, body: file }).catch(() => null);
  if (!response) throw new Refused(UNREACHABLE, '');
  const body = (await response.json().catch(() => ({}))) as ScheduleTaken & { code?: string; message?: string; errors?: Remark[] };
  if (response.ok) return body;
  if (body.errors) throw new ScheduleRefused(body.errors);
  throw new Refused(body.code ?? UNREACHABLE, body.message ?? '');
}
