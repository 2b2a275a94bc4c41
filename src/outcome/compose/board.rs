//! What may be told of the board: the cards that everybody saw. Of those that were not let through or were taken back there are
//! numbers alone. Who wrote a card is told on the record.

use super::{counted, utc, written_by};
use crate::outcome::contents::{Board, Card, OutcomePoint};
use crate::room::Room;
use crate::room::board::{self, Place};
use crate::room::event::Attribution;
use crate::room::ids::CardId;
use std::cmp::Reverse;

/// The board as far as the room's attribution rule lets it be told, with the points of the notes that came from its cards.
pub(super) fn told(room: &Room, points: &[OutcomePoint]) -> Board {
    let in_place = |fits: fn(&board::Card) -> bool| counted(room.board.cards().filter(|(_, card)| fits(card)).count());
    let figures = Board {
        cards: Vec::new(),
        shown: in_place(|card| card.place == Place::Shown),
        merged: in_place(|card| matches!(card.place, Place::Merged(_))),
        held: in_place(board::Card::waits),
        withdrawn: counted(room.board.withdrawn()),
    };
    if room.definition.attribution == Attribution::Closed {
        return figures;
    }
    let mut shown: Vec<(CardId, &board::Card)> = room.board.cards().filter(|(_, card)| card.place == Place::Shown).collect();
    shown.sort_by_key(|(id, card)| (Reverse(card.supporters.len()), *id));
    Board {
        cards: shown.into_iter().map(|(id, shown)| card(room, id, shown, points)).collect(),
        ..figures
    }
}

fn card(room: &Room, id: CardId, of_room: &board::Card, points: &[OutcomePoint]) -> Card {
    let (own, merged) = (
        id.to_string(),
        of_room.merged.iter().map(CardId::to_string).collect::<Vec<_>>(),
    );
    let is_one_of_them = |source: &String| *source == own || merged.contains(source);
    let came_from_it = |point: &&OutcomePoint| point.mark.source.as_ref().is_some_and(is_one_of_them);
    let points: Vec<u32> = points.iter().filter(came_from_it).map(|point| point.number).collect();
    Card {
        kind: of_room.kind,
        text: of_room.text.clone(),
        support: counted(of_room.supporters.len()),
        at: utc(of_room.at),
        by: written_by(room, of_room.by.as_ref()),
        // The notes say so, not the board: what was put in can have been taken out again.
        noted: !points.is_empty(),
        answered: of_room.answered,
        points,
        id: own,
        merged,
    }
}
