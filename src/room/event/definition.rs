//! What the meeting file says of a room, as the room's own journal keeps it.

use crate::room::command::{BoardRule, Entry, PollPaper, Writers};
use crate::room::floor::{OrderRule, Scope};
use crate::room::tools::Tool;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

// In their order, from the loosest to the strictest: see `footing`.
/// How what is said may be told outside.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Attribution {
    /// What was said and by whom.
    #[default]
    OnTheRecord,
    /// What was said, not by whom.
    ChathamHouse,
    /// Nothing leaves the room.
    Closed,
}

impl Attribution {
    /// Whether what was said may be told with who said it. Elsewhere nobody in the room is told either, because what is told to some
    /// is soon known to others; not the chair, not the rapporteur.
    pub fn is_on_the_record(self) -> bool {
        self == Self::OnTheRecord
    }
}

/// As what a room meets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Gathering {
    /// A group among others.
    #[default]
    Group,
    /// Everybody together.
    Plenary,
    /// Invited speakers in front of everybody.
    Panel,
}

impl Gathering {
    /// Whether it is a group among others.
    pub fn is_group(&self) -> bool {
        *self == Self::Group
    }
}

/// A session in which a room meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct Sitting {
    /// Its title.
    pub session: String,
    /// Its date, as in `2024-05-10`.
    pub date: String,
    /// Its start in the place's own time, as in `15:00`.
    pub starts: String,
    /// Its end.
    pub ends: String,
}

/// What the meeting file says of a room. Kept in the room's own journal, so that it can be read back without the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// The meeting's id.
    pub meeting: String,
    /// The meeting's title.
    pub meeting_title: String,
    /// The room's id.
    pub room: String,
    /// The room's title.
    pub title: String,
    /// Its theme in a sentence.
    #[serde(default)]
    pub theme: String,
    /// Its guiding questions.
    #[serde(default)]
    pub questions: Vec<String>,
    /// As what it meets.
    #[serde(default, skip_serializing_if = "Gathering::is_group")]
    pub gathering: Gathering,
    /// Title of the session it belongs to.
    #[serde(default)]
    pub session: String,
    /// Date of the session, as in `2024-05-10`.
    #[serde(default)]
    pub date: String,
    /// Start of the session in the place's own time, as in `15:00`.
    #[serde(default)]
    pub starts: String,
    /// End of the session.
    #[serde(default)]
    pub ends: String,
    /// The further sessions in which it meets, in the order of the programme.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub later: Vec<Sitting>,
    /// What may be told of it outside.
    #[serde(default)]
    pub attribution: Attribution,
    /// Who may write the notes at first.
    pub writers: Writers,
    /// Time limit of a speech, seconds.
    pub speaking_limit_s: u32,
    /// Whether the list of speakers is open at first.
    pub list_open: bool,
    /// The rule that orders the list of speakers.
    #[serde(default, skip_serializing_if = "OrderRule::is_first_come")]
    pub order: OrderRule,
    /// Time limits of classes and lanes that differ from that of the list, seconds.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub speaking_limits: BTreeMap<Scope, u32>,
    /// Who is on the list of speakers from the start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<Entry>,
    /// Polls that wait as drafts.
    #[serde(default)]
    pub polls: Vec<PollPaper>,
    /// Headings that the notes open with, before the guiding questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<String>,
    /// Who sees a new card on the board at first.
    #[serde(default, skip_serializing_if = "BoardRule::is_open")]
    pub board: BoardRule,
    /// The tools that it goes without.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub without: BTreeSet<Tool>,
    /// Who moderates, by name; without a seat of their own in the room.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moderators: Vec<String>,
    /// Who sits on the panel, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub panellists: Vec<String>,
    /// The place's time zone by its IANA name; empty where it was not said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub timezone: String,
    /// The participants' join code, shown in the room for those who come later.
    #[serde(default)]
    pub join_code: String,
}
