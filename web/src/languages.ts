/** The languages that a speaker may choose, each by its own name. */

/** The six of the United Nations, in its order of the alphabet. */
export const OFFICIAL = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;
/** Others that are often spoken at meetings. */
export const OTHERS = ['bn', 'de', 'fa', 'hi', 'id', 'it', 'ja', 'ko', 'ms', 'pl', 'pt', 'sw', 'th', 'tr', 'uk', 'ur', 'vi'] as const;
/** The tag of a language that has no other here. */
export const UNLISTED = 'mis';

/** What a language calls itself; a tag that nobody knows is said as it is. */
export function ownName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** A language to choose. */
export interface SpokenLanguage {
  tag: string;
  /** Its name in the reader's language. */
  name: string;
}

/** All that are offered, named in the reader's language: the official ones first. */
export function spokenLanguages(reader: string): SpokenLanguage[] {
  const names = new Intl.DisplayNames([reader], { type: 'language' });
  const named = (tag: string): SpokenLanguage => ({ tag, name: names.of(tag) ?? tag });
  const byName = (one: SpokenLanguage, other: SpokenLanguage): number => one.name.localeCompare(other.name, reader);
  return [...OFFICIAL.map(named).sort(byName), ...OTHERS.map(named).sort(byName)];
}
