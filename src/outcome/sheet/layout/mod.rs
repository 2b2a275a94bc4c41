//! From an [`Outcome`] to a [`Sheet`]: what stands in a rapporteur's report, and in which order. The points come first, by kind,
//! each once; the notes that they were marked in follow whole, as the discussion; then the polls, the board, the floor, and how
//! the report was cleared.

mod board;
mod clearing;
mod floor;
mod head;
mod notes;
mod outline;
mod participation;
mod points;
mod polls;

use super::super::contents::Outcome;
use super::super::text::line;
use super::super::wording;
use super::{Column, Language, Part, Role, Sheet, Words};

/// Head of the column that says who did something.
const BY: &str = "By";

/// An outcome as a document without a format.
pub fn lay_out(outcome: &Outcome) -> Sheet {
    let sections = [
        head::parts(outcome),
        points::messages(outcome),
        participation::parts(outcome),
        points::parts(outcome),
        notes::parts(outcome),
        polls::parts(outcome),
        board::parts(outcome),
        floor::parts(outcome),
        clearing::parts(outcome),
    ];
    Sheet {
        title: line(&outcome.room.title),
        subject: line(&outcome.meeting.title),
        author: line(&outcome.rapporteurs.join("; ")),
        as_of: outcome.as_of.clone(),
        foot: wording::foot(outcome),
        language: Language::English,
        parts: sections.concat(),
    }
}

fn heading(level: u8, words: Words) -> Part {
    let words = words.on_a_line();
    Part::Heading { level, words }
}

/// The heading of a section.
fn section(text: &str) -> Part {
    heading(2, Words::own(text))
}

fn paragraph(role: Role, words: Words) -> Part {
    Part::Paragraph { role, words }
}

/// A list of which each item is a text.
fn list(ordered: bool, items: impl IntoIterator<Item = Words>) -> Part {
    let item = |words| vec![paragraph(Role::Body, words)];
    Part::List {
        ordered,
        start: 1,
        items: items.into_iter().map(item).collect(),
    }
}

/// A table whose rows say who did something in the column `By`; without that column where nobody is named in it.
fn table_with_names<const NUMBER: usize>(caption: Words, heads: [(&str, bool); NUMBER], mut rows: Vec<Vec<Words>>) -> Part {
    let mut columns = columns(heads);
    let by = heads.iter().position(|(head, _)| *head == BY);
    let is_blank = |by: usize| rows.iter().all(|row| row.get(by).is_none_or(Words::is_blank));
    if let Some(by) = by.filter(|by| is_blank(*by)) {
        columns.remove(by);
        rows.iter_mut()
            .filter(|row| by < row.len())
            .for_each(|row| drop(row.remove(by)));
    }
    Part::Table {
        caption,
        columns,
        has_row_heads: true,
        rows,
    }
}

fn column(head: Words, is_number: bool) -> Column {
    let head = head.on_a_line();
    Column { head, is_number }
}

/// Columns whose heads the program itself says, each with whether it holds figures.
fn columns<const NUMBER: usize>(heads: [(&str, bool); NUMBER]) -> Vec<Column> {
    heads.map(|(head, is_number)| column(Words::own(head), is_number)).into()
}
