//! Assigning tables: which of the agreed meetings take place, when and where. The organiser asks for it, before the session and again
//! whenever something has changed. Nobody is in two places, no table has two meetings, nobody is called to a slot that they cannot come
//! to, and as many meetings as possible take place. Whoever has a place keeps it: a meeting is moved only where it has to be, or where
//! that lets one more take place. What has begun, or is over, is left as it is. Refused where no slot lies ahead or there is no table.
//! What is agreed or cancelled afterwards is seen to by `late`, which moves nobody.
//!
//! `solver` fills the slots one by one with the best matching of each, which a library finds; `exchange` moves one or two meetings
//! where that makes room for another; `bound` says, by a maximum flow, how many there can be at most; `tables` gives the numbers.

pub mod bound;
pub mod exchange;
pub mod late;
pub mod plan;
pub mod solver;
pub mod tables;

use super::agreeing::{Pairing, PairingId};
use super::settings::SlotId;
use super::{Assigned, Event, Matchmaking};
use crate::room::ids::{Millis, SeatId};
use crate::room::refusal::{Code, Refusal};
use plan::{Meeting, Plan, Slots};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// When and where two meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[schema(as = MeetingSitting)]
pub struct Sitting {
    /// The slot.
    pub slot: SlotId,
    /// The number of the table, from 1.
    pub table: u32,
}

pub(super) fn decide(matchmaking: &Matchmaking, now: Millis) -> Result<Event, Refusal> {
    let settings = &matchmaking.settings;
    if settings.tables == 0 || settings.slots.is_empty() {
        return Err(Refusal::new(
            Code::NoPlaces,
            "Say first how many tables there are, and when people meet.",
        ));
    }
    let ahead = ahead(matchmaking, now);
    if ahead == Slots::NONE {
        return Err(Refusal::new(
            Code::NoPlaces,
            "The last slot has begun; there is nothing left to assign.",
        ));
    }
    let (ids, plan) = problem(matchmaking, ahead);
    let solved = solver::solve(plan);
    let mut seated = BTreeMap::new();
    let mut unseated = BTreeSet::new();
    let mut moved = 0;
    for (id, meeting) in ids.into_iter().zip(&solved.meetings) {
        let before = matchmaking.pairings.get(&id).and_then(|pairing| pairing.sitting);
        let after = meeting.place.map(sitting);
        match after {
            Some(after) if before != Some(after) => {
                moved += usize::from(before.is_some());
                seated.insert(id, after);
            }
            None if before.is_some() => {
                unseated.insert(id);
            }
            _ => {}
        }
    }
    Ok(Event::TablesAssigned { seated, unseated, moved })
}

/// Where the solver places a meeting, as people are told it.
fn sitting(place: plan::Place) -> Sitting {
    Sitting {
        slot: SlotId(place.slot + 1),
        table: place.table,
    }
}

/// The slots that have not begun.
pub fn ahead(matchmaking: &Matchmaking, now: Millis) -> Slots {
    let slots = matchmaking.settings.slots.iter().enumerate();
    slots
        .filter(|(_, slot)| slot.starts > now)
        .fold(Slots::NONE, |ahead, (index, _)| {
            ahead.with(u32::try_from(index).unwrap_or(u32::MAX))
        })
}

/// The agreed meetings that can still be seated, in the order in which they were agreed, as the solver takes them.
pub fn problem(matchmaking: &Matchmaking, ahead: Slots) -> (Vec<PairingId>, Plan) {
    let is_over = |pairing: &Pairing| {
        pairing
            .sitting
            .is_some_and(|sitting| !ahead.has(sitting.slot.0.saturating_sub(1)))
    };
    let open = matchmaking
        .pairings
        .iter()
        .filter(|(_, pairing)| pairing.is_agreed() && !is_over(pairing));
    let mut open: Vec<(&PairingId, &Pairing)> = open.collect();
    open.sort_by_key(|(id, pairing)| (pairing.at, **id));
    let mut numbers: BTreeMap<&SeatId, usize> = BTreeMap::new();
    let mut meetings = Vec::with_capacity(open.len());
    for (_, pairing) in &open {
        let people = [&pairing.needer, &pairing.provider].map(|seat| {
            let next = numbers.len();
            *numbers.entry(seat).or_insert(next)
        });
        let busy = |seat: &SeatId| {
            matchmaking
                .people
                .get(seat)
                .map(|person| busy(&person.busy))
                .unwrap_or_default()
        };
        let free = ahead.without(busy(&pairing.needer)).without(busy(&pairing.provider));
        let place = pairing.sitting.map(|sitting| plan::Place {
            slot: sitting.slot.0.saturating_sub(1),
            table: sitting.table,
        });
        meetings.push(Meeting { people, free, place });
    }
    let plan = Plan {
        people: numbers.len(),
        slots: u32::try_from(matchmaking.settings.slots.len()).unwrap_or(u32::MAX),
        tables: matchmaking.settings.tables,
        meetings,
    };
    (open.into_iter().map(|(id, _)| *id).collect(), plan)
}

pub(super) fn busy(slots: &BTreeSet<SlotId>) -> Slots {
    slots
        .iter()
        .fold(Slots::NONE, |busy, slot| busy.with(slot.0.saturating_sub(1)))
}

/// What waited has a place; nobody was moved for it.
pub(super) fn apply_seated(matchmaking: &mut Matchmaking, seated: &BTreeMap<PairingId, Sitting>) {
    for (id, sitting) in seated {
        if let Some(pairing) = matchmaking.pairings.get_mut(id) {
            pairing.sitting = Some(*sitting);
        }
    }
}

pub(super) fn apply(
    matchmaking: &mut Matchmaking,
    at: Millis,
    seated: &BTreeMap<PairingId, Sitting>,
    unseated: &BTreeSet<PairingId>,
    moved: usize,
) {
    apply_seated(matchmaking, seated);
    for id in unseated {
        if let Some(pairing) = matchmaking.pairings.get_mut(id) {
            pairing.sitting = None;
        }
    }
    matchmaking.assigned = Some(Assigned {
        at,
        added: seated.len().saturating_sub(moved),
        moved,
        unseated: unseated.len(),
    });
}
