//! The sessions of the programme. They stand in the order of their times; sessions of the same time in the order in which they came.

use super::checked;
use super::refused::Refused;
use crate::meeting::limits::SESSIONS_MAX;
use crate::meeting::plan::{Meeting, Session};
use crate::meeting::wrong::OfChange;
use crate::room::refusal::Code;

/// Adds a session, or changes one.
pub(super) fn put(plan: &Meeting, seen: Option<&Session>, session: Session) -> Result<Meeting, Refused> {
    let session = checked::session(session, &plan.rooms)?;
    if let Some(seen) = seen.filter(|seen| seen.id != session.id) {
        let id = seen.id.clone();
        return Err(Refused::of_field("id", OfChange::SessionIdStays { id }));
    }
    let current = plan.programme.iter().find(|known| known.id == session.id);
    match (seen, current) {
        (_, Some(current)) if *current == session => return Ok(plan.clone()),
        (None, Some(current)) => return Err(id_taken(current)),
        (Some(seen), None) => return Err(Refused::gone(&named(seen))),
        (Some(seen), Some(current)) if seen != current => return Err(Refused::changed_meanwhile(&named(current))),
        (None, None) if plan.programme.len() >= SESSIONS_MAX => {
            let message = format!("The programme has {SESSIONS_MAX} sessions, and no more fit. Remove one first.");
            return Err(Refused::new(Code::TooMany, message));
        }
        _ => {}
    }
    Ok(with(plan.clone(), session))
}

/// Moves a session; it stays as long as it is.
pub(super) fn shift(plan: &Meeting, seen: &Session, date: String, starts: &str) -> Result<Meeting, Refused> {
    let length = minutes(&seen.ends).zip(minutes(&seen.starts));
    let length = length.and_then(|(ends, starts)| ends.checked_sub(starts)).unwrap_or(0);
    let begins = minutes(starts).ok_or_else(|| Refused::of_field("starts", OfChange::MovedToNoTime))?;
    let ends = begins + length;
    if ends >= 24 * 60 {
        return Err(Refused::of_field("starts", OfChange::PastMidnight));
    }
    let moved = Session {
        date,
        starts: starts.to_owned(),
        ends: format!("{:02}:{:02}", ends / 60, ends % 60),
        ..seen.clone()
    };
    put(plan, Some(seen), moved)
}

/// Takes a session out of the programme. That it is out already is as good.
pub(super) fn remove(plan: &Meeting, seen: &Session) -> Result<Meeting, Refused> {
    let current = plan.programme.iter().find(|known| known.id == seen.id);
    if let Some(current) = current.filter(|current| *current != seen) {
        return Err(Refused::changed_meanwhile(&named(current)));
    }
    let mut plan = plan.clone();
    plan.programme.retain(|known| known.id != seen.id);
    Ok(plan)
}

/// The plan with this session in the place of its time. One whose time stays keeps its place.
fn with(mut plan: Meeting, session: Session) -> Meeting {
    let time = |session: &Session| (session.date.clone(), session.starts.clone());
    if let Some(known) = plan.programme.iter_mut().find(|known| known.id == session.id) {
        if time(known) == time(&session) {
            *known = session;
            return plan;
        }
        let id = session.id.clone();
        plan.programme.retain(|known| known.id != id);
    }
    let later = plan.programme.iter().position(|known| time(known) > time(&session));
    plan.programme.insert(later.unwrap_or(plan.programme.len()), session);
    plan
}

fn named(session: &Session) -> String {
    format!("the session “{}”", session.title)
}

fn id_taken(other: &Session) -> Refused {
    let message = format!(
        "Another session, “{}”, has the id `{}` already. Give this one another.",
        other.title, other.id
    );
    Refused::new(Code::IdTaken, message)
}

/// Minutes since midnight.
pub(super) fn minutes(time: &str) -> Option<u32> {
    let (hour, minute) = time.split_once(':')?;
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}
