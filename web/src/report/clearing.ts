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

/** Remarks by their paragraphs, and in each in the order of their making. */
export function remarksOf({ remarks }: Pick<DraftView, 'remarks'>): Remark[] {
  const all = Object.entries(remarks).map(([id, remark]) => ({ id, ...remark }));
  return all.sort((one, other) => one.paragraph - other.paragraph || one.at - other.at);
}

/** How many remarks wait for an answer, on whichever draft. */
export const waitingOf = ({ drafts }: ReportView): number => Object.values(drafts).reduce((sum, { waiting }) => sum + waiting, 0);

/** What the report leaves open at the close: the draft that takes remarks still, remarks without an answer, and that it is not final. */
export interface LeftOpen {
  circulated?: { number: number } & DraftView;
  remarks: number;
  /** Only where its clearing was begun. */
  unfinished: boolean;
}

/** What the report leaves open at the close. */
export function leftOpen(report: ReportView): LeftOpen {
  const draft = latestDraft(report);
  return {
    ...(report.state === 'circulated' && draft && { circulated: draft }),
    remarks: waitingOf(report),
    unfinished: draft !== undefined && report.state !== 'final',
  };
}
