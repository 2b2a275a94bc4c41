//! Giving the floor. The chair may, to a request by its id or ("next") to the first of the list; the speech under way ends
//! first. Refused when nobody waits, when the request is not on the list, and when it has the floor already.
//!
//! Two chairs who press "next" in the same instant make one advance, not two: a "next" is also refused while the floor was
//! given only just now by another seat, whose choice the asker cannot have seen. Naming the request needs no such care: the
//! second one finds it speaking. Afterwards everybody sees who speaks, since when, and within which time limit, which stays
//! that of the moment when the floor was given.

use super::{Floor, Speech};
use crate::room::event::{Event, Stamp};
use crate::room::ids::RequestId;
use crate::room::limits::NEXT_TOGETHER_MS;
use crate::room::refusal::{Code, Refusal};
use crate::room::{Context, Room};

pub(super) fn decide(room: &Room, request: Option<RequestId>, context: &Context) -> Result<Vec<Event>, Refusal> {
    let request = match request {
        Some(request) => named(room, request)?,
        None => next(room, context)?,
    };
    let given = Event::FloorGiven {
        request,
        limit_s: room.floor.limit_s,
    };
    Ok(room
        .floor
        .speaking
        .iter()
        .map(|_| Event::InterventionEnded)
        .chain([given])
        .collect())
}

fn named(room: &Room, request: RequestId) -> Result<RequestId, Refusal> {
    match &room.floor.speaking {
        Some(speech) if speech.request.id == request => Err(already_speaking(room, speech)),
        _ => room.floor.find(request).map(|found| found.id),
    }
}

fn next(room: &Room, context: &Context) -> Result<RequestId, Refusal> {
    if let Some(speech) = room
        .floor
        .speaking
        .as_ref()
        .filter(|speech| is_the_same_press(speech, context))
    {
        return Err(already_speaking(room, speech));
    }
    let first = room.floor.waiting.first();
    first
        .map(|request| request.id)
        .ok_or_else(|| Refusal::new(Code::NobodyWaiting, "Nobody is on the list of speakers."))
}

fn is_the_same_press(speech: &Speech, context: &Context) -> bool {
    let given_by_another = speech.given_by.as_ref().is_some_and(|giver| *giver != context.seat);
    let since = context.now.0.saturating_sub(speech.started_at.0);
    given_by_another && (0..NEXT_TOGETHER_MS).contains(&since)
}

fn already_speaking(room: &Room, speech: &Speech) -> Refusal {
    let who = room.called(&speech.request.seat);
    Refusal::new(Code::AlreadySpeaking, format!("The floor has just been given to {who}."))
}

pub(super) fn apply(floor: &mut Floor, stamp: &Stamp, request: RequestId, limit_s: u32) {
    let Some(request) = floor.take_off(request) else { return };
    super::end::apply(floor, stamp);
    floor.speaking = Some(Speech {
        request,
        started_at: stamp.at,
        limit_s,
        given_by: stamp.by.clone(),
    });
}
