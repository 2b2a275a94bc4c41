//! One event of a calendar file.

use super::Context;
use super::line::Lines;
use crate::meeting::plan::{Meeting, RoomPlan, Session};
use crate::room::ids::Millis;
use crate::room::place_time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// More than one plan of a session is ever given and taken back, in minutes and times: the number of a changed plan is above all of it.
const TURNS_MAX: u32 = 10_000;

/// Adds a session, or one room of it. A session whose times cannot be read has no place in a calendar.
pub(super) fn add(lines: &mut Lines, meeting: &Meeting, session: &Session, room: Option<&RoomPlan>, context: Context<'_>) {
    let extended = context.extended;
    let (extended_min, turns) = match room {
        Some(room) => (
            extended.of_room(&room.id, &session.id),
            extended.turns_of_room(&room.id, &session.id),
        ),
        None => (extended.of_session(session), extended.turns_of_session(session)),
    };
    let Some((starts, ends)) = moments(session, &place_time::zone(&meeting.timezone)) else {
        return;
    };
    let ends = ends
        .checked_add(SignedDuration::from_mins(i64::from(extended_min)))
        .unwrap_or(ends);
    lines.add("BEGIN", "VEVENT");
    lines.add("UID", &format!("{}.{}@roundtable", name(meeting, session, room), meeting.id));
    lines.add("SEQUENCE", &sequence(context.changes, turns).to_string());
    lines.add("DTSTAMP", &written(second_of(context.now)));
    lines.add("DTSTART", &written(starts));
    lines.add("DTEND", &written(ends));
    lines.add_text("SUMMARY", room.map_or(&session.title, |room| &room.title));
    let description = description(meeting, session, room);
    if !description.is_empty() {
        lines.add_text("DESCRIPTION", &description);
    }
    if !meeting.place.is_empty() {
        lines.add_text("LOCATION", &meeting.place);
    }
    if !context.base_url.is_empty() {
        let room = room.map(|room| format!("/{}", room.id)).unwrap_or_default();
        lines.add("URL", &format!("{}/m/{}{room}", context.base_url, meeting.id));
    }
    lines.add("STATUS", "CONFIRMED");
    lines.add("TRANSP", "OPAQUE");
    lines.add("END", "VEVENT");
}

/// What the event is called for ever. All of it are ids: letters, digits and hyphens.
fn name(meeting: &Meeting, session: &Session, room: Option<&RoomPlan>) -> String {
    let Some(room) = room else {
        return format!("session.{}", session.id);
    };
    if meeting.sessions_of(&room.id).nth(1).is_none() {
        // It follows its room into another session.
        format!("room.{}", room.id)
    } else {
        format!("room.{}.{}", room.id, session.id)
    }
}

/// Grows with either: what a session was given counts from nothing only where the plan has changed.
fn sequence(changes: u32, turns: u32) -> u32 {
    changes.saturating_mul(TURNS_MAX).saturating_add(turns.min(TURNS_MAX - 1))
}

/// From when to when. In the night in which clocks are put forward an end may seem to come before its start: then the session lasts as
/// long as the programme says.
fn moments(session: &Session, zone: &TimeZone) -> Option<(Timestamp, Timestamp)> {
    let (from, to) = (
        place_time::civil(&session.date, &session.starts)?,
        place_time::civil(&session.date, &session.ends)?,
    );
    let (starts, ends) = (place_time::moment(from, zone)?, place_time::moment(to, zone)?);
    if ends > starts {
        return Some((starts, ends));
    }
    let length = to.duration_since(from);
    (length.is_positive())
        .then(|| starts.checked_add(length).ok())
        .flatten()
        .map(|ends| (starts, ends))
}

/// What happens in it: the session's words; of a room its theme and its questions, of a session its rooms.
fn description(meeting: &Meeting, session: &Session, room: Option<&RoomPlan>) -> String {
    let mut said: Vec<String> = Vec::new();
    match room {
        Some(room) => {
            said.push(session.title.clone());
            said.push(room.theme.clone());
            said.extend(room.questions.iter().map(|question| format!("• {question}")));
        }
        None => {
            said.push(session.description.clone());
            let rooms = session.rooms.iter().filter_map(|id| meeting.room(id));
            let titles = rooms.map(|room| &room.title).filter(|title| **title != session.title);
            said.extend(titles.map(|title| format!("• {title}")));
        }
    }
    said.retain(|line| !line.is_empty());
    said.join("\n")
}

/// The moment, to the second.
pub(super) fn second_of(moment: Millis) -> Timestamp {
    Timestamp::from_second(moment.0.div_euclid(1_000)).unwrap_or_default()
}

/// A moment in UTC as the format writes it.
fn written(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}
