//! Answers in order of preference: papers, ballots, ties and tables.

use super::support::{assert_kept, assert_refused, assert_unfit, by_option, choice, count, draft, kept, marks, tables, times};
use crate::room::command::{PollKind, PollPaper};
use crate::room::ids::OptionId;
use crate::room::polls::count::Count;

const ANSWERS: &[&str] = &["A", "B", "C", "D"];

fn ranking(min: Option<u32>, max: Option<u32>) -> PollPaper {
    PollPaper {
        min,
        max,
        ..draft(PollKind::Ranking, ANSWERS)
    }
}

/// Who is out after each round, and whether a tie decided it.
fn outs(count: &Count) -> Vec<(Option<OptionId>, bool)> {
    count.detail.runoff.iter().map(|round| (round.out, round.tied)).collect()
}

#[test]
fn a_ballot_ranks_all_answers_where_the_paper_does_not_say() {
    let bounds = |min, max| {
        let paper = kept(&ranking(min, max));
        (paper.min.unwrap(), paper.max.unwrap())
    };
    assert_eq!(bounds(None, None), (4, 4));
    assert_eq!(bounds(Some(1), None), (1, 4));
    assert_eq!(bounds(None, Some(3)), (3, 3));
    assert_unfit(&ranking(Some(3), Some(2)), "A ballot cannot hold 3 to 2 of 4 answers.");
    assert_unfit(&ranking(None, Some(5)), "A ballot cannot hold 5 to 5 of 4 answers.");
}

#[test]
fn an_order_may_be_a_list_or_places_and_is_kept_as_a_list() {
    let paper = kept(&ranking(None, None));
    assert_kept(&paper, &choice(&[3, 1, 4, 2]), &choice(&[3, 1, 4, 2]));
    assert_kept(&paper, &marks(&[(1, 2), (2, 4), (3, 1), (4, 3)]), &choice(&[3, 1, 4, 2]));
}

#[test]
fn a_gap_a_tie_and_a_place_before_the_first_are_refused() {
    let paper = kept(&ranking(Some(1), None));
    assert_refused(
        &paper,
        &marks(&[(1, 1), (2, 3)]),
        "The ranking has a gap: nobody is at place 2.",
    );
    assert_refused(&paper, &marks(&[(1, 2)]), "The ranking has a gap: nobody is at place 1.");
    assert_refused(
        &paper,
        &marks(&[(1, 1), (2, u32::MAX)]),
        "The ranking has a gap: nobody is at place 2.",
    );
    assert_refused(
        &paper,
        &marks(&[(1, 1), (2, 2), (4, 2)]),
        "The ranking has a tie: “B” and “D” are both at place 2.",
    );
    assert_refused(&paper, &marks(&[(1, 0), (2, 1)]), "Places begin with 1; “A” is at place 0.");
}

#[test]
fn a_ballot_ranks_as_many_as_the_paper_says_and_says_so_in_one_way() {
    let paper = kept(&ranking(None, None));
    assert_refused(&paper, &choice(&[1, 2]), "This poll ranks 4 answers; the ballot ranks 2.");
    let partial = kept(&ranking(Some(2), Some(3)));
    assert_refused(&partial, &choice(&[1]), "This poll ranks 2 to 3 answers; the ballot ranks 1.");
    assert_refused(&paper, &choice(&[]), "The ballot is empty: put the answers in order.");
    let both = crate::room::command::Ballot {
        marks: by_option(&[(1, 1)]),
        ..choice(&[1, 2, 3, 4])
    };
    assert_refused(&paper, &both, "Say the order in one way: either a list or places, not both.");
}

#[test]
fn ballots_that_name_nobody_who_is_still_in_are_exhausted() {
    let paper = kept(&ranking(Some(1), None));
    // 4 A, 3 B (then C), 2 C, 1 D: D is out and its ballot exhausted, then C with both of its own, then B has 3 of 7.
    let ballots = [
        times(4, &choice(&[1])),
        times(3, &choice(&[2, 3])),
        times(2, &choice(&[3])),
        times(1, &choice(&[4])),
    ]
    .concat();
    let count = count(&paper, &ballots);
    let exhausted: Vec<u32> = count.detail.runoff.iter().map(|round| round.exhausted).collect();
    assert_eq!(exhausted, [0, 1, 3]);
    assert_eq!(
        outs(&count),
        [(Some(OptionId(4)), false), (Some(OptionId(3)), false), (None, false)]
    );
    assert_eq!(
        count.detail.runoff[2].votes,
        by_option(&[(1, 4), (2, 3)]),
        "4 of 7 are an absolute majority of what is not exhausted, though not of 10"
    );
    // Borda: A 4 × 3, B 3 × 3, C 2 × 3 and 3 × 2, D 1 × 3; who is left out gets none.
    assert_eq!(count.detail.borda, by_option(&[(1, 12), (2, 9), (3, 12), (4, 3)]));
}

