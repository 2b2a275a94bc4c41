/** The result by class and by regional group. */
import type { Poll } from '../../polls';
import type { GroupResult } from '../../protocol.gen';
import { t } from '../../strings/strings.svelte';
import type { Reading } from './reading';

/** The result of several groups beside each other. */
export interface GroupTable {
  what: 'classes' | 'regions';
  /** What the figures are. */
  figure: string;
  groups: string[];
  /** Ballots of each group. */
  ballots: number[];
  rows: { id: string; text: string; values: string[] }[];
}

/** By class, and by regional group; what is not told is left out. */
export function groupTables(poll: Poll, reading: Reading): GroupTable[] {
  return (['classes', 'regions'] as const).flatMap((what) => {
    const told = Object.entries(poll.count?.[what] ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
    return told.length > 0 && reading.figures ? [tableOf(poll, reading.figures, what, told)] : [];
  });
}

function tableOf(poll: Poll, figures: NonNullable<Reading['figures']>, what: GroupTable['what'], told: [string, GroupResult][]): GroupTable {
  const ofGroups = told.map(([, result]) => figures(asPoll(poll, result)));
  const rows = (ofGroups[0]?.rows ?? []).map(({ id, text }, at) => ({ id, text, values: ofGroups.map((each) => each.rows[at]?.value ?? '') }));
  return { what, figure: ofGroups[0]?.what ?? '', groups: told.map(([group]) => t(`group-${group}`)), ballots: told.map(([, { ballots }]) => ballots), rows };
}

/** The result of a group as that of a poll of its own: shares are of the ballots of the group. */
function asPoll(poll: Poll, { ballots, tally, spread }: GroupResult): Poll {
  return { ...poll, tally, count: { ballots, valid: ballots, base_number: ballots, spread } };
}
