/** Says in words why a request stands where it stands. */
import { clockText } from '../clock';
import type { RequestView } from '../protocol.gen';
import { t } from '../strings/strings.svelte';

/** The sentence; empty for whoever speaks. Lanes other than the list explain themselves. */
export function whyText({ lane, why, about }: Pick<RequestView, 'lane' | 'why' | 'about'>): string {
  if (!why) return '';
  if (why.by === 'moved') return why.reason ? t('why-moved-reason', { reason: why.reason }) : t('why-moved');
  if (lane !== 'list') return about === undefined ? t(`why-${lane}`) : t(`why-${lane}-about`, { name: about });
  switch (why.by) {
    case 'first-come':
      return t('why-first-come');
    case 'protocol':
      return t('why-protocol', { rank: t(why.rank ? `rank-${why.rank}` : 'why-rank-unstated'), class: t(`group-${why.class ?? 'unstated'}`) });
    case 'by-class':
      return t('why-by-class', { class: t(`group-${why.class ?? 'unstated'}`) });
    case 'least-heard':
      return t('why-least-heard', { speeches: why.speeches, time: clockText(why.seconds) });
    default:
      return why.after ? t('why-alternate', { group: t(`group-${why.group}`), after: t(`group-${why.after}`) }) : t('why-alternate-first', { group: t(`group-${why.group}`) });
  }
}
