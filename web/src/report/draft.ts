/** A circulated draft as the server gives it: its blocks as they are laid out, and the numbers of the paragraphs that can be remarked on. */
import type { Point, RemarkId, RemarkView } from '../protocol.gen';
import type { Said } from '../notes/points/words';

/** A piece of text with the same marks throughout. */
export interface Run {
  text: string;
  strong?: boolean;
  em?: boolean;
}

/** One block, as in `outcome.json`. */
export type Block =
  | { type: 'heading'; level: number; runs: Run[] }
  | { type: 'paragraph'; runs: Run[]; point?: Point }
  | { type: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'rule' };

/** What `GET …/drafts/{n}` answers. */
export interface Draft {
  draft: number;
  at: number;
  until: number;
  sha256: string;
  blocks: Block[];
  paragraphs: { number: number; text: string }[];
  remarks: Record<RemarkId, RemarkView>;
}

/** One line of the draft as it is read. */
export interface Line {
  /** A heading, text, or text that stands further in: in a list or a quotation. */
  shape: 'heading' | 'text';
  /** How far in it stands, from 0. */
  depth: number;
  /** What stands before it in a list. */
  bullet: string;
  runs: Run[];
  /** What it is, where it is a point. */
  point?: Point;
  /** The number by which it is remarked on; none where it has none. */
  number?: number;
}

const textOf = (runs: Run[]): string => runs.map(({ text }) => text).join('');
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What is said about a point, as the notes say it of theirs. */
export function saidOf({ kind, standing, component, reach, region, owner }: Point): Said {
  const said = { point: kind, standing, component, reach, region, owner };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value));
}

/** The blocks as lines, without their numbers. */
function linesOf(blocks: Block[], depth: number, bullets: string[]): Line[] {
  return blocks.flatMap((block): Line[] => {
    // The first line of an item has its mark; what follows in the item does not.
    const bullet = block.type === 'rule' ? '' : (bullets.shift() ?? '');
    if (block.type === 'heading') return [{ shape: 'heading', depth, bullet, runs: block.runs }];
    if (block.type === 'paragraph') return [{ shape: 'text', depth, bullet, runs: block.runs, ...(block.point && { point: block.point }) }];
    if (block.type === 'quote') return linesOf(block.blocks, depth + 1, bullet ? [bullet] : []);
    if (block.type === 'list') return block.items.flatMap((item, at) => linesOf(item, depth + 1, [block.ordered ? `${block.start + at}.` : '•']));
    return [];
  });
}

/**
 * The draft line by line. The numbers are the server's: each goes to the next line that says the same as the numbered
 * paragraph. Where a number finds no line, the paragraphs alone are read, so that none is without its number.
 */
export function numberedLines({ blocks, paragraphs }: Draft): Line[] {
  const lines = linesOf(blocks, 0, []).filter(({ runs }) => plain(textOf(runs)) !== '');
  let from = 0;
  for (const { number, text } of paragraphs) {
    const at = lines.findIndex((line, index) => index >= from && plain(textOf(line.runs)) === plain(text));
    if (at < 0) return paragraphs.map((paragraph) => ({ shape: 'text', depth: 0, bullet: '', runs: [{ text: paragraph.text }], number: paragraph.number }));
    Object.assign(lines[at] ?? {}, { number });
    from = at + 1;
  }
  return lines;
}
