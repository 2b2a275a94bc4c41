//! Undoing the chair's last step. A chair may, for ten seconds, by the step's number. Refused later, when another step came in
//! between, and when it was undone already. Afterwards the floor is as it was before the step; what others asked since
//! stands, because it is also made so in the floor that is kept for undoing.

use super::{Concerned, Floor, Seats, Unit};
use crate::room::command::FloorCommand;
use crate::room::event::{Event, Stamp};
use crate::room::ids::{Millis, SeatId};
use crate::room::limits::{UNDO_GRACE_MS, UNDO_MS};
use crate::room::refusal::{Code, Refusal};
use crate::room::{Context, Room};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the chair did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Gave the floor.
    Give,
    /// Ended a speech.
    End,
    /// Passed over a request.
    Skip,
    /// Put one back that was passed over or taken off.
    Restore,
    /// Moved a request.
    Move,
    /// Put a request into another lane.
    Lane,
    /// Took a request off the list.
    Withdraw,
    /// Put somebody on the list.
    Queue,
    /// Put a prepared list on the list.
    Import,
    /// Opened the list.
    Open,
    /// Closed the list.
    Close,
    /// Announced when the list will close.
    Announce,
    /// Changed the rule.
    Rule,
    /// Changed a speaking time.
    Limit,
    /// Gave more time.
    More,
    /// Stopped the clock.
    Pause,
    /// Let it run again.
    Resume,
}

/// The chair's last step, and the floor before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo {
    /// The step's number.
    pub step: u32,
    /// What it was.
    pub what: Step,
    /// When it was taken.
    pub at: Millis,
    by: Option<SeatId>,
    before: Box<Floor>,
}

impl Undo {
    /// Until when it can be undone.
    pub fn until(&self) -> Millis {
        Millis(self.at.0 + UNDO_MS)
    }

    /// Whether it is another seat's giving of the floor.
    pub(super) fn is_giving_by_another(&self, seat: &SeatId) -> bool {
        self.what == Step::Give && self.by.as_ref() != Some(seat)
    }

    /// The floor before the step.
    pub(super) fn before_mut(&mut self) -> &mut Floor {
        &mut self.before
    }
}

/// The step that a command is, where it is one.
pub(super) fn step_of(command: &FloorCommand, events: &[Event]) -> Option<Step> {
    let by_chair = || {
        events
            .iter()
            .any(|event| matches!(event, Event::RequestWithdrawn { by_chair: true, .. }))
    };
    match command {
        FloorCommand::Give { .. } => Some(Step::Give),
        FloorCommand::End { .. } => Some(Step::End),
        FloorCommand::Skip { .. } => Some(Step::Skip),
        FloorCommand::Restore { .. } => Some(Step::Restore),
        FloorCommand::Move { .. } => Some(Step::Move),
        FloorCommand::Lane { .. } => Some(Step::Lane),
        FloorCommand::Withdraw { .. } => by_chair().then_some(Step::Withdraw),
        FloorCommand::Queue(_) => Some(Step::Queue),
        FloorCommand::Import { .. } => Some(Step::Import),
        FloorCommand::Open => Some(Step::Open),
        FloorCommand::Close { in_s: None } => Some(Step::Close),
        FloorCommand::Close { .. } => Some(Step::Announce),
        FloorCommand::Rule { .. } => Some(Step::Rule),
        FloorCommand::Limit { .. } => Some(Step::Limit),
        FloorCommand::More { .. } => Some(Step::More),
        FloorCommand::Pause { .. } => Some(Step::Pause),
        FloorCommand::Resume { .. } => Some(Step::Resume),
        FloorCommand::Request(_)
        | FloorCommand::Change(_)
        | FloorCommand::Allowance { .. }
        | FloorCommand::Note { .. }
        | FloorCommand::Undo { .. } => None,
    }
}

pub(super) fn decide(room: &Room, step: u32, context: &Context) -> Result<Vec<Event>, Refusal> {
    let too_late = |sentence: &str| Err(Refusal::new(Code::TooLate, sentence));
    match &room.floor.undo {
        Some(undo) if undo.step != step => too_late("Another step was taken since; only the last one can be undone."),
        None => too_late("There is nothing to undo: it was undone already."),
        Some(undo) if context.now.0 > undo.until().0 + UNDO_GRACE_MS => {
            too_late("A step can be undone for ten seconds; this one is older.")
        }
        Some(_) => Ok(vec![Event::StepUndone { step }]),
    }
}

pub(super) fn apply_step(floor: &mut Floor, stamp: &Stamp, step: u32, what: Step) {
    floor.undo = None;
    floor.steps_taken = step;
    floor.undo = Some(Undo {
        step,
        what,
        at: stamp.at,
        by: stamp.by.clone(),
        before: Box::new(floor.clone()),
    });
}

pub(super) fn apply(floor: &mut Floor, step: u32) {
    let Some(undo) = floor.undo.take_if(|undo| undo.step == step) else {
        return;
    };
    let (requests_made, steps_taken) = (floor.requests_made, floor.steps_taken);
    *floor = *undo.before;
    floor.requests_made = requests_made;
    floor.steps_taken = steps_taken;
    floor.concerned.everyone = true;
}

/// Makes what is not part of the step so in the floor before it too.
pub(super) fn apply_to_what_was_before(floor: &mut Floor, stamp: &Stamp, event: &Event, seats: &Seats) {
    let Some(undo) = &mut floor.undo else { return };
    let before = &mut undo.before;
    let of_others = match event {
        // Whoever spoke or waited before the step may ask after it; undone, they speak or wait as before.
        Event::FloorRequested { seat, details, .. } => !before.has_place(&seats_unit(seat, seats), details.lane),
        // Who is new in the plan; whom the chair queued is part of a step.
        Event::SpeakerQueued { .. } => stamp.by.is_none(),
        Event::SpeakerChanged { .. }
        | Event::RequestNoted { .. }
        | Event::AllowanceSet { .. }
        | Event::RequestWithdrawn { by_chair: false, .. } => true,
        // The announced time had come; where the step was to announce it, it would not have.
        Event::ListClosed => stamp.by.is_none() && before.closes_at.is_some(),
        _ => false,
    };
    if of_others {
        before.apply_here(stamp, event, seats);
        // Whom it concerns is told from the floor as it is.
        before.concerned = Concerned::default();
    }
}

fn seats_unit(seat: &SeatId, seats: &Seats) -> Unit {
    let profile = seats.get(seat).map(|seat| seat.profile.clone()).unwrap_or_default();
    Unit::of_seat(seat, &profile)
}
