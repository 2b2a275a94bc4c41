/** Tables as text that a spreadsheet takes when it is pasted. */
import type { ResultTable } from '../kind';

/** Tables below each other, cells apart by tabs. */
export function asTabs(tables: ResultTable[]): string {
  const lines = ({ caption, header, rows }: ResultTable): string => [[caption], header, ...rows].map((cells) => cells.map(asCell).join('\t')).join('\n');
  return tables.map(lines).join('\n\n');
}

/** A cell on one line. What a spreadsheet would calculate begins with an apostrophe, as in the files of the outcome. */
function asCell(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
