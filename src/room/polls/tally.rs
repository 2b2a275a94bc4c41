//! The count: how many ballots name each answer. Every answer is in it, also with none.

use super::{Poll, kinds, paper};
use crate::room::ids::OptionId;
use std::collections::BTreeMap;

/// Counts the ballots of a poll.
pub fn count(poll: &Poll) -> BTreeMap<OptionId, u32> {
    let mut tally: BTreeMap<OptionId, u32> = paper::options(&poll.paper).map(|(option, _)| (option, 0)).collect();
    for ballot in poll.ballots.values() {
        for option in kinds::counted(poll.paper.kind, ballot) {
            tally.entry(*option).and_modify(|count| *count += 1);
        }
    }
    tally
}
