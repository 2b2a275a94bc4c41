/**
 * A short number for a value, by which a page finds out whether it has the same as the server. It is for accidents, not against
 * malice. The server computes the same (`src/room/digest.rs`): a number counts as the double that it is, a text by its UTF-16
 * units, and the members of an object in whatever order they come.
 */

/** The number of a value: 32 bits. */
export type Digest = number;

const KIND = { nothing: 1, truth: 2, number: 3, text: 4, list: 5, object: 6, member: 7 };
const bits = new DataView(new ArrayBuffer(8));
/** What stays the same object stays the same value: a patch makes new objects of all that it changes. */
const known = new WeakMap<object, Digest>();

function mixed(digest: Digest, word: number): Digest {
  const product = Math.imul(digest ^ word, 0x85ebca6b);
  return product ^ (product >>> 15);
}

function of(kind: number, words: Iterable<number>): Digest {
  let digest = mixed(0x811c9dc5, kind);
  for (const word of words) digest = mixed(digest, word);
  return mixed(digest, 0xc2b2ae35);
}

/** Of a text. */
export function ofText(text: string): Digest {
  let digest = mixed(0x811c9dc5, KIND.text);
  for (let place = 0; place < text.length; place += 1) digest = mixed(digest, text.charCodeAt(place));
  return mixed(digest, 0xc2b2ae35);
}

function ofNumber(number: number): Digest {
  // Zero has a sign that JSON does not always tell.
  bits.setFloat64(0, number === 0 ? 0 : number);
  return of(KIND.number, [bits.getUint32(4), bits.getUint32(0)]);
}

/** Of values in their order. */
export function ofList(values: Iterable<Digest>): Digest {
  return of(KIND.list, values);
}

/** Of named values, whatever comes first. */
export function ofMembers(members: object): Digest {
  let sum = 0;
  let count = 0;
  for (const [name, value] of Object.entries(members)) {
    sum = (sum + of(KIND.member, [ofText(name), digestOf(value)])) | 0;
    count += 1;
  }
  return of(KIND.object, [sum, count]);
}

function ofObject(value: object): Digest {
  let digest = known.get(value);
  if (digest === undefined) {
    digest = Array.isArray(value) ? ofList(value.map(digestOf)) : ofMembers(value);
    known.set(value, digest);
  }
  return digest;
}

/** Of anything that JSON can say and nobody changes afterwards. */
export function digestOf(value: unknown): Digest {
  if (typeof value === 'string') return ofText(value);
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value === 'boolean') return of(KIND.truth, [Number(value)]);
  return typeof value === 'object' && value !== null ? ofObject(value) : of(KIND.nothing, []);
}

/** As it travels: eight hexadecimal digits. */
export function spelled(digest: Digest): string {
  return (digest >>> 0).toString(16).padStart(8, '0');
}
