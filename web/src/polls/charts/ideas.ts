/** Ideas, those with most support first. */
import type { Poll } from '../../polls';
import type { Ballot, PollView } from '../../protocol.gen';
import { t } from '../../strings/strings.svelte';
import type { ResultTable } from '../kind';
import { withMost, type Bar } from './bar';
import { baseNumber, baseText, percentOf, percentText } from './share';

/** The ideas that were let through. */
export function ideaBars(poll: PollView, own?: Ballot): Bar[] {
  const base = baseNumber(poll);
  const rows = Object.entries(poll.texts ?? {})
    .filter(([, idea]) => idea.passed)
    .map(([id, { text, support }]) => {
      const supported = (own?.supports?.includes(id) ?? false) || (own?.texts?.includes(text) ?? false);
      const mark = supported ? t('result-you-support') : '';
      return { id, text, count: support, share: percentText(support, base), width: Math.min(100, percentOf(support, base)), own: mark };
    });
  return withMost(rows).sort((one, other) => other.count - one.count || (one.text < other.text ? -1 : 1));
}

export function tables(poll: Poll): ResultTable[] {
  const header = [t('result-idea'), t('result-support'), t('poll-share'), t('result-written')];
  const written = (id: string): string => String(poll.texts?.[id]?.written ?? 0);
  const rows = ideaBars(poll).map(({ id, text, count, share }) => [text, String(count), share, written(id)]);
  return [{ caption: t('poll-result-of', { question: poll.question }), header, rows }];
}

export const base = (poll: Poll): string => baseText(poll);
