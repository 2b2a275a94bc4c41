//! The board of the closing plenary: what the rooms report, side by side. Pure. The points themselves stay in the rooms' notes and
//! come live from there ([`gather`]); kept here is what the plenary makes of them: which say the same and are folded together, which
//! come first, which are left out and why, who supports what, and which rapporteur reads out now.
//!
//! Not to be taken for a room's board of contributions ([`crate::room::board`]). A point that vanishes from its notes leaves
//! what is kept of it behind, harmless: it counts again where the point comes back.

pub mod access;
mod arranging;
pub mod codes;
mod command;
mod event;
mod folding;
pub mod gather;
pub mod limits;
pub mod listed;
pub mod mapping;
mod meanwhile;
mod point_ref;
mod read_out;
pub mod rooms;
mod support;
#[cfg(test)]
mod tests;
pub mod view;

pub use command::{PlenaryCommand, PlenaryOrder};
pub use event::PlenaryEvent;
pub use point_ref::PointRef;
pub use read_out::ReadOut;
pub use support::unknown as unknown_point;

use crate::book::{Book, Context};
use crate::room::event::Stamp;
use crate::room::ids::{Millis, SeatId};
use crate::room::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Who sees the board.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// The organiser alone: rooms still write, doubles are still being folded.
    #[default]
    Preparing,
    /// Everybody of the meeting.
    Shown,
    /// Everybody, and nothing of it changes any more.
    Closed,
}

/// What the plenary makes of the rooms' points.
#[derive(Debug, Default)]
pub struct PlenaryBoard {
    /// Who sees the board.
    pub phase: Phase,
    /// Whether support is taken.
    pub supporting: bool,
    /// Points that stand under another one which says the same. What stands for others stands under none.
    folds: BTreeMap<PointRef, PointRef>,
    /// Points that come first in their theme, in this order.
    pinned: Vec<PointRef>,
    /// Points that are left out, and why.
    hidden: BTreeMap<PointRef, String>,
    /// Who supports a point.
    support: BTreeMap<PointRef, BTreeSet<SeatId>>,
    /// The report that is read out now.
    pub read_out: Option<ReadOut>,
    /// What was changed when.
    changes: meanwhile::Changes,
}

impl Book for PlenaryBoard {
    const NAME: &'static str = "plenary";
    type Command = PlenaryOrder;
    type Event = PlenaryEvent;

    fn decide(&self, order: &PlenaryOrder, context: &Context) -> Result<Vec<PlenaryEvent>, Refusal> {
        let command = &order.command;
        access::require(context.role, command)?;
        if self.phase == Phase::Closed && !matches!(command, PlenaryCommand::Phase { .. }) {
            let message = "The plenary's board is closed; an organiser can open it again.";
            return Err(Refusal::new(Code::PlenaryClosed, message));
        }
        if meanwhile::is_so(self, command, order.seen) {
            return Ok(Vec::new());
        }
        meanwhile::require_as_seen(self, command, order.seen)?;
        Ok(vec![self.event(command)?])
    }

    fn apply(&mut self, stamp: &Stamp, event: &PlenaryEvent) {
        let clock = self.runs_since();
        match event {
            PlenaryEvent::PhaseSet { phase } => self.phase = *phase,
            PlenaryEvent::PointFolded { .. } | PlenaryEvent::PointUnfolded { .. } => folding::apply(self, event),
            PlenaryEvent::PointPinned { .. }
            | PlenaryEvent::PointUnpinned { .. }
            | PlenaryEvent::PointHidden { .. }
            | PlenaryEvent::PointUnhidden { .. } => arranging::apply(self, event),
            PlenaryEvent::SupportOpened => self.supporting = true,
            PlenaryEvent::SupportClosed => self.supporting = false,
            PlenaryEvent::PointSupported { .. } | PlenaryEvent::SupportWithdrawn { .. } => support::apply(self, stamp, event),
            PlenaryEvent::ReadOutBegun { .. }
            | PlenaryEvent::ClockStarted
            | PlenaryEvent::MessageShown { .. }
            | PlenaryEvent::ReadOutEnded => read_out::apply(self, stamp, event),
        }
        self.changes.note(event, self.runs_since() != clock);
    }
}

impl PlenaryBoard {
    fn event(&self, command: &PlenaryCommand) -> Result<PlenaryEvent, Refusal> {
        Ok(match command {
            PlenaryCommand::Phase { phase } => PlenaryEvent::PhaseSet { phase: *phase },
            PlenaryCommand::Fold { point, under } => folding::decide(self, point, under)?,
            PlenaryCommand::Unfold { point } => PlenaryEvent::PointUnfolded { point: point.clone() },
            PlenaryCommand::Pin { .. }
            | PlenaryCommand::Unpin { .. }
            | PlenaryCommand::Hide { .. }
            | PlenaryCommand::Unhide { .. } => arranging::decide(self, command)?,
            PlenaryCommand::OpenSupport => PlenaryEvent::SupportOpened,
            PlenaryCommand::CloseSupport => PlenaryEvent::SupportClosed,
            PlenaryCommand::Support { point } => support::decide(self, point)?,
            PlenaryCommand::WithdrawSupport { point } => support::decide_withdraw(self, point)?,
            PlenaryCommand::ReadOut { .. }
            | PlenaryCommand::StartClock
            | PlenaryCommand::Message { .. }
            | PlenaryCommand::EndReadOut => read_out::decide(self, command)?,
        })
    }

    fn runs_since(&self) -> Option<Millis> {
        self.read_out.as_ref().and_then(|read_out| read_out.started_at)
    }

    /// How often somebody has arranged it, changed who sees it, or begun or ended a read-out: what a page gives back as what it has seen.
    pub fn changes(&self) -> u64 {
        self.changes.count()
    }

    /// The point that this one stands under; itself where it stands under none.
    pub fn root<'a>(&'a self, point: &'a PointRef) -> &'a PointRef {
        self.folds.get(point).unwrap_or(point)
    }

    /// Why a point is left out; none where it is not.
    pub fn hidden(&self, point: &PointRef) -> Option<&str> {
        self.hidden.get(point).map(String::as_str)
    }

    /// Whether others than organisers see anything of it.
    pub fn is_seen(&self) -> bool {
        self.phase != Phase::Preparing || self.read_out.is_some()
    }

    /// The place among the points that come first, from 0; none where it is not among them.
    pub fn pinned(&self, point: &PointRef) -> Option<usize> {
        self.pinned.iter().position(|pinned| pinned == point)
    }
}
