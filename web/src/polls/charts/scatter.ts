/** Items placed on two axes: each at the mean of its places, with a number, and faintly behind it how the places are spread. Numbers
that would cover each other are moved apart, with a line to where they belong. */
import type { Poll } from '../../polls';
import type { Ballot, PollView } from '../../protocol.gen';
import { t } from '../../strings/strings.svelte';
import type { ResultTable } from '../kind';
import type { Figures } from './reading';
import { answeredText, meanStep, meanText, optionText, scaleOf, sum } from './share';

/** A point of the plot: across and upwards, both from 0 to 1. */
export interface Point {
  x: number;
  y: number;
}

/** An item. */
export interface Mark {
  id: string;
  /** From 1, in the order of the paper. */
  number: number;
  text: string;
  /** Mean step across and upwards, as text. */
  means: [string, string];
  rated: number;
  skipped: number;
  /** Where it belongs; null where nobody placed it. */
  at: Point | null;
  /** The reader's own place: the two steps. */
  own?: [number, number];
}

/** How many placed any item on a cell. */
export interface Speck extends Point {
  count: number;
}

/** The items, in the order of the paper. */
export function marksOf(poll: PollView, own?: Ballot): Mark[] {
  const steps = scaleOf(poll).length;
  return poll.option_order.map((id, index) => {
    const cells = poll.count?.spread?.[id] ?? [];
    const [x, y] = [meanStep(columns(cells, steps)), meanStep(rows(cells, steps))];
    return {
      id,
      number: index + 1,
      text: optionText(poll, id),
      means: [meanText(x), meanText(y)],
      rated: sum(cells),
      skipped: poll.count?.skipped?.[id] ?? 0,
      at: x === null || y === null ? null : { x: along(x, steps), y: along(y, steps) },
      own: own?.places?.[id],
    };
  });
}

/** Where a step lies on its axis: each step has as much room as the others, and lies in the middle of it. */
export function along(step: number, steps: number): number {
  return (step - 0.5) / steps;
}

/** Ballots by step across. Cells go from the lowest row, each from the left. */
function columns(cells: number[], steps: number): number[] {
  return Array.from({ length: steps }, (_, across) => sum(cells.filter((_, at) => at % steps === across)));
}

/** Ballots by step upwards. */
function rows(cells: number[], steps: number): number[] {
  return Array.from({ length: steps }, (_, upwards) => sum(cells.slice(upwards * steps, (upwards + 1) * steps)));
}

/** The places of all items together, cell by cell. */
export function specksOf(poll: PollView): Speck[] {
  const steps = scaleOf(poll).length;
  const spreads = Object.values(poll.count?.spread ?? {});
  return Array.from({ length: steps * steps }, (_, cell) => ({
    x: along((cell % steps) + 1, steps),
    y: along(Math.floor(cell / steps) + 1, steps),
    count: sum(spreads.map((cells) => cells[cell] ?? 0)),
  })).filter(({ count }) => count > 0);
}

/** How often the points push each other before they stay. */
const PUSHES_MAX = 400;

/** Points moved until none is nearer to another than `gap`, within a square plot of this size. The same points give the same places. */
export function apart(points: Point[], gap: number, size: number): Point[] {
  const moved = points.map((point) => ({ ...point }));
  for (let round = 0; round < PUSHES_MAX; round += 1) {
    if (!pushAll(moved, gap)) break;
    for (const point of moved) {
      point.x = within(point.x, gap / 2, size - gap / 2);
      point.y = within(point.y, gap / 2, size - gap / 2);
    }
  }
  return moved;
}

function pushAll(points: Point[], gap: number): boolean {
  let pushed = false;
  points.forEach((one, at) => {
    for (const [further, other] of points.slice(at + 1).entries()) {
      const distance = Math.hypot(other.x - one.x, other.y - one.y);
      if (distance >= gap) continue;
      push(one, other, gap, distance, at + further);
      pushed = true;
    }
  });
  return pushed;
}

/** Moves two points away from each other; two that lie on each other go apart in a direction of their own. */
function push(one: Point, other: Point, gap: number, distance: number, turn: number): void {
  const angle = distance > 1e-6 ? Math.atan2(other.y - one.y, other.x - one.x) : turn * 2.4;
  // A little more than needed, so that they come to rest.
  const by = (gap - distance) / 2 + gap * 0.01;
  one.x -= Math.cos(angle) * by;
  one.y -= Math.sin(angle) * by;
  other.x += Math.cos(angle) * by;
  other.y += Math.sin(angle) * by;
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** What the axes measure. */
export function axesOf(poll: PollView): { x: string; y: string } {
  return poll.axes ?? { x: t('result-axis-x'), y: t('result-axis-y') };
}

export function tables(poll: Poll): ResultTable[] {
  const axes = axesOf(poll);
  const mean = (axis: string): string => t('result-mean-of', { axis });
  const header = [t('result-item'), mean(axes.x), mean(axes.y), t('poll-ballots'), t('result-skipped')];
  const marks = marksOf(poll).map(({ text, means, rated, skipped }) => [text, ...means, String(rated), String(skipped)]);
  return [{ caption: t('poll-result-of', { question: poll.question }), header, rows: marks }];
}

export const base = (poll: Poll): string => `${answeredText(poll)}. ${t('result-skips')}`;

export function figures(poll: Poll): Figures {
  const axes = axesOf(poll);
  const rows = marksOf(poll).map(({ id, text, means }) => ({ id, text, value: means.join(' / ') }));
  return { what: `${axes.x} / ${axes.y}`, rows };
}
