//! `[[rooms.polls]]`: polls that wait as drafts. What a room would refuse is refused here already: each field is read with its
//! bounds, and then the room's own check is asked about the whole. A poll may begin from a ready-made one and change it.

mod paper;
mod rules;
mod translations;

use super::report::Report;
use super::table::Table;
use crate::meeting::limits::POLLS_MAX;
use crate::meeting::wrong::OfPoll;
use crate::room::command::PollPaper;
use crate::room::event::Attribution;
use crate::room::polls::attribution::may_have;
use crate::room::polls::paper::checked;
use crate::room::polls::templates::Template;
use serde::Serialize;
use std::ops::Range;

/// A prepared poll, and where the file says who learns how its voters voted.
#[derive(Clone)]
pub(super) struct Prepared {
    /// The poll.
    pub(super) paper: PollPaper,
    secrecy_span: Range<usize>,
    secrecy_path: String,
}

/// Reads the polls of a room or template; none where it says nothing about polls.
pub(super) fn read(table: &Table<'_>, report: &mut Report) -> Option<Vec<Prepared>> {
    table.field("polls")?;
    let tables = table.tables("polls", POLLS_MAX, report);
    Some(tables.iter().map(|poll| prepared(poll, report)).collect())
}

fn prepared(table: &Table<'_>, report: &mut Report) -> Prepared {
    // A ready-made poll may bring its secrecy along.
    let said = table.field("secrecy").or_else(|| table.field("template"));
    Prepared {
        paper: one(table, report),
        secrecy_span: said.map_or(table.span.clone(), |field| field.span),
        secrecy_path: table.path_of("secrecy"),
    }
}

impl Prepared {
    /// Says so where a room of that rule may not have this poll. A room can take its polls from a template and its rule from elsewhere,
    /// so that this is asked once both are known.
    pub(super) fn check(&self, attribution: Attribution, room: &str, report: &mut Report) {
        if !may_have(attribution, &self.paper.rules) {
            let room = room.to_owned();
            report.add(&self.secrecy_span, &self.secrecy_path, OfPoll::PollTellsVotes { room });
        }
    }
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
            let said = refusal.message;
            report.add(&table.span, &table.path, OfPoll::PollInvalid { said });
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
