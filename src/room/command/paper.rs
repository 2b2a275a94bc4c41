//! The wording of a poll and the rules of its vote, as the chair writes them or the meeting file prepares them. What must hold
//! of them is in `polls/paper/` and, for each kind, in `polls/kinds/`.

use crate::room::polls::kinds::PollKind;
use crate::room::seat::{Class, Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use utoipa::ToSchema;

/// A poll as it is written. What is left out is as its field says, or as the kind of poll says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct PollPaper {
    /// The question.
    pub question: String,
    /// What a ballot looks like.
    pub kind: PollKind,
    /// The answers or items offered, in order; their ids are `o1`, `o2` … by that order.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub options: Vec<String>,
    /// Fewest answers of a ballot (of the kinds where more than one is possible).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub min: Option<u32>,
    /// Most answers of a ballot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub max: Option<u32>,
    /// What else the ballot paper has.
    #[serde(flatten)]
    pub form: PaperForm,
    /// Who votes, and who learns what.
    #[serde(flatten)]
    pub rules: VotingRules,
    /// Language of the texts above, by its BCP 47 tag: the original.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub language: Option<String>,
    /// The same texts in other languages, by tag.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<BTreeMap<String, Translation>>", optional)]
    pub translations: BTreeMap<String, Translation>,
}

/// What a ballot paper has beside question and answers, for the kinds that use it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct PaperForm {
    /// Whether a ballot may say that its voter abstains.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub abstain: bool,
    /// Labels of the steps on which items are rated, from the lowest (kind `grid`; for `matrix` the steps of both axes).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub scale: Vec<String>,
    /// What the two axes of a matrix measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub axes: Option<Axes>,
    /// How many points a ballot shares out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub points: Option<u32>,
}

/// What the two axes of a matrix measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Axes {
    /// Across, as in "Impact".
    pub x: String,
    /// Upwards, as in "Feasibility".
    pub y: String,
}

/// The texts of a poll in one more language. What is missing is shown in the original.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Translation {
    /// The question.
    pub question: String,
    /// The answers, in the order of the original.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub options: Vec<String>,
    /// The labels of the steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub scale: Vec<String>,
    /// The axes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub axes: Option<Axes>,
}

/// Who votes in a poll, and who learns what of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct VotingRules {
    /// Who learns how somebody voted.
    #[serde(default, skip_serializing_if = "is_default")]
    #[ts(optional, as = "Option<Secrecy>")]
    pub secrecy: Secrecy,
    /// Who has one ballot.
    #[serde(default, skip_serializing_if = "is_default")]
    #[ts(optional, as = "Option<Per>")]
    pub per: Per,
    /// Who may vote.
    #[serde(default, skip_serializing_if = "is_default")]
    #[ts(optional, as = "Option<Voters>")]
    pub voters: Voters,
    /// Whether those who join after it has opened may vote as well.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub late: bool,
    /// Whether a ballot cannot be changed any more; always so in a secret poll.
    #[serde(rename = "final", default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub is_final: bool,
    /// When everybody sees the result.
    #[serde(default, skip_serializing_if = "is_default")]
    #[ts(optional, as = "Option<Results>")]
    pub results: Results,
    /// Of what the percentages are.
    #[serde(default, skip_serializing_if = "is_default")]
    #[ts(optional, as = "Option<Base>")]
    pub base: Base,
    /// How many of those entitled have to vote, percent (1 to 100); left out: no quorum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub quorum_percent: Option<u32>,
    /// Whether the result is also given by class and by regional group, where five or more voted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub breakdown: bool,
    /// How long it is open, seconds; left out: until the chair closes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub duration_s: Option<u32>,
    /// Whether it bears the stamp "an indication, not a vote".
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    #[ts(optional, as = "Option<bool>")]
    pub stamp: bool,
}

impl Default for VotingRules {
    fn default() -> Self {
        Self {
            secrecy: Secrecy::default(),
            per: Per::default(),
            voters: Voters::default(),
            late: false,
            is_final: false,
            results: Results::default(),
            base: Base::default(),
            quorum_percent: None,
            breakdown: false,
            duration_s: None,
            stamp: true,
        }
    }
}

/// Who learns how somebody voted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Secrecy {
    /// Everybody, with the result.
    Named,
    /// Chair and organiser, with the result.
    Chair,
    /// Nobody is shown it; the server's files have it.
    #[default]
    Undisclosed,
    /// Nobody, not from the server's files either once the poll has closed (`polls/secret.rs`).
    Secret,
}

/// Who has one ballot.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Per {
    /// Each seat.
    #[default]
    Person,
    /// Each delegation, whoever of it casts; whoever has none is one alone.
    Delegation,
}

/// Who may vote. An empty list does not limit; the roles left out are participants alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Voters {
    /// Of these roles (participant, chair, rapporteur).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Role>>")]
    pub roles: Vec<Role>,
    /// Of these classes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Class>>")]
    pub classes: Vec<Class>,
    /// Of these delegations, however they are spelled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub delegations: Vec<String>,
}

/// When everybody sees the result. The chair sees it from the close on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Results {
    /// While people vote.
    Live,
    /// As soon as it is closed.
    AtClose,
    /// When the chair shows it.
    #[default]
    WhenShown,
}

/// Of what the percentages of a result are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// Of the ballots cast.
    #[default]
    Cast,
    /// Of the valid ballots: those cast without the abstentions.
    Valid,
    /// Of those entitled to vote.
    Entitled,
    /// Of those entitled who were connected when it closed or had voted; while it is open, of the ballots cast.
    Present,
}

fn yes() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
fn is_yes(value: &bool) -> bool {
    *value
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
