/** How long somebody still waits, and the whole list: only as exact as it is known. */
import type { FloorView, Millis } from '../protocol.gen';
import { used_s } from './used';

/** How often the estimate is made anew: a figure that trembles is not believed. */
const CALM_MS = 5_000;

/** The moment for which an estimate is made. */
export function calmly(now: Millis): Millis {
  return Math.floor(now / CALM_MS) * CALM_MS;
}

/** How many seconds until the request at `place` (from 0) gets the floor: what each in front of it is allowed, as far as this room uses it. */
export function wait_s(floor: FloorView, place: number, now: Millis): number {
  const { use_percent, gap_s } = floor.pace;
  const turn_s = (limit_s: number): number => (limit_s * use_percent) / 100 + gap_s;
  const lane = floor.requests[floor.order[place] ?? '']?.lane;
  // A point of order waits for another one alone. It is short, and whoever it interrupts goes on after it.
  const order = floor.interrupted && floor.speaking;
  const speech = lane === 'point-of-order' ? order : (floor.interrupted ?? floor.speaking);
  const left = speech ? Math.max(0, turn_s(speech.limit_s) - used_s(speech, now)) : 0;
  const ahead = floor.order.slice(0, place).map((id) => turn_s(floor.requests[id]?.time_s ?? floor.limit_s));
  return ahead.reduce((sum, turn) => sum + turn, left);
}

/** Whole minutes until the request at `place` (from 1) gets the floor, rounded up; 0: less than one. */
export function waitMinutes(floor: FloorView, place: number, now: Millis): number {
  const seconds = wait_s(floor, place - 1, now);
  return seconds < 60 ? 0 : Math.ceil(seconds / 60);
}

/** When everybody on the list has been heard. */
export function endsAt(floor: FloorView, now: Millis): Millis {
  return now + wait_s(floor, floor.order.length, now) * 1000;
}
