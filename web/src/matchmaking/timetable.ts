/** What of a timetable is now, next, and later. */
import type { Pairing, Slot } from './seen';

/** A meeting and when it takes place. */
export interface Row {
  pairing: Pairing;
  slot: Slot;
  table: number;
}

/** The meetings that have a table, in the order of time. */
export function timetable(pairings: readonly Pairing[], slots: readonly Slot[]): Row[] {
  const rows = pairings.flatMap((pairing): Row[] => {
    const slot = slots.find(({ slot: id }) => id === pairing.sitting?.slot);
    return pairing.sitting && slot ? [{ pairing, slot, table: pairing.sitting.table }] : [];
  });
  return rows.sort((one, other) => one.slot.starts - other.slot.starts);
}

/** The one that goes on, or else the next one; none where all are over. */
export function current(rows: readonly Row[], now: number): Row | undefined {
  return rows.find(({ slot }) => slot.ends > now);
}

/** Whether it goes on. */
export const isOn = ({ slot }: Row, now: number): boolean => slot.starts <= now && now < slot.ends;
