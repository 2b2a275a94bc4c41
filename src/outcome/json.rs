//! `outcome.json` and `report.json`: what they hold as it is, for programs.

use serde::Serialize;

/// An outcome or a report, pretty, with the fields in the order of their types.
pub(super) fn render(outcome: &impl Serialize) -> Vec<u8> {
    // They have no maps with keys other than texts and no numbers that JSON lacks, so this cannot fail.
    let mut bytes = serde_json::to_vec_pretty(outcome).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
