//! Any ballots of any kind: what is kept is accepted again as it is, and the count is that of a second count, written otherwise.

use super::any_kind::paper_of;
use crate::room::command::{Ballot, PollKind, PollPaper};
use crate::room::ids::OptionId;
use crate::room::polls::count::Count;
use crate::room::polls::kinds;
use crate::room::polls::texts::TextId;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;

/// Words that voters share, some of them in two spellings.
const WORDS: &[&str] = &["trust", "TRUST", "time", "money", " Money ", "", "rules"];

fn option() -> impl Strategy<Value = OptionId> {
    (1..=2u32).prop_map(OptionId)
}

fn words() -> impl Strategy<Value = Vec<String>> {
    vec(select(WORDS).prop_map(str::to_owned), 0..4)
}

/// A ballot of the parts that a kind takes, which fits more often than not.
fn ballot(kind: PollKind) -> BoxedStrategy<Ballot> {
    let supports = btree_set(select(WORDS).prop_map(|idea| TextId::of(idea, None)), 0..3);
    let mark = match kind {
        PollKind::Points => select(vec![0, 40, 60, 100]).boxed(),
        _ => (0..=6u32).boxed(),
    };
    let parts = (
        vec(option(), 0..3),
        btree_map(option(), mark, 0..3),
        btree_map(option(), [0..=6u32, 1..=5u32], 0..3),
        words(),
        supports,
        prop::bool::weighted(0.1),
    );
    let of_parts = move |(choice, marks, places, texts, supports, abstain)| match kind {
        _ if abstain => Ballot {
            abstain,
            ..Ballot::default()
        },
        PollKind::Single | PollKind::Multiple | PollKind::YesNo | PollKind::Ranking => Ballot {
            choice,
            ..Ballot::default()
        },
        PollKind::Agreement => Ballot {
            choice,
            texts,
            ..Ballot::default()
        },
        PollKind::Grid | PollKind::Points => Ballot {
            marks,
            ..Ballot::default()
        },
        PollKind::Matrix => Ballot {
            places,
            ..Ballot::default()
        },
        PollKind::Text => Ballot {
            texts,
            ..Ballot::default()
        },
        PollKind::Ideas => Ballot {
            texts,
            supports,
            ..Ballot::default()
        },
    };
    parts.prop_map(of_parts).boxed()
}

/// A paper, and the ballots of a room that fit it.
fn poll() -> impl Strategy<Value = (PollPaper, Vec<Ballot>)> {
    select(PollKind::ALL).prop_flat_map(poll_of)
}

fn poll_of(kind: PollKind) -> impl Strategy<Value = (PollPaper, Vec<Ballot>)> {
    let paper = paper_of(kind, true);
    vec(ballot(kind), 0..40).prop_map(move |ballots| {
        let fitting = ballots.iter().filter_map(|ballot| kinds::checked(&paper, ballot).ok());
        (paper.clone(), fitting.collect())
    })
}

fn number(ballots: &[Ballot], fits: impl Fn(&Ballot) -> bool) -> u32 {
    u32::try_from(ballots.iter().filter(|ballot| fits(ballot)).count()).unwrap()
}

/// The first figure of an answer, by going through all ballots for it alone.
fn recount(kind: PollKind, ballots: &[Ballot], option: OptionId) -> u32 {
    match kind {
        PollKind::Points => ballots.iter().filter_map(|ballot| ballot.marks.get(&option)).sum(),
        PollKind::Ranking => number(ballots, |ballot| ballot.choice.first() == Some(&option)),
        PollKind::Grid => number(ballots, |ballot| ballot.marks.contains_key(&option)),
        PollKind::Matrix => number(ballots, |ballot| ballot.places.contains_key(&option)),
        _ => number(ballots, |ballot| ballot.choice.contains(&option)),
    }
}

