//! What each audience may see of the board.

use crate::room::command::{BoardRule, CardKind};
use crate::room::ids::{CardId, Millis};
use crate::room::view::Written;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The board of contributions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct BoardView {
    /// Who sees a new card.
    pub rule: BoardRule,
    /// The cards by id: those that everybody sees; for chair and rapporteur also those that wait.
    pub cards: BTreeMap<CardId, CardView>,
    /// Their order: most support first, then the older.
    pub order: Vec<CardId>,
    /// The card that the screen shows large.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub pinned: Option<CardId>,
}

/// A card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct CardView {
    /// What it contributes.
    pub kind: CardKind,
    /// Its text.
    pub text: String,
    /// How many seats support it, its author not counted.
    pub support: u32,
    /// When it was added.
    pub at: Millis,
    /// Who added it; only where the room is on the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub by: Option<Written>,
    /// Whether it waits to be let through.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub waits: bool,
    /// Whether it is in the notes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub noted: bool,
    /// Whether it was dealt with: the question was answered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub answered: bool,
    /// Cards that said the same and are one with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<CardId>>")]
    pub merged: Vec<CardId>,
}

/// One's own card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct OwnCard {
    /// What it contributes.
    pub kind: CardKind,
    /// Its text.
    pub text: String,
    /// Whether it waits to be let through.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub waits: bool,
    /// The card with which it was merged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub merged_into: Option<CardId>,
}
