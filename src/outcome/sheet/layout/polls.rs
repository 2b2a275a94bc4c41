//! The polls: how each was asked, what its figures stand on, and the figures themselves.

use super::super::super::charts;
use super::super::super::contents::{Outcome, Poll};
use super::super::super::wording::{polls, tallies};
use super::super::{Part, Role, Words};
use super::{column, heading, list, paragraph, section};
use crate::room::polls::table::Table;

/// The section from its heading on; nothing where there was no poll.
pub(super) fn parts(outcome: &Outcome) -> Vec<Part> {
    let told: Vec<Part> = match polls::kept_back(outcome) {
        Some(kept_back) => vec![paragraph(Role::Body, Words::own(kept_back))],
        None => (1..)
            .zip(&outcome.polls)
            .flat_map(|(number, one)| poll(outcome, number, one))
            .collect(),
    };
    if told.is_empty() {
        return told;
    }
    std::iter::once(section("Polls")).chain(told).collect()
}

fn poll(outcome: &Outcome, number: u32, poll: &Poll) -> Vec<Part> {
    let title = Words::of_pieces([format!("Poll {number}: ").as_str(), &poll.question]);
    let mut parts = vec![heading(3, title)];
    let sentences = polls::paragraphs(outcome, poll).into_iter();
    parts.extend(sentences.map(|sentence| paragraph(Role::Body, Words::of(sentence).on_a_line())));
    if poll.result.is_none() && !poll.answers.is_empty() {
        let answers = poll.answers.iter().map(|answer| Words::of(answer.text.as_str()).on_a_line());
        parts.push(list(false, answers));
    }
    parts.extend(charts::of(poll));
    parts.extend(tallies::tables(outcome, poll).iter().map(table));
    parts.extend(tallies::beside_the_groups(poll).map(|sentence| paragraph(Role::Note, Words::own(sentence))));
    parts
}

fn table(of_poll: &Table) -> Part {
    let heads = of_poll.header.iter().enumerate();
    let cell = |text: &String| Words::of(text.as_str()).on_a_line();
    Part::Table {
        caption: cell(&of_poll.caption),
        columns: heads
            .map(|(at, head)| column(Words::of(head.as_str()), tallies::is_of_figures(of_poll, at)))
            .collect(),
        has_row_heads: true,
        rows: of_poll.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    }
}
