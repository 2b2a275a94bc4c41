//! Late changes. Once tables have been assigned, a meeting that was agreed and waits gets a place as soon as there is one: with the second
//! yes, where another one is cancelled, where somebody can come after all. Who agreed first comes first, and the first slot that lies
//! ahead is taken.
//!
//! Nobody is moved for it, and nothing that was told changes by itself: whoever has a place keeps it, also where they have said since that
//! they cannot come. Where nothing is free a meeting waits; the organiser sees how many do, and why, and can assign tables again. What
//! lost its place because the organiser has changed tables or slots waits for that, too: so often is something changed again.

use super::{ahead, problem, sitting, solver};
use crate::book::{Book, Context};
use crate::matchmaking::{Event, Matchmaking};
use crate::room::event::Stamp;
use std::collections::BTreeMap;

/// The places that are found for what waits, after something has happened; none where it opens no place or nothing waits for one.
pub fn decide(matchmaking: &Matchmaking, happened: &Event, context: &Context) -> Option<Event> {
    let opens_a_place = matches!(
        happened,
        Event::Accepted { .. } | Event::GivenUp { .. } | Event::BusySet { .. }
    );
    if !opens_a_place || matchmaking.assigned.is_none() {
        return None;
    }
    let mut after = matchmaking.clone();
    let stamp = Stamp {
        at: context.now,
        by: Some(context.seat.clone()),
    };
    after.apply(&stamp, happened);
    let (ids, plan) = problem(&after, ahead(&after, context.now));
    let waits: Vec<bool> = plan.meetings.iter().map(|meeting| meeting.place.is_none()).collect();
    let places = solver::seat_waiting(plan).meetings.into_iter().map(|meeting| meeting.place);
    let found = ids.into_iter().zip(waits).zip(places).filter(|((_, waits), _)| *waits);
    let seated: BTreeMap<_, _> = found.filter_map(|((id, _), place)| Some((id, sitting(place?)))).collect();
    (!seated.is_empty()).then_some(Event::Seated { seated })
}
