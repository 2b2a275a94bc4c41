//! The count of a poll: the figures that a kind makes of the ballots. One form for all kinds, so that it is stored, shown
//! and exported without knowing the kind; a kind fills in what it has.

use super::paper;
use super::texts::{TextCount, TextId};
use crate::room::command::{Ballot, PollPaper};
use crate::room::ids::OptionId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What the ballots of a poll come to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// The first figure of each answer: ballots that name it; of a ranking, ballots that put it first; of points, their
    /// sum; of grid and matrix, ballots that rate it. Every answer is in it.
    pub tally: BTreeMap<OptionId, u32>,
    /// The others.
    #[serde(default, skip_serializing_if = "CountDetail::is_empty")]
    pub detail: CountDetail,
}

/// What else a count has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct CountDetail {
    /// Ballots that abstain.
    #[serde(default, skip_serializing_if = "is_zero")]
    #[ts(optional, as = "Option<u32>")]
    pub abstentions: u32,
    /// How many ballots put each item on each step, from the lowest; of a matrix on each cell: the lowest row from the left
    /// to the right, then the row above it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(optional, as = "Option<BTreeMap<OptionId, Vec<u32>>>")]
    pub spread: BTreeMap<OptionId, Vec<u32>>,
    /// Ballots that skip each item, of the kinds where items may be skipped.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(optional, as = "Option<BTreeMap<OptionId, u32>>")]
    pub skipped: BTreeMap<OptionId, u32>,
    /// Borda points.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(optional, as = "Option<BTreeMap<OptionId, u32>>")]
    pub borda: BTreeMap<OptionId, u32>,
    /// The rounds of the instant run-off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<RunoffRound>>")]
    pub runoff: Vec<RunoffRound>,
    /// What voters wrote.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(skip)]
    pub texts: BTreeMap<TextId, TextCount>,
}

/// One round of an instant run-off.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct RunoffRound {
    /// Ballots by answer still in.
    pub votes: BTreeMap<OptionId, u32>,
    /// Ballots that name none of those still in.
    pub exhausted: u32,
    /// Who is out after it; none in the last round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub out: Option<OptionId>,
    /// Whether a tie decided who is out (by the rule in `kinds/ranking.rs`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub tied: bool,
}

impl CountDetail {
    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Count {
    /// Counts kept ballots by the rules of the paper's kind.
    pub fn of<'a>(paper: &PollPaper, ballots: impl Iterator<Item = &'a Ballot>) -> Self {
        let (abstaining, valid): (Vec<&Ballot>, Vec<&Ballot>) = ballots.partition(|ballot| ballot.abstain);
        let mut count = Self {
            tally: paper::options(paper).map(|(option, _)| (option, 0)).collect(),
            detail: CountDetail {
                abstentions: u32::try_from(abstaining.len()).unwrap_or(u32::MAX),
                ..CountDetail::default()
            },
        };
        paper.kind.rules().count(paper, &valid, &mut count);
        count
    }

    /// One more ballot for each of these answers.
    pub fn add_choice(&mut self, choice: &[OptionId]) {
        for option in choice {
            self.tally.entry(*option).and_modify(|count| *count += 1);
        }
    }

    /// Every item of the tally with so many steps, each at 0.
    pub fn lay_out(&mut self, steps: usize) {
        self.detail.spread = self.tally.keys().map(|item| (*item, vec![0; steps])).collect();
    }

    /// One more ballot for an item on a step, the lowest of which is 0.
    pub fn add_step(&mut self, item: OptionId, step: usize) {
        if let Some(on_step) = self.detail.spread.get_mut(&item).and_then(|steps| steps.get_mut(step)) {
            *on_step += 1;
        }
    }

    /// Adds up the steps: how many of so many ballots rate each item, and how many skip it.
    pub fn add_up(&mut self, ballots: u32) {
        self.tally = self
            .detail
            .spread
            .iter()
            .map(|(item, steps)| (*item, steps.iter().sum()))
            .collect();
        let skipped = |(item, rated): (&OptionId, &u32)| (*item, ballots.saturating_sub(*rated));
        self.detail.skipped = self.tally.iter().map(skipped).collect();
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
fn is_zero(value: &u32) -> bool {
    *value == 0
}
