//! What an outcome holds of the list of speakers. Everything beyond the figures is there on the record only. The fields that
//! came after the first documents have defaults, so that those can still be read.

use crate::room::floor::{Group, Lane};
use crate::room::seat::{Class, Rank};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What happened on the floor.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Floor {
    /// How many speeches were given, points of order among them.
    pub speeches: u32,
    /// How much time they used together, in seconds.
    pub speaking_time_s: u64,
    /// How many of them used more than their time.
    #[serde(default)]
    pub overruns: u32,
    /// The points of order among them.
    #[serde(default)]
    pub points_of_order: Heard,
    /// How many were on the list and not heard.
    pub not_heard: u32,
    /// How many requests the chair passed over or took off the list.
    #[serde(default)]
    pub dismissed: u32,
    /// How many decisions of the chair departed from the rule of the list.
    #[serde(default)]
    pub rulings: u32,
    /// What was heard of each class, points of order left out. Unless the room was on the record, empty where a group is so
    /// small that a speaker could be told from it.
    #[serde(default)]
    pub by_class: Vec<OfGroup>,
    /// The same by regional group of the States, and by class for the others.
    #[serde(default)]
    pub by_region: Vec<OfGroup>,
    /// The speeches in the order in which they began; empty unless the room was on the record.
    pub interventions: Vec<Intervention>,
    /// Who was on the list and not heard, in the list's order; empty unless the room was on the record.
    #[serde(default)]
    pub not_heard_list: Vec<NotHeard>,
    /// Whose requests the chair passed over or took off the list; empty unless the room was on the record.
    #[serde(default)]
    pub dismissed_list: Vec<NotHeard>,
    /// All decisions of the chair about single requests, in order of time; empty unless the room was on the record.
    #[serde(default)]
    pub rulings_list: Vec<Ruling>,
}

/// Speeches in figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Heard {
    /// How many.
    pub speeches: u32,
    /// How much time they used together, in seconds.
    pub seconds: u64,
}

/// What was heard of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OfGroup {
    /// The group.
    pub group: Group,
    /// How much.
    #[serde(flatten)]
    pub heard: Heard,
}

/// A speech.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Intervention {
    /// Its number, from 1.
    pub number: u32,
    /// Who spoke; may be empty.
    pub speaker: String,
    /// For whom; may be empty.
    pub delegation: String,
    /// When it began, in UTC.
    pub started_at: String,
    /// How much time it used, in whole seconds. While its clock stood, for a point of order or because the chair had stopped
    /// it, none was used: so this can be less than the time from `started_at` to `ended_at`.
    pub duration_s: u64,
    /// Its time limit as the room saw it, with what was given in addition, in seconds.
    pub limit_s: u32,
    /// When it ended, in UTC.
    #[serde(default)]
    pub ended_at: String,
    /// By how many seconds it passed its limit.
    #[serde(default)]
    pub overrun_s: u64,
    /// From which lane of the list it was called.
    #[serde(default)]
    pub lane: Lane,
    /// The class of the body that it was given for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// The regional group of a State, the class of others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// Rank of the speaker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Rank>,
    /// The group of delegations that it was given for; may be empty.
    #[serde(default)]
    pub on_behalf_of: String,
    /// The language that was to be spoken, as a BCP 47 tag; may be empty.
    #[serde(default)]
    pub language: String,
    /// Whether the speaker was elsewhere.
    #[serde(default)]
    pub remote: bool,
    /// What the chair decided about it.
    #[serde(default)]
    pub overrides: Vec<Decision>,
}

/// A decision of the chair about a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Decision {
    /// When, in UTC.
    pub at: String,
    /// Who decided; may be empty.
    pub by: String,
    /// What was decided.
    #[serde(flatten)]
    pub decided: Decided,
    /// Why; empty where no reason was given.
    pub reason: String,
}

/// What was decided, as `what`, and how far, as `detail`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "what", content = "detail", rename_all = "kebab-case")]
pub enum Decided {
    /// To put it at this place of its lane, from 1.
    Moved(u32),
    /// To hear it in another lane.
    LaneChanged(Lane),
    /// To call it while so many stood in front of it.
    CalledOutOfTurn(u32),
    /// To give its speech so many seconds more.
    TimeGiven(u32),
    /// To pass over it.
    Skipped,
    /// To take it off the list.
    TakenOff,
    /// To put it back on the list.
    Restored,
}

/// Somebody who asked for the floor and did not get it with that request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NotHeard {
    /// Who wanted to speak; may be empty.
    pub speaker: String,
    /// For whom; may be empty.
    pub delegation: String,
    /// The group of delegations that they would have spoken for; may be empty.
    pub on_behalf_of: String,
    /// The lane of the list.
    pub lane: Lane,
    /// Whether the delegation spoke afterwards, with another request.
    pub heard_later: bool,
    /// Whether the delegation spoke before, with another request.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub heard_before: bool,
    /// What the chair decided about it.
    pub overrides: Vec<Decision>,
}

/// A decision of the chair with whom it concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Ruling {
    /// Whose request; may be empty.
    pub speaker: String,
    /// For whom they speak; may be empty.
    pub delegation: String,
    /// The decision.
    #[serde(flatten)]
    pub decision: Decision,
}
