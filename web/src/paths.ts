/** The addresses of the pages that show a meeting as a whole: the organiser's, and those for everybody with a seat in it. */
import type { Role } from './protocol.gen';

/** The organiser's pages, in the order of their navigation. */
export const ORGANISER_PARTS = ['desk', 'setup', 'people', 'matchmaking', 'board', 'keeping'] as const;
export type OrganiserPart = (typeof ORGANISER_PARTS)[number];

const saying = (path: string, as?: Role): string => (as ? `${path}?as=${as}` : path);

/** The address of one of the organiser's pages. */
export function organiserPath(meeting: string, part: OrganiserPart = 'desk'): string {
  return `/o/${encodeURIComponent(meeting)}${part === 'desk' ? '' : `/${part}`}`;
}

/** The address of a page for everybody with a seat in the meeting. */
export function meetingPartPath(meeting: string, part: string, as?: Role): string {
  return saying(`/p/${encodeURIComponent(meeting)}/${part}`, as);
}
