//! Clearing the report with the room. The rapporteur circulates the notes as a frozen draft; for a set time the room remarks on its
//! paragraphs; each remark is taken or declined with a word; then the report is final, and the notes with it.
//!
//! Each rule has its file. What they share: the last draft is the draft under way; earlier ones stay with their remarks as the
//! report's history. A draft never changes: what remarks lead to is written into the notes, and stands in the next draft or in the
//! final report. When the room closes while a draft takes remarks, that simply ends; remarks without an answer stay on record so.

mod answer;
mod changes;
mod circulate;
mod finish;
mod paragraphs;
pub mod published;
mod remark;
mod shared;

pub use changes::{Change, changes};
pub use paragraphs::{digest, is_fingerprint_of, paragraphs};

use super::command::{ReportCommand, Verdict};
use super::event::{Event, ReportEvent, Stamp};
use super::ids::{Millis, RemarkId, SeatId};
use super::notes::Block;
use super::refusal::{Code, Refusal};
use super::view::ReportState;
use super::{Context, Room};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How far the clearing is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// How far it is.
    pub state: ReportState,
    /// The drafts that were circulated, by their number.
    pub drafts: BTreeMap<u32, Draft>,
    /// When it became final and what it says, while it is.
    pub finished: Option<Finished>,
    /// Each time that it was taken up again after it was final, in order.
    pub resumed: Vec<Resumed>,
    last_remark: u32,
    /// The remarks of each seat on the last draft: follows from that.
    #[serde(skip)]
    of_seats: BTreeMap<SeatId, BTreeSet<RemarkId>>,
}

/// A draft that was circulated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// When.
    pub at: Millis,
    /// Until when remarks are taken, or when that ended.
    pub until: Millis,
    /// What it says. Shared, so that whoever reads it out takes it along and leaves the room to others.
    #[serde(with = "shared")]
    pub blocks: Arc<Vec<Block>>,
    /// SHA-256 of that: [`digest`].
    pub sha256: String,
    /// How many paragraphs it has.
    pub paragraphs: u32,
    /// The remarks on it that were not taken back.
    pub remarks: BTreeMap<RemarkId, Remark>,
}

/// A remark on a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// The number of the paragraph, from 1.
    pub paragraph: u32,
    /// Its text.
    pub text: String,
    /// Who made it.
    pub by: Option<SeatId>,
    /// When.
    pub at: Millis,
    /// What became of it; none while it waits.
    pub answer: Option<Answer>,
}

/// What became of a remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Whether it was taken.
    pub verdict: Verdict,
    /// The word on it; may be empty where it was taken.
    pub word: String,
}

/// A report that is final.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finished {
    /// Since when.
    pub at: Millis,
    /// SHA-256 of what it says: [`digest`].
    pub sha256: String,
}

/// A report that was final was taken up again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resumed {
    /// When.
    pub at: Millis,
    /// Why.
    pub reason: String,
}

/// What a command makes happen.
pub(super) fn decide(room: &Room, command: &ReportCommand, context: &Context) -> Result<Vec<Event>, Refusal> {
    let report = &room.report;
    let event = match command {
        ReportCommand::Circulate { for_s } => circulate::decide(room, *for_s, context)?,
        ReportCommand::Deadline { in_s } => circulate::decide_deadline(report, *in_s, context)?,
        ReportCommand::Remark { draft, paragraph, text } => remark::decide(room, *draft, *paragraph, text, context)?,
        ReportCommand::Withdraw { remark } => remark::decide_withdraw(report, *remark, context)?,
        ReportCommand::Answer { remark, verdict, word } => answer::decide(report, *remark, *verdict, word)?,
        ReportCommand::Finish => finish::decide(room)?,
        ReportCommand::Resume { reason } => finish::decide_resume(report, reason)?,
    };
    Ok(vec![Event::Report(event)])
}

/// What a rule says that would change a final report.
pub(super) fn refuse_final(report: &Report) -> Result<(), Refusal> {
    if report.is_final() {
        let message = "The report is final, and the notes with it; chair or rapporteur can take it up again.";
        return Err(Refusal::new(Code::ReportFinal, message));
    }
    Ok(())
}

impl Report {
    /// Whether it is final: then the notes can be written no more.
    pub fn is_final(&self) -> bool {
        self.state == ReportState::Final
    }

    /// The draft under way, or the last that was: its number and it.
    pub fn last_draft(&self) -> Option<(u32, &Draft)> {
        self.drafts.last_key_value().map(|(number, draft)| (*number, draft))
    }

    /// When remarks end by themselves; none where none are taken.
    pub fn due_at(&self) -> Option<Millis> {
        let circulated = self.drafts.last_key_value().filter(|_| self.state == ReportState::Circulated);
        circulated.map(|(_, draft)| draft.until)
    }

    /// A seat's own remarks on the draft under way, or the last that was.
    pub fn remarks_of(&self, seat: &SeatId) -> impl Iterator<Item = RemarkId> {
        self.of_seats.get(seat).into_iter().flatten().copied()
    }

    /// The report as it was saved, with what follows from it.
    pub(super) fn restored(mut self) -> Self {
        self.of_seats.clear();
        let remarks = self.drafts.last_key_value().into_iter().flat_map(|(_, draft)| &draft.remarks);
        for (id, remark) in remarks {
            if let Some(author) = &remark.by {
                self.of_seats.entry(author.clone()).or_default().insert(*id);
            }
        }
        self
    }

    /// Follows what has just been made so.
    fn follow(&mut self, stamp: &Stamp, event: &ReportEvent) {
        match (event, &stamp.by) {
            (ReportEvent::DraftCirculated { .. }, _) => self.of_seats.clear(),
            (ReportEvent::RemarkMade { remark, .. }, Some(author)) if !self.drafts.is_empty() => {
                self.of_seats.entry(author.clone()).or_default().insert(*remark);
            }
            (ReportEvent::RemarkWithdrawn { remark }, _) => {
                self.of_seats.retain(|_, remarks| {
                    remarks.remove(remark);
                    !remarks.is_empty()
                });
            }
            _ => {}
        }
    }

    /// A remark, whichever draft it is on.
    fn find(&self, remark: RemarkId) -> Result<&Remark, Refusal> {
        let found = self.drafts.values().find_map(|draft| draft.remarks.get(&remark));
        found.ok_or_else(|| Refusal::new(Code::UnknownRemark, format!("There is no remark {remark}.")))
    }

    fn draft_of_mut(&mut self, remark: RemarkId) -> Option<&mut Draft> {
        self.drafts.values_mut().find(|draft| draft.remarks.contains_key(&remark))
    }

    /// Makes an event so.
    pub(super) fn apply(&mut self, stamp: &Stamp, event: &ReportEvent) {
        match event {
            ReportEvent::DraftCirculated { .. } | ReportEvent::RemarksUntil { .. } | ReportEvent::RemarksEnded => {
                circulate::apply(self, stamp, event);
            }
            ReportEvent::RemarkMade { .. } | ReportEvent::RemarkWithdrawn { .. } => remark::apply(self, stamp, event),
            ReportEvent::RemarkAnswered { remark, verdict, word } => answer::apply(self, *remark, *verdict, word),
            ReportEvent::ReportFinished { .. } | ReportEvent::ReportResumed { .. } => finish::apply(self, stamp, event),
        }
        self.follow(stamp, event);
    }
}
