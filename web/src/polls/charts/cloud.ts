/** Places words of different sizes so that none covers another. The same words give the same cloud. */
import type { Word } from './words';

/** A word with its place: the middle of its line. */
export interface Placed extends Word {
  x: number;
  y: number;
  /** Height of its letters. */
  size: number;
  /** What it takes up. */
  width: number;
  height: number;
}

/** The plane that it is to fit. */
export interface Plane {
  width: number;
  height: number;
  /** The smallest letters that can be read on it. */
  smallest: number;
  /** The largest. */
  largest: number;
}

/** How much larger than its letters a line is. */
const LINE = 1.2;
/** How far the search for a place goes outwards with each turn, and from one look to the next: in parts of the plane's height. */
const TURN = 0.06;
const LOOK = 0.03;
/** The steps by which all become smaller until they fit. */
const SMALLER = 0.85;
const TRIES_MAX = 10;

/** The cloud: what is said most is largest and in the middle. Words for which there is no room even at the smallest size are left out. */
export function cloudOf(words: Word[], plane: Plane): Placed[] {
  let scale = 1;
  for (let tried = 1; tried < TRIES_MAX; tried += 1) {
    const placed = layOut(words, plane, scale, true);
    if (placed.length === words.length) return placed;
    scale *= SMALLER;
  }
  return layOut(words, plane, scale, false);
}

/** Places the words from the most frequent on; of those for which there is no room, the first may end it. */
function layOut(words: Word[], plane: Plane, scale: number, whole: boolean): Placed[] {
  const most = Math.max(1, ...words.map(({ count }) => count));
  const largest = Math.max(plane.smallest, plane.largest * scale);
  const placed: Placed[] = [];
  for (const word of words) {
    // The area of a word, not its height, is what eyes compare.
    const size = Math.max(plane.smallest, largest * Math.sqrt(word.count / most));
    const spot = place({ ...word, size, width: widthOf(word.text) * size, height: LINE * size, x: 0, y: 0 }, placed, plane);
    if (spot) placed.push(spot);
    else if (whole) break;
  }
  return placed;
}

/** Looks for room along a spiral from the middle. */
function place(word: Placed, others: Placed[], plane: Plane): Placed | null {
  const reach = Math.hypot(plane.width, plane.height) / 2;
  const [turn, look] = [plane.height * TURN, plane.height * LOOK];
  const spot = { ...word };
  for (let angle = 0, radius = 0; radius < reach; angle += look / Math.max(look, radius)) {
    radius = (turn * angle) / (2 * Math.PI);
    // The spiral has the shape of the plane.
    spot.x = plane.width / 2 + (radius * Math.cos(angle) * plane.width) / plane.height;
    spot.y = plane.height / 2 + radius * Math.sin(angle);
    if (isWithin(spot, plane) && !others.some((other) => touch(spot, other))) return spot;
  }
  return null;
}

function isWithin({ x, y, width, height }: Placed, plane: Plane): boolean {
  return x >= width / 2 && x <= plane.width - width / 2 && y >= height / 2 && y <= plane.height - height / 2;
}

/** A part of the plane. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A few words do not need the whole plane: the part of it that they fill, in its shape, but no less than half of it. */
export function frameOf(words: Placed[], plane: Plane): Frame {
  const reach = (middle: number, at: (word: Placed) => number, size: (word: Placed) => number): number =>
    Math.max(0, ...words.map((word) => Math.abs(at(word) - middle) + size(word) / 2)) / middle;
  const across = reach(plane.width / 2, ({ x }) => x, ({ width }) => width);
  const upwards = reach(plane.height / 2, ({ y }) => y, ({ height }) => height);
  const part = Math.min(1, Math.max(0.5, across, upwards));
  const [width, height] = [plane.width * part, plane.height * part];
  return { x: (plane.width - width) / 2, y: (plane.height - height) / 2, width, height };
}

/** Whether two words cover each other. */
export function touch(one: Placed, other: Placed): boolean {
  return Math.abs(one.x - other.x) * 2 < one.width + other.width && Math.abs(one.y - other.y) * 2 < one.height + other.height;
}

/** How wide a text is in parts of its size. Without a page to measure on, each letter is held to be as wide as the wide ones of its script. */
export function widthOf(text: string): number {
  let width = 0.3;
  for (const letter of text) {
    if (/\p{M}/u.test(letter)) continue;
    width += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(letter) ? 1.05 : /[\p{Lu}mwМЖШЩЮФ]/u.test(letter) ? 0.8 : /[ilj.,'’ ]/.test(letter) ? 0.36 : 0.62;
  }
  return width;
}
