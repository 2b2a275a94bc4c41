//! What may be asked about the keeping of names.
//!
//! All of it is the organiser's. The date is a day of the calendar, not before today, not before the last day of the programme and not
//! further away than ten years. Once people have come in and were told a date, a later one is refused, and so is none. Deleting at once
//! wants the meeting's id as a word, and that no room is open: people are working there. Whatever is asked for a second time is so already.

use super::{BY_CHARACTERS_MAX, Command, Event, Facts, Keeping, Promise, State};
use crate::book::Context;
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use crate::room::text;
use jiff::ToSpan;
use jiff::civil::Date;

/// How far away the date may be.
const YEARS_MAX: i32 = 10;

/// What the command makes happen.
pub(super) fn decide(keeping: &Keeping, command: &Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    if context.role != Role::Organiser {
        return Err(Refusal::new(
            Code::NotAllowed,
            "How long names are kept is for the organiser to say.",
        ));
    }
    match command {
        Command::Set { promise, seen, facts } => set(keeping, promise, seen.as_ref(), facts),
        Command::Unset { seen, facts } => unset(keeping, seen.as_ref(), facts),
        Command::DeleteNow { confirm, facts } => delete_now(keeping, confirm, facts),
        Command::Begin => Ok(match keeping.state {
            State::Kept => vec![Event::DeletionBegun],
            State::Deleting | State::Deleted => Vec::new(),
        }),
        Command::Finish { rooms } => Ok(match keeping.state {
            State::Deleted => Vec::new(),
            State::Kept | State::Deleting => vec![Event::PeopleForgotten { rooms: *rooms }],
        }),
    }
}

fn set(keeping: &Keeping, promise: &Promise, seen: Option<&Option<Promise>>, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    still_there(keeping)?;
    let until = day(&promise.until)?;
    let by = text::filled("Who keeps the names", &promise.by, BY_CHARACTERS_MAX)?;
    let promise = Promise {
        until: until.to_string(),
        by,
    };
    let told = keeping.promise.as_ref();
    if told == Some(&promise) {
        return Ok(Vec::new());
    }
    require_as_seen(keeping, seen)?;
    check_bounds(until, facts)?;
    if let Some(told) = told.filter(|told| facts.has_people && promise.until > told.until) {
        let message = format!(
            "People who came in were told that their names are kept until {}. The date can be made earlier, not later.",
            told.until
        );
        return Err(Refusal::new(Code::OutOfBounds, message));
    }
    Ok(vec![Event::DateSet { promise }])
}

fn require_as_seen(keeping: &Keeping, seen: Option<&Option<Promise>>) -> Result<(), Refusal> {
    if seen.is_none_or(|seen| *seen == keeping.promise) {
        return Ok(());
    }
    let message = "Somebody else has changed until when names are kept since you opened it, so yours was not saved. Compare both, then save yours \
                   over it or keep theirs.";
    Err(Refusal::new(Code::ChangedMeanwhile, message))
}

fn check_bounds(until: Date, facts: &Facts) -> Result<(), Refusal> {
    let out_of_bounds = |message: String| Err(Refusal::new(Code::OutOfBounds, message));
    let (today, last): (Option<Date>, Option<Date>) = (facts.today.parse().ok(), facts.last_day.parse().ok());
    if let Some(today) = today.filter(|today| until < *today) {
        return out_of_bounds(format!(
            "{until} has passed: today is {today} in the place of the meeting. Choose a later day."
        ));
    }
    if let Some(last) = last.filter(|last| until < *last) {
        return out_of_bounds(format!(
            "The programme goes on until {last}. Names are needed until then; choose that day or a later one."
        ));
    }
    let furthest = today.and_then(|today| today.checked_add(YEARS_MAX.years()).ok());
    if furthest.is_some_and(|furthest| until > furthest) {
        return out_of_bounds(format!(
            "{until} is too far away: names are kept for {YEARS_MAX} years at most."
        ));
    }
    Ok(())
}

fn day(written: &str) -> Result<Date, Refusal> {
    let shaped = written.len() == 10 && written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    shaped.then(|| written.parse().ok()).flatten().ok_or_else(|| {
        let message = "The date is no day of the calendar; it is written as year-month-day, as in 2025-06-01.";
        Refusal::new(Code::OutOfBounds, message)
    })
}

fn unset(keeping: &Keeping, seen: Option<&Option<Promise>>, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    still_there(keeping)?;
    let Some(told) = &keeping.promise else {
        return Ok(Vec::new());
    };
    require_as_seen(keeping, seen)?;
    if facts.has_people {
        let message = format!(
            "People who came in were told that their names are kept until {}. The date can be made earlier, but not be taken away.",
            told.until
        );
        return Err(Refusal::new(Code::OutOfBounds, message));
    }
    Ok(vec![Event::DateUnset])
}

fn delete_now(keeping: &Keeping, confirm: &str, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    if keeping.state != State::Kept {
        return Ok(Vec::new());
    }
    if confirm.trim() != facts.meeting || facts.meeting.is_empty() {
        let message = format!("To delete all names, write the meeting's id: {}.", facts.meeting);
        return Err(Refusal::new(Code::TextInvalid, message));
    }
    if !facts.open_rooms.is_empty() {
        let rooms = facts.open_rooms.join(", ");
        let message = format!(
            "Close all rooms first: their outcome is written at the close, with the names that belong there. Open: {rooms}."
        );
        return Err(Refusal::new(Code::RoomOpen, message));
    }
    Ok(vec![Event::DeletionBegun])
}

fn still_there(keeping: &Keeping) -> Result<(), Refusal> {
    if keeping.state == State::Kept {
        return Ok(());
    }
    Err(Refusal::new(
        Code::TooLate,
        "The names are being deleted, or gone already; there is nothing left to keep.",
    ))
}
