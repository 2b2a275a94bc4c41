//! Groups by hand and by choice.
//!
//! The organiser puts people into groups whatever the caps say; who is in another group of the session is not put into a second one, but
//! moved on purpose. Into a room that meets in several sessions they are put in all of them. People choose for themselves while the session is open for it and as long as there is a free place; they may change
//! their choice until it ends.

use super::enter::named;
use super::event::Event;
use super::limits::CAP_MAX;
use super::plan::{Plan, Slot};
use super::{Register, changed_meanwhile};
use crate::room::ids::SeatId;
use crate::room::refusal::{Code, Refusal};
use std::collections::BTreeMap;

pub(super) fn decide_assign(register: &Register, people: &[SeatId], room: &str, plan: &Plan) -> Result<Vec<Event>, Refusal> {
    let slots: Vec<&Slot> = plan.slots_of(room).filter(|slot| slot.is_parted()).collect();
    if slots.is_empty() {
        parted(plan.slots_of(room).next())?;
    }
    let people = named(register, people)?;
    for slot in &slots {
        require_in_no_other(register, &people, room, slot)?;
    }
    let placed = slots
        .into_iter()
        .flat_map(|slot| placed(register, slot, Some(room), people.clone()));
    Ok(placed.collect())
}

fn require_in_no_other(register: &Register, people: &[SeatId], room: &str, slot: &Slot) -> Result<(), Refusal> {
    for id in people {
        let person = register.person(id)?;
        if let Some(other) = slot.room_of(&person.groups).filter(|other| *other != room) {
            let message = format!(
                "{} is in “{}” already and cannot be in “{}” too: both meet in the same session. Move them instead.",
                person.details.called(),
                slot.title_of(other),
                slot.title_of(room)
            );
            return Err(Refusal::new(Code::InAnotherGroup, message));
        }
    }
    Ok(())
}

pub(super) fn decide_move(
    register: &Register,
    people: &[SeatId],
    (session, room): (&str, Option<&str>),
    seen: &BTreeMap<SeatId, Option<String>>,
    plan: &Plan,
) -> Result<Vec<Event>, Refusal> {
    let slot = parted(plan.slot(session))?;
    require_room(slot, room)?;
    let people = named(register, people)?;
    for id in &people {
        require_as_seen(register, id, (slot, room), seen.get(id))?;
    }
    Ok(placed(register, slot, room, people))
}

/// Whoever is where they are wanted already was moved there by somebody who wanted the same. Whose room is none of the session any more was
/// seen in none.
fn require_as_seen(
    register: &Register,
    id: &SeatId,
    (slot, wanted): (&Slot, Option<&str>),
    seen: Option<&Option<String>>,
) -> Result<(), Refusal> {
    let person = register.person(id)?;
    let now = slot.room_of(&person.groups);
    let is_as_seen = |seen: &Option<String>| seen.as_deref().filter(|room| slot.has(room)) == now;
    if seen.is_none_or(is_as_seen) || now == wanted {
        return Ok(());
    }
    let place = now.map_or("in no group".to_owned(), |room| format!("in “{}”", slot.title_of(room)));
    let message = format!(
        "Somebody else has moved {} meanwhile, who is {place} by now. Nobody was moved; look at the groups and move them again.",
        person.details.called()
    );
    Err(Refusal::new(Code::MovedMeanwhile, message))
}

pub(super) fn decide_choose(
    register: &Register,
    session: &str,
    room: Option<&str>,
    plan: &Plan,
    asker: &SeatId,
) -> Result<Vec<Event>, Refusal> {
    let person = register.person(asker)?;
    let slot = parted(plan.slot(session))?;
    if !register.is_chosen(session) {
        let message = "The groups of this session cannot be chosen now. Ask the organiser if you want to change yours.";
        return Err(Refusal::new(Code::ChoiceClosed, message));
    }
    require_room(slot, room)?;
    if slot.room_of(&person.groups) == room {
        return Ok(Vec::new());
    }
    if let Some(room) = room.filter(|room| register.free(session, room) == Some(0)) {
        let message = format!("“{}” is full. Choose another group.", slot.title_of(room));
        return Err(Refusal::new(Code::GroupFull, message));
    }
    Ok(placed(register, slot, room, vec![asker.clone()]))
}

