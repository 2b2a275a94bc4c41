//! What an outcome holds, in no format. The field names are the ones of `outcome.json` and stay as they are; what is added
//! later gets a default, and what must change gets a new [`SCHEMA`].

mod board;
mod clearing;
mod floor;
mod points;
mod polls;

pub use board::{Board, Card};
pub use clearing::{ChangedAfter, ChangedPassage, Clearing, Draft, PassageChange, Remark};
pub use floor::{Decided, Decision, Floor, Heard, Intervention, NotHeard, OfGroup, Ruling};
pub use points::{OutcomePoint, ReadAloud};
pub use polls::{Answer, Poll, PollResult, PollRound, Quorum, RollLine};

use crate::room::event::{Attribution, Gathering};
use crate::room::report::published::Block;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Name and version of the form of `outcome.json`.
pub const SCHEMA: &str = "roundtable-outcome/1";

/// The outcome of a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Outcome {
    /// Form of this document: [`SCHEMA`].
    pub schema: String,
    /// What kind of text this is: a rapporteur's summary, not a negotiated text.
    pub nature: String,
    /// Whether it can still change.
    pub status: Status,
    /// Which close of the room it belongs to, from 1.
    pub revision: u32,
    /// Position in the room's journal that it tells of.
    pub seq: u64,
    /// Moment that it tells of, in UTC.
    pub as_of: String,
    /// The meeting.
    pub meeting: MeetingPart,
    /// The room.
    pub room: RoomPart,
    /// The session, as far as the programme names it.
    pub session: SessionPart,
    /// As what it met; left out of a group.
    #[serde(default, skip_serializing_if = "Gathering::is_group")]
    pub gathering: Gathering,
    /// What may be told outside.
    pub attribution: Attribution,
    /// The same as a sentence.
    pub attribution_rule: String,
    /// When the room came to be, in UTC.
    pub opened_at: String,
    /// When it was closed, in UTC; missing in a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<String>,
    /// Who chaired, as `name, delegation`.
    pub chairs: Vec<String>,
    /// Who reported, as `name, delegation`.
    pub rapporteurs: Vec<String>,
    /// Who moderated, as the meeting file names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moderators: Vec<String>,
    /// Who sat on the panel, as the meeting file names them; empty unless the room was on the record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub panellists: Vec<String>,
    /// Who took part, in figures.
    pub participation: Participation,
    /// The shared notes; empty where the room was closed to the outside.
    pub notes: Vec<Block>,
    /// How many points were marked in the notes.
    #[serde(default)]
    pub points_marked: u32,
    /// The points in the order of the notes; empty where the room was closed to the outside.
    #[serde(default)]
    pub points: Vec<OutcomePoint>,
    /// How long the messages for the plenary take.
    #[serde(default)]
    pub read_aloud: ReadAloud,
    /// The board of contributions.
    #[serde(default)]
    pub board: Board,
    /// How the report was cleared with the room.
    #[serde(default)]
    pub clearing: Clearing,
    /// How many polls were put to the room.
    pub polls_held: u32,
    /// The polls, without drafts; empty where the room was closed to the outside.
    pub polls: Vec<Poll>,
    /// What happened on the floor.
    pub floor: Floor,
}

/// Whether an outcome can still change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The room is open.
    Draft,
    /// The room was closed with this.
    Final,
}

/// The meeting that the room belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MeetingPart {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The place's time zone by its IANA name; empty where it was not said. The documents for people show moments in it.
    #[serde(default)]
    pub timezone: String,
}

/// What the room was about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoomPart {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its theme; may be empty.
    pub theme: String,
    /// Its guiding questions.
    pub questions: Vec<String>,
}

/// When it met by the programme, in the place's own time. All of it may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SessionPart {
    /// Title of the session.
    pub title: String,
    /// Its day.
    pub date: String,
    /// Its start.
    pub starts: String,
    /// Its end.
    pub ends: String,
}

/// Who took part, in figures: seats of participants, chair and rapporteur not counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Participation {
    /// All of them.
    pub participants: u32,
    /// Those who speak for a State.
    pub states: u32,
    /// Those who speak for an organization.
    pub organizations: u32,
    /// Those who speak for a stakeholder.
    pub stakeholders: u32,
    /// Those who did not say.
    pub not_stated: u32,
    /// How many different delegations they named.
    pub delegations: u32,
}
