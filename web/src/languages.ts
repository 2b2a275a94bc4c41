/** The languages that a speaker may announce, for interpreters: the official ones of the United Nations first. */

/** By their tags. */
const OFFICIAL = ['ar', 'zh', 'en', 'fr', 'ru', 'es'];
const FURTHER = ['de', 'fa', 'hi', 'id', 'it', 'ja', 'ko', 'pt', 'sw', 'tr', 'uk', 'ur', 'vi'];

/** A language to choose. */
export interface SpokenLanguage {
  tag: string;
  /** Its name in the reader's language. */
  name: string;
}

/** All that are offered, named in the reader's language. */
export function spokenLanguages(reader: string): SpokenLanguage[] {
  const names = new Intl.DisplayNames([reader], { type: 'language' });
  const named = (tag: string): SpokenLanguage => ({ tag, name: names.of(tag) ?? tag });
  const byName = (one: SpokenLanguage, other: SpokenLanguage): number => one.name.localeCompare(other.name, reader);
  return [...OFFICIAL.map(named).sort(byName), ...FURTHER.map(named).sort(byName)];
}
