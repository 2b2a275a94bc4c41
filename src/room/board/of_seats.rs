//! What each seat has to do with on the board: the cards that it put there and those that it supports. All of it follows from the
//! cards and is no part of what is saved; it is kept so that a seat's own page costs what the seat has, not what the board holds.

use super::Card;
use crate::room::ids::{CardId, SeatId};
use std::collections::{BTreeMap, BTreeSet};

/// Cards by seat; a seat that has none is not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct OfSeats {
    own: BTreeMap<SeatId, BTreeSet<CardId>>,
    supported: BTreeMap<SeatId, BTreeSet<CardId>>,
}

impl OfSeats {
    /// What follows from these cards.
    pub fn of(cards: &BTreeMap<CardId, Card>) -> Self {
        let mut of_seats = Self::default();
        cards.iter().for_each(|(id, card)| of_seats.insert(*id, card));
        of_seats
    }

    /// The seat's own cards.
    pub fn own(&self, seat: &SeatId) -> impl Iterator<Item = CardId> {
        self.own.get(seat).into_iter().flatten().copied()
    }

    /// The cards that it supports.
    pub fn supported(&self, seat: &SeatId) -> impl Iterator<Item = CardId> {
        self.supported.get(seat).into_iter().flatten().copied()
    }

    /// A card has come, or has more supporters.
    pub fn insert(&mut self, id: CardId, card: &Card) {
        if let Some(author) = &card.by {
            self.own.entry(author.clone()).or_default().insert(id);
        }
        card.supporters.iter().for_each(|seat| self.support(seat, id));
    }

    /// A card has gone.
    pub fn remove(&mut self, id: CardId, card: &Card) {
        if let Some(author) = &card.by {
            take(&mut self.own, author, id);
        }
        card.supporters.iter().for_each(|seat| self.unsupport(seat, id));
    }

    /// A seat supports a card now.
    pub fn support(&mut self, seat: &SeatId, id: CardId) {
        self.supported.entry(seat.clone()).or_default().insert(id);
    }

    /// It does so no more.
    pub fn unsupport(&mut self, seat: &SeatId, id: CardId) {
        take(&mut self.supported, seat, id);
    }
}

fn take(cards: &mut BTreeMap<SeatId, BTreeSet<CardId>>, seat: &SeatId, id: CardId) {
    if let Some(of_seat) = cards.get_mut(seat) {
        of_seat.remove(&id);
        if of_seat.is_empty() {
            cards.remove(seat);
        }
    }
}
