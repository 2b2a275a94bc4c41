/** The documents of rooms and meetings: where they are, and what the server tells of them beside the files themselves. */
import { ask, asQuery, roomApi } from './api';
import type { Role } from './protocol.gen';
import type { Draft } from './report/draft';

/** The outcome as one document, the form that most people want first. */
export const DOCUMENTS = ['outcome.docx', 'outcome.pdf', 'outcome.html', 'outcome.md', 'outcome.json'] as const;
/** What of it is a table. */
export const TABLES = ['polls.csv', 'speakers.csv', 'points.csv', 'board.csv'] as const;
/** All of it in one file. */
export const ALL = 'outcome.zip';
/** The report of all rooms of a meeting, and its points as a table. */
export const MEETING_DOCUMENTS = ['report.docx', 'report.pdf', 'report.html', 'report.md', 'report.json'] as const;
export const MEETING_TABLES = ['points.csv'] as const;

/** The address of a file as it was sealed with an earlier revision. */
export const ofRevision = (address: string, revision: number): string => `${address}${address.includes('?') ? '&' : '?'}revision=${revision}`;

/** The id of the text that names a file: of a report as of an outcome. */
export const fileTextId = (file: string): string => `file-${file.replace('report.', 'outcome.').replace('.', '-')}`;

/** The address of a file of the whole meeting, for the seat of this role. */
export function meetingFileUrl(meeting: string, file: string, as?: Role): string {
  return `/api/meetings/${encodeURIComponent(meeting)}/${file}${asQuery(as)}`;
}

/** A draft of a room's report, as it was frozen. */
export function getDraft(meeting: string, room: string, number: number, as?: Role): Promise<Draft> {
  return ask(`${roomApi(meeting, room)}/drafts/${number}`, {}, as);
}

/** Somebody of the room whose name or delegation stands in what it would tell. */
export interface Named {
  /** The words that were found. */
  words: string;
  /** Whether they are a person's or a delegation's; some are both. */
  what: 'person' | 'delegation';
  /** Where: in the text of the notes, as the owner of a point, on a card … */
  passages: { place: string; excerpt: string }[];
}

/** By which one of them is known again. */
export const keyOfNamed = ({ what, words }: Named): string => `${what} ${words}`;

/** Names and delegations of the room that stand in its texts. Rejects where that cannot be known. */
export async function getNamed(meeting: string, room: string, as?: Role): Promise<Named[]> {
  return (await ask<{ named: Named[] }>(`${roomApi(meeting, room)}/named`, {}, as)).named;
}

/** The public key that seals are checked with, in hexadecimal digits; null where the server does not say. */
export async function getSealKey(): Promise<string | null> {
  const { public_key } = await ask<{ public_key?: string }>('/api/seal-key').catch(() => ({ public_key: undefined }));
  return public_key ?? null;
}

/** A key in groups of four, as people compare them. */
export const fingerprint = (key: string): string => key.match(/.{1,4}/g)?.join(' ') ?? '';
