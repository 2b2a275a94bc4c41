//! `[[rooms.polls]]`: polls that wait as drafts. What a room would refuse is refused here already: each field is read with its
//! bounds, and then the room's own check is asked about the whole. A poll may begin from a ready-made one and change it.

mod paper;
mod rules;
mod translations;

use super::report::Report;
use super::table::Table;
use crate::meeting::limits::POLLS_MAX;
use crate::room::command::PollPaper;
use crate::room::polls::paper::checked;
use crate::room::polls::templates::Template;
use serde::Serialize;

/// Reads the polls of a room or template; none where it says nothing about polls.
pub(super) fn read(table: &Table<'_>, report: &mut Report) -> Option<Vec<PollPaper>> {
    table.field("polls")?;
    let tables = table.tables("polls", POLLS_MAX, report);
    Some(tables.iter().map(|poll| one(poll, report)).collect())
}

fn one(table: &Table<'_>, report: &mut Report) -> PollPaper {
    table.only(&[paper::FIELDS.as_slice(), &rules::FIELDS, &["template"]].concat(), report);
    let errors_before = report.count();
    let (beginning, mut poll) = beginning(table, report);
    paper::read(table, beginning, &mut poll, report);
    rules::read(table, &mut poll.rules, report);
    if report.count() > errors_before {
        return poll;
    }
    // A sentence about a paper that is not read whole would be about what is missing in it only here.
    match checked(&poll) {
        Ok(kept) => kept,
        Err(refusal) => {
            report.add(&table.span, &table.path, refusal.message);
            poll
        }
    }
}

/// From what a poll begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beginning {
    /// From nothing: question and kind have to be said.
    Blank,
    /// From a ready-made poll.
    ReadyMade,
    /// From one that is not known, which is an error already.
    Unknown,
}

fn beginning(table: &Table<'_>, report: &mut Report) -> (Beginning, PollPaper) {
    let Some(field) = table.field("template") else {
        return (Beginning::Blank, PollPaper::default());
    };
    match field.choice(&words(&Template::ALL), report) {
        Some(template) => (Beginning::ReadyMade, template.paper()),
        None => (Beginning::Unknown, PollPaper::default()),
    }
}

/// Each value with the word that stands for it on the wire too, so that a new one is known here at once.
fn words<T: Serialize + Copy>(values: &[T]) -> Vec<(String, T)> {
    let word = |value: &T| serde_json::to_value(value).ok()?.as_str().map(str::to_owned);
    values
        .iter()
        .filter_map(|value| word(value).map(|word| (word, *value)))
        .collect()
}
