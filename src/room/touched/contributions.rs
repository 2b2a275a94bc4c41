//! Of board, comments and report: whose own page an event changes beside the section, which everybody gets.

use super::Touched;
use crate::room::Room;
use crate::room::board::Card;
use crate::room::event::{BoardEvent, Stamp};
use crate::room::ids::{CardId, SeatId};

impl Touched {
    /// What the event is about to change on the board: the page of whoever asked; and of a card that comes on or goes off the pages,
    /// those of its author and of all who support it.
    pub(super) fn mark_board(&mut self, room: &Room, stamp: &Stamp, event: &BoardEvent) {
        match event {
            BoardEvent::CardAdded { .. }
            | BoardEvent::CardEdited { .. }
            | BoardEvent::CardSupported { .. }
            | BoardEvent::SupportWithdrawn { .. } => self.seats.extend(stamp.by.clone()),
            BoardEvent::CardWithdrawn { card } | BoardEvent::CardHeld { card } | BoardEvent::CardMerged { card, .. } => {
                self.mark_card(room, *card);
            }
            BoardEvent::CardsPassed { cards } => cards.iter().for_each(|card| self.mark_card(room, *card)),
            BoardEvent::CardPinned { .. }
            | BoardEvent::CardUnpinned
            | BoardEvent::CardNoted { .. }
            | BoardEvent::BoardRuleSet { .. } => {}
        }
    }

    /// The pages of those who have to do with a card, or with one that was merged with it.
    fn mark_card(&mut self, room: &Room, card: CardId) {
        let Some(found) = room.board.card(card) else { return };
        let merged = found.merged.iter().filter_map(|merged| room.board.card(*merged));
        let concerned = |card: &Card| -> Vec<SeatId> { card.by.iter().chain(&card.supporters).cloned().collect() };
        self.seats.extend(std::iter::once(found).chain(merged).flat_map(concerned));
    }
}
