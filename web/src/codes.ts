/**
 * Join codes as people type them. The alphabet has no I, L, O and U, so that whatever is misread has one right reading; the
 * server reads codes in the same way, this is for showing at once what was understood.
 */

/** Characters of a participant's code. */
export const PARTICIPANT_CHARACTERS = 6;
/** Characters of the code that is made for one person. */
const PERSONAL_CHARACTERS = 8;
/** Characters of the codes of chairs, rapporteurs, screens and organisers. */
export const PRIVILEGED_CHARACTERS = 16;

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LOOK_ALIKES: Record<string, string> = { O: '0', I: '1', L: '1', U: 'V' };
/** The letters of other keyboards that look the same. */
const CYRILLIC = 'АВЕКМНОРСТУХІ';
const CYRILLIC_MEANS = 'ABEKMH0PCTYX1';

function meant(letter: string): string {
  const digit = '٠١٢٣٤٥٦٧٨٩'.indexOf(letter);
  if (digit >= 0) return String(digit);
  const persian = '۰۱۲۳۴۵۶۷۸۹'.indexOf(letter);
  if (persian >= 0) return String(persian);
  const cyrillic = CYRILLIC.indexOf(letter);
  const latin = cyrillic >= 0 ? CYRILLIC_MEANS.charAt(cyrillic) : letter;
  return LOOK_ALIKES[latin] ?? latin;
}

/** What was typed, put right: capitals, no blanks or hyphens, look-alikes replaced, anything else left out. A pasted join
 * link counts as its code. */
export function normalise(typed: string): string {
  const code = /\/j\/([^/?#]+)/.exec(typed)?.[1] ?? typed;
  const letters = Array.from(code.normalize('NFKC').toUpperCase(), meant);
  return letters.filter((letter) => ALPHABET.includes(letter)).join('').slice(0, PRIVILEGED_CHARACTERS);
}

/** Whether this many characters make a code. */
export function isComplete(code: string): boolean {
  return [PARTICIPANT_CHARACTERS, PERSONAL_CHARACTERS, PRIVILEGED_CHARACTERS].includes(code.length);
}

/** In groups, for reading out: `K7M 2QX`, `ABCD EFGH JKMN PQRS`. */
export function grouped(code: string): string {
  const size = code.length <= PARTICIPANT_CHARACTERS ? 3 : 4;
  return code.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? code;
}
