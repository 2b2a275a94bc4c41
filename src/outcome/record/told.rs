//! What the record tells of an event: no more than the documents do.
//!
//! Under every rule left out are: what only the chair sees, calls for help, polls that were never put to the room and what those that were said before,
//! ids of commands, and the join code. Ballots are there where the poll was a named one, else only what was fixed at the close;
//! texts of voters where the chair let them through; cards where everybody saw them. What was taken back, a card, a comment or a
//! remark, is there without its words.
//!
//! Off the record, what was written and taken out again before the end must not come back by the record, for it may have said who
//! said what: that is why those who run the room are shown names while they can still be taken out. So edits of the notes are told
//! without what they wrote, drafts without their text but with their fingerprint, and comments and names of versions, which no
//! document has, not at all; of a card, an answer and a reason there is what stood at the end. Of ballots there are none.

use super::cards::SeenCards;
use crate::room::Room;
use crate::room::command::{Ballot, PollPaper, Secrecy};
use crate::room::event::{BoardEvent, CommentEvent, Definition, Event, ReportEvent, SessionEvent};
use crate::room::ids::{CardId, CommentId, PollId, RemarkId};
use crate::room::polls::texts::TextId;
use crate::room::polls::{Poll, PollResult};
use crate::room::report::Remark;
use crate::room::view::PollState;

/// Decides for one room.
pub(super) struct Told<'a> {
    room: &'a Room,
    cards: SeenCards,
    on_the_record: bool,
}

impl<'a> Told<'a> {
    /// For a room as it is at the end, and what was seen of its cards until then.
    pub(super) fn new(room: &'a Room, cards: SeenCards) -> Self {
        let on_the_record = room.definition.attribution.is_on_the_record();
        Self {
            room,
            cards,
            on_the_record,
        }
    }

    /// The event as far as it may be told.
    pub(super) fn event(&self, mut event: Event) -> Option<Event> {
        match &mut event {
            Event::SecretBallotCast { .. } | Event::RequestNoted { .. } | Event::AllowanceSet { .. } => return None,
            Event::VersionNamed { .. } | Event::VersionUnnamed { .. } | Event::Comment(_) if !self.on_the_record => return None,
            Event::Session(SessionEvent::HelpCalled { .. } | SessionEvent::HelpAnswered | SessionEvent::HelpEnded) => {
                return None;
            }
            Event::RoomOpened { definition } | Event::RoomConfigured { definition } => self.definition(definition),
            Event::SpeakerQueued { entry, .. } => entry.note = None,
            Event::FloorGiven { allowance_s, .. } => *allowance_s = 0,
            Event::PollDrafted { .. }
            | Event::PollEdited { .. }
            | Event::PollDiscarded { .. }
            | Event::BallotCast { .. }
            | Event::BallotEntered { .. }
            | Event::TextsPassed { .. }
            | Event::TextsHeld { .. }
            | Event::PollClosed { .. }
            | Event::PollVoided { .. } => return self.of_a_poll(event),
            Event::NotesEdited { update } if !self.on_the_record => update.clear(),
            Event::Comment(comment) => self.comment(comment),
            Event::Board(BoardEvent::CardAdded { card, text, .. } | BoardEvent::CardEdited { card, text, .. })
                if !self.may_tell_card(*card, text) =>
            {
                text.clear();
            }
            Event::Report(report) => self.report(report),
            _ => {}
        }
        Some(event)
    }

    /// Without the join code, the chair's notes, and the polls that were prepared and never put to the room, which keep their places.
    fn definition(&self, definition: &mut Definition) {
        definition.join_code.clear();
        definition.speakers.iter_mut().for_each(|entry| entry.note = None);
        let put = |(_, poll): &(PollId, &Poll)| poll.state != PollState::Draft;
        for paper in &mut definition.polls {
            if !self.room.polls.iter().filter(put).any(|(_, poll)| poll.paper == *paper) {
                *paper = PollPaper::default();
            }
        }
    }

