//! Single choice, multiple choice, and the show of hands.

use super::support::{abstention, assert_kept, assert_refused, assert_unfit, by_option, choice, count, draft, kept, tables};
use crate::room::command::{PollKind, PollPaper};

const COLOURS: &[&str] = &["Red", "Green", "Blue"];

#[test]
fn a_single_choice_names_one_answer() {
    let paper = kept(&draft(PollKind::Single, COLOURS));
    assert_kept(&paper, &choice(&[2]), &choice(&[2]));
    assert_refused(
        &paper,
        &choice(&[]),
        "This poll takes exactly one answer; the ballot names 0.",
    );
    assert_refused(
        &paper,
        &choice(&[1, 2]),
        "This poll takes exactly one answer; the ballot names 2.",
    );
    let count = count(&paper, &[choice(&[2]), choice(&[2]), choice(&[3])]);
    assert_eq!(count.tally, by_option(&[(1, 0), (2, 2), (3, 1)]));
}

#[test]
fn a_multiple_choice_names_so_many_answers_and_is_kept_in_the_papers_order() {
    let paper = kept(&PollPaper {
        max: Some(2),
        ..draft(PollKind::Multiple, COLOURS)
    });
    assert_kept(&paper, &choice(&[3, 1]), &choice(&[1, 3]));
    assert_refused(&paper, &choice(&[]), "This poll takes 1 to 2 answers; the ballot names 0.");
    assert_refused(
        &paper,
        &choice(&[1, 2, 3]),
        "This poll takes 1 to 2 answers; the ballot names 3.",
    );
    let count = count(&paper, &[choice(&[1, 3]), choice(&[3])]);
    assert_eq!(count.tally, by_option(&[(1, 1), (2, 0), (3, 2)]));
    let table = &tables(&paper, &count, 2)[0];
    assert_eq!(table.rows, [["Red", "1", "50%"], ["Green", "0", "0%"], ["Blue", "2", "100%"]]);
}

#[test]
fn a_multiple_choice_has_bounds_that_its_answers_can_meet() {
    let bounds = |min, max| PollPaper {
        min,
        max,
        ..draft(PollKind::Multiple, COLOURS)
    };
    assert_unfit(&bounds(None, Some(4)), "A ballot cannot hold 1 to 4 of 3 answers.");
    assert_unfit(&bounds(Some(3), Some(2)), "A ballot cannot hold 3 to 2 of 3 answers.");
    assert_unfit(&bounds(Some(0), None), "A ballot cannot hold 0 to 3 of 3 answers.");
    assert_unfit(
        &draft(PollKind::Multiple, &["Alone"]),
        "A poll offers 2 to 20 answers, not 1.",
    );
}

#[test]
fn a_show_of_hands_is_yes_no_or_abstention() {
    let paper = kept(&draft(PollKind::YesNo, &[]));
    assert_eq!(
        (paper.options.as_slice(), paper.form.abstain),
        (["Yes", "No"].map(str::to_owned).as_slice(), true)
    );
    let ballots = [choice(&[1]), choice(&[1]), choice(&[2]), abstention()];
    let count = count(&paper, &ballots);
    assert_eq!((&count.tally, count.detail.abstentions), (&by_option(&[(1, 2), (2, 1)]), 1));
    let table = &tables(&paper, &count, 4)[0];
    assert_eq!(
        table.rows,
        [["Yes", "2", "50%"], ["No", "1", "25%"], ["Abstention", "1", "25%"]]
    );
}

#[test]
fn a_show_of_hands_may_word_its_two_answers() {
    let paper = kept(&draft(PollKind::YesNo, &["For", "Against"]));
    assert_eq!(paper.options, ["For", "Against"]);
    assert_unfit(
        &draft(PollKind::YesNo, COLOURS),
        "A poll of yes and no has two answers, not 3; abstention is always there.",
    );
}

#[test]
fn a_show_of_hands_takes_one_hand_of_a_voter() {
    let paper = kept(&draft(PollKind::YesNo, &[]));
    assert_refused(&paper, &choice(&[]), "The ballot is empty: choose an answer, or abstain.");
    assert_refused(
        &paper,
        &choice(&[1, 2]),
        "This poll takes one answer or an abstention; the ballot names 2.",
    );
}
