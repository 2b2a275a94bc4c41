//! What a document begins with: its title, what kind of text it is, the facts of the session, and the guiding questions.

use super::super::super::contents::Outcome;
use super::super::super::wording;
use super::super::{Fact, Part, Role, Words};
use super::{heading, list, paragraph, section};

pub(super) fn parts(outcome: &Outcome) -> Vec<Part> {
    let draft = wording::draft(outcome).map(|draft| paragraph(Role::Warning, Words::own(draft)));
    let clearing = wording::report::clearing_status(outcome).map(|status| ("Report", status));
    let facts = wording::facts(outcome).into_iter().chain(clearing).map(|(name, text)| Fact {
        name: name.to_owned(),
        value: Words::of(text).on_a_line(),
    });
    let mut parts = vec![heading(1, Words::of(outcome.room.title.as_str()))];
    parts.extend(draft);
    parts.push(paragraph(Role::Nature, Words::own(outcome.nature.as_str())));
    parts.push(Part::Facts { facts: facts.collect() });
    if !outcome.room.questions.is_empty() {
        let questions = outcome
            .room
            .questions
            .iter()
            .map(|question| Words::of(question.as_str()).on_a_line());
        parts.push(section("Guiding questions"));
        parts.push(list(true, questions));
    }
    parts
}
