/** How far the clearing of a report is, in the terms of a page. */
import type { DraftView, RemarkView, ReportView } from '../protocol.gen';

/** Characters of a remark and of the word on it, as the server takes them. */
export const REMARK_CHARACTERS_MAX = 1_000;

/** The choices of how long remarks are taken, seconds. */
export const REMARKS_TIMES_S = [600, 1_800, 3_600, 86_400] as const;

/** The draft that was circulated last. */
export function latestDraft(report: ReportView): ({ number: number } & DraftView) | undefined {
  const numbers = Object.keys(report.drafts).map(Number);
  const number = Math.max(0, ...numbers);
  const draft = report.drafts[number];
  return draft && { number, ...draft };
}

/** A remark with its id. */
export type Remark = { id: string } & RemarkView;

/** The remarks on a draft by their paragraphs, and in each in the order of their making. */
export function remarksOf(draft: DraftView): Remark[] {
  const all = Object.entries(draft.remarks).map(([id, remark]) => ({ id, ...remark }));
  return all.sort((one, other) => one.paragraph - other.paragraph || one.at - other.at);
}

/** How many of them wait for an answer. */
export const unanswered = (draft: DraftView): number => Object.values(draft.remarks).filter(({ verdict }) => !verdict).length;

/** A moment as it is said in the room: the time, and the day where it is not today's. */
export function momentText(at: number, now: number, language: string): string {
  const locale = language === 'en' ? 'en-GB' : language;
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(locale, sameDay ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
