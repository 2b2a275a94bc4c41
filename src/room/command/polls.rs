//! What is asked of the polls: the commands, and the wording of a poll.

use crate::room::ids::{OptionId, PollId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use utoipa::ToSchema;

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

/// Display names by option, as a poll keeps them.
pub type Options = BTreeMap<OptionId, String>;
