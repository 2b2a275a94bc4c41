/** The pages that come when they are wanted, each with its code and texts in a file of its own. */
import type { Component } from 'svelte';
import type { Role } from './protocol.gen';
import type { Route } from './router';

/** What a page of a meeting as a whole is given. */
export type PageInner = { meetingId: string; as?: Role };
/** How a page's code is got. */
type Load<Inner> = () => Promise<{ default: Component<Inner extends Record<string, unknown> ? Inner : never> }>;

/** The pages of a meeting as a whole by area (`o`: the organiser's, `p`: for everybody with a seat in the meeting) and part of the address. */
const PARTS: Record<'o' | 'p', Record<string, Load<PageInner>>> = {
  o: {
    desk: () => import('./views/organiser/desk/Desk.svelte'),
    board: () => import('./views/organiser/board/OrganiserBoard.svelte'),
    people: () => import('./views/organiser/people/PeoplePage.svelte'),
    matchmaking: () => import('./views/organiser/Matchmaking.svelte'),
    keeping: () => import('./views/organiser/KeepingPage.svelte'),
    setup: () => import('./views/organiser/setup/Setup.svelte'),
  },
  p: {
    board: () => import('./views/meeting/board/MeetingBoard.svelte'),
    readout: () => import('./views/meeting/readout/ReadOutPage.svelte'),
    day: () => import('./views/meeting/Day.svelte'),
    matchmaking: () => import('./views/meeting/Matchmaking.svelte'),
  },
};

/** A page and what it is given; null where there is none of that address. */
export interface Shown {
  load: Load<Record<string, unknown>>;
  inner?: Record<string, unknown>;
}

const shown = <Inner extends Record<string, unknown>>(load: Load<Inner>, inner?: Inner): Shown => ({ load: load as Shown['load'], inner });

/** The page of an address. */
export function pageOf(here: Route): Shown | null {
  if (here.page === 'home') return shown(() => import('./views/Home.svelte'));
  if (here.page === 'meeting') return shown(() => import('./views/Meeting.svelte'), { meetingId: here.meeting, as: here.as });
  if (here.page === 'screen') {
    return shown(() => import('./views/screen/Screen.svelte'), { meetingId: here.meeting, roomId: here.room, as: here.as });
  }
  if (here.page !== 'more') return null;
  // Without another word: the desk, from which an organiser goes on; the day, from which everybody else does.
  const load = PARTS[here.area][here.part || (here.area === 'o' ? 'desk' : 'day')];
  const as = here.as ?? (here.area === 'o' ? 'organiser' : undefined);
  return load ? shown(load, { meetingId: here.meeting, as }) : null;
}
