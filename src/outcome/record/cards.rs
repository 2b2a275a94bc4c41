//! Which texts of cards everybody saw. A card may be let through long after it was written, say something else meanwhile, and become
//! one with another; the board itself knows only how it stands at the end.

use crate::room::event::{BoardEvent, Event};
use crate::room::ids::CardId;
use std::collections::{BTreeMap, BTreeSet};

/// What has been seen so far.
#[derive(Default)]
pub(super) struct SeenCards {
    /// What each card says now.
    texts: BTreeMap<CardId, String>,
    /// Those that only their authors, chair and rapporteur see now; of one that was merged, saw when it was.
    waiting: BTreeSet<CardId>,
    seen: BTreeSet<(CardId, String)>,
}

impl SeenCards {
    /// Takes note of what has happened; events come in their order.
    pub(super) fn see(&mut self, event: &Event) {
        match event {
            Event::Board(BoardEvent::CardAdded { card, text, waits, .. } | BoardEvent::CardEdited { card, text, waits, .. }) => {
                self.texts.insert(*card, text.clone());
                self.put(*card, *waits);
            }
            Event::Board(BoardEvent::CardsPassed { cards }) => cards.iter().for_each(|card| self.put(*card, false)),
            Event::Board(BoardEvent::CardHeld { card }) => self.put(*card, true),
            _ => {}
        }
    }

    fn put(&mut self, card: CardId, waits: bool) {
        if waits {
            self.waiting.insert(card);
            return;
        }
        self.waiting.remove(&card);
        self.seen.extend(self.texts.get(&card).map(|text| (card, text.clone())));
    }

    /// Whether everybody saw the card say so, and it was not taken off their pages later.
    pub(super) fn has(&self, card: CardId, text: &str) -> bool {
        !self.waiting.contains(&card) && self.seen.contains(&(card, text.to_owned()))
    }
}
