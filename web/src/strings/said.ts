/** What the server says is wrong with something: in the reader's language where that is known there, else in the server's own words. */
import { t, type Arguments } from './strings.svelte';

/** What is said, as a stable code with what it tells of, and as a sentence in English. */
export interface Said {
  code?: string;
  args?: Arguments;
  message: string;
}

/** Of what it is said: a field or a line of a plan, a place of another program's file, a row of the participants' file. */
export type Family = 'field' | 'remark' | 'row';

/** The sentence. English has none of its own: it is the server's. */
export function saidText(family: Family, { code = '', args, message }: Said): string {
  const id = `refusal-${family}-${code}`;
  const text = t(id, args);
  return text === id ? message : text;
}
