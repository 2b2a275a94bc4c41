//! Any rankings: the points and rounds are those of a second count, which goes through all ballots anew for every round and
//! knows nothing of piles.

use super::support::{choice, draft, kept};
use crate::room::command::{Ballot, PollKind, PollPaper};
use crate::room::ids::OptionId;
use crate::room::polls::count::{Count, RunoffRound};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A ranking of so many answers, and ballots that rank one or more of them.
fn poll() -> impl Strategy<Value = (PollPaper, Vec<Ballot>)> {
    (2..=6u32).prop_flat_map(|offered| {
        let answers: Vec<String> = (1..=offered).map(|answer| format!("Answer {answer}")).collect();
        let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
        let paper = kept(&PollPaper {
            min: Some(1),
            ..draft(PollKind::Ranking, &answers)
        });
        let all: Vec<u32> = (1..=offered).collect();
        let ranked = 1..=usize::try_from(offered).unwrap();
        let ballot = (Just(all).prop_shuffle(), ranked).prop_map(|(order, ranked)| choice(&order[..ranked]));
        (Just(paper), vec(ballot, 0..25))
    })
}

fn count(paper: &PollPaper, ballots: &[Ballot]) -> Count {
    Count::of(paper, ballots.iter())
}

/// How many ballots count for an answer, of those that are in.
fn votes_for(option: OptionId, standing: &BTreeSet<OptionId>, ballots: &[Ballot]) -> usize {
    let first = |ballot: &&Ballot| ballot.choice.iter().find(|option| standing.contains(option)) == Some(&option);
    ballots.iter().filter(first).count()
}

/// Whether by the rule for ties the one is out rather than the other.
fn is_out_before(one: OptionId, other: OptionId, rounds: &[RunoffRound], count: &Count) -> bool {
    for round in rounds.iter().rev() {
        if round.votes[&one] != round.votes[&other] {
            return round.votes[&one] < round.votes[&other];
        }
    }
    let borda = &count.detail.borda;
    if borda[&one] != borda[&other] {
        return borda[&one] < borda[&other];
    }
    one > other
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn points_are_the_answers_that_stand_behind_on_each_ballot_that_names_it((paper, ballots) in poll()) {
        let offered = paper.options.len();
        let count = count(&paper, &ballots);
        for (option, points) in &count.detail.borda {
            let places = ballots.iter().filter_map(|ballot| ballot.choice.iter().position(|named| named == option));
            let expected: usize = places.map(|place| offered - 1 - place).sum();
            prop_assert_eq!(usize::try_from(*points).unwrap(), expected);
        }
    }

    #[test]
    fn every_round_counts_every_ballot_once((paper, ballots) in poll()) {
        let mut standing: BTreeSet<OptionId> = count(&paper, &ballots).tally.into_keys().collect();
        for round in count(&paper, &ballots).detail.runoff {
            prop_assert!(round.votes.keys().eq(standing.iter()), "those are in that nobody put out");
            for (option, votes) in &round.votes {
                prop_assert_eq!(usize::try_from(*votes).unwrap(), votes_for(*option, &standing, &ballots));
            }
            let all = round.votes.values().sum::<u32>() + round.exhausted;
            prop_assert_eq!(usize::try_from(all).unwrap(), ballots.len());
            standing.retain(|option| round.out != Some(*option));
        }
    }

    #[test]
    fn the_last_round_alone_has_a_majority_and_nobody_out((paper, ballots) in poll()) {
        let rounds = count(&paper, &ballots).detail.runoff;
        prop_assert_eq!(rounds.is_empty(), ballots.is_empty());
        for (number, round) in (1..).zip(&rounds) {
            let all: u32 = round.votes.values().sum();
            let most = round.votes.values().max().copied().unwrap();
            prop_assert_eq!(most * 2 > all, number == rounds.len(), "round {} of {}", number, rounds.len());
            prop_assert_eq!(round.out.is_none(), number == rounds.len());
        }
    }

    #[test]
    fn out_is_one_of_those_with_the_fewest_and_of_several_the_one_that_the_rule_names((paper, ballots) in poll()) {
        let count = count(&paper, &ballots);
        let rounds = &count.detail.runoff;
        for (place, round) in rounds.iter().enumerate() {
            let Some(out) = round.out else { continue };
            let fewest = round.votes.values().min().copied().unwrap();
            let last: Vec<OptionId> = round.votes.iter().filter(|(_, votes)| **votes == fewest).map(|(option, _)| *option).collect();
            prop_assert!(last.contains(&out));
            prop_assert_eq!(round.tied, last.len() > 1);
            for other in last.into_iter().filter(|other| *other != out) {
                prop_assert!(is_out_before(out, other, &rounds[..place], &count), "{} before {}", out, other);
            }
        }
    }
}
