/** Posts and reasons in the reader's words. */
import { languageText } from '../languages';
import { language, t } from '../strings/strings.svelte';
import type { Kind, Post, Reason } from './seen';

/** `Arabic, French and Spanish`, as the reader's language lists things. */
export function listText(parts: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(parts);
}

/** What a post is about: component, level, regions, languages. */
export function aboutText(post: Post): string[] {
  return [
    t(`point-component-${post.component}`),
    t(`point-reach-${post.level}`),
    ...(post.regions.length > 0 ? [listText(post.regions.map((region) => t(`point-region-${region}`)))] : []),
    ...(post.languages.length > 0 ? [listText(post.languages.map(languageText))] : []),
  ];
}

/** A reason for a partner, said to who has the need or to who has the offer. */
export function reasonText(reason: Reason, side: Kind): string {
  const id = `match-reason-${reason.reason}`;
  switch (reason.reason) {
    case 'component':
      return t(id, { side, component: t(`point-component-${reason.component}`) });
    case 'level':
    case 'other-level':
      return t(id, { side, level: t(`point-reach-${reason.level}`) });
    case 'region':
      return t(id, { side, regions: listText(reason.regions.map((region) => t(`point-region-${region}`))) });
    case 'language':
      return t(id, { side, languages: listText(reason.languages.map(languageText)) });
    default:
      return t(id, { side });
  }
}

/** Whether it speaks against the partner. */
export const isAgainst = ({ reason }: Reason): boolean => reason === 'other-level' || reason === 'no-language';
