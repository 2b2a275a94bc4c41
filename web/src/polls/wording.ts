/** In which language a reader gets a poll: the original, or one of its translations. Where a translation lacks something, the
original is shown. */
import type { Poll } from '../polls';
import { language, LANGUAGES } from '../strings/strings.svelte';

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);
/** What a poll is held to be written in that does not say it: the pages' own first language. */
const UNSAID = 'en';

const main = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** The languages that a reader has, the best first. The page's is that of the reader's own choice; where it only follows the
browser, those come before it that the reader likes better and the pages do not speak. */
export function readerTags(page: string, browser: readonly string[], spoken: readonly string[]): string[] {
  const followed = browser.map(main).find((tag) => spoken.includes(tag)) ?? UNSAID;
  return followed === page ? [...browser, page] : [page, ...browser];
}

/** The languages of this reader. */
export const ownTags = (): string[] => readerTags(language(), navigator.languages, Object.keys(LANGUAGES));

/** The tag of the translation that a reader of these languages gets; null: the original. */
export function translationFor({ language, translations = {} }: Pick<Poll, 'language' | 'translations'>, tags: readonly string[]): string | null {
  const original = language ?? UNSAID;
  const offered = [original, ...Object.keys(translations)];
  for (const tag of tags) {
    const found = offered.find((other) => other.toLowerCase() === tag.toLowerCase()) ?? offered.find((other) => main(other) === main(tag));
    if (found !== undefined) return found === original ? null : found;
  }
  return null;
}

/** The poll in this translation; its `language` is then what it is shown in. */
export function inWords(poll: Poll, tag: string | null): Poll {
  const translation = tag === null ? undefined : poll.translations?.[tag];
  if (tag === null || !translation) return poll;
  const { question, options, scale, axes } = translation;
  return { ...poll, language: tag, question, options: { ...poll.options, ...options }, scale: scale ?? poll.scale, axes: axes ?? poll.axes };
}

/** The direction in which a language is written; none: as the page. */
export function directionOf(tag: string | undefined): 'ltr' | 'rtl' | undefined {
  if (tag === undefined) return undefined;
  return RIGHT_TO_LEFT.has(main(tag)) ? 'rtl' : 'ltr';
}

/** The answers that the server writes where nobody wrote any, and the texts that say them in the reader's language. */
const USUAL: Record<string, string> = {
  Yes: 'usual-yes',
  No: 'usual-no',
  'Strongly disagree': 'usual-strongly-disagree',
  Disagree: 'usual-disagree',
  Neutral: 'usual-neutral',
  Agree: 'usual-agree',
  'Strongly agree': 'usual-strongly-agree',
};

/** The poll with the usual answers of its kind said by the page, where it has only those and no translation of them. */
export function withUsualAnswers(poll: Poll, page: string, say: (id: string) => string): Poll {
  const usual = poll.kind === 'yes-no' || poll.kind === 'agreement';
  const texts = poll.option_order.map((option) => poll.options[option] ?? '');
  if (!usual || main(poll.language ?? page) === page && page === UNSAID || !texts.every((text) => text in USUAL)) return poll;
  const options = Object.fromEntries(poll.option_order.map((option, at) => [option, say(USUAL[texts[at] ?? ''] ?? '')]));
  return { ...poll, options, answers_in: page };
}
