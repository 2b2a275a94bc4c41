//! The scale of agreement.

use super::support::{assert_refused, assert_unfit, by_option, choice, count, draft, kept, tables};
use crate::room::command::{Ballot, PollKind};
use crate::room::ids::OptionId;
use crate::room::polls::texts::TextId;

fn because(step: u32, reason: &str) -> Ballot {
    Ballot {
        texts: vec![reason.to_owned()],
        ..choice(&[step])
    }
}

#[test]
fn five_steps_are_there_where_none_are_written() {
    let paper = kept(&draft(PollKind::Agreement, &[]));
    assert_eq!(
        paper.options,
        ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]
    );
    assert_eq!((paper.min, paper.max), (Some(1), Some(1)));
}

#[test]
fn a_scale_has_two_to_eleven_steps() {
    let steps: Vec<String> = (0..12).map(|step| step.to_string()).collect();
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    assert_unfit(
        &draft(PollKind::Agreement, &steps),
        "A scale of agreement has 2 to 11 steps, not 12.",
    );
    assert_unfit(
        &draft(PollKind::Agreement, &["Yes"]),
        "A scale of agreement has 2 to 11 steps, not 1.",
    );
    assert_eq!(kept(&draft(PollKind::Agreement, &steps[..11])).options.len(), 11);
}

#[test]
fn the_mean_is_of_the_steps_and_reasons_stand_with_theirs() {
    let paper = kept(&draft(PollKind::Agreement, &[]));
    let ballots = [
        because(1, "Too costly"),
        choice(&[4]),
        because(5, "It works"),
        because(5, "it  WORKS"),
        because(4, "It works"),
    ];
    let count = count(&paper, &ballots);
    assert_eq!(count.tally, by_option(&[(1, 1), (2, 0), (3, 0), (4, 2), (5, 2)]));
    let reason = &count.detail.texts[&TextId::of("It works", Some(OptionId(5)))];
    assert_eq!(
        (reason.written, reason.about),
        (2, Some(OptionId(5))),
        "the same reason of another step is another text"
    );
    assert_eq!(count.detail.texts.len(), 3);

    let tables = tables(&paper, &count, 5);
    // (1 + 4 + 4 + 5 + 5) / 5 = 3.8
    assert_eq!(tables[0].rows[5], ["Mean step, from 1 to 5", "3.8", ""]);
    assert_eq!(
        tables[1].rows,
        [
            ["Strongly disagree", "Too costly", "1"],
            ["Agree", "It works", "1"],
            ["Strongly agree", "It works", "2"],
        ]
    );
}

#[test]
fn a_table_has_only_the_reasons_that_the_count_was_left_with() {
    let paper = kept(&draft(PollKind::Agreement, &[]));
    let mut count = count(&paper, &[because(1, "Too costly")]);
    count.detail.texts.clear();
    assert_eq!(tables(&paper, &count, 1).len(), 1);
}

#[test]
fn a_ballot_names_one_step_and_at_most_one_reason() {
    let paper = kept(&draft(PollKind::Agreement, &[]));
    assert_refused(&paper, &choice(&[]), "The ballot is empty: choose a step of the scale.");
    assert_refused(
        &paper,
        &choice(&[1, 5]),
        "This poll takes exactly one step of the scale; the ballot names 2.",
    );
    let silent = Ballot {
        choice: vec![],
        ..because(1, "Why not")
    };
    assert_refused(
        &paper,
        &silent,
        "The ballot gives a reason without an answer: choose a step of the scale.",
    );
    let many = Ballot {
        texts: ["One", "Two"].map(str::to_owned).into(),
        ..choice(&[1])
    };
    assert_refused(&paper, &many, "A ballot gives one reason at most, not 2.");
}
