//! Several organisers, and rapporteurs, at one board. Each of them asks with the board in mind that their page shows. Whoever was overtaken by
//! somebody who changed the same thing is told, and nothing is done; whoever wants what is so already has it. Without a word of what was
//! seen, the last one counts. Switches that are on or off need none: whoever was overtaken has what they want.

use super::{Phase, PlenaryBoard, PlenaryCommand, PlenaryEvent, PointRef};
use crate::room::refusal::{Code, Refusal};
use std::collections::BTreeMap;

/// What was changed when, in numbers of changes.
#[derive(Debug, Default)]
pub(super) struct Changes {
    count: u64,
    phase: u64,
    /// That a read-out was begun or ended.
    read_out: u64,
    clock: u64,
    /// Where a point stands, and whether it does.
    points: BTreeMap<PointRef, u64>,
}

impl Changes {
    pub(super) fn count(&self) -> u64 {
        self.count
    }

    /// Goes by an event, and by whether the clock was started by it.
    pub(super) fn note(&mut self, event: &PlenaryEvent, clock: bool) {
        let now = self.count + 1;
        match event {
            PlenaryEvent::PhaseSet { .. } => self.phase = now,
            PlenaryEvent::ReadOutBegun { .. } | PlenaryEvent::ReadOutEnded => self.read_out = now,
            PlenaryEvent::ClockStarted | PlenaryEvent::MessageShown { .. } if clock => self.clock = now,
            PlenaryEvent::PointFolded { point, under } => {
                self.points.insert(under.clone(), now);
                self.points.insert(point.clone(), now);
            }
            PlenaryEvent::PointUnfolded { point }
            | PlenaryEvent::PointPinned { point, .. }
            | PlenaryEvent::PointUnpinned { point }
            | PlenaryEvent::PointHidden { point, .. }
            | PlenaryEvent::PointUnhidden { point } => drop(self.points.insert(point.clone(), now)),
            // These take nothing from anybody who has not seen them.
            PlenaryEvent::ClockStarted
            | PlenaryEvent::MessageShown { .. }
            | PlenaryEvent::SupportOpened
            | PlenaryEvent::SupportClosed
            | PlenaryEvent::PointSupported { .. }
            | PlenaryEvent::SupportWithdrawn { .. } => return,
        }
        self.count = now;
    }

    fn of(&self, point: &PointRef) -> u64 {
        self.points.get(point).copied().unwrap_or_default()
    }
}

/// Whether all is as the command wants it. A read-out or its clock that somebody else has begun since is not begun once more.
pub(super) fn is_so(board: &PlenaryBoard, command: &PlenaryCommand, seen: Option<u64>) -> bool {
    let since = |change: u64| seen.is_some_and(|seen| change > seen);
    match command {
        PlenaryCommand::Phase { phase } => board.phase == *phase,
        PlenaryCommand::Fold { point, under } => board.folds.get(point) == Some(board.root(under)),
        PlenaryCommand::Unfold { point } => !board.folds.contains_key(point),
        PlenaryCommand::Pin { point, at } => is_pinned(board, point, *at),
        PlenaryCommand::Unpin { point } => board.pinned(point).is_none(),
        PlenaryCommand::Hide { point, reason } => board.hidden(point) == Some(reason.trim()),
        PlenaryCommand::Unhide { point } => board.hidden(point).is_none(),
        PlenaryCommand::OpenSupport => board.supporting,
        PlenaryCommand::CloseSupport => !board.supporting,
        PlenaryCommand::ReadOut { room, for_s } => {
            let is_as_long = |now: u32| for_s.is_none_or(|for_s| for_s == now);
            let now = board.read_out.as_ref();
            let is_read = now.is_some_and(|now| now.room == *room && is_as_long(now.for_s));
            is_read && since(board.changes.read_out)
        }
        PlenaryCommand::StartClock => {
            let runs = board.read_out.as_ref().is_some_and(|now| now.started_at.is_some());
            runs && since(board.changes.clock) && !since(board.changes.read_out)
        }
        PlenaryCommand::EndReadOut => board.read_out.is_none() && since(board.changes.read_out),
        PlenaryCommand::Support { .. } | PlenaryCommand::WithdrawSupport { .. } | PlenaryCommand::Message { .. } => false,
    }
}

fn is_pinned(board: &PlenaryBoard, point: &PointRef, at: Option<u32>) -> bool {
    let last = board.pinned.len().saturating_sub(1);
    let wanted = at.map_or(last, |at| usize::try_from(at).unwrap_or(usize::MAX).min(last));
    board.pinned(point) == Some(wanted)
}

/// Refuses a command about what somebody else has changed since it was seen.
pub(super) fn require_as_seen(board: &PlenaryBoard, command: &PlenaryCommand, seen: Option<u64>) -> Result<(), Refusal> {
    let Some(seen) = seen else { return Ok(()) };
    match command {
        PlenaryCommand::Phase { .. } if board.changes.phase > seen => Err(overtaken(match board.phase {
            Phase::Preparing => "Somebody else has taken the board down meanwhile.",
            Phase::Shown => "Somebody else has put the board up meanwhile.",
            Phase::Closed => "Somebody else has closed the board meanwhile.",
        })),
        PlenaryCommand::ReadOut { .. }
        | PlenaryCommand::StartClock
        | PlenaryCommand::Message { .. }
        | PlenaryCommand::EndReadOut
            if board.changes.read_out > seen =>
        {
            Err(overtaken("Somebody else has begun or ended a read-out meanwhile."))
        }
        _ => require_points_as_seen(board, command, seen),
    }
}

fn require_points_as_seen(board: &PlenaryBoard, command: &PlenaryCommand, seen: u64) -> Result<(), Refusal> {
    let is_moved = |point: &PointRef| board.changes.of(point) > seen;
    match command {
        PlenaryCommand::Fold { point, .. }
        | PlenaryCommand::Unfold { point }
        | PlenaryCommand::Pin { point, .. }
        | PlenaryCommand::Unpin { point }
        | PlenaryCommand::Hide { point, .. }
        | PlenaryCommand::Unhide { point }
            if is_moved(point) =>
        {
            Err(overtaken("Somebody else has moved this point meanwhile."))
        }
        PlenaryCommand::Fold { under, .. } if is_moved(under) && !stands(board, under) => Err(overtaken(
            "Somebody else has moved the point meanwhile that it was to stand under.",
        )),
        _ => Ok(()),
    }
}

/// Whether a point stands on the board for itself.
fn stands(board: &PlenaryBoard, point: &PointRef) -> bool {
    board.root(point) == point && board.hidden(point).is_none()
}

fn overtaken(what: &str) -> Refusal {
    let message =
        format!("{what} Nothing was changed by you; look at the board as it is now, and do it again where it is still wanted.");
    Refusal::new(Code::ArrangedMeanwhile, message)
}
