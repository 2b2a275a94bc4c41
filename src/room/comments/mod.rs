//! Comments on passages of the notes.

use super::command::CommentCommand;
use super::event::{CommentEvent, Event, Stamp};
use super::refusal::{Code, Refusal};
use super::{Context, Room};
use serde::{Deserialize, Serialize};

/// The comments on the notes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comments {}

/// What a command makes happen.
pub(super) fn decide(_room: &Room, _command: &CommentCommand, _context: &Context) -> Result<Vec<Event>, Refusal> {
    Err(Refusal::new(Code::UnknownComment, "There is no such comment."))
}

impl Comments {
    /// Makes an event so.
    pub(super) fn apply(&mut self, _stamp: &Stamp, _event: &CommentEvent) {}
}
