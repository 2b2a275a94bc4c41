//! What the meeting says of itself. When its first day moves, the sessions can move with it.

use super::command::Details;
use super::refused::Refused;
use super::{checked, start};
use crate::meeting::plan::Meeting;

pub(super) fn set(plan: &Meeting, seen: &Details, details: Details, move_days: bool) -> Result<Meeting, Refused> {
    let details = checked::details(details)?;
    let current = Details::of(plan);
    if current == details {
        return Ok(plan.clone());
    }
    if current != *seen {
        return Err(Refused::changed_meanwhile("the details of the meeting"));
    }
    let moved = if move_days {
        start::moved_to(plan.clone(), &details.date)?
    } else {
        plan.clone()
    };
    Ok(details.put_into(moved))
}
