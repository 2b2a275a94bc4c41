//! Under which of somebody's pseudonyms a record tells what they did. What anybody may do, to write, contribute, comment, remark and
//! vote, has a pseudonym of its own; what chair and rapporteur alone may do is told of their seat. Whatever both an author and the
//! office may do, to take a card or a comment away, is an author's own where it is their own, else an act of office. So is the close,
//! whatever comes to its end with it.

use super::Veil;
use crate::room::event::{BoardEvent, CommentEvent, Event, ReportEvent};
use crate::room::ids::{CardId, CommentId, PollId, SeatId};
use crate::room::record::Record;

/// Where somebody is known by one pseudonym.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Domain {
    /// Seats, the list of speakers, and whatever is done by right of office.
    Seat,
    /// Leave to write the notes.
    Writer,
    /// The notes.
    Notes,
    /// Comments on them.
    Comment,
    /// The board.
    Board,
    /// The clearing of the report.
    Remark,
    /// A poll.
    Poll(PollId),
}

impl Domain {
    pub(super) fn name(self) -> String {
        match self {
            Self::Seat => "seat".to_owned(),
            Self::Writer => "writer".to_owned(),
            Self::Notes => "notes".to_owned(),
            Self::Comment => "comment".to_owned(),
            Self::Board => "board".to_owned(),
            Self::Remark => "remark".to_owned(),
            Self::Poll(poll) => format!("voter-{poll}"),
        }
    }
}

/// Something that its author may take away again, and the office, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Contribution {
    /// A card.
    Card(CardId),
    /// A comment.
    Comment(CommentId),
}

impl Veil {
    /// In which domain the record's seat acts. Of the records before it this has to have been asked in their order.
    pub(super) fn domain(&mut self, record: &Record) -> Domain {
        for event in &record.events {
            self.remember_author(event, record.by.as_ref());
        }
        let is_close = |event: &Event| matches!(event, Event::RoomClosed { .. });
        match record.events.first() {
            Some(first) if !record.events.iter().any(is_close) => self.domain_of(first, record.by.as_ref()),
            _ => Domain::Seat,
        }
    }

    fn remember_author(&mut self, event: &Event, by: Option<&SeatId>) {
        let made = match event {
            Event::Board(BoardEvent::CardAdded { card, .. }) => Contribution::Card(*card),
            Event::Comment(CommentEvent::CommentAdded { comment, .. }) => Contribution::Comment(*comment),
            _ => return,
        };
        if let Some(author) = by {
            self.authors.insert(made, author.clone());
        }
    }

    fn domain_of(&self, event: &Event, by: Option<&SeatId>) -> Domain {
        match event {
            Event::NotesEdited { .. } => Domain::Notes,
            Event::BallotCast { poll, .. } => Domain::Poll(*poll),
            Event::Board(event) => self.domain_on_the_board(event, by),
            Event::Comment(event) => self.domain_in_the_comments(event, by),
            Event::Report(ReportEvent::RemarkMade { .. } | ReportEvent::RemarkWithdrawn { .. }) => Domain::Remark,
            _ => Domain::Seat,
        }
    }

    fn domain_on_the_board(&self, event: &BoardEvent, by: Option<&SeatId>) -> Domain {
        match event {
            BoardEvent::CardAdded { .. }
            | BoardEvent::CardEdited { .. }
            | BoardEvent::CardSupported { .. }
            | BoardEvent::SupportWithdrawn { .. } => Domain::Board,
            BoardEvent::CardWithdrawn { card } if self.is_of(Contribution::Card(*card), by) => Domain::Board,
            BoardEvent::CardWithdrawn { .. }
            | BoardEvent::CardsPassed { .. }
            | BoardEvent::CardHeld { .. }
            | BoardEvent::CardMerged { .. }
            | BoardEvent::CardPinned { .. }
            | BoardEvent::CardUnpinned
            | BoardEvent::CardNoted { .. }
            | BoardEvent::CardAnswered { .. }
            | BoardEvent::CardUnanswered { .. }
            | BoardEvent::BoardRuleSet { .. } => Domain::Seat,
        }
    }

    fn domain_in_the_comments(&self, event: &CommentEvent, by: Option<&SeatId>) -> Domain {
        match event {
            CommentEvent::CommentAdded { .. } | CommentEvent::CommentReplied { .. } => Domain::Comment,
            CommentEvent::CommentDeleted { comment } if self.is_of(Contribution::Comment(*comment), by) => Domain::Comment,
            CommentEvent::CommentDeleted { .. } | CommentEvent::CommentResolved { .. } | CommentEvent::CommentReopened { .. } => {
                Domain::Seat
            }
        }
    }

    fn is_of(&self, contribution: Contribution, by: Option<&SeatId>) -> bool {
        by.is_some() && self.authors.get(&contribution) == by
    }
}
