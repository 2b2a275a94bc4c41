//! Of board, comments and report: whose own page an event changes beside the section, which everybody gets.

use super::{Section, Touched};
use crate::room::Room;
use crate::room::board::Card;
use crate::room::event::{BoardEvent, CommentEvent, ReportEvent, Stamp};
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
            | BoardEvent::CardAnswered { .. }
            | BoardEvent::CardUnanswered { .. }
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

    /// The comment; and the page of whoever writes it or takes it back, and of its author where somebody else does.
    pub(super) fn mark_comment(&mut self, room: &Room, stamp: &Stamp, event: &CommentEvent) {
        self.comments.insert(event.comment());
        match event {
            CommentEvent::CommentAdded { .. } => self.seats.extend(stamp.by.clone()),
            CommentEvent::CommentDeleted { comment } => {
                let author = room.comments.get(*comment).and_then(|comment| comment.said.by.clone());
                self.seats.extend(author);
            }
            CommentEvent::CommentReplied { .. } | CommentEvent::CommentResolved { .. } | CommentEvent::CommentReopened { .. } => {
            }
        }
    }

    /// The page of whoever remarks or takes that back; and with a new draft, of those who have remarked on the last.
    pub(super) fn mark_report(&mut self, room: &Room, stamp: &Stamp, event: &ReportEvent) {
        match event {
            ReportEvent::RemarkMade { .. } | ReportEvent::RemarkWithdrawn { .. } => self.seats.extend(stamp.by.clone()),
            ReportEvent::DraftCirculated { .. } => {
                let remarks = room
                    .report
                    .last_draft()
                    .into_iter()
                    .flat_map(|(_, draft)| draft.remarks.values());
                self.seats.extend(remarks.filter_map(|remark| remark.by.clone()));
            }
            _ => {}
        }
    }

    /// What of a seat that calls itself otherwise now stands on the pages of others by its name.
    pub(super) fn mark_written(&mut self, room: &Room, seat: &SeatId) {
        if !room.definition.attribution.is_on_the_record() {
            return;
        }
        if room.board.cards_of(seat).next().is_some() {
            self.sections.insert(Section::Board);
        }
        self.comments.extend(room.comments.with(seat));
        let remarks = room.report.drafts.values().flat_map(|draft| draft.remarks.values());
        if remarks.into_iter().any(|remark| remark.by.as_ref() == Some(seat)) {
            self.sections.insert(Section::Report);
        }
    }
}
