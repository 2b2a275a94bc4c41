//! The programme as a calendar file (RFC 5545), so that it can be put beside somebody's other appointments. A session is an event, or
//! each of its rooms where a room is asked for.
//!
//! Times are written in UTC: a phone shows them in the time of where it is, and no calendar program needs to know the place's time zone,
//! of which each has its own idea. The same session keeps its name (`UID`) whatever else of it changes, so that a calendar that takes the
//! file again moves the event and does not double it; its number (`SEQUENCE`) grows with every change of the plan and with the time that
//! it is given, by which a calendar knows what is newer.

mod event;
mod line;

use super::extended::Extended;
use super::plan::{Meeting, RoomPlan, Session};
use crate::room::ids::Millis;
use line::Lines;

/// Media type of the file.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// What of the programme is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// All sessions.
    Whole,
    /// One session, by its id.
    Session(&'a str),
    /// The session of one room, by the room's id, as that room's own event.
    Room(&'a str),
}

/// What a calendar says beside the programme.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// When the file is made.
    pub now: Millis,
    /// Where people reach the server, as in `https://example.org`; empty where nobody can.
    pub base_url: &'a str,
    /// How often the plan was changed.
    pub changes: u32,
    /// By how much rooms were given more time.
    pub extended: &'a Extended,
}

/// The calendar file; none where there is no such session, or where the room meets in none.
pub fn calendar(meeting: &Meeting, part: Part<'_>, context: Context<'_>) -> Option<String> {
    let events: Vec<(&Session, Option<&RoomPlan>)> = match part {
        Part::Whole => meeting.programme.iter().map(|session| (session, None)).collect(),
        Part::Session(id) => vec![(meeting.programme.iter().find(|session| session.id == id)?, None)],
        Part::Room(id) => {
            let room = meeting.room(id)?;
            meeting.sessions_of(id).map(|session| (session, Some(room))).collect()
        }
    };
    if events.is_empty() && !matches!(part, Part::Whole) {
        return None;
    }
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//Roundtable//Programme//EN");
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", "PUBLISH");
    lines.add_text("X-WR-CALNAME", &meeting.title);
    lines.add_text("X-WR-TIMEZONE", &meeting.timezone);
    for (session, room) in events {
        event::add(&mut lines, meeting, session, room, context);
    }
    lines.add("END", "VCALENDAR");
    Some(lines.finish())
}

/// A moment as programs and people read it, in UTC: `2024-05-10T19:00:00Z`.
pub fn moment(moment: Millis) -> String {
    event::second_of(moment).to_string()
}

#[cfg(test)]
mod tests;
