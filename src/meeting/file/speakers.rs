//! `[[rooms.speakers]]`: who is on the list of speakers from the start. What a room would refuse is refused here already.

use super::field::Text;
use super::report::Report;
use super::table::Table;
use crate::meeting::wrong::OfPart;
use crate::room::command::Entry;
use crate::room::floor::prepared::FIELDS;
use crate::room::floor::{Inscribed, Lane};
use crate::room::limits::{
    DELEGATION_CHARACTERS_MAX, GROUP_CHARACTERS_MAX, NAME_CHARACTERS_MAX, NOTE_CHARACTERS_MAX, REQUESTS_MAX,
};
use crate::room::seat::{Class, Profile, Rank};

pub(super) const CLASSES: [(&str, Class); 3] = [
    ("state", Class::State),
    ("organization", Class::Organization),
    ("stakeholder", Class::Stakeholder),
];

pub(super) const RANKS: [(&str, Rank); 5] = [
    ("minister", Rank::Minister),
    ("vice-minister", Rank::ViceMinister),
    ("ambassador", Rank::Ambassador),
    ("delegate", Rank::Delegate),
    ("expert", Rank::Expert),
];

/// The lanes in which somebody can stand before the room has begun.
pub(super) const LANES: [(&str, Lane); 3] = [("list", Lane::List), ("precedence", Lane::Precedence), ("reply", Lane::Reply)];

/// Reads the speakers of a room or template; none where it says nothing about speakers.
pub(super) fn read(table: &Table<'_>, report: &mut Report) -> Option<Vec<Entry>> {
    table.field("speakers")?;
    let mut inscribed = Inscribed::new();
    let tables = table.tables("speakers", REQUESTS_MAX, report);
    let speakers = tables.iter().map(|speaker| {
        let entry = entry(speaker, report);
        require_once(&mut inscribed, &entry, speaker, report);
        entry
    });
    Some(speakers.collect())
}

fn entry(table: &Table<'_>, report: &mut Report) -> Entry {
    table.only(&FIELDS, report);
    if table.field("name").is_none() && table.field("delegation").is_none() {
        report.add(&table.span, &table.path, OfPart::SpeakerUnnamed);
    }
    Entry {
        profile: Profile {
            name: text(table, "name", NAME_CHARACTERS_MAX, report),
            delegation: text(table, "delegation", DELEGATION_CHARACTERS_MAX, report),
            class: table.field("class").and_then(|field| field.choice(&CLASSES, report)),
            rank: table.field("rank").and_then(|field| field.choice(&RANKS, report)),
        },
        lane: table.field("lane").and_then(|field| field.choice(&LANES, report)),
        on_behalf_of: text(table, "on_behalf_of", GROUP_CHARACTERS_MAX, report),
        language: table.field("language").and_then(|field| field.language(report)),
        remote: table
            .field("remote")
            .and_then(|field| field.yes_or_no(report))
            .unwrap_or_default(),
        note: text(table, "note", NOTE_CHARACTERS_MAX, report),
    }
}

fn text(table: &Table<'_>, name: &str, characters_max: usize, report: &mut Report) -> Option<String> {
    table.field(name)?.text(Text::filled(characters_max), report)
}

/// A delegation, or a person without one, has one place on the list.
fn require_once(inscribed: &mut Inscribed<usize>, entry: &Entry, table: &Table<'_>, report: &mut Report) {
    let (who, name) = match (&entry.profile.delegation, &entry.profile.name) {
        (Some(delegation), _) => (delegation, "delegation"),
        (None, Some(person)) if table.field("delegation").is_none() => (person, "name"),
        _ => return,
    };
    let Some(field) = table.field(name) else { return };
    if let Some(line) = inscribed.earlier(entry, report.line_of(&field.span)) {
        let who = who.clone();
        field.wrong(OfPart::SpeakerTwice { who, line }, report);
    }
}
