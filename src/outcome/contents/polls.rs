//! What an outcome holds of the polls. What is not told is not in it: no figure of a void poll, no text that the chair did not
//! let through, nobody's ballot where the poll or the room does not let it be told.

use crate::room::command::{Axes, Ballot, Base, Per, PollKind, Secrecy};
use crate::room::floor::Group;
use crate::room::polls::breakdown::{ByGroup, GroupResult};
use crate::room::polls::count::CountDetail;
use crate::room::polls::table::Table;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A poll that was put to the room.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Poll {
    /// Its id.
    pub id: String,
    /// The question.
    pub question: String,
    /// What a ballot looks like.
    pub kind: PollKind,
    /// The same as a sentence.
    pub method: String,
    /// Fewest answers of a ballot.
    pub min: u32,
    /// Most answers of a ballot.
    pub max: u32,
    /// What it is worth: an indication, not a vote. Empty where that was switched off.
    pub weight: String,
    /// When voting began, in UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<String>,
    /// When voting ended, in UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<String>,
    /// Why it was declared void; missing where it was not, empty unless the room was on the record. A void poll has no result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub void_reason: Option<String>,
    /// Which round of which poll it is, where it was asked again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<PollRound>,
    /// Whether the room was not shown the result that stands here: it is told in the final document all the same.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_shown: bool,
    /// Who had one ballot.
    #[serde(default)]
    pub per: Per,
    /// Who could vote, as a sentence.
    #[serde(default)]
    pub entitled: String,
    /// Who learns how somebody voted.
    #[serde(default)]
    pub secrecy: Secrecy,
    /// The same as a sentence.
    #[serde(default)]
    pub secrecy_rule: String,
    /// Language of the question, by its tag; empty where it was not said.
    #[serde(default)]
    pub language: String,
    /// Languages in which it was shown as well.
    #[serde(default)]
    pub translations: Vec<String>,
    /// Labels of the steps on which items are rated, from the lowest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scale: Vec<String>,
    /// What the two axes measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub axes: Option<Axes>,
    /// How many points each ballot shared out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<u32>,
    /// Whether the result is also given by class and by regional group.
    #[serde(default)]
    pub breakdown: bool,
    /// The answers in the order of the ballot paper; none where people answer in their own words.
    pub answers: Vec<Answer>,
    /// What came out; missing while people vote, of a void poll, and in a draft until the room was shown it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<PollResult>,
}

/// Which round of which poll it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PollRound {
    /// The id of the first round's poll.
    pub first: String,
    /// Its number, from 2.
    pub number: u32,
}

/// An answer that a poll offered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Answer {
    /// Its id.
    pub id: String,
    /// Its wording.
    pub text: String,
    /// How many ballots chose it, put it first or rate it; missing where there is no result, and where points are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballots: Option<u32>,
    /// Its points, where ballots share out points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<u32>,
    /// The share that these ballots are in whole percent; missing where there is no ballot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u32>,
}

/// What came out of a poll, and what it stands on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PollResult {
    /// How many could vote.
    pub electorate: u32,
    /// How many did.
    pub ballots: u32,
    /// The same as a sentence.
    pub base: String,
    /// Ballots that did not abstain.
    #[serde(default)]
    pub valid: u32,
    /// How many of those who could vote were connected at the close or had voted; missing where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<u32>,
    /// How many ballots were entered for somebody without a device.
    #[serde(default)]
    pub entered: u32,
    /// Of what the percentages are.
    #[serde(default)]
    pub percent_base: Base,
    /// Of how many they are.
    #[serde(default)]
    pub percent_base_number: u32,
    /// The same as a sentence; empty where there are none.
    #[serde(default)]
    pub percent_of: String,
    /// How many had to vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Quorum>,
    /// What was counted beside the answers: abstentions, steps, points of a ranking, rounds of a run-off, and the texts that the
    /// chair let through.
    #[serde(flatten)]
    pub detail: CountDetail,
    /// How many texts the chair did not let through; they are not told.
    #[serde(default)]
    pub texts_held: u32,
    /// The figures as tables, as the documents have them.
    #[serde(default)]
    pub tables: Vec<Table>,
    /// The result by class, where it was asked for and the group is large enough.
    #[serde(default, skip_serializing_if = "ByGroup::is_empty")]
    #[schema(value_type = BTreeMap<Group, GroupResult>)]
    pub by_class: ByGroup,
    /// The same by regional group.
    #[serde(default, skip_serializing_if = "ByGroup::is_empty")]
    #[schema(value_type = BTreeMap<Group, GroupResult>)]
    pub by_region: ByGroup,
    /// Who voted how, by name; empty where that is not told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roll: Vec<RollLine>,
}

/// How many had to vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Quorum {
    /// Ballots needed.
    pub needed: u32,
    /// Whether there were as many.
    pub reached: bool,
}

/// How one voter voted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RollLine {
    /// The delegation; of persons their name and delegation. Empty where they said neither.
    pub voter: String,
    /// The group among which they are counted.
    pub group: Group,
    /// Whether it was entered for somebody without a device.
    pub entered: bool,
    /// The ballot, with what of its texts the chair let through.
    pub ballot: Ballot,
}