#[test]
fn of_those_with_the_fewest_the_one_is_out_that_had_fewer_in_the_latest_round_in_which_they_differ() {
    let paper = kept(&ranking(Some(1), None));
    // First round A 5, B 3, C 2, D 1. D goes to C: B and C have 3 each. In the round before C had fewer: C is out, though it
    // has more Borda points than B.
    let ballots = [
        times(5, &choice(&[1, 3, 4, 2])),
        times(3, &choice(&[2])),
        times(2, &choice(&[3, 2])),
        times(1, &choice(&[4, 3])),
    ]
    .concat();
    let count = count(&paper, &ballots);
    assert_eq!(count.detail.runoff[1].votes, by_option(&[(1, 5), (2, 3), (3, 3)]));
    assert!(count.detail.borda[&OptionId(3)] > count.detail.borda[&OptionId(2)]);
    assert_eq!(outs(&count)[..2], [(Some(OptionId(4)), false), (Some(OptionId(3)), true)]);
}

#[test]
fn where_no_round_before_tells_them_apart_the_one_with_fewer_borda_points_is_out() {
    let paper = kept(&ranking(Some(1), None));
    // A 2, B 1, C 1, D 0. D is out alone. B and C were never apart; C is second of both who put A first.
    let ballots = [times(2, &choice(&[1, 3])), times(1, &choice(&[2])), times(1, &choice(&[3]))].concat();
    let count = count(&paper, &ballots);
    assert_eq!(outs(&count)[..2], [(Some(OptionId(4)), false), (Some(OptionId(2)), true)]);
}

#[test]
fn where_nothing_tells_them_apart_the_one_later_on_the_paper_is_out() {
    let paper = kept(&ranking(Some(1), None));
    let ballots = [choice(&[4]), choice(&[3]), choice(&[2]), choice(&[1])];
    let count = count(&paper, &ballots);
    let expected = [
        (Some(OptionId(4)), true),
        (Some(OptionId(3)), true),
        (Some(OptionId(2)), true),
        (None, false),
    ];
    assert_eq!(outs(&count), expected);
    assert_eq!(count.detail.runoff[3].votes, by_option(&[(1, 1)]));
}

#[test]
fn an_absolute_majority_at_once_needs_no_further_round_and_half_is_none() {
    let paper = kept(&ranking(Some(1), None));
    let three_of_four = [times(3, &choice(&[2])), times(1, &choice(&[1]))].concat();
    assert_eq!(outs(&count(&paper, &three_of_four)), [(None, false)]);
    let two_of_four = [times(2, &choice(&[2])), times(2, &choice(&[1]))].concat();
    assert_eq!(count(&paper, &two_of_four).detail.runoff.len(), 4);
}

#[test]
fn without_ballots_there_is_no_round() {
    let paper = kept(&ranking(None, None));
    let count = count(&paper, &[]);
    assert_eq!((count.detail.runoff.len(), count.detail.borda.len()), (0, 4));
}

#[test]
fn the_rounds_stand_side_by_side_six_in_a_table() {
    let answers: Vec<String> = (1..=9).map(|number| format!("Answer {number}")).collect();
    let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
    let paper = kept(&PollPaper {
        min: Some(1),
        ..draft(PollKind::Ranking, &answers)
    });
    let ballots: Vec<_> = (1..=9).map(|answer| choice(&[answer])).collect();
    let tables = tables(&paper, &count(&paper, &ballots), 9);
    let headers: Vec<usize> = tables.iter().map(|table| table.header.len()).collect();
    assert_eq!(headers, [3, 7, 4], "Borda, rounds 1 to 6, rounds 7 to 9");
    assert_eq!(tables[2].header, ["Answer", "Round 7", "Round 8", "Round 9"]);
    assert_eq!(tables[1].rows[8][1], "1 (out by the rule for ties)");
    assert_eq!(tables[2].rows[0], ["Answer 1", "1", "1", "1 (majority)"]);
    assert_eq!(tables[2].rows[9], ["Exhausted ballots", "6", "7", "8"]);
}
