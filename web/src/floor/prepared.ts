/** A prepared list of speakers before it is sent: read lightly for a preview. Whether it holds up is the server's to say. */

/** What a chair's command may be on its way, bytes; the rest of the command needs a few of them. */
export const SENT_BYTES_MAX = 256 * 1024 - 512;

/** The columns that the server knows, as the template has them. */
export const COLUMNS = ['name', 'delegation', 'class', 'rank', 'on_behalf_of', 'language', 'remote', 'lane', 'note'];

/** A list to start from: the columns, and two rows that show what goes into them. */
export const TEMPLATE = [
  COLUMNS.join(','),
  'Amina Diallo,Senegal,state,minister,African Group,fr,no,list,',
  'Jo Park,International Telecommunication Union,organization,expert,,en,yes,list,joins by video',
  '',
].join('\r\n');

/** What a preview shows. */
export interface Preview {
  header: string[];
  rows: string[][];
}

/** What parts the cells, as the server decides it: of comma, semicolon and tab the one that the header has most of. */
function delimiterOf(text: string): string {
  const header = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((most, delimiter) => (count(delimiter) > count(most) ? delimiter : most));
}

/** The cells of all rows; a cell in quotes may hold anything, a doubled quote is one. */
function cellsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"?([^${delimiter}\\r\\n]*)|([^${delimiter}\\r\\n]*))(${delimiter}|\\r\\n|\\n|\\r|$)`, 'gy');
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, quoted, behind, plain, end] = found;
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"') + (behind ?? ''));
    if (cell.lastIndex >= text.length && end !== delimiter) break;
    if (end !== delimiter) rows.push([]);
  }
  return rows;
}

/** What is in the text: its header, and the rows that are not empty. */
export function previewOf(text: string): Preview {
  const plain = text.replace(/^\ufeff/, '');
  const [header = [], ...rows] = cellsOf(plain, delimiterOf(plain)).filter((row) => row.some((cell) => cell !== ''));
  return { header, rows };
}

/** How many bytes it is on its way. */
export function sentBytes(csv: string): number {
  return new TextEncoder().encode(JSON.stringify(csv)).length;
}

/** The text of a file, whether it was saved as Unicode or, as spreadsheets still do, in the letters of Western Europe. */
export function textOfFile(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Where a line of the text, from 1, begins and ends: to be marked where the server names it. */
export function extentOfLine(text: string, line: number): [start: number, end: number] {
  const lines = text.split('\n');
  const start = lines.slice(0, line - 1).reduce((length, before) => length + before.length + 1, 0);
  return [Math.min(start, text.length), Math.min(start + (lines[line - 1]?.length ?? 0), text.length)];
}
