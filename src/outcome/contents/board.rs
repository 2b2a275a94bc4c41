//! What an outcome holds of the board of contributions: what everybody saw, and of the rest the numbers alone.

use crate::room::command::CardKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The board of contributions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Board {
    /// The cards that everybody saw: most support first, then the older. Empty where the room was closed to the outside.
    pub cards: Vec<Card>,
    /// How many cards everybody saw, without those that were merged into others.
    pub shown: u32,
    /// How many were merged into others.
    pub merged: u32,
    /// How many were not let through.
    pub held: u32,
    /// How many were taken back.
    pub withdrawn: u32,
}

/// A card that everybody saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Card {
    /// Its id, as in `c12`.
    pub id: String,
    /// What it contributes.
    pub kind: CardKind,
    /// Its text.
    pub text: String,
    /// How many seats supported it, its author not counted.
    pub support: u32,
    /// When it was added, in UTC.
    pub at: String,
    /// Who added it, as `name, delegation`; empty unless the room was on the record.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Whether a point that came from it stands in the notes.
    #[serde(default)]
    pub noted: bool,
    /// Whether it was dealt with: a question that was answered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub answered: bool,
    /// Numbers of the points that came from it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<u32>,
    /// Ids of the cards that said the same and are one with it. What they said is not told: they need not have been let through.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<String>,
}