    fn of_a_poll(&self, mut event: Event) -> Option<Event> {
        match &mut event {
            Event::PollDrafted { poll, paper, .. } | Event::PollEdited { poll, paper } => self.paper(*poll, paper)?,
            Event::PollDiscarded { .. } => return None,
            Event::BallotCast { poll, ballot, .. } | Event::BallotEntered { poll, ballot, .. } => self.ballot(*poll, ballot)?,
            Event::TextsPassed { poll, texts } | Event::TextsHeld { poll, texts } => self.texts(*poll, texts)?,
            Event::PollClosed { poll, result } => self.without_hidden(*poll, result),
            Event::PollVoided { receipts, .. } => receipts.clear(),
            _ => {}
        }
        Some(event)
    }

    /// The paper where it is the one that was put to the room; none where the poll never was.
    fn paper(&self, poll: PollId, paper: &mut PollPaper) -> Option<()> {
        let poll = self.room.polls.get(poll).filter(|poll| poll.state != PollState::Draft)?;
        if poll.paper != *paper {
            *paper = PollPaper::default();
        }
        Some(())
    }

    /// The ballot without the texts that were not let through; none where nobody learns who cast it.
    fn ballot(&self, poll: PollId, ballot: &mut Ballot) -> Option<()> {
        let poll = self.room.polls.get(poll).filter(|_| self.on_the_record)?;
        (poll.paper.rules.secrecy == Secrecy::Named).then_some(())?;
        *ballot = poll.seen_of(ballot, poll.texts());
        Some(())
    }

    /// Without the names of texts that are not seen, because a name is reckoned from the words; none where none is left. No names at
    /// all stand for all texts.
    fn texts(&self, poll: PollId, texts: &mut Vec<TextId>) -> Option<()> {
        let (poll, were_all) = (self.room.polls.get(poll)?, texts.is_empty());
        texts.retain(|text| poll.passed.has(text));
        (were_all || !texts.is_empty()).then_some(())
    }

    fn without_hidden(&self, poll: PollId, result: &mut PollResult) {
        result.receipts.clear();
        let poll = self.room.polls.get(poll);
        let texts = &mut result.detail.texts;
        texts.retain(|text, _| poll.is_some_and(|poll| poll.passed.has(text)));
    }

    /// What everybody saw on a card that was not taken back; off the record, what it said in the end.
    fn may_tell_card(&self, card: CardId, text: &str) -> bool {
        let stands = self.room.board.card(card);
        stands.is_some_and(|stands| self.on_the_record || stands.text == text) && self.cards.has(card, text)
    }

    fn comment(&self, event: &mut CommentEvent) {
        let is_gone = |comment: &CommentId| self.room.comments.get(*comment).is_none();
        match event {
            CommentEvent::CommentAdded {
                comment, quote, text, ..
            } if is_gone(comment) => {
                quote.clear();
                text.clear();
            }
            CommentEvent::CommentReplied { comment, text } if is_gone(comment) => text.clear(),
            _ => {}
        }
    }

    fn report(&self, event: &mut ReportEvent) {
        match event {
            ReportEvent::RemarkMade { remark, text, .. } if self.remark(*remark).is_none() => text.clear(),
            ReportEvent::DraftCirculated { blocks, .. } if !self.on_the_record => blocks.clear(),
            ReportEvent::RemarkAnswered { remark, word, .. } if !self.on_the_record => {
                let answer = self.remark(*remark).and_then(|remark| remark.answer.as_ref());
                if answer.is_none_or(|answer| answer.word != *word) {
                    word.clear();
                }
            }
            ReportEvent::ReportResumed { reason } if !self.on_the_record => {
                let last = self.room.report.resumed.last();
                if last.is_none_or(|last| last.reason != *reason) {
                    reason.clear();
                }
            }
            _ => {}
        }
    }

    /// A remark that was not taken back.
    fn remark(&self, remark: RemarkId) -> Option<&Remark> {
        let mut drafts = self.room.report.drafts.values();
        drafts.find_map(|draft| draft.remarks.get(&remark))
    }
}
