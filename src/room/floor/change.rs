//! Saying anew who speaks. The delegation of a request may, and the chair for any; the request keeps its place where the rule
//! does not look at ranks. Refused when it does not wait any more, when it is another delegation's, when the seat that is to
//! speak is of another delegation, and when a text does not fit. Afterwards everybody sees the new speaker.

use super::{Details, Floor, Request, Unit, waiting};
use crate::room::access::{self, Right};
use crate::room::command::Change;
use crate::room::event::Event;
use crate::room::ids::{RequestId, SeatId};
use crate::room::refusal::{Code, Refusal};
use crate::room::{Context, Room};

pub(super) fn decide(room: &Room, change: &Change, context: &Context) -> Result<Vec<Event>, Refusal> {
    let request = match change.request {
        Some(request) => waiting::find(room, request)?,
        None => own(room, context)?,
    };
    if !is_own(room, request, context) {
        access::require(context.role, Right::ChangeOthers)?;
    }
    if let Some(seat) = &change.seat {
        let profile = &room.seated(seat)?.profile;
        if Unit::of_seat(seat, profile) != request.unit {
            let sentence = format!("{} is of another delegation; the place is not theirs.", profile.called());
            return Err(Refusal::new(Code::OtherDelegation, sentence));
        }
    }
    Ok(vec![Event::SpeakerChanged {
        request: request.id,
        seat: change.seat.clone(),
        details: Details::of_change(change, request)?,
    }])
}

/// Whether a request is the asker's, or their delegation's.
pub(super) fn is_own(room: &Room, request: &Request, context: &Context) -> bool {
    let unit = room
        .seats
        .get(&context.seat)
        .map(|seat| Unit::of_seat(&seat.id, &seat.profile));
    request.seat.as_ref() == Some(&context.seat) || unit.is_some_and(|unit| unit == request.unit)
}

/// The asker's own request where none is named: the one on the list before any other, their own before a colleague's.
pub(super) fn own<'a>(room: &'a Room, context: &Context) -> Result<&'a Request, Refusal> {
    let own = room.floor.waiting.iter().filter(|request| is_own(room, request, context));
    own.min_by_key(|request| {
        (
            !request.details.lane.is_of_list(),
            request.seat.as_ref() != Some(&context.seat),
            request.id,
        )
    })
    .ok_or_else(|| Refusal::new(Code::NotOnList, "You are not on the list of speakers."))
}

pub(super) fn apply(floor: &mut Floor, request: RequestId, seat: Option<&SeatId>, details: &Details) {
    let Some(found) = floor.find_mut(request) else { return };
    found.details = Details {
        lane: found.details.lane,
        ..details.clone()
    };
    found.seat = seat.cloned().or(found.seat.take());
    let unit = found.unit.clone();
    floor.concerned.units.insert(unit);
}
