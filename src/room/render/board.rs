//! The board, as an audience sees it: everybody the cards that were let through, chair and rapporteur also those that wait. How many
//! support a card is told to all, who does to nobody; who wrote it, where the room is on the record.

use crate::room::Room;
use crate::room::board::Card;
use crate::room::ids::{CardId, SeatId};
use crate::room::seat::Role;
use crate::room::view::{Audience, BoardView, CardView, OwnCard};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// All of it.
pub(super) fn view(room: &Room, audience: Audience) -> BoardView {
    let keeps = matches!(audience, Audience::Chair | Audience::Rapporteur);
    let seen = room.board.cards().filter(|(_, card)| card.is_seen_by(keeps));
    let cards: BTreeMap<CardId, CardView> = seen.map(|(id, card)| (id, card_view(room, card))).collect();
    let mut order: Vec<CardId> = cards.keys().copied().collect();
    order.sort_by_key(|id| (Reverse(cards.get(id).map_or(0, |card| card.support)), *id));
    BoardView {
        rule: room.board.rule,
        order,
        pinned: room.board.pinned,
        cards,
    }
}

fn card_view(room: &Room, card: &Card) -> CardView {
    CardView {
        kind: card.kind,
        text: card.text.clone(),
        support: u32::try_from(card.supporters.len()).unwrap_or(u32::MAX),
        at: card.at,
        by: super::written(room, card.by.as_ref()),
        waits: card.waits(),
        noted: card.noted,
        answered: card.answered,
        merged: card.merged.iter().copied().collect(),
    }
}

/// The seat's own cards.
pub(super) fn own(room: &Room, seat: &SeatId) -> BTreeMap<CardId, OwnCard> {
    let own = room.board.cards_of(seat);
    own.map(|(id, card)| (id, own_card(room, id, card))).collect()
}

fn own_card(room: &Room, id: CardId, card: &Card) -> OwnCard {
    let stands = room.board.standing_for(id).map(|(stands, _)| stands);
    OwnCard {
        kind: card.kind,
        text: card.text.clone(),
        waits: card.waits(),
        merged_into: stands.filter(|stands| *stands != id),
    }
}

/// The cards that a seat supports, of those that it sees.
pub(super) fn supported(room: &Room, seat: &SeatId, role: Role) -> Vec<CardId> {
    let keeps = matches!(Audience::from(role), Audience::Chair | Audience::Rapporteur);
    let seen = room.board.supported_by(seat).filter(|(_, card)| card.is_seen_by(keeps));
    seen.map(|(id, _)| id).collect()
}
