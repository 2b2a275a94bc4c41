/** Which poll the projector shows. */
import { arranged, type Poll } from './polls';
import type { PollsView } from './protocol.gen';

/** The poll that everybody should see now: the open one, else the one whose result was shown last. */
export function foremost(polls: PollsView): Poll | undefined {
  const all = arranged(polls);
  return all.find((poll) => poll.state === 'open') ?? lastShown(all);
}

function lastShown(all: Poll[]): Poll | undefined {
  // The sort is stable: of those shown at the same time, or nobody knows when, the one drafted last stays first.
  return all.filter((poll) => poll.shown && poll.tally).sort((one, other) => (other.shown_at ?? 0) - (one.shown_at ?? 0))[0];
}

/** How a poll stands to the projector: on it now, waiting until the open poll there is closed, or not meant for it. */
export function onScreen(polls: PollsView, id: string): 'now' | 'later' | null {
  if (foremost(polls)?.id === id) return 'now';
  const waits = polls.items[id]?.state === 'open' || lastShown(arranged(polls))?.id === id;
  return waits ? 'later' : null;
}
