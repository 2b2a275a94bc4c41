//! The fields of the file itself, and what has to hold between its parts.

use super::calendar;
use super::field::{Field, Text};
use super::programme::{self, Reference};
use super::report::Report;
use super::rooms;
use super::suggest;
use super::table::Table;
use crate::meeting::limits::{LANGUAGES_MAX, LINE_CHARACTERS_MAX, TIMEZONE_CHARACTERS_MAX, TITLE_CHARACTERS_MAX};
use crate::meeting::plan::{Meeting, RoomPlan};
use crate::meeting::wrong::{OfPart, OfValue, UnknownName, Wanted};
use crate::room::text;
use std::collections::HashSet;

const FIELDS: [&str; 10] = [
    "id",
    "title",
    "subtitle",
    "place",
    "date",
    "timezone",
    "languages",
    "templates",
    "rooms",
    "programme",
];

/// Reads the whole meeting. What it returns is only right where nothing was reported.
pub(super) fn read(file: &Table<'_>, report: &mut Report) -> Meeting {
    file.only(&FIELDS, report);
    let id = file
        .required("id", "\"global-roundtable\"", report)
        .and_then(|field| field.id(report));
    let date = file
        .required("date", "\"2024-05-10\"", report)
        .and_then(|field| field.date(report));
    let date = date.unwrap_or_default();
    let rooms = rooms::read(file, report);
    let (programme, references) = programme::read(file, &date, report);
    check_references(&references, &rooms, report);
    Meeting {
        id: id.unwrap_or_default(),
        title: file.required_text("title", Text::filled(TITLE_CHARACTERS_MAX), "\"Global Roundtable\"", report),
        subtitle: file.optional_text("subtitle", Text::line(LINE_CHARACTERS_MAX), report),
        place: file.optional_text("place", Text::line(LINE_CHARACTERS_MAX), report),
        timezone: timezone(file, report),
        languages: languages(file, report),
        date,
        programme,
        rooms,
    }
}

fn timezone(file: &Table<'_>, report: &mut Report) -> String {
    let field = file.required("timezone", "\"America/New_York\"", report);
    field.and_then(|field| timezone_of(&field, report)).unwrap_or_default()
}

fn timezone_of(field: &Field<'_>, report: &mut Report) -> Option<String> {
    let name = field.text(Text::filled(TIMEZONE_CHARACTERS_MAX), report)?;
    if calendar::is_timezone(&name) {
        return Some(name);
    }
    field.wrong(OfValue::TimeZone { written: name }, report);
    None
}

fn languages(file: &Table<'_>, report: &mut Report) -> Vec<String> {
    let Some(field) = file.field("languages") else {
        return Vec::new();
    };
    let items = field.items(LANGUAGES_MAX, Wanted::Languages, report);
    let mut languages = Vec::new();
    for item in items {
        let Some(tag) = item.text(Text::filled(35), report) else {
            continue;
        };
        if text::is_language(&tag) {
            languages.push(tag);
        } else {
            item.wrong(OfValue::Language { written: tag }, report);
        }
    }
    languages
}

/// Rooms that the programme names are rooms of the meeting, and a session names each of them once.
fn check_references(references: &[Reference], rooms: &[RoomPlan], report: &mut Report) {
    let known: Vec<&str> = rooms.iter().map(|room| room.id.as_str()).collect();
    let known_ids: HashSet<&str> = known.iter().copied().collect();
    let mut named = HashSet::new();
    for reference in references {
        let (room, session) = (reference.room.as_str(), reference.session.as_str());
        if !known_ids.contains(room) {
            let unknown = UnknownName {
                written: room.to_owned(),
                hint: suggest::hint(room, &known),
            };
            report.add(&reference.span, &reference.path, OfPart::RoomUnknown(unknown));
        } else if !named.insert((session, room)) {
            let twice = OfPart::RoomInSessionTwice {
                room: room.to_owned(),
                session: session.to_owned(),
            };
            report.add(&reference.span, &reference.path, twice);
        }
    }
}
