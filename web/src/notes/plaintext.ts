/** The notes as plain lines, to hand people back what could not be saved. */
import * as Y from 'yjs';

const TEXT_BLOCKS = new Set(['paragraph', 'heading']);

/** Every paragraph and heading as one line. */
export function linesOf(fragment: Y.XmlFragment): string[] {
  const lines: string[] = [];
  collect(fragment, lines);
  return lines;
}

function collect(parent: Y.XmlFragment, lines: string[]): void {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    if (TEXT_BLOCKS.has(child.nodeName)) lines.push(textOf(child));
    else collect(child, lines);
  }
}

function textOf(block: Y.XmlElement): string {
  return block
    .toArray()
    .map((part) => {
      if (part instanceof Y.XmlText) return plainOf(part);
      return part instanceof Y.XmlElement && part.nodeName === 'hard_break' ? ' ' : '';
    })
    .join('');
}

function plainOf(text: Y.XmlText): string {
  const pieces = text.toDelta() as { insert: unknown }[];
  return pieces.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}

/** The lines of `written` that `saved` does not have; each line of `saved` accounts for one. */
export function linesLost(written: string[], saved: string[]): string[] {
  const there = new Map<string, number>();
  for (const line of saved) there.set(line, (there.get(line) ?? 0) + 1);
  return written.filter((line) => {
    const count = there.get(line) ?? 0;
    if (count > 0) there.set(line, count - 1);
    return count === 0 && line.trim() !== '';
  });
}
