/** The board of contributions as a page arranges it: kinds, whose card is whose, and what waits. */
import type { BoardView, CardKind, CardView, Gathering, PointKind, Role, You } from '../protocol.gen';

/** What a card contributes, in the order in which the choices stand. */
export const CARD_KINDS: readonly CardKind[] = ['gap', 'need', 'offer', 'initiative', 'good-practice', 'recommendation', 'question'];
/** Whether the board is for questions from the floor: where everybody listens to a few, as in a plenary and at a panel. */
export const takesQuestions = (gathering: Gathering): boolean => gathering !== 'group';

/** Characters of a card, as the server takes them. */
export const CARD_CHARACTERS_MAX = 500;

/** A card as its reader sees it. */
export interface Card extends CardView {
  id: string;
  /** Whether the reader added it. */
  mine: boolean;
  /** Whether the reader supports it. */
  supported: boolean;
  /** Whether a card of the reader was merged with it. */
  holdsMine: boolean;
}

/** The cards of a page, in the order of the board. */
export interface Arranged {
  /** Those that wait: one's own, or for those who let them through all. */
  waiting: Card[];
  /** Those that everybody sees. */
  seen: Card[];
  /** Of those the ones that were dealt with; they are not among the others. */
  answered: Card[];
}

/** Whether this role lets cards through, merges, pins and takes them off. */
export const runsBoard = (role: Role): boolean => role === 'chair' || role === 'rapporteur' || role === 'organiser';

/** Whether this role has a seat of its own, to add cards, to support those of others and to remark on drafts. */
export const mayContribute = (role: Role): boolean => role !== 'screen' && role !== 'organiser';

/** The kind of outcome point that a card becomes in the notes. */
export function pointKindOf(kind: CardKind): PointKind {
  if (kind === 'offer') return 'initiative';
  return kind === 'question' ? 'open-question' : kind;
}

/** Characters as the server counts them. */
export const charactersOf = (text: string): number => [...text].length;

/** The board for this reader. Own cards that wait are in nobody else's view, so they are taken from what the seat alone is told. */
export function arrangedCards(board: BoardView, you: Pick<You, 'cards' | 'supports'>): Arranged {
  const own = you.cards ?? {};
  const supports = new Set(you.supports);
  const merged = new Set(Object.values(own).map((card) => card.merged_into));
  const cardOf = (id: string, view: CardView): Card => ({ ...view, id, mine: id in own, supported: supports.has(id), holdsMine: merged.has(id) });
  const all = board.order.flatMap((id) => (board.cards[id] ? [cardOf(id, board.cards[id])] : []));
  const unseen = Object.entries(own).filter(([id, card]) => card.waits && !card.merged_into && !board.cards[id]);
  const ownWaiting = unseen.map(([id, { kind, text }]) => cardOf(id, { kind, text, support: 0, at: 0, waits: true }));
  const seen = all.filter((card) => !card.waits);
  return { waiting: [...ownWaiting, ...all.filter((card) => card.waits)], seen: seen.filter((card) => !card.answered), answered: seen.filter((card) => card.answered) };
}

/** Whether the reader may still say their card otherwise, or take it back. */
export function mayEdit(card: Card): boolean {
  return card.mine && card.support === 0 && !card.noted && !card.merged?.length;
}
