//! The list of speakers and the speech under way. One file per rule; here is what they share: the state, and which
//! rule a command or an event belongs to. Never looks at who may ask (`access.rs`) nor at whether the room is open.

mod allowance;
mod change;
mod clock;
mod end;
mod entry;
mod give;
mod heard;
mod import;
mod inscribed;
mod lane;
mod limit;
mod list;
mod moving;
mod note;
mod pace;
mod planned;
mod precedence;
pub mod prepared;
mod queue;
mod request;
mod restore;
mod rotation;
mod rule;
mod skip;
mod speech;
mod undo;
mod unit;
mod waiting;
mod withdraw;

pub use entry::{Decision, Details, Override, Placed, Request, checked};
pub use heard::Heard;
pub use inscribed::Inscribed;
pub use lane::{Lane, Scope};
pub use rule::{OrderRule, Why};
pub use speech::{Intervention, Speech};
pub use undo::{Step, Undo};
pub use unit::{Group, Unit, class_of};

use super::command::FloorCommand;
use super::event::{Event, Stamp};
use super::ids::{Millis, SeatId};
use super::limits::SPEAKING_LIMIT_S_DEFAULT;
use super::refusal::Refusal;
use super::seat::Seat;
use super::view::ListState;
use super::{Context, Room};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The list of speakers, the speech under way and the speeches given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Floor {
    /// Whether it takes requests; never exhausted, which a view makes of closed.
    pub list: ListState,
    /// When it closes by itself, where that was announced.
    pub closes_at: Option<Millis>,
    /// What orders the list.
    pub rule: OrderRule,
    /// Time limit of the speeches to come, seconds.
    pub limit_s: u32,
    /// Those of classes and lanes that have their own, seconds.
    pub limits: BTreeMap<Scope, u32>,
    /// More time for a seat in each of its speeches, seconds; for the chair's eyes.
    pub allowances: BTreeMap<SeatId, u32>,
    /// Who waits, in the order of asking; [`Floor::order`] says who is next. After the close: who was not heard.
    pub waiting: Vec<Request>,
    /// Who has the floor.
    pub speaking: Option<Speech>,
    /// Whose speech a point of order has interrupted.
    pub interrupted: Option<Speech>,
    /// The speeches given, in order.
    pub interventions: Vec<Intervention>,
    /// Requests that the chair took off the list or passed over, with that decision as their last.
    pub dismissed: Vec<Request>,
    /// Requests that were taken back after the chair had decided something about them: what was decided stays on record.
    pub withdrawn: Vec<Request>,
    /// The step of the chair that can be undone.
    pub undo: Option<Undo>,
    heard: BTreeMap<Unit, Heard>,
    /// The number of the last request made.
    requests_made: u32,
    /// The number of the chair's last step.
    steps_taken: u32,
    /// Whose own pages the last event changed.
    #[serde(skip)]
    pub(super) concerned: Concerned,
}

/// Whose own pages an event changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Concerned {
    /// The seats of these delegations.
    pub(super) units: BTreeSet<Unit>,
    /// All seats.
    pub(super) everyone: bool,
}

/// Decides a command by its rule. A step that can be undone begins with its number.
pub fn decide(room: &Room, command: &FloorCommand, context: &Context) -> Result<Vec<Event>, Refusal> {
    let events = decide_rule(room, command, context)?;
    let step = undo::step_of(command, &events).map(|what| Event::StepTaken {
        step: room.floor.steps_taken.saturating_add(1),
        what,
    });
    Ok(step.into_iter().chain(events).collect())
}

fn decide_rule(room: &Room, command: &FloorCommand, context: &Context) -> Result<Vec<Event>, Refusal> {
    match command {
        FloorCommand::Request(wish) => request::decide(room, wish, context),
        FloorCommand::Queue(entry) => queue::decide(room, entry),
        FloorCommand::Import { csv } => import::decide(room, csv),
        FloorCommand::Change(change) => change::decide(room, change, context),
        FloorCommand::Withdraw { request, reason } => withdraw::decide(room, *request, reason.as_deref(), context),
        FloorCommand::Give {
            request: Some(request),
            reason,
            ..
        } => give::decide_named(room, *request, reason.as_deref(), context),
        FloorCommand::Give { expects, .. } => give::decide_next(room, *expects, context),
        FloorCommand::End { request } => end::decide(room, *request),
        FloorCommand::Restore { request } => restore::decide(room, *request),
        FloorCommand::Skip { request, reason } => skip::decide(room, *request, reason.as_deref()),
        FloorCommand::Move { request, before, reason } => moving::decide(room, *request, *before, reason.as_deref()),
        FloorCommand::Lane { request, lane, reason } => precedence::decide(room, *request, *lane, reason.as_deref()),
        FloorCommand::Open => list::decide_open(room, context),
        FloorCommand::Close { in_s } => list::decide_close(room, *in_s, context),
        FloorCommand::Rule { rule } => Ok(vec![Event::RuleSet { rule: *rule }]),
        FloorCommand::Limit { seconds, scope } => limit::decide(*seconds, *scope),
        FloorCommand::More { seconds, request } => clock::decide_more(room, *seconds, *request),
        FloorCommand::Pause { request } => clock::decide_pause(room, *request),
        FloorCommand::Resume { request } => clock::decide_resume(room, *request),
        FloorCommand::Allowance { seat, seconds } => allowance::decide(room, seat, *seconds),
        FloorCommand::Note { request, note } => note::decide(room, *request, note),
        FloorCommand::Undo { step } => undo::decide(room, *step, context),
    }
}

