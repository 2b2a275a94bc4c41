/** How long somebody still waits, and the whole list: only as exact as it is known. */
import type { FloorView, Millis } from '../protocol.gen';
import { used_s } from './used';

/** How often the estimate is made anew: a figure that trembles is not believed. */
const CALM_MS = 5_000;

/** The moment for which an estimate is made. */
export function calmly(now: Millis): Millis {
  return Math.floor(now / CALM_MS) * CALM_MS;
}

/** How many seconds until the request at `place` (from 0) gets the floor, by the pace of this room. */
export function wait_s(floor: FloorView, place: number, now: Millis): number {
  const turn = floor.pace.turn_s;
  // A point of order is short, and whoever it interrupts goes on after it.
  const speech = floor.interrupted ?? floor.speaking;
  const left = speech ? Math.max(0, turn - used_s(speech, now)) : 0;
  return left + place * turn;
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
