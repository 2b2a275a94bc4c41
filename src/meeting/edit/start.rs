//! How a meeting begins: from nothing, or as another one was.

use super::checked;
use super::command::Details;
use super::refused::Refused;
use crate::meeting::limits::YEAR_MIN;
use crate::meeting::plan::Meeting;
use crate::meeting::wrong::OfChange;
use jiff::ToSpan;
use jiff::civil::Date;

/// A meeting without programme and rooms.
///
/// # Errors
/// Where id or details break a rule of the meeting file.
pub fn blank(id: &str, details: Details) -> Result<Meeting, Refused> {
    let meeting = Meeting {
        id: checked::id(id)?,
        ..Meeting::default()
    };
    Ok(checked::details(details)?.put_into(meeting))
}

/// The plan of another meeting under its own id and details, all days moved as the first one was. Nothing that happened in the other one
/// comes along.
///
/// # Errors
/// Where id or details break a rule of the meeting file, or a day would be none of the calendar.
pub fn copy(other: &Meeting, id: &str, details: Details) -> Result<Meeting, Refused> {
    let id = checked::id(id)?;
    let details = checked::details(details)?;
    let moved = moved_to(other.clone(), &details.date)?;
    Ok(details.put_into(Meeting { id, ..moved }))
}

/// The meeting with its first day on this date, and its sessions as far from it as before.
pub(super) fn moved_to(mut meeting: Meeting, first_day: &str) -> Result<Meeting, Refused> {
    let days = days_between(&meeting.date, first_day).ok_or_else(no_day)?;
    for session in &mut meeting.programme {
        session.date = later(&session.date, days).ok_or_else(no_day)?;
    }
    first_day.clone_into(&mut meeting.date);
    Ok(meeting)
}

fn no_day() -> Refused {
    Refused::of_field("date", OfChange::NoDay)
}

fn days_between(from: &str, to: &str) -> Option<i32> {
    let (from, to): (Date, Date) = (from.parse().ok()?, to.parse().ok()?);
    from.until(to).ok().map(|span| span.get_days())
}

fn later(date: &str, days: i32) -> Option<String> {
    let date: Date = date.parse().ok()?;
    let moved = date.checked_add(days.days()).ok()?;
    (moved.year() >= YEAR_MIN).then(|| moved.to_string())
}
