//! Putting somebody on the list by hand, correcting them, taking people off, and giving out another code.
//!
//! Refused where the name is missing or cannot be shown, where the same person (by name and delegation) is on the list already, where the
//! code opens something already, and where two groups of one session are named. A code that is not given is made. Whoever is taken off,
//! or whose code is replaced, is out at once.

use super::command::{Newcomer, Order};
use super::event::{Entered, Event};
use super::limits::{NAMED_MAX, PEOPLE_MAX};
use super::person::{self, Details};
use super::plan::{Found, Plan};
use super::wrong::{What, Wrong};
use super::{Register, changed_meanwhile};
use crate::meeting::codes;
use crate::room::ids::SeatId;
use crate::room::refusal::{Code, Refusal};
use std::collections::BTreeMap;
use uuid::Uuid;

pub(super) fn decide_add(register: &Register, newcomer: &Newcomer, order: &Order, request: Uuid) -> Result<Vec<Event>, Refusal> {
    let details = checked(&newcomer.details)?;
    if let Some(known) = register.same_as(&details) {
        return Err(listed(known));
    }
    if register.people.len() >= PEOPLE_MAX {
        return Err(Refusal::new(Code::TooMany, Wrong::list_full().message));
    }
    let code = match given(newcomer.code.as_deref()) {
        Some(code) => free_code(register, code, None, order)?,
        None => fresh_code(order)?,
    };
    let (groups, faults) = groups_of(&order.plan, &newcomer.rooms, &details);
    if let Some(Wrong { code, message, .. }) = faults.into_iter().next() {
        let is_in_two = code == What::TwoGroups;
        let code = if is_in_two { Code::InAnotherGroup } else { Code::UnknownGroup };
        return Err(Refusal::new(code, message));
    }
    let id = person::id_of(request, 0).ok_or_else(out_of_codes)?;
    let placed = groups.into_iter().map(|(session, room)| Event::Placed {
        session,
        room: Some(room),
        people: vec![id.clone()],
    });
    let placed: Vec<Event> = placed.collect();
    let people = vec![Entered { id, details, code }];
    Ok(std::iter::once(Event::Entered { people }).chain(placed).collect())
}

pub(super) fn decide_change(
    register: &Register,
    id: &SeatId,
    details: &Details,
    seen: Option<&Details>,
) -> Result<Vec<Event>, Refusal> {
    let known = register.person(id)?;
    let details = checked(details)?;
    if details == known.details {
        return Ok(Vec::new());
    }
    if seen.is_some_and(|seen| *seen != known.details) {
        return Err(changed_meanwhile(&known.details.called()));
    }
    if let Some(same) = register.same_as(&details).filter(|same| same.id != *id) {
        return Err(listed(same));
    }
    let people = vec![Entered {
        id: id.clone(),
        details,
        code: known.code.clone(),
    }];
    Ok(vec![Event::Entered { people }])
}

pub(super) fn decide_remove(register: &Register, people: &[SeatId]) -> Result<Vec<Event>, Refusal> {
    let people = named(register, people)?;
    Ok((!people.is_empty())
        .then_some(Event::Removed { people })
        .into_iter()
        .collect())
}

pub(super) fn decide_code(
    register: &Register,
    id: &SeatId,
    code: Option<&str>,
    seen: Option<&str>,
    order: &Order,
) -> Result<Vec<Event>, Refusal> {
    let known = register.person(id)?;
    let overtaken = seen.is_some_and(|seen| codes::normalise(seen).as_ref() != Some(&known.code));
    if overtaken && codes::normalise(code.unwrap_or_default()).as_ref() != Some(&known.code) {
        return Err(changed_meanwhile(&format!("the code of {}", known.details.called())));
    }
    let code = match given(code) {
        Some(code) => free_code(register, code, Some(id), order)?,
        None => fresh_code(order)?,
    };
    let replaced = Event::CodeReplaced {
        person: id.clone(),
        code: code.clone(),
    };
    Ok((code != known.code).then_some(replaced).into_iter().collect())
}

