//! What an audience may see of the polls.

use crate::room::command::{Axes, Ballot, PaperForm, PollKind, VotingRules};
use crate::room::floor::Group;
use crate::room::ids::{Millis, OptionId, PollId};
use crate::room::polls::Round;
use crate::room::polls::breakdown::ByGroup;
use crate::room::polls::count::CountDetail;
use crate::room::polls::texts::TextId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The polls.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct PollsView {
    /// By id. Drafts are in the chair's view alone.
    pub items: BTreeMap<PollId, PollView>,
    /// In the order of drafting.
    pub order: Vec<PollId>,
}

/// A poll's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PollState {
    /// Being written.
    Draft,
    /// Taking ballots.
    Open,
    /// Counted.
    Closed,
    /// Declared void: it has no result.
    Void,
}

/// One poll.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct PollView {
    /// The question.
    pub question: String,
    /// What a ballot looks like.
    pub kind: PollKind,
    /// The answers offered.
    pub options: BTreeMap<OptionId, String>,
    /// Their order on the ballot paper.
    pub option_order: Vec<OptionId>,
    /// Fewest answers of a ballot.
    pub min: u32,
    /// Most answers of a ballot.
    pub max: u32,
    /// What else the ballot paper has.
    #[serde(flatten)]
    pub form: PaperForm,
    /// Who votes, and who learns what.
    #[serde(flatten)]
    pub rules: VotingRules,
    /// Language of the texts above: the original.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub language: Option<String>,
    /// The same texts in other languages, by tag.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(optional, as = "Option<BTreeMap<String, TranslationView>>")]
    pub translations: BTreeMap<String, TranslationView>,
    /// Where it is in its life.
    pub state: PollState,
    /// Which round of which poll it is, where it was asked again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub round: Option<Round>,
    /// When the voting began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub opened_at: Option<Millis>,
    /// When it ends by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub closes_at: Option<Millis>,
    /// Why it is void.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub void_reason: Option<String>,
    /// Whether the result is shown to all.
    pub shown: bool,
    /// Since when it is: a projector shows the result that was shown last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub shown_at: Option<Millis>,
    /// Ballots cast so far.
    pub turnout: u32,
    /// How many may vote: fixed at the opening, or growing until the close where those who join later may vote too.
    pub electorate: u32,
    /// How many have to vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub quorum: Option<QuorumView>,
    /// The first figure of each answer: for the chair once the poll is closed, for the others while the result is shown, for all
    /// while people vote where the result is live.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub tally: Option<BTreeMap<OptionId, u32>>,
    /// The other figures; where the tally is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub count: Option<CountView>,
    /// Who voted how, by voter: where the tally is, as the secrecy allows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub roll: Option<BTreeMap<String, RollLine>>,
    /// What voters wrote: all of it for the chair, for the others what was let through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub texts: Option<BTreeMap<TextId, TextView>>,
    /// Whether texts that are still to be written will be seen at once; in the chair's view alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub passes_all: bool,
    /// Who has not voted yet, by name; in the chair's view alone, while a poll is open that is not secret, and where they
    /// are not too many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub missing: Option<Vec<String>>,
}

/// The texts of a poll in one more language; what is missing is shown in the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct TranslationView {
    /// The question.
    pub question: String,
    /// The answers.
    pub options: BTreeMap<OptionId, String>,
    /// The labels of the steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub scale: Vec<String>,
    /// The axes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub axes: Option<Axes>,
}

/// How many have to vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct QuorumView {
    /// Ballots needed.
    pub needed: u32,
    /// Whether there are as many.
    pub reached: bool,
}

/// The figures of a result beside the tally.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct CountView {
    /// Ballots that are counted in it; of a live count perhaps fewer than the turnout.
    pub ballots: u32,
    /// Those of them that do not abstain.
    pub valid: u32,
    /// The number that percentages are of.
    pub base_number: u32,
    /// Those entitled who were connected at the close, or had voted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub present: Option<u32>,
    /// Ballots that were entered for somebody without a device.
    #[serde(default, skip_serializing_if = "is_zero")]
    #[ts(optional, as = "Option<u32>")]
    pub entered: u32,
    /// What the kind of poll counts beside the tally.
    #[serde(flatten)]
    pub detail: CountDetail,
    /// The result by class, for groups of five and more.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(optional, as = "Option<ByGroup>")]
    pub classes: ByGroup,
    /// The same by regional group.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(optional, as = "Option<ByGroup>")]
    pub regions: ByGroup,
}

/// How one voter voted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct RollLine {
    /// The delegation, or the name of who has none; empty where neither was said.
    pub voter: String,
    /// The group among which they are counted.
    pub group: Group,
    /// Whether it was entered for somebody without a device.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub entered: bool,
    /// The ballot.
    #[serde(flatten)]
    pub ballot: Ballot,
}

/// A text that voters wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct TextView {
    /// The text.
    pub text: String,
    /// Ballots that have it; 0 where the result is hidden.
    pub written: u32,
    /// Ballots that have it or support it; 0 where the result is hidden.
    pub support: u32,
    /// The answer that it is a reason for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub about: Option<OptionId>,
    /// Whether everybody sees it.
    pub passed: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
fn is_zero(value: &u32) -> bool {
    *value == 0
}
