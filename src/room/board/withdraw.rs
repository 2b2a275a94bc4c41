//! Taking a card off the board: its author may, and chair and rapporteur any. Refused where it is in the notes, because a point
//! there names it as its source; and to its author where cards of others were merged with it, because those would go with it.
//! Afterwards it is on nobody's page, nor are the cards that were one with it.

use super::{Board, Card, keeps};
use crate::room::Context;
use crate::room::event::BoardEvent;
use crate::room::ids::CardId;
use crate::room::refusal::{Code, Refusal};

pub(super) fn decide(board: &Board, card: CardId, context: &Context) -> Result<BoardEvent, Refusal> {
    let found = if keeps(context.role) {
        board.find(card)?
    } else {
        board.find_own(card, &context.seat)?
    };
    if found.noted {
        let message = format!("Card {card} is in the notes; it stays on the board.");
        return Err(Refusal::new(Code::CardInUse, message));
    }
    if !keeps(context.role) && !found.merged.is_empty() {
        let message = format!("Other cards are one with {card} now; chair or rapporteur may take it off the board.");
        return Err(Refusal::new(Code::CardInUse, message));
    }
    Ok(BoardEvent::CardWithdrawn { card })
}

pub(super) fn apply(board: &mut Board, card: CardId) {
    let Some(withdrawn) = take(board, card) else { return };
    for merged in &withdrawn.merged {
        take(board, *merged);
    }
    board.take_off_the_screen(card);
}

fn take(board: &mut Board, card: CardId) -> Option<Card> {
    let taken = board.cards.remove(&card)?;
    board.of_seats.remove(card, &taken);
    Some(taken)
}
