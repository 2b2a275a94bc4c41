/** A poll that was asked again: the figures of its rounds side by side. */
import type { Poll } from '../../polls';
import type { PollsView } from '../../protocol.gen';
import type { Reading } from './reading';
import { NO_FIGURE } from './share';

/** Rounds side by side. */
export interface Series {
  /** What the figures are. */
  what: string;
  /** The numbers of the rounds. */
  numbers: number[];
  rows: { text: string; values: string[] }[];
  /** Of what the figures of each round are. */
  bases: string[];
}

/** The rounds of a poll whose results can be seen, itself among them; null where there is but one. Answers belong together that have
the same words. `poll` is in the reader's words, the others in those of the original, as in `polls`. */
export function seriesOf(polls: PollsView, poll: Poll, { figures, base }: Reading): Series | null {
  const rounds = roundsOf(polls, poll);
  if (!figures || rounds.length < 2 || !rounds.some(({ id }) => id === poll.id)) return null;
  const told = rounds.map((round) => ({ ...figures(round), number: round.round?.number ?? 1 }));
  const shown = new Map(figures(poll).rows.map(({ id, text }) => [id, text]));
  const own = polls.items[poll.id];
  const rows = new Map<string, { text: string; values: string[] }>();
  const newestFirst = [...rounds.keys()].reverse();
  for (const at of newestFirst) {
    for (const { id, text, value } of told[at]?.rows ?? []) {
      const row = rows.get(alike(text)) ?? { text, values: rounds.map(() => NO_FIGURE) };
      if (own && rounds[at]?.id === poll.id) row.text = shown.get(id) ?? text;
      row.values[at] = value;
      rows.set(alike(text), row);
    }
  }
  return { what: told[0]?.what ?? '', numbers: told.map(({ number }) => number), rows: [...rows.values()], bases: rounds.map(base) };
}

/** Those of the same question that were counted, in order, as far as the reader may see their results. */
function roundsOf(polls: PollsView, poll: Poll): Poll[] {
  const first = poll.round?.first ?? poll.id;
  const all = Object.entries(polls.items).map(([id, view]) => ({ ...view, id }));
  const same = all.filter(({ id, round, tally, state, kind }) => (id === first || round?.first === first) && tally && state === 'closed' && kind === poll.kind);
  return same.sort((one, other) => (one.round?.number ?? 1) - (other.round?.number ?? 1));
}

function alike(text: string): string {
  return text.trim().toLowerCase();
}
