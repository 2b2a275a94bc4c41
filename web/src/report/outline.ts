/** What the notes hold before they go round as a draft: how many paragraphs, and which sections nobody has written in. */
import type { Block } from './draft';

/** A look at the notes. */
export interface Outline {
  paragraphs: number;
  /** The headings under which there is nothing. */
  empty: string[];
}

const textOf = (block: Block): string => (block.type === 'heading' || block.type === 'paragraph' ? block.runs.map(({ text }) => text).join('').trim() : '');

function paragraphsOf(block: Block): number {
  if (block.type === 'list') return block.items.flat().reduce((sum, inner) => sum + paragraphsOf(inner), 0);
  if (block.type === 'quote') return block.blocks.reduce((sum, inner) => sum + paragraphsOf(inner), 0);
  return block.type === 'paragraph' && textOf(block) !== '' ? 1 : 0;
}

/** Of these blocks. A section with something in one of its own sections is not empty. */
export function outlineOf(blocks: readonly Block[]): Outline {
  const empty = blocks.flatMap((block, at) => {
    if (block.type !== 'heading') return [];
    const rest = blocks.slice(at + 1);
    const end = rest.findIndex((next) => next.type === 'heading' && next.level <= block.level);
    const within = end < 0 ? rest : rest.slice(0, end);
    return within.some((inner) => paragraphsOf(inner) > 0) || textOf(block) === '' ? [] : [textOf(block)];
  });
  return { paragraphs: blocks.reduce((sum, block) => sum + paragraphsOf(block), 0), empty };
}
