/** Slots one after the other, of a start, a length and a pause; and back. */
import type { Slot } from './seen';

/** A row of slots as an organiser says it. Times are those of the place. */
export interface SlotRow {
  /** `2024-05-10`. */
  date: string;
  /** `13:00`. */
  starts: string;
  minutes: number;
  pause: number;
  count: number;
}

const MINUTE_MS = 60_000;

/** By how much the clocks of the place are ahead of UTC at a moment. */
function offset(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(at / 1000) * 1000;
}

/** The moment of a day and time of the place; NaN where they are none. */
export function momentIn(date: string, time: string, zone: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(wall)) return NaN;
  // Twice: the first guess may lie on the other side of a change of the clocks.
  const guess = wall - offset(wall, zone);
  return wall - offset(guess, zone);
}

/** Day and time of the place at a moment. */
export function wallOf(at: number, zone: string): { date: string; time: string } {
  const wall = new Date(at + offset(at, zone)).toISOString();
  return { date: wall.slice(0, 10), time: wall.slice(11, 16) };
}

/** The slots of a row. */
export function slotsOf(row: SlotRow, zone: string): Omit<Slot, 'slot'>[] {
  const first = momentIn(row.date, row.starts, zone);
  if (Number.isNaN(first) || !(row.minutes > 0) || !(row.count > 0)) return [];
  const step = (row.minutes + Math.max(0, row.pause)) * MINUTE_MS;
  return Array.from({ length: Math.floor(row.count) }, (_, index) => {
    const starts = first + index * step;
    return { starts, ends: starts + row.minutes * MINUTE_MS };
  });
}

/** The row that slots are; of slots that are none, the row that begins like them. */
export function rowOf(slots: readonly Slot[], zone: string): SlotRow | undefined {
  const [first, second] = slots;
  if (!first) return undefined;
  const { date, time } = wallOf(first.starts, zone);
  return {
    date,
    starts: time,
    minutes: Math.round((first.ends - first.starts) / MINUTE_MS),
    pause: second ? Math.round((second.starts - first.ends) / MINUTE_MS) : 0,
    count: slots.length,
  };
}

/** How many slots fit between two times of the same day. */
export function fitting(starts: string, ends: string, minutes: number, pause: number): number {
  const of = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const whole = of(ends) - of(starts);
  return whole > 0 ? Math.max(1, Math.floor((whole + pause) / (minutes + pause))) : 1;
}
