//! `[rooms.polls.translations.fr]`: the texts of a poll in one more language.

use super::super::field::Text;
use super::super::report::Report;
use super::super::table::Table;
use super::paper;
use crate::meeting::wrong::{OfValue, PollText};
use crate::room::command::Translation;
use crate::room::limits::{OPTION_CHARACTERS_MAX, OPTIONS_MAX, QUESTION_CHARACTERS_MAX, TRANSLATIONS_MAX};
use crate::room::text;
use std::collections::BTreeMap;

/// Reads the translations of a poll, by the tag of their language.
pub(super) fn read(table: &Table<'_>, report: &mut Report) -> BTreeMap<String, Translation> {
    let tables = table.named_tables("translations", "fr", TRANSLATIONS_MAX, report);
    let read = tables.into_iter().map(|(tag, table)| {
        if !text::is_language(tag) {
            let written = tag.to_owned();
            report.add(&table.span, &table.path, OfValue::Language { written });
        }
        (tag.to_owned(), translation(&table, report))
    });
    read.collect()
}

fn translation(table: &Table<'_>, report: &mut Report) -> Translation {
    table.only(&["question", "options", "scale", "axes"], report);
    let options = table.field("options");
    Translation {
        question: table.required_text(
            "question",
            Text::filled(QUESTION_CHARACTERS_MAX),
            "\"De quoi a-t-on le plus besoin ?\"",
            report,
        ),
        options: options
            .map(|field| paper::differing(&field, PollText::Option, OPTIONS_MAX, OPTION_CHARACTERS_MAX, report))
            .unwrap_or_default(),
        scale: table
            .field("scale")
            .map(|field| paper::scale(&field, report))
            .unwrap_or_default(),
        axes: table.field("axes").and_then(|field| paper::axes(field, report)),
    }
}
