//! `[[programme]]`: the sessions. Sessions may overlap: groups meet side by side.

use super::field::Text;
use super::report::Report;
use super::table::Table;
use crate::meeting::limits::{DESCRIPTION_CHARACTERS_MAX, ROOMS_MAX, SESSIONS_MAX, TITLE_CHARACTERS_MAX};
use crate::meeting::plan::{Session, SessionKind};
use crate::meeting::wrong::{OfPart, Wanted};
use std::collections::HashSet;
use std::ops::Range;

const FIELDS: [&str; 8] = ["id", "date", "starts", "ends", "title", "kind", "description", "rooms"];

const KINDS: [(&str, SessionKind); 5] = [
    ("social", SessionKind::Social),
    ("plenary", SessionKind::Plenary),
    ("panel", SessionKind::Panel),
    ("matchmaking", SessionKind::Matchmaking),
    ("breakout", SessionKind::Breakout),
];

/// A place where a session names a room.
pub(super) struct Reference {
    /// The room's id as written.
    pub(super) room: String,
    /// The session's id.
    pub(super) session: String,
    /// Where it stands.
    pub(super) span: Range<usize>,
    /// Its path.
    pub(super) path: String,
}

/// Reads the sessions, and where they name rooms.
pub(super) fn read(file: &Table<'_>, meeting_date: &str, report: &mut Report) -> (Vec<Session>, Vec<Reference>) {
    let mut references = Vec::new();
    let mut seen = HashSet::new();
    let tables = file.tables("programme", SESSIONS_MAX, report);
    let sessions = tables.iter().map(|table| {
        let session = session(table, meeting_date, report);
        if !session.id.is_empty() && !seen.insert(session.id.clone()) {
            let id = session.id.clone();
            report.add(
                &table.field("id").map_or(table.span.clone(), |field| field.span),
                &table.path_of("id"),
                OfPart::SessionIdTwice { id },
            );
        }
        let named = rooms(table, &session.id, report);
        let rooms = named.iter().map(|reference| reference.room.clone()).collect();
        references.extend(named);
        Session { rooms, ..session }
    });
    (sessions.collect(), references)
}

fn session(table: &Table<'_>, meeting_date: &str, report: &mut Report) -> Session {
    table.only(&FIELDS, report);
    let id = table
        .required("id", "\"breakout\"", report)
        .and_then(|field| field.id(report));
    let date = table.field("date").and_then(|field| field.date(report));
    let starts = table
        .required("starts", "\"15:00\"", report)
        .and_then(|field| field.time(report))
        .unwrap_or_default();
    let ends = table.required("ends", "\"17:00\"", report);
    let ends_at = ends.as_ref().and_then(|field| field.time(report)).unwrap_or_default();
    if let Some(field) = ends.filter(|_| !starts.is_empty() && !ends_at.is_empty() && ends_at <= starts) {
        let (ends, starts) = (ends_at.clone(), starts.clone());
        field.wrong(OfPart::EndsBeforeStart { ends, starts }, report);
    }
    let kind = table
        .required("kind", "\"breakout\"", report)
        .and_then(|field| field.choice(&KINDS, report));
    Session {
        id: id.unwrap_or_default(),
        date: date.unwrap_or_else(|| meeting_date.to_owned()),
        starts,
        ends: ends_at,
        title: table.required_text("title", Text::filled(TITLE_CHARACTERS_MAX), "\"Breakout groups\"", report),
        kind: kind.unwrap_or(SessionKind::Plenary),
        description: table.optional_text("description", Text::lines(DESCRIPTION_CHARACTERS_MAX), report),
        rooms: Vec::new(),
    }
}

fn rooms(table: &Table<'_>, session: &str, report: &mut Report) -> Vec<Reference> {
    let Some(field) = table.field("rooms") else {
        return Vec::new();
    };
    let items = field.items(ROOMS_MAX, Wanted::Rooms, report).into_iter();
    let read = items.filter_map(|item| {
        let room = item.id(report)?;
        Some(Reference {
            room,
            session: session.to_owned(),
            span: item.span,
            path: item.path,
        })
    });
    read.collect()
}
