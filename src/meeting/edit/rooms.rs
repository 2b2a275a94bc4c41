//! The rooms of the plan. A room may be added and changed while the day runs; it goes only where nobody loses anything by it: while
//! nobody has been in it, or once it is closed and its outcome is sealed. Its journal stays in any case, so that a room which is put back
//! is there with everything that was in it.

use super::checked;
use super::refused::Refused;
use crate::meeting::limits::ROOMS_MAX;
use crate::meeting::plan::{Meeting, RoomPlan};
use crate::meeting::wrong::OfChange;
use crate::room::event::Attribution;
use crate::room::refusal::Code;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How a room is doing that somebody has opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoomNow {
    /// How many people are connected.
    pub people: u32,
    /// Whether somebody has ever come in.
    pub entered: bool,
    /// Whether it is closed, with its outcome sealed.
    pub closed: bool,
    /// The attribution rule under which people came in.
    pub attribution: Attribution,
}

/// Adds a room, or changes one.
pub(super) fn put(
    plan: &Meeting,
    seen: Option<&RoomPlan>,
    room: RoomPlan,
    session: Option<&str>,
    now: Option<&RoomNow>,
) -> Result<Meeting, Refused> {
    let room = checked::room(room)?;
    if let Some(seen) = seen.filter(|seen| seen.id != room.id) {
        let id = seen.id.clone();
        return Err(Refused::of_field("id", OfChange::RoomIdStays { id }));
    }
    let current = plan.room(&room.id);
    match (seen, current) {
        (_, Some(current)) if *current == room => return Ok(plan.clone()),
        (None, Some(current)) => return Err(id_taken(current)),
        (Some(seen), None) => return Err(Refused::gone(&named(seen))),
        (Some(seen), Some(current)) if seen != current => return Err(Refused::changed_meanwhile(&named(current))),
        (None, None) if plan.rooms.len() >= ROOMS_MAX => {
            let message = format!("The meeting has {ROOMS_MAX} rooms, and no more fit. Remove one first.");
            return Err(Refused::new(Code::TooMany, message));
        }
        _ => {}
    }
    keep_promise(&room, now)?;
    with(plan.clone(), room, session)
}

/// Takes a room out of the plan. That it is out already is as good.
pub(super) fn remove(plan: &Meeting, seen: &RoomPlan, with_contents: bool, now: Option<&RoomNow>) -> Result<Meeting, Refused> {
    let current = plan.room(&seen.id);
    if let Some(current) = current.filter(|current| *current != seen) {
        return Err(Refused::changed_meanwhile(&named(current)));
    }
    if let Some(now) = now.filter(|now| now.entered && current.is_some()) {
        keep_contents(seen, with_contents, now)?;
    }
    let mut plan = plan.clone();
    plan.rooms.retain(|known| known.id != seen.id);
    for session in &mut plan.programme {
        session.rooms.retain(|room| *room != seen.id);
    }
    Ok(plan)
}

/// Puts the rooms in another order.
pub(super) fn order(plan: &Meeting, seen: &[String], order: &[String]) -> Result<Meeting, Refused> {
    let current: Vec<&String> = plan.rooms.iter().map(|room| &room.id).collect();
    if current.iter().copied().eq(order) {
        return Ok(plan.clone());
    }
    if !current.iter().copied().eq(seen) {
        return Err(Refused::changed_meanwhile("the order of the rooms"));
    }
    let mut rooms = Vec::with_capacity(order.len());
    for id in order {
        let room = plan
            .room(id)
            .filter(|_| !rooms.iter().any(|known: &RoomPlan| known.id == *id));
        rooms.push(room.cloned().ok_or_else(other_rooms)?);
    }
    if rooms.len() != plan.rooms.len() {
        return Err(other_rooms());
    }
    Ok(Meeting { rooms, ..plan.clone() })
}

fn other_rooms() -> Refused {
    Refused::of_field("order", OfChange::OtherRooms)
}

fn with(mut plan: Meeting, room: RoomPlan, session: Option<&str>) -> Result<Meeting, Refused> {
    let id = room.id.clone();
    match plan.rooms.iter_mut().find(|known| known.id == id) {
        Some(known) => *known = room,
        None => plan.rooms.push(room),
    }
    if let Some(wanted) = session {
        let found = plan.programme.iter_mut().find(|session| session.id == wanted);
        let session = found.ok_or_else(|| Refused::gone("the session in which this room was to meet"))?;
        if !session.rooms.contains(&id) {
            session.rooms.push(id);
        }
    }
    Ok(plan)
}

/// People came in under a rule, and it is not made looser behind them.
fn keep_promise(room: &RoomPlan, now: Option<&RoomNow>) -> Result<(), Refused> {
    let looser = now.filter(|now| now.entered && room.attribution < now.attribution);
    if looser.is_none() {
        return Ok(());
    }
    let message = format!(
        "People have come into “{}” under a stricter attribution rule, so it cannot be made looser now. Keep the rule, or make it stricter.",
        room.title
    );
    Err(Refused::new(Code::AttributionForbids, message))
}

/// What people have done in a room does not go with a slip of the finger.
fn keep_contents(room: &RoomPlan, with_contents: bool, now: &RoomNow) -> Result<(), Refused> {
    if now.closed && with_contents {
        return Ok(());
    }
    let (title, people) = (&room.title, now.people);
    let inside = match people {
        0 => format!("“{title}” holds what people have written and said in it"),
        1 => format!("One person is in “{title}”"),
        _ => format!("{people} people are in “{title}”"),
    };
    let message = if now.closed {
        format!("{inside}. Confirm that it shall go all the same; its sealed outcome stays on the server.")
    } else {
        format!("{inside}. Close the room first, so that its outcome is sealed and kept; then it can be removed.")
    };
    Err(Refused::new(Code::RoomInUse, message))
}

fn named(room: &RoomPlan) -> String {
    format!("the room “{}”", room.title)
}

fn id_taken(other: &RoomPlan) -> Refused {
    let message = format!(
        "Another room, “{}”, has the id `{}` already. Give this one another.",
        other.title, other.id
    );
    Refused::new(Code::IdTaken, message)
}
