//! What a result stands on: the number that its percentages are of, and how many have to vote. Pages and documents say the same.

use crate::room::command::{Base, VotingRules};
use crate::room::view::QuorumView;

/// How many ballots and voters there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    /// Ballots that are counted.
    pub ballots: u32,
    /// Those of them that do not abstain.
    pub valid: u32,
    /// Those entitled to vote.
    pub entitled: u32,
    /// Those of them who were connected at the close or had voted; none where that is not known.
    pub present: Option<u32>,
}

/// Of what the percentages are, and the number. Where it is not known who was connected, they are of the ballots.
pub fn of(rules: &VotingRules, numbers: Numbers) -> (Base, u32) {
    match (rules.base, numbers.present) {
        (Base::Valid, _) => (Base::Valid, numbers.valid),
        (Base::Entitled, _) => (Base::Entitled, numbers.entitled),
        (Base::Present, Some(present)) => (Base::Present, present),
        (Base::Cast | Base::Present, _) => (Base::Cast, numbers.ballots),
    }
}

/// How many have to vote, rounded up, and whether as many have.
pub fn quorum(rules: &VotingRules, ballots: u32, entitled: u32) -> Option<QuorumView> {
    let percent = rules.quorum_percent?;
    let needed = (u64::from(entitled) * u64::from(percent)).div_ceil(100);
    let needed = u32::try_from(needed).unwrap_or(u32::MAX);
    Some(QuorumView {
        needed,
        reached: ballots >= needed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_of_who_was_connected_are_of_the_ballots_where_that_is_not_known() {
        let rules = VotingRules {
            base: Base::Present,
            ..VotingRules::default()
        };
        let numbers = Numbers {
            ballots: 10,
            valid: 8,
            entitled: 30,
            present: None,
        };
        assert_eq!(of(&rules, numbers), (Base::Cast, 10));
        let present = Some(12);
        assert_eq!(of(&rules, Numbers { present, ..numbers }), (Base::Present, 12));
    }

    #[test]
    fn a_quorum_is_rounded_up() {
        let rules = VotingRules {
            quorum_percent: Some(50),
            ..VotingRules::default()
        };
        assert_eq!(
            quorum(&rules, 3, 7),
            Some(QuorumView {
                needed: 4,
                reached: false
            })
        );
        assert_eq!(
            quorum(&rules, 4, 7),
            Some(QuorumView {
                needed: 4,
                reached: true
            })
        );
    }
}
