/** The languages that a speaker may choose, by the names that the reader has for them. */
import { language } from './strings/strings.svelte';

/** The six of the United Nations, in its order of the alphabet. */
export const OFFICIAL = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;
/** Others that are often spoken at meetings. */
export const OTHERS = ['bn', 'de', 'fa', 'hi', 'id', 'it', 'ja', 'ko', 'ms', 'pl', 'pt', 'sw', 'th', 'tr', 'uk', 'ur', 'vi'] as const;
/** The tag of a language that has no other here. */
export const UNLISTED = 'mis';

/** `French`, of `fr`, in the reader's language; what is no tag stays as it is. */
export function languageText(tag: string): string {
  try {
    return new Intl.DisplayNames([language()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
