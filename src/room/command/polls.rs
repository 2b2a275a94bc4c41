//! What is asked of the polls.

use super::ballot::Ballot;
use super::paper::PollPaper;
use crate::room::ids::PollId;
use crate::room::polls::kinds::PollKind;
use crate::room::polls::templates::Template;
use crate::room::polls::texts::TextId;
use crate::room::seat::Profile;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// For the polls.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum PollCommand {
    /// Write a poll; nobody but the chair sees it until it is opened. The answer's `made` is its id.
    Draft {
        /// What it asks.
        #[serde(flatten)]
        paper: Box<PollPaper>,
    },
    /// Write one of the ready-made polls. The answer's `made` is its id.
    Template {
        /// Which.
        template: Template,
    },
    /// Change a draft.
    Edit {
        /// The draft.
        poll: PollId,
        /// What it asks from now on.
        #[serde(flatten)]
        paper: Box<PollPaper>,
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
    /// Set or move the deadline of an open poll, or take it away.
    Deadline {
        /// The open poll.
        poll: PollId,
        /// Seconds from now; left out: no deadline.
        #[serde(default)]
        #[ts(optional)]
        in_s: Option<u32>,
    },
    /// End the voting; fixes electorate and tally.
    Close {
        /// The open poll.
        poll: PollId,
    },
    /// Declare an open or closed poll void: it has no result.
    Void {
        /// The poll.
        poll: PollId,
        /// Why, for all to read.
        reason: String,
    },
    /// Write the same poll again as the next round of a closed one. The answer's `made` is its id.
    Again {
        /// The closed poll.
        poll: PollId,
    },
    /// Write a poll among the ideas of a closed one that have most support. The answer's `made` is its id.
    Shortlist {
        /// The closed poll of ideas.
        poll: PollId,
        /// How many ideas.
        ideas: u32,
        /// How they are voted on (`single`, `multiple`, `ranking`, `points`, `grid` or `matrix`).
        kind: PollKind,
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
    /// Let texts that voters wrote be seen by all.
    Pass {
        /// The poll.
        poll: PollId,
        /// Which; empty: all there are and all to come.
        #[serde(default)]
        #[ts(as = "Option<Vec<TextId>>", optional)]
        texts: Vec<TextId>,
    },
    /// Take texts off the pages again.
    Hold {
        /// The poll.
        poll: PollId,
        /// Which; empty: all there are, and those to come wait for the chair again.
        #[serde(default)]
        #[ts(as = "Option<Vec<TextId>>", optional)]
        texts: Vec<TextId>,
    },
    /// Vote. A second ballot takes the place of the first where ballots may be changed.
    Cast {
        /// The open poll.
        poll: PollId,
        /// The ballot.
        #[serde(flatten)]
        ballot: Box<Ballot>,
    },
    /// Enter the ballot of somebody without a device; it is marked as entered.
    Enter {
        /// The open poll.
        poll: PollId,
        /// Whose ballot.
        voter: Profile,
        /// Whether it corrects one that was entered for the same voter; else that is refused.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        #[ts(as = "Option<bool>", optional)]
        again: bool,
        /// The ballot.
        #[serde(flatten)]
        ballot: Box<Ballot>,
    },
}