pub(super) fn decide_open(register: &Register, session: &str, plan: &Plan) -> Result<Vec<Event>, Refusal> {
    parted(plan.slot(session))?;
    let session = session.to_owned();
    Ok(if register.is_chosen(&session) {
        Vec::new()
    } else {
        vec![Event::ChoiceOpened { session }]
    })
}

pub(super) fn close(register: &Register, session: &str) -> Vec<Event> {
    let session = session.to_owned();
    let closed = register.is_chosen(&session).then_some(Event::ChoiceClosed { session });
    closed.into_iter().collect()
}

pub(super) fn decide_cap(
    register: &Register,
    room: &str,
    cap: Option<u32>,
    seen: Option<Option<u32>>,
    plan: &Plan,
) -> Result<Vec<Event>, Refusal> {
    require_known(room, plan)?;
    if cap.is_some_and(|cap| cap == 0 || cap > CAP_MAX) {
        let message = format!("The places of a room are a number from 1 to {CAP_MAX}, or as many as there are.");
        return Err(Refusal::new(Code::OutOfBounds, message));
    }
    let now = register.cap(room);
    if now == cap {
        return Ok(Vec::new());
    }
    if seen.is_some_and(|seen| seen != now) {
        return Err(changed_meanwhile("the places of this room"));
    }
    let room = room.to_owned();
    Ok(vec![Event::Capped { room, cap }])
}

pub(super) fn decide_doors(register: &Register, room: Option<&str>, open: bool, plan: &Plan) -> Result<Vec<Event>, Refusal> {
    let is_open = match room {
        Some(room) => {
            require_known(room, plan)?;
            !register.closed_doors.contains(room)
        }
        None => !register.all_doors_closed,
    };
    let set = Event::DoorsSet {
        room: room.map(str::to_owned),
        open,
    };
    Ok((is_open != open).then_some(set).into_iter().collect())
}

impl Register {
    /// The free places of a room, where it has a cap.
    pub fn free(&self, session: &str, room: &str) -> Option<u32> {
        self.cap(room).map(|cap| cap.saturating_sub(self.heads(session, room)))
    }
}

/// A session with groups. In one with a single room everybody is in it already.
pub(super) fn parted(slot: Option<&Slot>) -> Result<&Slot, Refusal> {
    let slot = slot.ok_or_else(no_group)?;
    if slot.is_parted() {
        return Ok(slot);
    }
    let message = format!("“{}” has one room, and everybody is in it: there are no groups.", slot.title);
    Err(Refusal::new(Code::UnknownGroup, message))
}

fn require_room(slot: &Slot, room: Option<&str>) -> Result<(), Refusal> {
    match room {
        Some(room) if !slot.has(room) => Err(no_group()),
        _ => Ok(()),
    }
}

fn require_known(room: &str, plan: &Plan) -> Result<(), Refusal> {
    if plan.has(room) { Ok(()) } else { Err(no_group()) }
}

pub(super) fn no_group() -> Refusal {
    Refusal::new(
        Code::UnknownGroup,
        "There is no such group in this session (any more). Look at the list again.",
    )
}

/// Those who are not there yet come into the room.
fn placed(register: &Register, slot: &Slot, room: Option<&str>, people: Vec<SeatId>) -> Vec<Event> {
    let session = &slot.session;
    let is_elsewhere = |id: &SeatId| {
        let person = register.people.get(id);
        person.is_some_and(|person| person.groups.get(session).map(String::as_str) != room)
    };
    let people: Vec<SeatId> = people.into_iter().filter(is_elsewhere).collect();
    if people.is_empty() {
        return Vec::new();
    }
    vec![Event::Placed {
        session: session.clone(),
        room: room.map(str::to_owned),
        people,
    }]
}
