/** Which poll the projector shows, and what of its paper. */
import { arranged, type Poll } from './polls';
import type { PollsView } from './protocol.gen';

/** The poll that everybody should see now: the open one, else the one that was put on the screen last, with its result or why it is void. */
export function foremost(polls: PollsView): Poll | undefined {
  const all = arranged(polls);
  return all.find((poll) => poll.state === 'open') ?? lastShown(all);
}

function lastShown(all: Poll[]): Poll | undefined {
  const opened = Math.max(0, ...all.map((poll) => poll.opened_at ?? 0));
  const seen = all.filter((poll) => (poll.state === 'void' ? poll.opened_at === opened : poll.shown && poll.tally));
  // The sort is stable: of those shown at the same time, or nobody knows when, the one drafted last stays first.
  return seen.sort((one, other) => shownSince(other) - shownSince(one))[0];
}

/** Since when the room has had it before its eyes: a void poll since it was opened, as the page is not told when it became void. */
function shownSince(poll: Poll): number {
  return (poll.state === 'void' ? poll.opened_at : poll.shown_at) ?? 0;
}

/** How a poll stands to the projector: on it now, waiting until the open poll there is closed, or not meant for it. */
export function onScreen(polls: PollsView, id: string): 'now' | 'later' | null {
  if (foremost(polls)?.id === id) return 'now';
  const waits = polls.items[id]?.state === 'open' || lastShown(arranged(polls))?.id === id;
  return waits ? 'later' : null;
}

/** What the projector tells of a poll beside its texts. */
export interface Projected {
  /** Whether the answers stand in two columns. */
  columns: boolean;
  /** The ends of the scale on which items are rated, or what the axes measure; empty where there are none. */
  scale: string;
  /** How much of the bar of the turnout is filled. */
  turnout_percent: number;
}

/** More answers than these stand in two columns. */
const ONE_COLUMN_MAX = 6;

/** The picture of an open poll. */
export function projected(poll: Poll): Projected {
  const { axes, scale = [], turnout, electorate } = poll;
  const parts = [axes ? `${axes.x} × ${axes.y}` : '', scale.length > 1 ? `${scale[0]} – ${scale.at(-1)}` : ''];
  return {
    columns: poll.option_order.length > ONE_COLUMN_MAX,
    scale: parts.filter(Boolean).join(': '),
    turnout_percent: electorate > 0 ? Math.min(100, Math.round((turnout / electorate) * 100)) : 0,
  };
}