/// Everybody who has a seat, by which a request knows its speaker.
pub(super) type Seats = BTreeMap<SeatId, Seat>;

impl Floor {
    /// A list that was never open, with nobody on it.
    pub fn new() -> Self {
        Self {
            list: ListState::NotOpen,
            closes_at: None,
            rule: OrderRule::default(),
            limit_s: SPEAKING_LIMIT_S_DEFAULT,
            limits: BTreeMap::new(),
            allowances: BTreeMap::new(),
            waiting: Vec::new(),
            speaking: None,
            interrupted: None,
            interventions: Vec::new(),
            dismissed: Vec::new(),
            withdrawn: Vec::new(),
            undo: None,
            heard: BTreeMap::new(),
            requests_made: 0,
            steps_taken: 0,
            concerned: Concerned::default(),
        }
    }

    /// Makes an event so; one that is not of the floor changes nothing.
    pub(super) fn apply(&mut self, stamp: &Stamp, event: &Event, seats: &Seats) {
        undo::apply_to_what_was_before(self, stamp, event, seats);
        self.apply_here(stamp, event, seats);
    }

    fn apply_here(&mut self, stamp: &Stamp, event: &Event, seats: &Seats) {
        match event {
            Event::FloorRequested { request, seat, details } => request::apply(self, stamp, *request, seat, details, seats),
            Event::SpeakerQueued { request, entry } => queue::apply(self, stamp, *request, entry),
            Event::AnswerQueued { request, question } => request::apply_answer(self, stamp, *request, *question),
            Event::SpeakerChanged { request, seat, details } => change::apply(self, *request, seat.as_ref(), details),
            Event::RequestWithdrawn { .. } => withdraw::apply(self, stamp, event, seats),
            Event::RequestSkipped { request, reason } => skip::apply(self, stamp, *request, reason.as_deref(), seats),
            Event::RequestRestored { request } => restore::apply(self, stamp, *request),
            Event::RequestMoved { request, before, reason } => {
                moving::apply(self, stamp, *request, *before, reason.as_deref(), seats);
            }
            Event::LaneChanged { request, lane, reason } => {
                precedence::apply(self, stamp, *request, *lane, reason.as_deref(), seats);
            }
            Event::FloorGiven { .. } => give::apply(self, stamp, event, seats),
            Event::InterventionEnded => end::apply(self, stamp),
            Event::SpeechPaused | Event::SpeechResumed | Event::TimeGiven { .. } => clock::apply(self, stamp, event),
            Event::ListOpened | Event::ListClosing { .. } | Event::ListClosed => list::apply(self, event),
            Event::RuleSet { rule } => self.rule = *rule,
            Event::LimitSet { seconds, scope } => limit::apply(self, Some(*seconds), *scope),
            Event::LimitCleared { scope } => limit::apply(self, None, Some(*scope)),
            Event::AllowanceSet { seat, seconds } => allowance::apply(self, seat, *seconds),
            Event::RequestNoted { request, note } => note::apply(self, *request, note),
            Event::StepTaken { step, what } => undo::apply_step(self, stamp, *step, *what),
            Event::StepUndone { step } => undo::apply(self, *step),
            _ => {}
        }
    }
}

impl Default for Floor {
    fn default() -> Self {
        Self::new()
    }
}

/// The reason of a decision, its text checked; an empty one counts as left out.
fn reason_of(written: Option<&str>) -> Result<Option<String>, Refusal> {
    entry::text_of("The reason", written, super::limits::REASON_CHARACTERS_MAX)
}

/// How whoever made a request is called in a sentence.
fn called(room: &Room, request: &Request) -> String {
    request.speaker(&room.seats).called()
}
