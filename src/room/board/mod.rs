//! The board of contributions.

use super::command::BoardCommand;
use super::event::{BoardEvent, Event, Stamp};
use super::refusal::{Code, Refusal};
use super::{Context, Room};
use serde::{Deserialize, Serialize};

/// The board.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {}

/// What a command makes happen.
pub(super) fn decide(_room: &Room, _command: &BoardCommand, _context: &Context) -> Result<Vec<Event>, Refusal> {
    Err(Refusal::new(Code::UnknownCard, "There is no such card."))
}

impl Board {
    /// Makes an event so.
    pub(super) fn apply(&mut self, _stamp: &Stamp, _event: &BoardEvent) {}
}
