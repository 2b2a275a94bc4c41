//! What a voter says. One form for all kinds of poll; a kind looks at the fields that it knows and refuses the others.

use crate::room::ids::OptionId;
use crate::room::polls::texts::TextId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// One ballot.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct Ballot {
    /// The answers chosen; of a ranking, from the first to the last.
    #[serde(default)]
    #[ts(as = "Option<Vec<OptionId>>", optional)]
    pub choice: Vec<OptionId>,
    /// A number for each item: its step on the scale from 1, or its points.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<BTreeMap<OptionId, u32>>", optional)]
    pub marks: BTreeMap<OptionId, u32>,
    /// The step on each of the two axes, across and upwards, from 1.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<BTreeMap<OptionId, [u32; 2]>>", optional)]
    pub places: BTreeMap<OptionId, [u32; 2]>,
    /// In one's own words: an answer, ideas, or the reason of an agreement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub texts: Vec<String>,
    /// Ideas of others that the voter supports.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    #[ts(as = "Option<Vec<TextId>>", optional)]
    pub supports: BTreeSet<TextId>,
    /// Whether the voter abstains; then the rest is empty.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub abstain: bool,
}

impl Ballot {
    /// Bytes of its texts.
    pub fn text_bytes(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }
}
