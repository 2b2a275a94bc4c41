/** How a lane is called beside a speaker; who waits or speaks on the list itself needs no such mark. */
import type { RequestView } from '../protocol.gen';
import { t } from '../strings/strings.svelte';

/** The mark in full: `Point of order`, `Question to Kenya`; empty on the list itself. */
export function laneText({ lane, about }: Pick<RequestView, 'lane' | 'about'>): string {
  if (lane === 'list') return '';
  return about === undefined ? t(`lane-${lane}`) : t(`why-${lane}-about`, { name: about });
}
