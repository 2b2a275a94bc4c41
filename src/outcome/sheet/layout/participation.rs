//! Who took part, in figures.

use super::super::super::contents::Outcome;
use super::super::super::wording;
use super::super::{Part, Words};
use super::{columns, section};

pub(super) fn parts(outcome: &Outcome) -> Vec<Part> {
    let rows = wording::participation(outcome).map(|(label, figure)| vec![Words::own(label), Words::own(figure.to_string())]);
    let table = Part::Table {
        caption: Words::default(),
        columns: columns([("Who took part", false), ("Number", true)]),
        has_row_heads: true,
        rows: rows.into(),
    };
    vec![section("Participation"), table]
}
