//! The rules of one room. Pure: no I/O, no clock, no chance. [`Room::decide`] says what a command makes happen or why not,
//! [`Room::apply`] makes it so, [`Room::render`] tells what an audience may see; what a command may need from outside
//! comes in its [`Context`].

pub mod access;
pub mod board;
pub mod closing;
pub mod command;
pub mod comments;
mod definition;
pub mod delegations;
pub mod digest;
pub mod event;
pub mod floor;
pub mod following;
pub mod footing;
pub mod history_size;
pub mod ids;
pub mod joining;
pub mod limits;
mod members;
pub mod misread;
pub mod notes;
pub mod place_time;
pub mod polls;
pub mod record;
pub mod refusal;
mod render;
pub mod report;
pub mod seat;
pub mod session;
pub mod sittings;
pub mod snapshot;
#[cfg(test)]
mod tests;
pub mod text;
pub mod tools;
pub mod touched;
pub mod upcast;
pub mod veil;
pub mod versions;
pub mod view;
mod writers;

use access::Right;
use board::Board;
use command::{Command, Writers};
use comments::Comments;
use event::{Definition, Event, ReportEvent, Stamp};
use floor::Floor;
use history_size::{Addition, HistorySize};
use ids::{Millis, SeatId, Seq};
use joining::Headcount;
use members::Members;
use notes::Notes;
use polls::Polls;
use refusal::{Code, Refusal};
use report::Report;
use seat::{Role, Seat};
use session::Session;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use touched::Touched;
use uuid::Uuid;
use versions::Versions;
use view::RoomState;

/// What a command is decided in: who asks, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The server's clock.
    pub now: Millis,
    /// The seat that asks.
    pub seat: SeatId,
    /// Its role, as its token says.
    pub role: Role,
    /// The id of the command, by which a repeat of it is known.
    pub request: Option<Uuid>,
    /// Seats that are connected now, where the command closes a poll: from them the base "of those present". None where that cannot
    /// be known.
    pub present: Option<Arc<BTreeSet<SeatId>>>,
}

/// Everything that is true in one room.
pub struct Room {
    /// What the meeting file says of it.
    pub definition: Definition,
    /// Whether it takes commands.
    pub state: RoomState,
    /// Number of the outcome that the next close makes (open) or the last one made (closed), from 1; 0 before the first event.
    pub revision: u32,
    /// When it was closed.
    pub closed_at: Option<Millis>,
    /// When the room came to be.
    pub opened_at: Millis,
    /// When its last event happened.
    pub changed_at: Millis,
    /// Every seat ever taken.
    pub seats: BTreeMap<SeatId, Seat>,
    /// The list of speakers.
    pub floor: Floor,
    /// The polls.
    pub polls: Polls,
    /// Who may write the notes.
    pub writers: Writers,
    /// Seats that the chair lets write where only chosen ones may.
    pub allowed: BTreeSet<SeatId>,
    /// The shared notes.
    pub notes: Notes,
    /// Their named versions.
    pub versions: Versions,
    /// The comments on them.
    pub comments: Comments,
    /// The board of contributions.
    pub board: Board,
    /// The clearing of the report.
    pub report: Report,
    /// How much its history holds.
    pub history: HistorySize,
    /// The course of the session.
    pub session: Session,
    /// The position of the record whose events are applied: see [`Room::begin_record`].
    seq: Seq,
    headcount: Headcount,
    members: Members,
    touched: Touched,
}

impl Default for Room {
    fn default() -> Self {
        Self::new()
    }
}

impl Room {
    /// A room before its first event.
    pub fn new() -> Self {
        Self {
            definition: definition::blank(),
            state: RoomState::Open,
            revision: 0,
            closed_at: None,
            opened_at: Millis::default(),
            changed_at: Millis::default(),
            seats: BTreeMap::new(),
            floor: Floor::new(),
            polls: Polls::new(),
            writers: Writers::Chosen,
            allowed: BTreeSet::new(),
            notes: Notes::new(),
            versions: Versions::default(),
            comments: Comments::default(),
            board: Board::default(),
            report: Report::default(),
            history: HistorySize::default(),
            session: Session::default(),
            seq: Seq(0),
            headcount: Headcount::default(),
            members: Members::default(),
            touched: Touched::default(),
        }
    }

    /// What the command makes happen (at least one event), or why the rules say no. Changes nothing. The role is looked at
    /// first, then whether the room is open and its history takes more, then the command's own rule.
    pub fn decide(&self, command: &Command, context: &Context) -> Result<Vec<Event>, Refusal> {
        access::require(context.role, Right::needed(command))?;
        // What is said to everybody in a closed room its own rule knows.
        if !matches!(command, Command::Room(_) | Command::Session(_)) {
            closing::require_open(self)?;
        }
        if !matches!(command, Command::Room(_)) {
            self.history.require_space(Addition::Command(&context.seat, context.role))?;
        }
        tools::require(self, command)?;
        match command {
            Command::Room(command) => closing::decide(self, command, context),
            Command::Session(command) => session::decide(self, command, context),
            Command::Floor(command) => floor::decide(self, command, context),
            Command::Polls(command) => polls::decide(self, command, context),
            Command::Notes(command) => writers::decide(self, command),
            Command::Comments(command) => comments::decide(self, command, context),
            Command::Board(command) => board::decide(self, command, context),
            Command::Report(command) => report::decide(self, command, context),
            Command::Seat(command) => joining::decide_update(self, command, context),
        }
    }

    /// The same for a notes update (binary, v1). None where the update says nothing new, which is no fault.
    pub fn decide_edit(&self, update: &[u8], context: &Context) -> Result<Option<Event>, Refusal> {
        access::require(context.role, Right::EditNotes)?;
        writers::decide_edit(self, update, context)
    }

