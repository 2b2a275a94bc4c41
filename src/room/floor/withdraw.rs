//! Taking a request back. Its delegation may, also when the list is closed; the chair may take off any, by its id, with a
//! reason that stays on record. Refused when there is no such request, when the asker is not on the list, and when it is
//! somebody else's and the asker does not chair. Afterwards it is off everybody's list.

use super::{Decision, Floor, Override, Seats, change, reason_of, waiting};
use crate::room::access::{self, Right};
use crate::room::event::{Event, Stamp};
use crate::room::ids::RequestId;
use crate::room::refusal::{Code, Refusal};
use crate::room::{Context, Room};

pub(super) fn decide(
    room: &Room,
    request: Option<RequestId>,
    reason: Option<&str>,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    if let Some(speaking) = room.floor.under_way().find(|speaking| Some(speaking.id) == request)
        && change::is_own(room, speaking, context)
    {
        let sentence = "The floor was given to you in the meantime; nothing was withdrawn.";
        return Err(Refusal::new(Code::UnknownRequest, sentence));
    }
    let request = match request {
        Some(request) => waiting::find(room, request)?,
        None => change::own(room, context)?,
    };
    // Whoever chairs decides, also about a request of their own delegation: they cannot have made it.
    let by_chair = access::may(context.role, Right::WithdrawOthers);
    if !by_chair && !change::is_own(room, request, context) {
        access::require(context.role, Right::WithdrawOthers)?;
    }
    Ok(vec![Event::RequestWithdrawn {
        request: request.id,
        by_chair,
        reason: reason_of(reason.filter(|_| by_chair))?,
    }])
}

pub(super) fn apply(floor: &mut Floor, stamp: &Stamp, event: &Event, seats: &Seats) {
    let Event::RequestWithdrawn {
        request,
        by_chair,
        reason,
    } = event
    else {
        return;
    };
    let Some(mut taken) = floor.take_off(*request, seats) else {
        return;
    };
    if *by_chair {
        taken.decided(Override::of(stamp, Decision::TakenOff, reason.as_deref()));
        floor.dismissed.push(taken);
    } else if !taken.overrides.is_empty() {
        floor.withdrawn.push(taken);
    }
}
