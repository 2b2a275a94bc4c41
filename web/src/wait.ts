/** How long somebody still waits, in words: rounded up, and only as exact as it is known. */
import { wait_s } from './floor';
import type { FloorView, Millis } from './protocol.gen';

/** How often the estimate is made anew: a figure that trembles is not believed. */
const CALM_MS = 5_000;

/** The moment for which an estimate is made. */
export function calmly(now: Millis): Millis {
  return Math.floor(now / CALM_MS) * CALM_MS;
}

/** Whole minutes until the request at `place` (from 1) gets the floor, rounded up; 0: less than one. */
export function waitMinutes(floor: FloorView, place: number, now: Millis): number {
  const seconds = wait_s(floor, place - 1, now);
  return seconds < 60 ? 0 : Math.ceil(seconds / 60);
}
