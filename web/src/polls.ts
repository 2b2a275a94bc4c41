/** What the pages work out from polls: their order on the page, and the shares of a result. */
import type { PollView, PollsView } from './protocol.gen';

/** A poll with its id. */
export interface Poll extends PollView {
  id: string;
  /** The language of the answers, where it is another than that of the question. */
  answers_in?: string;
}

const PLACE = { open: 0, draft: 1, closed: 2, void: 2 } as const;

/** The polls as a page shows them: open ones first, then drafts, then those that are over with the last on top. */
export function arranged(polls: PollsView): Poll[] {
  const all = polls.order.flatMap((id, at) => {
    const poll = polls.items[id];
    return poll ? [{ id, at, ...poll }] : [];
  });
  const inOrder = (one: { at: number }, other: { at: number }): number => one.at - other.at;
  return all.sort((one, other) => {
    const place = PLACE[one.state];
    if (place !== PLACE[other.state]) return place - PLACE[other.state];
    return place === PLACE.closed ? inOrder(other, one) : inOrder(one, other);
  });
}

/** One row of a result. */
export interface Share {
  id: string;
  text: string;
  count: number;
  /** Whole percent of what the poll says. */
  percent: number;
  /** Whether no other option has more. */
  most: boolean;
}

/** The rows of a result, in the order of the ballot paper. The base is what the poll says, never the marks on the ballots. */
export function shares(poll: PollView): Share[] {
  const count = (id: string): number => poll.tally?.[id] ?? 0;
  const highest = Math.max(0, ...poll.option_order.map(count));
  const base = poll.count?.base_number ?? poll.turnout;
  return poll.option_order.map((id) => ({
    id,
    text: poll.options[id] ?? id,
    count: count(id),
    percent: base > 0 ? Math.round((count(id) / base) * 100) : 0,
    most: highest > 0 && count(id) === highest,
  }));
}
