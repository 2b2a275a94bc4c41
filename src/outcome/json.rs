//! `outcome.json`: the outcome as it is, for programs.

use super::contents::Outcome;

/// Pretty, with the fields in the order of [`Outcome`].
pub(super) fn render(outcome: &Outcome) -> Vec<u8> {
    // An outcome has no maps with keys other than texts and no numbers that JSON lacks, so this cannot fail.
    let mut bytes = serde_json::to_vec_pretty(outcome).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
