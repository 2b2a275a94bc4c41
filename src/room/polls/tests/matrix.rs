//! Items on two axes.

use super::support::{assert_refused, assert_unfit, by_option, count, draft, kept, places, tables};
use crate::room::command::{Axes, PaperForm, PollKind, PollPaper};
use crate::room::ids::OptionId;

fn with_axes(x: &str, y: &str, scale: &[&str]) -> PollPaper {
    PollPaper {
        form: PaperForm {
            axes: Some(Axes {
                x: x.to_owned(),
                y: y.to_owned(),
            }),
            scale: scale.iter().map(|label| (*label).to_owned()).collect(),
            ..PaperForm::default()
        },
        ..draft(PollKind::Matrix, &["Fund", "Network"])
    }
}

fn matrix() -> PollPaper {
    kept(&with_axes("Impact", "Feasibility", &["Low", "Middle", "High"]))
}

#[test]
fn a_matrix_has_two_axes_that_measure_different_things_and_five_steps_where_none_are_written() {
    assert_unfit(
        &draft(PollKind::Matrix, &["Fund"]),
        "A matrix has two axes; say what each of them measures.",
    );
    assert_unfit(
        &with_axes("Impact", " Impact ", &[]),
        "Both axes of the matrix measure “Impact”.",
    );
    assert_unfit(&with_axes("Impact", "", &[]), "The axis upwards is empty.");
    assert_eq!(kept(&with_axes("Impact", "Feasibility", &[])).form.scale.len(), 5);
}

#[test]
fn cells_count_from_the_lowest_row_from_the_left() {
    let ballots = [
        places(&[(1, [3, 1]), (2, [1, 3])]),
        places(&[(1, [3, 1])]),
        places(&[(1, [2, 3])]),
    ];
    let paper = matrix();
    let count = count(&paper, &ballots);
    assert_eq!(count.tally, by_option(&[(1, 3), (2, 1)]));
    assert_eq!(count.detail.spread[&OptionId(1)], [0, 0, 2, 0, 0, 0, 0, 1, 0]);
    assert_eq!(count.detail.spread[&OptionId(2)], [0, 0, 0, 0, 0, 0, 1, 0, 0]);
    assert_eq!(count.detail.skipped, by_option(&[(1, 0), (2, 2)]));
    let table = &tables(&paper, &count, 3)[0];
    assert_eq!(
        table.header,
        ["Item", "Impact, mean step", "Feasibility, mean step", "Ballots", "Skipped"]
    );
    // Fund: across (3 + 3 + 2) / 3, upwards (1 + 1 + 3) / 3.
    assert_eq!(
        table.rows,
        [["Fund", "2.7", "1.7", "3", "0"], ["Network", "1.0", "3.0", "1", "2"]]
    );
}

#[test]
fn a_place_is_inside_the_matrix_and_one_item_at_least_has_one() {
    let paper = matrix();
    assert_refused(&paper, &places(&[]), "The ballot is empty: place at least one item.");
    for (place, step) in [([0, 1], 0), ([1, 4], 4), ([u32::MAX, 1], u32::MAX)] {
        assert_refused(
            &paper,
            &places(&[(1, place)]),
            &format!("“Fund” is placed on step {step}; both axes have the steps 1 to 3."),
        );
    }
}
