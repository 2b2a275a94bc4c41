/** What the server says is wrong with something: in the reader's language where that is known there, else in the server's own words. */
import { language, t, type Arguments } from './strings.svelte';

/** What is said, as a stable code with what it tells of, and as a sentence in English. */
export interface Said {
  code?: string;
  args?: Arguments;
  message: string;
}

/** Of what it is said: a field or a line of a plan, a place of another program's file, a row of the participants' file. */
export type Family = 'field' | 'remark' | 'row';

/**
 * The sentence. English has none of its own: it is the server's. Where that stands on a page of another language it is kept apart, so that
 * it needs no direction of its own; one that is told by its first letter would be wrong where a sentence begins with what somebody wrote.
 */
export function saidText(family: Family, { code = '', args, message }: Said): string {
  const id = `refusal-${family}-${code}`;
  const text = t(id, args);
  if (text !== id) return text;
  return language() === 'en' ? message : `\u2068${message}\u2069`;
}
