/** Whether a room has a board at all, as far as its reader is concerned. */
import type { RoomState } from '../room';
import { mayDownload } from '../rights';
import { t } from '../strings/strings.svelte';

/** Whether the board is offered: those who run it can open it, the others find it where it takes cards, has some, or has one of theirs. */
export function boardShown({ view: { board }, you }: RoomState): boolean {
  return mayDownload(you.role) || board.rule !== 'closed' || board.order.length > 0 || !!you.cards;
}

/** What the board is called: where everybody listens to a few, it takes their questions. */
export const boardName = ({ view }: RoomState): string => t(view.room.gathering === 'group' ? 'tab-board' : 'tab-questions');

/** How many cards wait for the reader to let them through. */
export function cardsWaiting({ view: { board }, you }: RoomState): number {
  return mayDownload(you.role) ? board.order.filter((id) => board.cards[id]?.waits).length : 0;
}
