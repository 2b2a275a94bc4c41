//! `[[rooms.polls]]`: polls that wait as drafts. What a room would refuse is refused here already.

use super::field::Text;
use super::report::Report;
use super::table::Table;
use crate::meeting::limits::POLLS_MAX;
use crate::room::command::{PollKind, PollPaper};
use crate::room::limits::{OPTION_CHARACTERS_MAX, OPTIONS_MAX, OPTIONS_MIN, QUESTION_CHARACTERS_MAX};
use std::collections::HashSet;

const FIELDS: [&str; 5] = ["question", "kind", "options", "min", "max"];

/// Reads the polls of a room or template; none where it says nothing about polls.
pub(super) fn read(table: &Table<'_>, report: &mut Report) -> Option<Vec<PollPaper>> {
    table.field("polls")?;
    let tables = table.tables("polls", POLLS_MAX, report);
    Some(tables.iter().map(|poll| paper(poll, report)).collect())
}

fn paper(table: &Table<'_>, report: &mut Report) -> PollPaper {
    table.only(&FIELDS, report);
    let question = table.required_text(
        "question",
        Text::filled(QUESTION_CHARACTERS_MAX),
        "\"What is needed most?\"",
        report,
    );
    let kinds = [("single", PollKind::Single), ("multiple", PollKind::Multiple)];
    let kind = table
        .required("kind", "\"single\"", report)
        .and_then(|field| field.choice(&kinds, report));
    let options = options(table, report);
    let (min, max) = bounds(table, kind, options.len(), report);
    PollPaper {
        question,
        kind: kind.unwrap_or(PollKind::Single),
        options,
        min,
        max,
        ..PollPaper::default()
    }
}

fn options(table: &Table<'_>, report: &mut Report) -> Vec<String> {
    let Some(field) = table.required("options", "[\"yes\", \"no\"]", report) else {
        return Vec::new();
    };
    let items = field.items(OPTIONS_MAX, "a list of texts belongs here, as in [\"yes\", \"no\"]", report);
    let count = items.len();
    if field.value.is_array() && count < OPTIONS_MIN {
        field.wrong(
            format!("a poll offers at least {OPTIONS_MIN} options; this one has {count}"),
            report,
        );
    }
    let mut seen = HashSet::new();
    for item in &items {
        let Some(option) = item.text(Text::filled(OPTION_CHARACTERS_MAX), report) else {
            continue;
        };
        if !seen.insert(option.clone()) {
            item.wrong(format!("the option `{option}` is there twice; each has to differ"), report);
        }
    }
    items
        .iter()
        .filter_map(|item| item.value.as_str())
        .map(|text| text.trim().to_owned())
        .collect()
}

/// Fewest and most answers of a ballot. Only multiple choice has them, and they fit the options.
fn bounds(table: &Table<'_>, kind: Option<PollKind>, options: usize, report: &mut Report) -> (Option<u32>, Option<u32>) {
    let fields = (table.field("min"), table.field("max"));
    if kind == Some(PollKind::Single) {
        for field in [fields.0, fields.1].into_iter().flatten() {
            field.wrong(
                "a poll of the kind `single` takes exactly one answer; leave this out or write `kind = \"multiple\"`",
                report,
            );
        }
        return (None, None);
    }
    let most = u32::try_from(options.clamp(1, OPTIONS_MAX)).unwrap_or(1);
    let max = fields.1.as_ref().and_then(|field| field.number(&(1..=most), report));
    let min = fields.0.as_ref().and_then(|field| field.number(&(1..=most), report));
    if let (Some(field), Some(min), Some(max)) = (fields.0, min, max)
        && min > max
    {
        field.wrong(
            format!("the fewest answers of a ballot, {min}, are more than the most, {max}; `min` is at most `max`"),
            report,
        );
    }
    (min, max)
}
