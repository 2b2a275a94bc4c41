//! What has happened in a room, in the past tense. Events are for ever: a field is added with a default or a new version
//! is raised by `upcast.rs`; none is edited or removed.

mod board;
mod comments;
mod definition;
mod report;
mod session;

pub use board::BoardEvent;
pub use comments::CommentEvent;
pub use definition::{Attribution, Definition, Gathering, Sitting};
pub use report::ReportEvent;
pub use session::SessionEvent;

use super::command::{Ballot, Entry, PollPaper, Writers};
use super::floor::{Details, Lane, OrderRule, Scope, Step, Unit};
use super::ids::{Millis, PollId, RequestId, SeatId, VersionId};
use super::polls::secret::{Receipt, SecretBallot};
use super::polls::texts::TextId;
use super::polls::{PollResult, Round};
use super::seat::{Profile, Seat};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// When an event happened and who caused it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The moment, on the server's clock.
    pub at: Millis,
    /// The seat that asked; none where the server itself acted.
    pub by: Option<SeatId>,
}

/// One thing that has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Event {
    /// The room came to be. Always the first.
    RoomOpened {
        /// What the meeting file says of it.
        definition: Box<Definition>,
    },
    /// The meeting file says something else than before; titles and limits change, drafts and rights stay.
    RoomConfigured {
        /// What it says now.
        definition: Box<Definition>,
    },
    /// Somebody joined.
    SeatTaken {
        /// Who, and as what.
        seat: Seat,
    },
    /// Somebody corrected their name, delegation, class or rank.
    SeatUpdated {
        /// The seat.
        seat: SeatId,
        /// Who has it now.
        profile: Profile,
    },
    /// Somebody asked for the floor.
    FloorRequested {
        /// The new request.
        request: RequestId,
        /// Who asked.
        seat: SeatId,
        /// What else the request says.
        #[serde(default, skip_serializing_if = "Details::is_plain")]
        details: Details,
    },
    /// The chair put somebody on the list.
    SpeakerQueued {
        /// The new request.
        request: RequestId,
        /// Who speaks.
        entry: Entry,
    },
    /// A question was put on the list's head, and with it the answer that it will get.
    AnswerQueued {
        /// The new request: the answer.
        request: RequestId,
        /// The question.
        question: RequestId,
    },
    /// Somebody said anew who speaks on a request.
    SpeakerChanged {
        /// The request.
        request: RequestId,
        /// The seat that answers for it; none: as before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seat: Option<SeatId>,
        /// What the request says now.
        details: Details,
    },
    /// A request was taken back, by its seat or by the chair (the stamp says who).
    RequestWithdrawn {
        /// The request.
        request: RequestId,
        /// Whether the chair did it: then it is an override.
        #[serde(default, skip_serializing_if = "is_false")]
        by_chair: bool,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The chair called a request and moved on without giving it the floor.
    RequestSkipped {
        /// The request.
        request: RequestId,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The chair put a request back on the list.
    RequestRestored {
        /// The request.
        request: RequestId,
    },
    /// The chair put a request somewhere else on the list.
    RequestMoved {
        /// The request.
        request: RequestId,
        /// The one it now stands in front of; none: the end.
        before: Option<RequestId>,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The chair put a request into another lane.
    LaneChanged {
        /// The request.
        request: RequestId,
        /// Its lane now.
        lane: Lane,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// A request got the floor; its speech began.
    FloorGiven {
        /// The request.
        request: RequestId,
        /// The speech's time limit, seconds.
        limit_s: u32,
        /// How much of that is the seat's private allowance, seconds: documents leave it out.
        #[serde(default, skip_serializing_if = "is_zero")]
        allowance_s: u32,
        /// How many stood in front of it.
        #[serde(default, skip_serializing_if = "is_zero")]
        ahead: u32,
        /// Why it was called out of turn.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The speech under way ended. After a point of order, the interrupted speech is under way again, its clock stopped.
    InterventionEnded,
    /// The clock of the speech under way stopped.
    SpeechPaused,
    /// It runs again.
    SpeechResumed,
    /// The speech under way got more time.
    TimeGiven {
        /// Seconds.
        seconds: u32,
    },
    /// The list takes requests.
    ListOpened,
    /// It was announced that the list will close.
    ListClosing {
        /// When.
        at: Millis,
    },
    /// The list takes no requests. Where no seat asked for it, its announced time had come.
    ListClosed,
    /// The list is ordered by this rule.
    RuleSet {
        /// The rule.
        rule: OrderRule,
    },
    /// The time limit of the speeches to come.
    LimitSet {
        /// Seconds.
        seconds: u32,
        /// Of which class or lane; none: of the list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scope: Option<Scope>,
    },
    /// A class or lane has the list's time limit again.
    LimitCleared {
        /// The class or lane.
        scope: Scope,
    },
    /// A seat has so much more time in each of its speeches.
    AllowanceSet {
        /// The seat.
        seat: SeatId,
        /// Seconds; 0: no more than others.
        seconds: u32,
    },
    /// The chair wrote a note beside a request.
    RequestNoted {
        /// The request.
        request: RequestId,
        /// The note; empty: there is none any more.
        note: String,
    },
    /// The chair took a step that can be undone; what it did follows in the same record.
    StepTaken {
        /// Its number, from 1.
        step: u32,
        /// What it was.
        what: Step,
    },
    /// The floor is as it was before that step, but for what others asked since.
    StepUndone {
        /// The step.
        step: u32,
    },
    /// A poll was written.
    PollDrafted {
        /// The new poll.
        poll: PollId,
        /// Its wording.
        paper: PollPaper,
        /// Which round of which poll it is, where it asks again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        round: Option<Round>,
    },
    /// A draft was changed.
    PollEdited {
        /// The draft.
        poll: PollId,
        /// Its wording now.
        paper: PollPaper,
    },
    /// A draft was thrown away.
    PollDiscarded {
        /// The draft.
        poll: PollId,
    },
    /// Voting began.
    PollOpened {
        /// The poll.
        poll: PollId,
        /// Whether those who join later may not vote.
        #[serde(default, skip_serializing_if = "is_false")]
        fixed: bool,
        /// When it ends by itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        closes_at: Option<Millis>,
    },
    /// The deadline of an open poll was set, moved or taken away.
    DeadlineSet {
        /// The poll.
        poll: PollId,
        /// When it ends by itself; none: it does not.
        at: Option<Millis>,
    },
    /// Somebody voted, for the first time or again.
    BallotCast {
        /// The poll.
        poll: PollId,
        /// The voter, where that is a delegation; none: the seat itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        voter: Option<Unit>,
        /// Whose hand it was.
        seat: SeatId,
        /// The ballot as it is kept.
        #[serde(flatten)]
        ballot: Box<Ballot>,
    },
    /// The ballot of somebody without a device was entered.
    BallotEntered {
        /// The poll.
        poll: PollId,
        /// The voter.
        voter: Unit,
        /// Who that is.
        profile: Profile,
        /// The ballot as it is kept.
        #[serde(flatten)]
        ballot: Box<Ballot>,
    },
    /// Somebody voted in a secret poll. The record says no more, not even who asked: mark and ballot are kept apart.
    SecretBallotCast {
        /// The poll.
        poll: PollId,
        /// Both, until they are stored; never part of a record.
        #[serde(skip)]
        secret: Option<Box<SecretBallot>>,
    },
    /// The chair lets texts be seen by all.
    TextsPassed {
        /// The poll.
        poll: PollId,
        /// Which; empty: all there are and all to come.
        texts: Vec<TextId>,
    },
    /// The chair took texts off the pages.
    TextsHeld {
        /// The poll.
        poll: PollId,
        /// Which; empty: all.
        texts: Vec<TextId>,
    },
    /// Voting ended; electorate and count are fixed here and never counted again. The ballots of a secret poll are gone.
    PollClosed {
        /// The poll.
        poll: PollId,
        /// What was fixed.
        #[serde(flatten)]
        result: Box<PollResult>,
    },
    /// The poll is void: it has no result.
    PollVoided {
        /// The poll.
        poll: PollId,
        /// Why.
        reason: String,
        /// Of a secret poll that was open: who has voted, and by what a repeat of their command is known.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        receipts: BTreeMap<Unit, Receipt>,
    },
    /// The result is on everybody's page.
    ResultShown {
        /// The poll.
        poll: PollId,
    },
    /// The result is off the pages again.
    ResultHidden {
        /// The poll.
        poll: PollId,
    },
    /// Who may write the notes.
    WritersSet {
        /// The rule.
        writers: Writers,
    },
    /// The chair lets a seat write.
    WriterAllowed {
        /// The seat.
        seat: SeatId,
    },
    /// The chair took that back.
    WriterDisallowed {
        /// The seat.
        seat: SeatId,
    },
    /// The notes changed: an update in Yjs's v1 encoding that passed the guard.
    NotesEdited {
        /// The update.
        #[serde(skip)]
        update: Vec<u8>,
    },
    /// The notes as they were at that moment got a name.
    VersionNamed {
        /// The version.
        version: VersionId,
        /// Its name.
        name: String,
    },
    /// A version has no name any more.
    VersionUnnamed {
        /// The version.
        version: VersionId,
    },
    /// The session closed and the room turned read-only.
    RoomClosed {
        /// Number of the outcome that this close makes, from 1.
        revision: u32,
    },
    /// The organiser opened the room again.
    RoomReopened,
    /// Something about the comments on the notes.
    #[serde(untagged)]
    Comment(CommentEvent),
    /// Something about the board.
    #[serde(untagged)]
    Board(BoardEvent),
    /// Something about the clearing of the report.
    #[serde(untagged)]
    Report(ReportEvent),
    /// Something in the course of the session.
    #[serde(untagged)]
    Session(SessionEvent),
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
fn is_false(value: &bool) -> bool {
    !value
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
fn is_zero(value: &u32) -> bool {
    *value == 0
}
