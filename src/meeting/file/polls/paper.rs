//! What is asked and what a ballot looks like: question, kind, answers and what else the ballot paper has.

use super::super::field::{Field, Text};
use super::super::report::Report;
use super::super::table::Table;
use super::{Beginning, translations, words};
use crate::meeting::wrong::{OfPoll, PollText, Wanted};
use crate::room::command::{Axes, PaperForm, PollKind, PollPaper};
use crate::room::limits::{
    LABEL_CHARACTERS_MAX, OPTION_CHARACTERS_MAX, OPTIONS_MAX, POINTS_MAX, QUESTION_CHARACTERS_MAX, SCALE_STEPS_MAX,
};
use std::collections::HashSet;

pub(super) const FIELDS: [&str; 11] = [
    "question",
    "kind",
    "options",
    "min",
    "max",
    "abstain",
    "scale",
    "axes",
    "points",
    "language",
    "translations",
];

/// Reads these fields into a poll. One that begins from a ready-made poll needs none of them.
pub(super) fn read(table: &Table<'_>, beginning: Beginning, poll: &mut PollPaper, report: &mut Report) {
    if beginning == Beginning::ReadyMade
        && ["question", "options", "scale", "axes"]
            .iter()
            .any(|name| table.field(name).is_some())
    {
        // The language and the translations of the ready-made poll are those of its own words.
        poll.language = None;
        poll.translations.clear();
    }
    let kind = question_and_kind(table, beginning, poll, report);
    if let Some(field) = table.field("options") {
        poll.options = differing(&field, PollText::Option, OPTIONS_MAX, OPTION_CHARACTERS_MAX, report);
    }
    bounds(table, kind, poll, report);
    form(table, &mut poll.form, report);
    if let Some(field) = table.field("language") {
        poll.language = field.language(report);
    }
    if table.field("translations").is_some() {
        poll.translations = translations::read(table, report);
    }
}

/// The kind, where it is known.
fn question_and_kind(table: &Table<'_>, beginning: Beginning, poll: &mut PollPaper, report: &mut Report) -> Option<PollKind> {
    let wanted = |name, example, report: &mut Report| {
        if beginning == Beginning::Blank {
            table.required(name, example, report)
        } else {
            table.field(name)
        }
    };
    if let Some(field) = wanted("question", "\"What is needed most?\"", report) {
        poll.question = field.text(Text::filled(QUESTION_CHARACTERS_MAX), report).unwrap_or_default();
    }
    let Some(field) = wanted("kind", "\"single\"", report) else {
        return (beginning == Beginning::ReadyMade).then_some(poll.kind);
    };
    let kind = field.choice(&words(PollKind::ALL), report)?;
    poll.kind = kind;
    Some(kind)
}

/// A list of texts, each of them once.
pub(super) fn differing(
    field: &Field<'_>,
    what: PollText,
    count_max: usize,
    characters_max: usize,
    report: &mut Report,
) -> Vec<String> {
    let example = "[\"yes\", \"no\"]";
    let items = field.items(count_max, Wanted::Texts { example }, report);
    let mut seen = HashSet::new();
    let mut texts = Vec::new();
    for item in &items {
        let Some(text) = item.text(Text::filled(characters_max), report) else {
            continue;
        };
        if !seen.insert(text.clone()) {
            let written = text.clone();
            item.wrong(OfPoll::PollTextTwice { what, written }, report);
        }
        texts.push(text);
    }
    texts
}

/// Fewest and most answers of a ballot; they fit the options where there are any.
fn bounds(table: &Table<'_>, kind: Option<PollKind>, poll: &mut PollPaper, report: &mut Report) {
    let fields = (table.field("min"), table.field("max"));
    if kind == Some(PollKind::Single) {
        for field in [fields.0, fields.1].into_iter().flatten() {
            field.wrong(OfPoll::PollTakesOne, report);
        }
        return;
    }
    let offered = if poll.options.is_empty() {
        OPTIONS_MAX
    } else {
        poll.options.len()
    };
    let most = u32::try_from(offered.clamp(1, OPTIONS_MAX)).unwrap_or(1);
    if let Some(field) = &fields.1 {
        poll.max = field.number(&(1..=most), report);
    }
    let Some(field) = &fields.0 else { return };
    poll.min = field.number(&(1..=most), report);
    if let (Some(min), Some(max)) = (poll.min, poll.max)
        && min > max
    {
        field.wrong(OfPoll::PollMinAboveMax { min, max }, report);
    }
}

fn form(table: &Table<'_>, form: &mut PaperForm, report: &mut Report) {
    if let Some(field) = table.field("abstain") {
        form.abstain = field.yes_or_no(report).unwrap_or_default();
    }
    if let Some(field) = table.field("scale") {
        form.scale = scale(&field, report);
    }
    if let Some(field) = table.field("axes") {
        form.axes = axes(field, report);
    }
    if let Some(field) = table.field("points") {
        form.points = field.number(&(1..=POINTS_MAX), report);
    }
}

/// Labels of the steps, from the lowest.
pub(super) fn scale(field: &Field<'_>, report: &mut Report) -> Vec<String> {
    differing(field, PollText::Step, SCALE_STEPS_MAX, LABEL_CHARACTERS_MAX, report)
}

/// What the axes measure: both of them have a name.
pub(super) fn axes(field: Field<'_>, report: &mut Report) -> Option<Axes> {
    let table = field.table(Wanted::Axes, report)?;
    table.only(&["x", "y"], report);
    let label = Text::filled(LABEL_CHARACTERS_MAX);
    Some(Axes {
        x: table.required_text("x", label, "\"Impact\"", report),
        y: table.required_text("y", label, "\"Feasibility\"", report),
    })
}
