//! Items on a scale.

use super::support::{abstention, assert_refused, assert_unfit, by_option, count, draft, kept, marks, tables};
use crate::room::command::{PaperForm, PollKind, PollPaper};
use crate::room::ids::OptionId;

const ITEMS: &[&str] = &["People", "Technology"];

fn with_scale(labels: &[&str]) -> PollPaper {
    PollPaper {
        form: PaperForm {
            scale: labels.iter().map(|label| (*label).to_owned()).collect(),
            abstain: true,
            ..PaperForm::default()
        },
        ..draft(PollKind::Grid, ITEMS)
    }
}

#[test]
fn a_grid_of_one_item_will_do_and_its_scale_is_one_to_five() {
    let paper = kept(&draft(PollKind::Grid, &["Alone"]));
    assert_eq!(paper.form.scale, ["1", "2", "3", "4", "5"]);
}

#[test]
fn a_grid_needs_an_item_and_a_scale_of_two_steps() {
    assert_unfit(&draft(PollKind::Grid, &[]), "A poll offers 1 to 20 answers, not 0.");
    assert_unfit(&with_scale(&["Done"]), "A scale has 2 to 11 steps, not 1.");
    let labels: Vec<String> = (0..12).map(|step| step.to_string()).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    assert_unfit(&with_scale(&labels), "A scale has at most 11 steps, not 12.");
}

#[test]
fn each_item_has_its_ballots_by_step_its_mean_and_who_skipped_it() {
    let paper = kept(&with_scale(&["Low", "Middle", "High"]));
    let ballots = [
        marks(&[(1, 1), (2, 3)]),
        marks(&[(1, 3)]),
        marks(&[(1, 3), (2, 3)]),
        marks(&[(1, 2)]),
        abstention(),
    ];
    let count = count(&paper, &ballots);
    assert_eq!(count.tally, by_option(&[(1, 4), (2, 2)]));
    assert_eq!(count.detail.spread[&OptionId(1)], [1, 1, 2]);
    assert_eq!(count.detail.spread[&OptionId(2)], [0, 0, 2]);
    assert_eq!(
        count.detail.skipped,
        by_option(&[(1, 0), (2, 2)]),
        "who abstains skips nothing"
    );
    let table = &tables(&paper, &count, 5)[0];
    assert_eq!(table.header, ["Item", "Low", "Middle", "High", "Mean step", "Skipped"]);
    // People: (1 + 3 + 3 + 2) / 4 = 2.25, rounded up.
    assert_eq!(
        table.rows,
        [
            ["People", "1", "1", "2", "2.3", "0"],
            ["Technology", "0", "0", "2", "3.0", "2"]
        ]
    );
}

#[test]
fn an_item_that_all_skip_has_no_mean() {
    let paper = kept(&with_scale(&["Low", "High"]));
    let table = &tables(&paper, &count(&paper, &[marks(&[(2, 1)])]), 1)[0];
    assert_eq!(table.rows[0], ["People", "0", "0", "–", "1"]);
}

#[test]
fn a_step_is_on_the_scale_and_one_item_at_least_is_rated() {
    let paper = kept(&with_scale(&["Low", "High"]));
    assert_refused(&paper, &marks(&[]), "The ballot is empty: rate at least one item.");
    for step in [0, 3, u32::MAX] {
        assert_refused(
            &paper,
            &marks(&[(1, 1), (2, step)]),
            &format!("“Technology” is put on step {step}; the scale has the steps 1 to 2."),
        );
    }
}