/// How many ballots put an item on a step or into a cell.
fn recount_step(paper: &PollPaper, ballots: &[Ballot], item: OptionId, at: usize) -> u32 {
    let steps = u32::try_from(paper.form.scale.len()).unwrap();
    let at = u32::try_from(at).unwrap();
    number(ballots, |ballot| {
        let on_step = ballot.marks.get(&item) == Some(&(at + 1));
        let in_cell = ballot.places.get(&item) == Some(&[at % steps + 1, at / steps + 1]);
        on_step || in_cell
    })
}

fn has_text(ballot: &Ballot, text: &str) -> bool {
    ballot.texts.iter().any(|own| own.eq_ignore_ascii_case(text))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_kept_ballot_is_accepted_again_unchanged((paper, ballots) in poll()) {
        for ballot in &ballots {
            let again = kinds::checked(&paper, ballot);
            prop_assert_eq!(again.as_ref(), Ok(ballot));
        }
    }

    #[test]
    fn the_tally_is_that_of_a_second_count((paper, ballots) in poll()) {
        let count = Count::of(&paper, ballots.iter());
        prop_assert_eq!(count.detail.abstentions, number(&ballots, |ballot| ballot.abstain));
        prop_assert_eq!(count.tally.len(), paper.options.len());
        for (option, figure) in &count.tally {
            prop_assert_eq!(*figure, recount(paper.kind, &ballots, *option), "{:?} {}", paper.kind, option);
        }
    }

    #[test]
    fn steps_and_cells_are_those_of_a_second_count_and_add_up((paper, ballots) in poll()) {
        let count = Count::of(&paper, ballots.iter());
        let valid = number(&ballots, |ballot| !ballot.abstain);
        for (item, spread) in &count.detail.spread {
            for (at, figure) in spread.iter().enumerate() {
                prop_assert_eq!(*figure, recount_step(&paper, &ballots, *item, at), "{} at {}", item, at);
            }
            prop_assert_eq!(spread.iter().sum::<u32>(), count.tally[item]);
            prop_assert_eq!(count.tally[item] + count.detail.skipped[item], valid);
        }
        let rated = matches!(paper.kind, PollKind::Grid | PollKind::Matrix);
        prop_assert_eq!(count.detail.spread.len(), if rated { paper.options.len() } else { 0 });
    }

    #[test]
    fn all_points_of_all_ballots_are_given((paper, ballots) in poll_of(PollKind::Points)) {
        let count = Count::of(&paper, ballots.iter());
        let valid = number(&ballots, |ballot| !ballot.abstain);
        prop_assert_eq!(count.tally.values().sum::<u32>(), 100 * valid);
    }

    #[test]
    fn texts_and_their_support_are_those_of_a_second_count((paper, ballots) in poll()) {
        let texts = Count::of(&paper, ballots.iter()).detail.texts;
        for (id, counted) in &texts {
            prop_assert_eq!(id, &TextId::of(&counted.text, counted.about));
            let writes = |ballot: &Ballot| {
                let about = counted.about.is_none_or(|step| ballot.choice.contains(&step));
                about && has_text(ballot, &counted.text)
            };
            prop_assert_eq!(counted.written, number(&ballots, writes));
            let supports = |ballot: &Ballot| writes(ballot) || ballot.supports.contains(id);
            prop_assert_eq!(counted.support, number(&ballots, supports));
        }
        let written: usize = ballots.iter().map(|ballot| ballot.texts.len()).sum();
        let counted: u32 = texts.values().map(|text| text.written).sum();
        prop_assert_eq!(usize::try_from(counted).unwrap(), written, "no text is lost");
    }

    #[test]
    fn the_order_of_the_ballots_makes_no_difference((paper, ballots) in poll()) {
        let count = Count::of(&paper, ballots.iter());
        prop_assert_eq!(count, Count::of(&paper, ballots.iter().rev()));
    }

    #[test]
    fn every_row_of_every_table_is_as_wide_as_its_head((paper, ballots) in poll(), base in 0..50u32) {
        let count = Count::of(&paper, ballots.iter());
        for table in paper.kind.rules().tables(&paper, &count, base) {
            prop_assert!(table.rows.iter().all(|row| row.len() == table.header.len()));
        }
    }
}
