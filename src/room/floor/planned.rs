//! Speakers inscribed in the plan, when that was changed. Who is new comes onto the list, unless their delegation waits or speaks
//! already; who waits as the plan had it, and about whom nobody has decided anything, is changed with it and goes with it. Who was heard,
//! passed over or taken off is not put on again.

use super::{Details, Floor, Request, Seats, Unit, queue};
use crate::room::command::Entry;
use crate::room::event::{Event, Stamp};
use crate::room::following::without;
use crate::room::ids::{Millis, RequestId};
use crate::room::limits::REQUESTS_MAX;

impl Floor {
    /// What happens to the list when these speakers were planned, and now those are.
    pub(in crate::room) fn follow_plan(&self, before: &[Entry], after: &[Entry], seats: &Seats) -> Vec<Event> {
        let (gone, new) = (without(before, after), without(after, before));
        let waiting = |entry: &&&Entry| self.waiting.iter().find(|request| is_as_planned(request, entry));
        let mut events = Vec::new();
        for (entry, request) in gone.iter().filter_map(|entry| Some((entry, waiting(&entry)?.id))) {
            match new.iter().find(|other| place_of(other) == place_of(entry)) {
                Some(now) => events.extend(changed(request, entry, now)),
                None => events.push(taken_off(request)),
            }
        }
        // Whether there is a place for somebody depends on what was decided of others before them.
        let mut floor = self.clone();
        events.iter().for_each(|event| floor.apply(&BY_THE_PLAN, event, seats));
        let is_new = |entry: &&Entry| gone.iter().all(|other| place_of(other) != place_of(entry));
        for entry in new.into_iter().filter(is_new) {
            let fits = queue::require_fitting(&floor, entry).is_ok() && floor.waiting.len() < REQUESTS_MAX;
            if fits {
                let queued = Event::SpeakerQueued {
                    request: floor.next_id(),
                    entry: entry.clone(),
                };
                floor.apply(&BY_THE_PLAN, &queued, seats);
                events.push(queued);
            }
        }
        events
    }

    /// Whether somebody has asked or spoken, beside those who still wait as the plan has them.
    pub(in crate::room) fn is_used(&self, planned: &[Entry]) -> bool {
        let has_asked = |request: &Request| !planned.iter().any(|entry| is_as_planned(request, entry));
        let is_over = self.interventions.is_empty() && self.dismissed.is_empty() && self.withdrawn.is_empty();
        self.speaking.is_some() || self.interrupted.is_some() || !is_over || self.waiting.iter().any(has_asked)
    }
}

/// The moment matters to nothing that is decided here.
const BY_THE_PLAN: Stamp = Stamp { at: Millis(0), by: None };

/// Whether it waits as the plan had it, and nobody has decided anything about it.
fn is_as_planned(request: &Request, entry: &Entry) -> bool {
    let said = request.seat.is_none() && request.details == Details::of_entry(entry);
    let noted = request.note == entry.note.as_deref().unwrap_or_default();
    said && noted && request.placed.is_none() && request.overrides.is_empty()
}

/// Whose place on the list it is.
fn place_of(entry: &Entry) -> (Unit, super::Lane) {
    (Unit::of_entry(&entry.profile), entry.lane.unwrap_or_default())
}

fn changed(request: RequestId, before: &Entry, now: &Entry) -> Vec<Event> {
    let speaker = Event::SpeakerChanged {
        request,
        seat: None,
        details: Details::of_entry(now),
    };
    let noted = (before.note != now.note).then(|| Event::RequestNoted {
        request,
        note: now.note.clone().unwrap_or_default(),
    });
    std::iter::once(speaker).chain(noted).collect()
}

fn taken_off(request: RequestId) -> Event {
    Event::RequestWithdrawn {
        request,
        by_chair: false,
        reason: None,
    }
}
