//! What a seat may ask of a room, in the imperative. Also the wire form: `{"tool":"floor","do":"request", …}`.

use super::ids::{OptionId, PollId, RequestId, SeatId};
use super::seat::Profile;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use utoipa::ToSchema;

/// A command, by the tool that it is for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "tool", rename_all = "kebab-case")]
pub enum Command {
    /// The list of speakers.
    Floor(FloorCommand),
    /// The polls.
    Polls(PollCommand),
    /// Who may write the notes. (The writing itself travels as binary frames.)
    Notes(NotesCommand),
    /// The room as a whole.
    Room(RoomCommand),
    /// The asker's own seat.
    Seat(SeatCommand),
}

/// For the list of speakers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum FloorCommand {
    /// Ask for the floor.
    Request,
    /// Take a request back: one's own without naming it, another's (chair) by its id.
    Withdraw {
        /// The request; left out: the asker's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        request: Option<RequestId>,
    },
    /// Give the floor to a request; left out: to the first of the list. Ends the speech under way.
    Give {
        /// The request that gets the floor.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        request: Option<RequestId>,
    },
    /// End the speech under way.
    End,
    /// Take the request off the list as called but not taken.
    Skip {
        /// The request that is skipped.
        request: RequestId,
    },
    /// Put a request in front of another one; left out: at the end.
    Move {
        /// The request that moves.
        request: RequestId,
        /// The request it then stands in front of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        before: Option<RequestId>,
    },
    /// Open the list for requests.
    Open,
    /// Close the list: who is on it speaks, nobody joins it.
    Close,
    /// Set the time limit of the speeches to come, in seconds.
    Limit {
        /// Seconds, from 10 to 3,600.
        seconds: u32,
    },
}

/// How many answers one ballot may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PollKind {
    /// Exactly one.
    Single,
    /// From `min` to `max`.
    Multiple,
}

/// The wording of a poll, as the chair writes it or the meeting file prepares it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct PollPaper {
    /// The question.
    pub question: String,
    /// How many answers a ballot may hold.
    pub kind: PollKind,
    /// The answers offered, in order; their ids are `o1`, `o2` … by that order.
    pub options: Vec<String>,
    /// Fewest answers of a ballot (multiple choice; 1 where left out).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub min: Option<u32>,
    /// Most answers of a ballot (multiple choice; all where left out).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub max: Option<u32>,
}

/// For the polls.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum PollCommand {
    /// Write a poll; nobody but the chair sees it until it is opened. The answer's `made` is its id.
    Draft {
        /// What it asks.
        #[serde(flatten)]
        paper: PollPaper,
    },
    /// Change a draft.
    Edit {
        /// The draft.
        poll: PollId,
        /// What it asks from now on.
        #[serde(flatten)]
        paper: PollPaper,
    },
    /// Throw a draft away.
    Discard {
        /// The draft.
        poll: PollId,
    },
    /// Let people vote.
    Open {
        /// The draft that is put to the room.
        poll: PollId,
    },
    /// End the voting; fixes electorate and tally.
    Close {
        /// The open poll.
        poll: PollId,
    },
    /// Show a closed poll's result to all.
    Show {
        /// The closed poll.
        poll: PollId,
    },
    /// Take a shown result off the pages again.
    Hide {
        /// The closed poll.
        poll: PollId,
    },
    /// Vote. A second ballot of the same seat takes the place of the first.
    Cast {
        /// The open poll.
        poll: PollId,
        /// The answers chosen.
        choice: Vec<OptionId>,
    },
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
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
}

/// For the room as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum SeatCommand {
    /// Correct name, delegation, class or rank; what is left out is taken away.
    Update {
        /// Who has the seat.
        #[serde(flatten)]
        profile: Profile,
    },
}

/// Display names by option, as a poll keeps them.
pub type Options = BTreeMap<OptionId, String>;
