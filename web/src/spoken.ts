/** Languages as people call them, by their tags. */
import { language } from './strings/strings.svelte';

/** The official languages of the United Nations. */
export const OFFICIAL = ['ar', 'zh', 'en', 'fr', 'ru', 'es'];

/** `French`, of `fr`; what is no tag stays as it is. */
export function languageText(tag: string): string {
  try {
    return new Intl.DisplayNames([language()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
