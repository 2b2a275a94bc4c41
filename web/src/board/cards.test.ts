import { describe, expect, test } from 'vitest';
import type { BoardView, CardView } from '../protocol.gen';
import { arrangedCards, charactersOf, mayEdit, pointKindOf } from './cards';

const card = (more: Partial<CardView> = {}): CardView => ({ kind: 'gap', text: 'A text.', support: 0, at: 1, ...more });
const board = (cards: Record<string, CardView>): BoardView => ({ rule: 'moderated', cards, order: Object.keys(cards) });

describe('the board of a reader', () => {
  test('those who let cards through see what waits apart from what all see', () => {
    const { waiting, seen } = arrangedCards(board({ c1: card(), c2: card({ waits: true }) }), {});
    expect([waiting.map(({ id }) => id), seen.map(({ id }) => id)]).toEqual([['c2'], ['c1']]);
  });

  test('an own card that waits is shown although the board does not have it', () => {
    const { waiting } = arrangedCards(board({}), { cards: { c7: { kind: 'need', text: 'Mine.', waits: true } } });
    expect(waiting).toMatchObject([{ id: 'c7', text: 'Mine.', mine: true, waits: true }]);
  });

  test('an own card that waits stands once where its author lets cards through', () => {
    const { waiting } = arrangedCards(board({ c7: card({ waits: true }) }), { cards: { c7: { kind: 'gap', text: 'A text.', waits: true } } });
    expect(waiting.map(({ id, mine }) => [id, mine])).toEqual([['c7', true]]);
  });

  test('support and merging are told of the card that stays', () => {
    const { seen } = arrangedCards(board({ c1: card({ merged: ['c3'] }) }), { supports: ['c1'], cards: { c3: { kind: 'gap', text: 'Mine.', merged_into: 'c1' } } });
    expect(seen).toMatchObject([{ id: 'c1', supported: true, holdsMine: true, mine: false }]);
  });
});

test('a card is one’s own to change until somebody else is behind it', () => {
  const own = { ...card(), id: 'c1', mine: true, supported: false, holdsMine: false };
  expect([own, { ...own, support: 1 }, { ...own, noted: true }, { ...own, mine: false }].map(mayEdit)).toEqual([true, false, false, false]);
});

test('an offer becomes an initiative in the notes, a question an open question, the rest keeps its name', () => {
  expect((['offer', 'question', 'gap'] as const).map(pointKindOf)).toEqual(['initiative', 'open-question', 'gap']);
});

test('characters are counted as the server counts them', () => {
  expect(charactersOf('a𝄞é')).toBe(3);
});