    /// Joining: bounds and texts are checked. Used by the shell, not by a client's command. None where the seat is taken
    /// already in the same role, and for an organiser, who has no seat of their own in a room.
    /// `seats_held` are those that may still be used; who was shown out the shell knows.
    pub fn decide_join(&self, seat: Seat, seats_held: usize) -> Result<Option<Event>, Refusal> {
        joining::decide(self, seat, seats_held)
    }

    /// Says the position of the record whose events are applied next, which no event holds: a state of the notes is found by it.
    pub fn begin_record(&mut self, seq: Seq) {
        self.seq = seq;
    }

    /// Says what the record whose events were applied last takes where it is stored, and who is named in it.
    pub fn end_record(&mut self, by: Option<&SeatId>, bytes: usize) {
        self.history.add(by, bytes);
    }

    /// Makes an event so. Never fails for events that `decide` returned; an event that does not fit is passed over.
    pub fn apply(&mut self, stamp: &Stamp, event: &Event) {
        self.changed_at = stamp.at;
        let mut touched = std::mem::take(&mut self.touched);
        touched.mark_before(self, stamp, event);
        match event {
            Event::RoomOpened { definition } | Event::RoomConfigured { definition } => definition::apply(self, stamp, definition),
            Event::SeatTaken { .. } | Event::SeatUpdated { .. } => joining::apply(self, event),
            Event::WritersSet { .. } | Event::WriterAllowed { .. } | Event::WriterDisallowed { .. } => {
                writers::apply(self, event)
            }
            Event::NotesEdited { update } => writers::apply_edit(self, stamp, update),
            Event::RoomClosed { .. } | Event::RoomReopened => closing::apply(self, stamp, event),
            Event::VersionNamed { .. } | Event::VersionUnnamed { .. } => self.versions.apply(stamp, self.seq, event),
            Event::Comment(event) => self.comments.apply(stamp, event),
            Event::Board(event) => self.board.apply(stamp, event, self.definition.attribution),
            Event::Report(event) => self.report.apply(stamp, event),
            Event::Session(event) => self.session.apply(stamp, event, &self.definition),
            _ => {
                self.floor.apply(stamp, event, &self.seats);
                self.polls.apply(stamp, event, &self.seats);
            }
        }
        let concerned = std::mem::take(&mut self.floor.concerned);
        touched.mark(self, event);
        touched.mark_concerned(self, &concerned);
        self.touched = touched;
    }

    /// What has changed for the viewers since this was last asked.
    pub fn take_touched(&mut self) -> Touched {
        self.polls.refresh();
        std::mem::take(&mut self.touched)
    }

    /// The same without ballots, where they are all that others would see: those stay marked, to be told a moment later.
    pub fn take_urgent(&mut self) -> Touched {
        let urgent = self.touched.take_urgent();
        if !self.touched.ballots {
            self.polls.refresh();
        }
        urgent
    }

    /// Whether ballots are in that the viewers have not been told of.
    pub fn has_ballots_to_tell(&self) -> bool {
        self.touched.ballots
    }

    /// Whether the ballot of the last one who had not voted is among them.
    pub fn has_last_ballot_to_tell(&self) -> bool {
        self.touched.complete
    }

    /// When the next thing happens that nobody asks for: an announced closing of the list, the deadline of a poll, or the end of the
    /// time for remarks on a draft. None where nothing is to come.
    pub fn due_at(&self) -> Option<Millis> {
        let due = [self.floor.closes_at, self.polls.due_at(), self.report.due_at()];
        let next = due.into_iter().flatten().min();
        next.filter(|_| self.state == RoomState::Open)
    }

    /// What has come due by now; nothing before [`Room::due_at`]. `present` are the seats that are connected; none where that
    /// cannot be known.
    pub fn decide_due(&self, now: Millis, present: Option<&BTreeSet<SeatId>>) -> Vec<Event> {
        if self.due_at().is_none_or(|at| at > now) {
            return Vec::new();
        }
        let is_due = |at: Option<Millis>| at.is_some_and(|at| at <= now);
        let list = is_due(self.floor.closes_at).then_some(Event::ListClosed);
        let due = self.polls.open().filter(|(_, poll)| is_due(poll.closes_at));
        let polls = due.map(|(id, poll)| polls::close::event(self, id, poll, present));
        let remarks = is_due(self.report.due_at()).then_some(Event::Report(ReportEvent::RemarksEnded));
        list.into_iter().chain(polls).chain(remarks).collect()
    }

    /// Whether somebody has taken a seat in it; screens are nobody.
    pub fn has_begun(&self) -> bool {
        self.headcount.seats_taken > 0
    }

    /// How often it has been closed; as many outcomes there are.
    pub fn closes(&self) -> u32 {
        match self.state {
            RoomState::Closed => self.revision,
            // An open room counts the revision that its next close will make.
            RoomState::Open => self.revision.saturating_sub(1),
        }
    }

    /// Whether the seat may write the notes now; nobody may in a closed room, or while the report is final.
    pub fn may_write(&self, seat: &SeatId, role: Role) -> bool {
        self.state == RoomState::Open && !self.report.is_final() && writers::may_write(self, seat, role)
    }

    /// Whether the seat is of those who write the notes, also when the room is closed.
    pub fn is_writer(&self, seat: &SeatId, role: Role) -> bool {
        writers::may_write(self, seat, role)
    }

    /// The seat, for a rule that needs somebody who has joined.
    fn seated(&self, seat: &SeatId) -> Result<&Seat, Refusal> {
        self.seats
            .get(seat)
            .ok_or_else(|| Refusal::new(Code::UnknownSeat, format!("There is no seat {seat} in this room.")))
    }
}
