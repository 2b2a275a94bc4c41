//! Taking a request back. Whoever waits may take back their own, also when the list is closed; the chair may take back any,
//! by its id. Refused when there is no such request, when the asker is not on the list, and when it is somebody else's and
//! the asker does not chair. Afterwards it is off everybody's list.

use crate::room::access::{self, Right};
use crate::room::event::Event;
use crate::room::ids::RequestId;
use crate::room::refusal::{Code, Refusal};
use crate::room::{Context, Room};

pub(super) fn decide(room: &Room, request: Option<RequestId>, context: &Context) -> Result<Vec<Event>, Refusal> {
    let request = match request {
        Some(request) => named(room, request, context)?,
        None => own(room, context)?,
    };
    Ok(vec![Event::RequestWithdrawn { request }])
}

fn named(room: &Room, request: RequestId, context: &Context) -> Result<RequestId, Refusal> {
    let found = room.floor.find(request)?;
    if found.seat != context.seat {
        access::require(context.role, Right::WithdrawOthers)?;
    }
    Ok(found.id)
}

fn own(room: &Room, context: &Context) -> Result<RequestId, Refusal> {
    let own = room.floor.waiting.iter().find(|waiting| waiting.seat == context.seat);
    own.map(|request| request.id)
        .ok_or_else(|| Refusal::new(Code::NotOnList, "You are not on the list of speakers."))
}
