//! Clearing the report with the room.

use super::command::ReportCommand;
use super::event::{Event, ReportEvent, Stamp};
use super::refusal::{Code, Refusal};
use super::{Context, Room};
use serde::{Deserialize, Serialize};

/// How far the clearing is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {}

/// What a command makes happen.
pub(super) fn decide(_room: &Room, _command: &ReportCommand, _context: &Context) -> Result<Vec<Event>, Refusal> {
    Err(Refusal::new(Code::NoDraft, "No draft is circulated."))
}

impl Report {
    /// Makes an event so.
    pub(super) fn apply(&mut self, _stamp: &Stamp, _event: &ReportEvent) {}
}
