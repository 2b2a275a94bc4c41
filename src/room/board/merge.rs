//! Saying that two cards say the same. Chair and rapporteur may. Refused where either is not on the board any more, or is one with
//! another already, and for a card with itself. Afterwards the first is on nobody's page as a card of its own: its support goes to
//! the one that stays, each seat once. Cards that were merged with the first go along. If the first was in the notes, the one that
//! stays is; if it was on the screen, the screen shows none.
//!
//! On the record the author of the first supports the one that stays, too, unless it is their own. Elsewhere not: a figure that grows
//! or does not grow would tell everybody whether two cards are one person's. They may say for themselves that they support it.

use super::{Board, Place};
use crate::room::event::{Attribution, BoardEvent};
use crate::room::ids::CardId;
use crate::room::refusal::{Code, Refusal};

pub(super) fn decide(board: &Board, card: CardId, into: CardId) -> Result<BoardEvent, Refusal> {
    board.find(card)?;
    board.find(into)?;
    if card == into {
        return Err(Refusal::new(
            Code::UnknownCard,
            format!("Card {card} is one with itself; name another."),
        ));
    }
    Ok(BoardEvent::CardMerged { card, into })
}

pub(super) fn apply(board: &mut Board, card: CardId, into: CardId, told: Attribution) {
    if board.find(card).is_err() || board.find(into).is_err() || card == into {
        return;
    }
    let Some(gone) = board.cards.get_mut(&card) else { return };
    gone.place = Place::Merged(into);
    let supporters = std::mem::take(&mut gone.supporters);
    let merged = std::mem::take(&mut gone.merged);
    let author = gone.by.clone().filter(|_| told.is_on_the_record());
    let noted = gone.noted;
    supporters.iter().for_each(|seat| board.of_seats.unsupport(seat, card));
    for earlier in &merged {
        if let Some(earlier) = board.cards.get_mut(earlier) {
            earlier.place = Place::Merged(into);
        }
    }
    if let Some(stays) = board.cards.get_mut(&into) {
        let united = supporters.into_iter().chain(author);
        let others = united.filter(|seat| stays.by.as_ref() != Some(seat));
        stays.supporters.extend(others);
        stays.merged.insert(card);
        stays.merged.extend(merged);
        stays.noted |= noted;
        board.of_seats.insert(into, stays);
    }
    board.take_off_the_screen(card);
}
