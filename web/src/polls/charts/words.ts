/** The words of what voters wrote, and how many answers have each. */
import type { Poll } from '../../polls';
import type { PollView } from '../../protocol.gen';
import { t } from '../../strings/strings.svelte';
import type { ResultTable } from '../kind';
import { answeredText, sum } from './share';
import { STOP_WORDS } from './stop-words';

/** A word with the answers that have it: a ballot of several answers may have it several times. */
export interface Word {
  text: string;
  count: number;
}

/** A text that was let through. */
export interface Said {
  id: string;
  text: string;
  written: number;
}

/** Answers of so many words are kept whole where all are as short: "capacity building" is one answer, not two words. */
const SHORT_WORDS_MAX = 3;
const WORDS_MAX = 40;

/** What was let through, what most wrote first. */
export function saidIn(poll: PollView): Said[] {
  return Object.entries(poll.texts ?? {})
    .filter(([, text]) => text.passed)
    .map(([id, { text, written }]) => ({ id, text, written }))
    .sort((one, other) => other.written - one.written || (one.text < other.text ? -1 : 1));
}

/** The words, most frequent first, as many as a cloud can hold without becoming small print. */
export function wordsOf(said: Said[], language: string | undefined): Word[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const wordsIn = (text: string): string[] => [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
  const whole = said.every(({ text }) => wordsIn(text).length <= SHORT_WORDS_MAX);
  const spellings = new Map<string, Map<string, number>>();
  for (const { text, written } of said) {
    const parts = whole ? [text.trim()] : wordsIn(text).filter(isTelling);
    // A word that an answer has twice is still that of one answer.
    for (const [folded, part] of new Map(parts.map((part) => [part.toLocaleLowerCase(language), part]))) {
      const of = spellings.get(folded) ?? new Map<string, number>();
      spellings.set(folded, of.set(part, (of.get(part) ?? 0) + written));
    }
  }
  const words = [...spellings.values()].map((of) => ({ text: usual(of), count: sum([...of.values()]) }));
  return words.sort((one, other) => other.count - one.count || (one.text < other.text ? -1 : 1)).slice(0, WORDS_MAX);
}

/** Whether a word says something by itself. */
function isTelling(word: string): boolean {
  const folded = word.toLowerCase();
  return !STOP_WORDS.has(folded) && (word.length > 1 || /\p{Script=Han}/u.test(word)) && !/^\p{N}+$/u.test(word);
}

/** The spelling that most used. */
function usual(spellings: Map<string, number>): string {
  const sorted = [...spellings].sort(([one, often], [other, oftener]) => oftener - often || (one < other ? -1 : 1));
  return sorted[0]?.[0] ?? '';
}

export function tables(poll: Poll): ResultTable[] {
  const rows = saidIn(poll).map(({ text, written }) => [text, String(written)]);
  return [wordTable(poll), { caption: t('poll-result-of', { question: poll.question }), header: [t('result-text'), t('poll-ballots')], rows }];
}

/** What the cloud shows, as a table. */
export function wordTable(poll: Poll): ResultTable {
  const rows = wordsOf(saidIn(poll), poll.language).map(({ text, count }) => [text, String(count)]);
  return { caption: t('result-words'), header: [t('result-word'), t('result-answers')], rows };
}

export const base = (poll: Poll): string => answeredText(poll);
