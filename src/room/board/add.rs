//! Putting a card on the board, and saying one's own otherwise. Whoever has a seat may. Refused where the board is closed, where
//! the text is empty or too long, and where there are as many cards as there may be, on the board or of the seat. One's own is said
//! otherwise only while nobody else supports it and it is not in the notes: what others put their weight behind stays what it
//! said. On a moderated board a card waits afterwards, also one that was seen before it was changed; those of chair and rapporteur
//! do not wait. One that was taken off the pages stays off them.

use super::{Board, Card, Place, keeps};
use crate::room::command::{BoardRule, CardKind};
use crate::room::event::{BoardEvent, Stamp};
use crate::room::ids::CardId;
use crate::room::limits::{CARD_CHARACTERS_MAX, CARDS_MAX, CARDS_PER_SEAT_MAX};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use crate::room::{Context, Room, text};
use std::collections::BTreeSet;

pub(super) fn decide(room: &Room, kind: CardKind, text: &str, context: &Context) -> Result<BoardEvent, Refusal> {
    let board = &room.board;
    let seat = room.seated(&context.seat)?;
    refuse_closed(board)?;
    let text = text::filled("The card", text, CARD_CHARACTERS_MAX)?;
    let standing = board.cards.values().filter(|card| card.is_seen_by(true)).count();
    if standing >= CARDS_MAX {
        let message = format!("The board has {CARDS_MAX} cards; support one that says the same.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    if board.added.get(&seat.id).is_some_and(|added| *added >= CARDS_PER_SEAT_MAX) {
        let message = format!("You have put {CARDS_PER_SEAT_MAX} cards on the board; support those of others.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    Ok(BoardEvent::CardAdded {
        card: CardId(board.last.saturating_add(1)),
        kind,
        text,
        waits: is_to_wait(board, context.role),
    })
}

pub(super) fn decide_edit(
    board: &Board,
    card: CardId,
    kind: CardKind,
    text: &str,
    context: &Context,
) -> Result<BoardEvent, Refusal> {
    let found = board.find_own(card, &context.seat)?;
    refuse_closed(board)?;
    if found.noted {
        let message = format!("Card {card} is in the notes; it can't be changed any more.");
        return Err(Refusal::new(Code::CardInUse, message));
    }
    if !found.supporters.is_empty() {
        let message = format!("Others support card {card}; add another one instead.");
        return Err(Refusal::new(Code::CardInUse, message));
    }
    Ok(BoardEvent::CardEdited {
        card,
        kind,
        text: text::filled("The card", text, CARD_CHARACTERS_MAX)?,
        waits: found.waits() || is_to_wait(board, context.role),
    })
}

fn is_to_wait(board: &Board, role: Role) -> bool {
    board.rule == BoardRule::Moderated && !keeps(role)
}

fn refuse_closed(board: &Board) -> Result<(), Refusal> {
    match board.rule {
        BoardRule::Closed => Err(Refusal::new(Code::BoardClosed, "The board takes no cards.")),
        BoardRule::Open | BoardRule::Moderated => Ok(()),
    }
}

pub(super) fn apply(board: &mut Board, stamp: &Stamp, event: &BoardEvent) {
    match event {
        BoardEvent::CardAdded { card, kind, text, waits } => {
            board.last = board.last.max(card.0);
            let added = Card {
                kind: *kind,
                text: text.clone(),
                by: stamp.by.clone(),
                at: stamp.at,
                place: place(*waits),
                supporters: BTreeSet::new(),
                noted: false,
                answered: false,
                merged: BTreeSet::new(),
            };
            board.of_seats.insert(*card, &added);
            board.cards.insert(*card, added);
            if let Some(seat) = &stamp.by {
                *board.added.entry(seat.clone()).or_default() += 1;
            }
        }
        BoardEvent::CardEdited { card, kind, text, waits } => {
            if let Some(found) = board.cards.get_mut(card) {
                found.kind = *kind;
                text.clone_into(&mut found.text);
                found.place = place(*waits);
            }
            if *waits {
                board.take_off_the_screen(*card);
            }
        }
        _ => {}
    }
}

fn place(waits: bool) -> Place {
    if waits { Place::Waiting } else { Place::Shown }
}
