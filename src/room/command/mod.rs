//! What a seat may ask of a room, in the imperative. Also the wire form: `{"tool":"floor","do":"request", …}`.
//!
//! What is said to the list of speakers and to the polls has a file each; the rest stands here.

mod ballot;
mod board;
mod comments;
mod floor;
mod paper;
mod polls;
mod report;
mod session;

pub use ballot::Ballot;
pub use board::{BoardCommand, BoardRule, CardKind};
pub use comments::{Anchor, CommentCommand};
pub use floor::{Change, Entry, FloorCommand, Wish};
pub use paper::{Axes, Base, PaperForm, Per, PollPaper, Results, Secrecy, Translation, Voters, VotingRules};
pub use polls::PollCommand;
pub use report::{ReportCommand, Verdict};
pub use session::{SessionCommand, Shows};

pub use super::polls::kinds::PollKind;

use super::ids::{SeatId, VersionId};
use super::seat::Profile;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// A command, by the tool that it is for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "tool", rename_all = "kebab-case")]
pub enum Command {
    /// The list of speakers.
    Floor(FloorCommand),
    /// The polls.
    Polls(PollCommand),
    /// Who may write the notes, and the names of their versions. (The writing itself travels as binary frames.)
    Notes(NotesCommand),
    /// Comments on passages of the notes.
    Comments(CommentCommand),
    /// The board of contributions.
    Board(BoardCommand),
    /// Clearing the report with the room.
    Report(ReportCommand),
    /// The course of the session.
    Session(SessionCommand),
    /// The room as a whole.
    Room(RoomCommand),
    /// The asker's own seat.
    Seat(SeatCommand),
}

/// Who may write the notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Writers {
    /// Every participant, the chair and the rapporteur.
    Everyone,
    /// The rapporteur, the chair, and whom the chair allows.
    Chosen,
}

/// For the right to write.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum NotesCommand {
    /// Say who may write.
    Writers {
        /// The rule from now on.
        writers: Writers,
    },
    /// Let one seat write where only chosen ones may.
    Allow {
        /// The seat.
        seat: SeatId,
    },
    /// Take that leave back.
    Disallow {
        /// The seat.
        seat: SeatId,
    },
    /// Give the notes as they are now a name, by which they are found in the history.
    Name {
        /// The name.
        name: String,
    },
    /// Take such a name away; what it named stays in the history.
    Unname {
        /// The version.
        version: VersionId,
    },
}

/// For the room as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum RoomCommand {
    /// Close the session: everything turns read-only and the outcome is sealed.
    Close {
        /// Whether to end the speech and close the polls that are still open. Left out, those make the room refuse.
        #[serde(default)]
        settle: bool,
    },
    /// Open a closed room again; the next close makes the next revision.
    Reopen,
}

/// For one's own seat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum SeatCommand {
    /// Correct name, delegation, class or rank; what is left out is taken away.
    Update {
        /// Who has the seat.
        #[serde(flatten)]
        profile: Profile,
    },
}
