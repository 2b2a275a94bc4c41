//! Ready-made polls, which a chair takes as they are or changes first.

use crate::room::command::PollPaper;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// A ready-made poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Template {
    /// Yes, no, abstain; named, by delegation, results live.
    ShowOfHands,
    /// How far one agrees with a statement.
    Agreement,
    /// Self-assessment on the five components of capacity.
    Readiness,
    /// A hundred points among the five components of capacity.
    Priorities,
    /// Impact and feasibility of proposals.
    ImpactFeasibility,
    /// Ideas, and support for them.
    Ideas,
    /// One word: a word cloud.
    OneWord,
}

impl Template {
    /// Every template, in the order of the list on the page.
    pub const ALL: [Template; 7] = [
        Self::ShowOfHands,
        Self::Agreement,
        Self::Readiness,
        Self::Priorities,
        Self::ImpactFeasibility,
        Self::Ideas,
        Self::OneWord,
    ];

    /// The poll, ready to be opened.
    pub fn paper(self) -> PollPaper {
        PollPaper::default()
    }
}