/// The people that a command names, each once; none of them may be unknown.
pub(super) fn named(register: &Register, people: &[SeatId]) -> Result<Vec<SeatId>, Refusal> {
    if people.len() > NAMED_MAX {
        let message = format!("At most {NAMED_MAX} people can be named at once; do it in parts.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    let mut named = people.to_vec();
    named.sort();
    named.dedup();
    for id in &named {
        register.person(id)?;
    }
    Ok(named)
}

/// The groups that the names of rooms mean, one for each session at most; and of each name that does not fit, why.
pub(super) fn groups_of(plan: &Plan, rooms: &[String], details: &Details) -> (BTreeMap<String, String>, Vec<Wrong>) {
    let (mut groups, mut faults) = (BTreeMap::<String, String>::new(), Vec::new());
    for written in rooms {
        let Found::One(places) = plan.find(written) else {
            faults.push(unknown_room(plan, written));
            continue;
        };
        // Everybody is in the only room of a session.
        let places: Vec<_> = places.into_iter().filter(|(slot, _)| slot.is_parted()).collect();
        let other = places.iter().find_map(|(slot, group)| {
            let other = groups.get(&slot.session).filter(|other| **other != group.id)?;
            Some(in_two(details, slot.title_of(other), &group.title))
        });
        match other {
            Some(fault) => faults.push(fault),
            None => groups.extend(
                places
                    .into_iter()
                    .map(|(slot, group)| (slot.session.clone(), group.id.clone())),
            ),
        }
    }
    (groups, faults)
}

fn in_two(details: &Details, one: &str, other: &str) -> Wrong {
    let called = details.called();
    let message = format!("{called} cannot be in “{one}” and in “{other}”: both meet in the same session. Name one of them.");
    let wrong = Wrong::new(What::TwoGroups, message);
    wrong.with("who", called).with("one", one).with("other", other)
}

/// What to say of a room that there is not, or that is not the only one of its title.
fn unknown_room(plan: &Plan, written: &str) -> Wrong {
    const SHOWN_MAX: usize = 12;
    if let Found::Several(one, other) = plan.find(written) {
        let message = format!("“{written}” is the title of several rooms; name one by its id, as {one} or {other}.");
        let wrong = Wrong::new(What::RoomSeveral, message).with("written", written);
        return wrong.with("one", one).with("other", other);
    }
    let shown: Vec<String> = plan.titles().take(SHOWN_MAX).map(|title| format!("“{title}”")).collect();
    if shown.is_empty() {
        return Wrong::new(What::RoomsNone, "The meeting has no rooms yet.");
    }
    let (shown, more) = (shown.join(", "), plan.rooms().saturating_sub(SHOWN_MAX));
    let and_more = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    let message = format!("The meeting has no room “{written}”; it has {shown}{and_more}.");
    let wrong = Wrong::new(What::RoomUnknown, message).with("written", written);
    wrong.with("rooms", shown).with("more", more)
}

/// A code as somebody gave it; an empty one counts as none.
pub(super) fn given(code: Option<&str>) -> Option<&str> {
    code.map(str::trim).filter(|code| !code.is_empty())
}

/// The normal form of a personal code, or what would be one.
pub(super) fn personal(code: &str) -> Result<String, &'static str> {
    const SHAPE: &str = "A personal code has 6 or 8 letters and digits, as K7M2 QX4P; leave it empty and one is made.";
    codes::normalise(code).filter(|code| codes::is_personal(code)).ok_or(SHAPE)
}

fn checked(details: &Details) -> Result<Details, Refusal> {
    let first = |faults: Vec<(_, Wrong)>| faults.into_iter().next().map(|(_, wrong)| wrong.message).unwrap_or_default();
    details
        .checked()
        .map_err(|faults| Refusal::new(Code::TextInvalid, first(faults)))
}

fn listed(known: &person::Person) -> Refusal {
    let message = format!("{} is on the list already.", known.details.called());
    Refusal::new(Code::AlreadyListed, message)
}

fn free_code(register: &Register, code: &str, of: Option<&SeatId>, order: &Order) -> Result<String, Refusal> {
    let code = personal(code).map_err(|shape| Refusal::new(Code::TextInvalid, shape))?;
    let other = register.holder(&code).filter(|holder| Some(&holder.id) != of);
    if let Some(other) = other {
        let message = format!(
            "{} has this code already; no two people can have the same.",
            other.details.called()
        );
        return Err(Refusal::new(Code::CodeTaken, message));
    }
    if register.holder(&code).is_none() && order.codes.taken.contains(&code) {
        return Err(Refusal::new(
            Code::CodeTaken,
            "This code opens something else on this server; take another one.",
        ));
    }
    Ok(code)
}

fn fresh_code(order: &Order) -> Result<String, Refusal> {
    order.codes.fresh.first().cloned().ok_or_else(out_of_codes)
}

fn out_of_codes() -> Refusal {
    Refusal::new(Code::TooMany, "No code could be made; please try again.")
}

impl Register {
    /// Somebody on the list with the same name and delegation.
    pub(super) fn same_as(&self, details: &Details) -> Option<&person::Person> {
        self.people.get(self.by_who.get(&details.key())?)
    }
}
