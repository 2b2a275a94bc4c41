//! Points shared out.

use super::support::{assert_kept, assert_refused, assert_unfit, by_option, count, draft, kept, marks, tables};
use crate::room::command::{PaperForm, PollKind, PollPaper};

fn of_points(points: Option<u32>) -> PollPaper {
    PollPaper {
        form: PaperForm {
            points,
            ..PaperForm::default()
        },
        ..draft(PollKind::Points, &["People", "Technology", "Law"])
    }
}

#[test]
fn there_are_a_hundred_points_where_the_paper_does_not_say_and_a_thousand_at_most() {
    assert_eq!(kept(&of_points(None)).form.points, Some(100));
    assert_eq!(kept(&of_points(Some(1_000))).form.points, Some(1_000));
    for points in [0, 1_001] {
        assert_unfit(
            &of_points(Some(points)),
            &format!("A ballot shares out 1 to 1000 points, not {points}."),
        );
    }
    assert_unfit(&draft(PollKind::Points, &["Alone"]), "A poll offers 2 to 20 answers, not 1.");
}

#[test]
fn points_of_all_ballots_are_added_up() {
    let paper = kept(&of_points(None));
    let ballots = [
        marks(&[(1, 60), (2, 40)]),
        marks(&[(1, 100)]),
        marks(&[(1, 5), (2, 95), (3, 0)]),
    ];
    let count = count(&paper, &ballots);
    assert_eq!(count.tally, by_option(&[(1, 165), (2, 135), (3, 0)]));
    let table = &tables(&paper, &count, 3)[0];
    assert_eq!(
        table.rows,
        [
            ["People", "165", "55%", "55.0"],
            ["Technology", "135", "45%", "45.0"],
            ["Law", "0", "0%", "0.0"],
        ]
    );
}

#[test]
fn nothing_given_has_no_share() {
    let paper = kept(&of_points(None));
    let table = &tables(&paper, &count(&paper, &[]), 0)[0];
    assert_eq!(table.rows[0], ["People", "0", "–", "–"]);
}

#[test]
fn an_answer_without_points_is_left_out_of_the_kept_ballot() {
    let paper = kept(&of_points(None));
    assert_kept(&paper, &marks(&[(1, 100), (2, 0)]), &marks(&[(1, 100)]));
}

#[test]
fn points_that_do_not_add_up_are_refused_with_what_is_missing_or_too_much() {
    let paper = kept(&of_points(None));
    assert_refused(&paper, &marks(&[(1, 99)]), "99 of 100 points are given; give 1 more.");
    assert_refused(
        &paper,
        &marks(&[(1, 100), (3, 1)]),
        "101 points are given, but there are 100; take 1 back.",
    );
    assert_refused(&paper, &marks(&[(1, 60)]), "60 of 100 points are given; give 40 more.");
    assert_refused(
        &paper,
        &marks(&[(1, 60), (2, 70)]),
        "130 points are given, but there are 100; take 30 back.",
    );
    assert_refused(
        &paper,
        &marks(&[(1, u32::MAX), (2, u32::MAX), (3, 102)]),
        "8589934692 points are given, but there are 100; take 8589934592 back.",
    );
    assert_refused(&paper, &marks(&[]), "The ballot is empty: share out 100 points.");
    assert_refused(&paper, &marks(&[(1, 0)]), "The ballot is empty: share out 100 points.");
}
