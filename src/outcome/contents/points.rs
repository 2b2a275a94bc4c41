//! What an outcome holds of the points that were marked in the notes. Their codes are those of the meeting's mapping: stable,
//! so that a database can take them in.

use crate::room::notes::Point;
use crate::room::report::published::Run;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A passage of the notes that was marked as a point. Its text stands in the notes as well, with the same id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OutcomePoint {
    /// Its number in the document, from 1, in the order of the notes.
    pub number: u32,
    /// What it is and where it belongs.
    #[serde(flatten)]
    pub mark: Point,
    /// The heading of the notes that it stands under; empty where it stands before the first one.
    #[serde(default)]
    pub heading: String,
    /// Its text.
    pub runs: Vec<Run>,
}

impl OutcomePoint {
    /// Its text without what marks parts of it.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// How long the messages for the plenary take when they are read out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReadAloud {
    /// How many messages there are.
    pub messages: u32,
    /// How long reading them out takes at an even pace, in seconds.
    pub seconds: u32,
    /// That there are more than a plenary has time for, as a sentence; empty where there are not.
    pub notice: String,
}
