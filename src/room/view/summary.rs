//! A room in a few lines, for the organiser who has all of them on one page. It says no more than the organiser's view of the room.

use super::{ListState, ReportState, RoomState, SessionView, SpeakingView};
use crate::room::event::{Attribution, Gathering};
use crate::room::ids::{Millis, PollId};
use crate::room::tools::Tool;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A room in a few lines.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RoomSummary {
    /// Whether it takes commands.
    pub state: RoomState,
    /// Number of the outcome that the next close makes (open) or the last one made (closed), from 1.
    pub revision: u32,
    /// When it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Millis>,
    /// As what it meets.
    pub gathering: Gathering,
    /// What may be told of it outside.
    pub attribution: Attribution,
    /// How many seats of participants, chairs and rapporteurs have been taken so far.
    pub seats_taken: u32,
    /// Who has the floor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaking: Option<SpeakingView>,
    /// The tools that it goes without; missing where it has all of them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub without: BTreeSet<Tool>,
    /// Whether the list of speakers takes requests.
    pub list: ListState,
    /// How many wait on it.
    pub waiting: u32,
    /// The polls that are open, in the order of drafting.
    pub polls: Vec<OpenPollView>,
    /// The last words of the notes; empty where there are none.
    pub notes: String,
    /// How far the report is.
    pub report: ReportState,
    /// Remarks on the draft under way that have no answer.
    pub remarks_waiting: u32,
    /// The course of the session.
    pub session: SessionView,
}

/// A poll that is open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct OpenPollView {
    /// Its id.
    pub poll: PollId,
    /// The question.
    pub question: String,
    /// How many have voted.
    pub turnout: u32,
    /// How many may.
    pub electorate: u32,
    /// When it closes by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<Millis>,
}
