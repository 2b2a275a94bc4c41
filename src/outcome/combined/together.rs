//! What a plenary or a panel brings to the report of the meeting beside its points: who spoke, and what was asked from the floor that
//! others supported or that was answered. A group tells that in its own document.

use super::contents::{Combined, FloorQuestion, RoomSummary};
use super::sheet::{heading, paragraph, section, title_of};
use crate::outcome::contents::{Intervention, Outcome};
use crate::outcome::sheet::{Part, Role, Words};
use crate::outcome::wording;
use crate::room::floor::Lane;

/// Who spoke, each once. A point of order is no speech of the debate.
pub(super) fn speakers(outcome: &Outcome) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    let speeches = outcome.floor.interventions.iter();
    for speech in speeches.filter(|speech| !outcome.gathering.is_group() && speech.lane != Lane::PointOfOrder) {
        let who = called(speech);
        if !who.is_empty() && !named.contains(&who) {
            named.push(who);
        }
    }
    named
}

fn called(speech: &Intervention) -> String {
    let parts = [&speech.speaker, &speech.delegation];
    let named: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let for_group = (!speech.on_behalf_of.is_empty()).then(|| format!("on behalf of {}", speech.on_behalf_of));
    let all: Vec<&str> = named.into_iter().chain(for_group.as_deref()).collect();
    all.join(", ")
}

/// What was asked, in the order of the board: most support first.
pub(super) fn questions(outcome: &Outcome) -> Vec<FloorQuestion> {
    let cards = outcome.board.cards.iter().filter(|_| !outcome.gathering.is_group());
    let told = cards
        .filter(|card| card.support > 0 || card.answered)
        .map(|card| FloorQuestion {
            text: card.text.clone(),
            support: card.support,
            answered: card.answered,
        });
    told.collect()
}

/// The section of the report; nothing where no plenary and no panel has anything to tell.
pub(super) fn parts(report: &Combined) -> Vec<Part> {
    let met = report.rooms.iter().filter(|room| !room.gathering.is_group());
    let told: Vec<Part> = met.flat_map(of_room).collect();
    if told.is_empty() {
        return told;
    }
    std::iter::once(section("Plenaries and panels")).chain(told).collect()
}

fn of_room(room: &RoomSummary) -> Vec<Part> {
    if room.speeches == 0 && room.questions.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![heading(3, title_of(room))];
    if room.speeches > 0 {
        let time = wording::duration(room.speaking_time_s);
        let speeches = if room.speeches == 1 { "speech" } else { "speeches" };
        let sentence = format!("{} {speeches}, {time} together.", room.speeches);
        parts.push(paragraph(Role::Body, Words::own(sentence)));
    }
    parts.extend(listed(
        true,
        room.speakers.iter().map(|speaker| Words::of(speaker.as_str()).on_a_line()),
    ));
    if !room.questions.is_empty() {
        parts.push(heading(4, Words::own("Questions from the floor")));
    }
    parts.extend(listed(false, room.questions.iter().map(asked)));
    parts
}

fn asked(question: &FloorQuestion) -> Words {
    let support = match question.support {
        0 => None,
        1 => Some("supported by one seat".to_owned()),
        seats => Some(format!("supported by {seats} seats")),
    };
    let answered = question.answered.then(|| "answered".to_owned());
    let told: Vec<String> = support.into_iter().chain(answered).collect();
    Words::of_pieces([question.text.clone(), format!(" ({})", told.join(", "))]).on_a_line()
}

fn listed(ordered: bool, items: impl Iterator<Item = Words>) -> Option<Part> {
    let items: Vec<Vec<Part>> = items.map(|words| vec![paragraph(Role::Body, words)]).collect();
    (!items.is_empty()).then_some(Part::List {
        ordered,
        start: 1,
        items,
    })
}
