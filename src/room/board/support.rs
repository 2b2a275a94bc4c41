//! Supporting a card of somebody else, and taking that back. Whoever has a seat may. Refused for one's own card and for one that
//! is not on everybody's page. A seat counts once: whoever supports a card again, or takes back what they have not given, changes
//! nothing and is told that it is so. Afterwards everybody sees how many support it, and nobody who.

use super::Board;
use crate::room::event::{BoardEvent, Stamp};
use crate::room::ids::CardId;
use crate::room::refusal::{Code, Refusal};
use crate::room::{Context, Room};

pub(super) fn decide(room: &Room, card: CardId, context: &Context) -> Result<BoardEvent, Refusal> {
    let seat = room.seated(&context.seat)?;
    let own = room.board.card(card).is_some_and(|found| found.by.as_ref() == Some(&seat.id));
    if own {
        return Err(Refusal::new(
            Code::OwnCard,
            format!("Card {card} is yours; support is for those of others."),
        ));
    }
    room.board.find_shown(card, context.role)?;
    Ok(BoardEvent::CardSupported { card })
}

pub(super) fn decide_unsupport(board: &Board, card: CardId, context: &Context) -> Result<BoardEvent, Refusal> {
    board.find_shown(card, context.role)?;
    Ok(BoardEvent::SupportWithdrawn { card })
}

pub(super) fn apply(board: &mut Board, stamp: &Stamp, event: &BoardEvent) {
    let (BoardEvent::CardSupported { card } | BoardEvent::SupportWithdrawn { card }) = event else {
        return;
    };
    let (Some(found), Some(seat)) = (board.cards.get_mut(card), &stamp.by) else {
        return;
    };
    match event {
        BoardEvent::CardSupported { .. } if found.by.as_ref() != Some(seat) => {
            found.supporters.insert(seat.clone());
            board.of_seats.support(seat, *card);
        }
        BoardEvent::SupportWithdrawn { .. } => {
            found.supporters.remove(seat);
            board.of_seats.unsupport(seat, *card);
        }
        _ => {}
    }
}
