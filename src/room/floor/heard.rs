//! How much was heard of whom, by which those come first who were heard least.

use super::{Floor, Unit};
use crate::room::ids::Millis;
use serde::{Deserialize, Serialize};

/// How much was heard of a unit: points of order do not count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// Speeches.
    pub speeches: u32,
    /// Their time, milliseconds.
    pub ms: i64,
}

impl Heard {
    pub(super) fn add(&mut self, used: Millis) {
        self.speeches += 1;
        self.ms = self.ms.saturating_add(used.0);
    }
}

impl Floor {
    /// How much was heard of a unit so far; the speech under way does not count yet.
    pub fn heard(&self, unit: &Unit) -> Heard {
        self.heard.get(unit).copied().unwrap_or_default()
    }
}
