//! Asking for the floor. A participant or a rapporteur may, once at a time. Refused when the list is closed, when the seat
//! speaks or waits already, and when the list is as long as it may get. Afterwards everybody sees the request at the end of
//! the list, under the name that the seat has at the time of looking.

use super::{Floor, Request};
use crate::room::event::{Event, Stamp};
use crate::room::ids::{RequestId, SeatId};
use crate::room::limits::REQUESTS_MAX;
use crate::room::refusal::{Code, Refusal};
use crate::room::view::ListState;
use crate::room::{Context, Room};

pub(super) fn decide(room: &Room, context: &Context) -> Result<Vec<Event>, Refusal> {
    let seat = &room.seated(&context.seat)?.id;
    let floor = &room.floor;
    if floor.is_speaking(seat) {
        return Err(Refusal::new(Code::AlreadySpeaking, "You have the floor already."));
    }
    if floor.is_waiting(seat) {
        return Err(Refusal::new(Code::AlreadyOnList, "You are on the list of speakers already."));
    }
    if floor.list == ListState::Closed {
        return Err(Refusal::new(Code::ListClosed, "The list of speakers is closed."));
    }
    if floor.waiting.len() >= REQUESTS_MAX {
        return Err(Refusal::new(
            Code::TooMany,
            format!("The list of speakers is full: {REQUESTS_MAX} are waiting."),
        ));
    }
    let request = RequestId(floor.requests_made.saturating_add(1));
    Ok(vec![Event::FloorRequested {
        request,
        seat: seat.clone(),
    }])
}

pub(super) fn apply(floor: &mut Floor, stamp: &Stamp, request: RequestId, seat: &SeatId) {
    floor.requests_made = floor.requests_made.max(request.0);
    if !floor.mentions(seat) {
        floor.waiting.push(Request {
            id: request,
            seat: seat.clone(),
            asked_at: stamp.at,
        });
    }
}
