//! Which tools a room goes without. The notes are no such tool: they are what becomes of a room.
//!
//! What the plan leaves out, the room does without from the next word on; only a tool in which something is already stays, since nothing
//! that people did may be out of their reach. A room decides that when it is told of the plan, and keeps it.

use super::Room;
use super::command::Command;
use super::refusal::{Code, Refusal};
use super::view::RoomState;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;
use utoipa::ToSchema;

/// A tool that a room can go without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tool {
    /// The list of speakers.
    Floor,
    /// The polls.
    Polls,
    /// The board of contributions, or the questions of a plenary.
    Board,
    /// The comments on the notes.
    Comments,
}

impl Tool {
    /// Every tool, in the order in which they are named to people.
    pub const ALL: [Tool; 4] = [Tool::Floor, Tool::Polls, Tool::Board, Tool::Comments];

    /// What a command needs; none where the room cannot be without it.
    fn needed(command: &Command) -> Option<Self> {
        match command {
            Command::Floor(_) => Some(Self::Floor),
            Command::Polls(_) => Some(Self::Polls),
            Command::Board(_) => Some(Self::Board),
            Command::Comments(_) => Some(Self::Comments),
            Command::Notes(_) | Command::Report(_) | Command::Session(_) | Command::Room(_) | Command::Seat(_) => None,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Floor => "a list of speakers",
            Self::Polls => "polls",
            Self::Board => "a board",
            Self::Comments => "comments",
        }
    }

    /// Whether something is in it already.
    fn is_used_in(self, room: &Room) -> bool {
        match self {
            // The list of a closed room does not follow the plan: whoever waits on it stays.
            Self::Floor if room.state == RoomState::Closed => !room.floor.waiting.is_empty() || room.floor.is_used(&[]),
            Self::Floor => room.floor.is_used(&room.definition.speakers),
            Self::Polls => room.polls.are_used(&room.definition.polls),
            Self::Board => room.board.cards().next().is_some(),
            Self::Comments => room.comments.iter().next().is_some(),
        }
    }
}

/// The tools that the room goes without once its plan leaves these out.
pub fn left_out(room: &Room, planned: &BTreeSet<Tool>) -> BTreeSet<Tool> {
    planned.iter().copied().filter(|tool| !tool.is_used_in(room)).collect()
}

/// Says no to a command for a tool that the room goes without.
///
/// # Errors
/// `no-such-tool`.
pub(super) fn require(room: &Room, command: &Command) -> Result<(), Refusal> {
    let missing = Tool::needed(command).filter(|tool| room.definition.without.contains(tool));
    missing.map_or(Ok(()), |tool| {
        let message = format!("This room goes without {}; the organiser can add that.", tool.words());
        Err(Refusal::new(Code::NoSuchTool, message))
    })
}
