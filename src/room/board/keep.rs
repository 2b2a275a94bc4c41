//! What chair and rapporteur do with the board: letting cards through and taking them off the pages, showing one on the screen,
//! saying that one is in the notes, or was dealt with as a question is by its answer, and saying who sees a new card. Refused for cards that are not there, and a card that waits is
//! not shown on the screen before it is let through. Doing a thing again changes nothing. Afterwards everybody sees it so; a card
//! that waits again is off the screen, too. A new rule is for new cards: those that wait go on waiting. To say that a merged card is
//! in the notes says it of the one that it is one with, because the point was written meanwhile.

use super::{Board, Place};
use crate::room::event::BoardEvent;
use crate::room::ids::CardId;
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use std::collections::BTreeSet;

pub(super) fn decide_pass(board: &Board, cards: &[CardId]) -> Result<BoardEvent, Refusal> {
    for card in cards {
        board.find(*card)?;
    }
    let named: BTreeSet<CardId> = cards.iter().copied().collect();
    let passed: Vec<CardId> = if named.is_empty() {
        let waiting = board.cards().filter(|(_, card)| card.waits());
        waiting.map(|(id, _)| id).collect()
    } else {
        named.into_iter().collect()
    };
    if passed.is_empty() {
        return Err(Refusal::new(Code::UnknownCard, "No card waits to be let through."));
    }
    Ok(BoardEvent::CardsPassed { cards: passed })
}

pub(super) fn decide_hold(board: &Board, card: CardId) -> Result<BoardEvent, Refusal> {
    board.find(card)?;
    Ok(BoardEvent::CardHeld { card })
}

pub(super) fn decide_pin(board: &Board, card: CardId) -> Result<BoardEvent, Refusal> {
    board.find_shown(card, Role::Chair)?;
    Ok(BoardEvent::CardPinned { card })
}

pub(super) fn decide_note(board: &Board, card: CardId) -> Result<BoardEvent, Refusal> {
    let (card, _) = board.standing_for(card).ok_or_else(|| super::unknown(card))?;
    Ok(BoardEvent::CardNoted { card })
}

pub(super) fn decide_answer(board: &Board, card: CardId) -> Result<BoardEvent, Refusal> {
    board.find_shown(card, Role::Chair)?;
    Ok(BoardEvent::CardAnswered { card })
}

pub(super) fn decide_unanswer(board: &Board, card: CardId) -> Result<BoardEvent, Refusal> {
    board.find(card)?;
    Ok(BoardEvent::CardUnanswered { card })
}

pub(super) fn apply(board: &mut Board, event: &BoardEvent) {
    match event {
        BoardEvent::CardsPassed { cards } => cards.iter().for_each(|card| put(board, *card, Place::Shown)),
        BoardEvent::CardHeld { card } => {
            put(board, *card, Place::Waiting);
            board.take_off_the_screen(*card);
        }
        BoardEvent::CardPinned { card } => board.pinned = board.find_shown(*card, Role::Chair).is_ok().then_some(*card),
        BoardEvent::CardUnpinned => board.pinned = None,
        BoardEvent::CardNoted { card } => {
            if let Some(found) = board.cards.get_mut(card) {
                found.noted = true;
            }
        }
        BoardEvent::CardAnswered { card } => say_answered(board, *card, true),
        BoardEvent::CardUnanswered { card } => say_answered(board, *card, false),
        BoardEvent::BoardRuleSet { rule } => board.rule = *rule,
        _ => {}
    }
}

fn say_answered(board: &mut Board, card: CardId, answered: bool) {
    if let Some(found) = board.cards.get_mut(&card) {
        found.answered = answered;
    }
}

fn put(board: &mut Board, card: CardId, place: Place) {
    if let Some(found) = board.cards.get_mut(&card).filter(|found| found.is_seen_by(true)) {
        found.place = place;
    }
}
