/** Whether a room has a board at all, as far as its reader is concerned. */
import type { RoomState } from '../room';
import { mayDownload } from '../rights';

/** Whether the board is offered: those who run it can open it, the others find it where it takes cards, has some, or has one of theirs. */
export function boardShown({ view: { board }, you }: RoomState): boolean {
  return mayDownload(you.role) || board.rule !== 'closed' || board.order.length > 0 || !!you.cards;
}

/** How many cards wait for the reader to let them through. */
export function cardsWaiting({ view: { board }, you }: RoomState): number {
  return mayDownload(you.role) ? board.order.filter((id) => board.cards[id]?.waits).length : 0;
}
