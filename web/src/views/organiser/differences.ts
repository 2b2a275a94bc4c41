/** What two states of a part differ in, in words that can be shown beside each other. */

/** A field that differs. */
export interface Difference {
  field: string;
  mine: string;
  theirs: string;
}

/** The fields that differ, in their order. What is empty is a dash. */
export function differences<Part extends object>(mine: Part, theirs: Part): Difference[] {
  const fields = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const of = (part: Part, field: string): unknown => (part as Record<string, unknown>)[field];
  return fields
    .filter((field) => plain(of(mine, field)) !== plain(of(theirs, field)))
    .map((field) => ({ field, mine: shown(of(mine, field)), theirs: shown(of(theirs, field)) }));
}

/** As it is compared: the order of keys does not count, and what is left out is as empty as what is null. */
function plain(value: unknown): string {
  return JSON.stringify(sorted(value) ?? null);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join('\n') || '–';
  if (value !== null && typeof value === 'object') {
    const named = value as { question?: string; delegation?: string; name?: string };
    const person = [named.name, named.delegation].filter(Boolean).join(', ');
    const pairs = Object.entries(value).map((pair) => pair.join(' '));
    return named.question ?? (person || pairs.join('\n') || '–');
  }
  return `${value ?? ''}` || '–';
}
