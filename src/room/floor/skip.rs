//! Passing over a request whose speaker was called and did not come. The chair may, and may say why. Refused when it is not
//! on the list. Afterwards it is off everybody's list; its delegation may ask anew while the list is open.

use super::{Decision, Floor, Override, Seats, reason_of, waiting};
use crate::room::Room;
use crate::room::event::{Event, Stamp};
use crate::room::ids::RequestId;
use crate::room::refusal::Refusal;

pub(super) fn decide(room: &Room, request: RequestId, reason: Option<&str>) -> Result<Vec<Event>, Refusal> {
    Ok(vec![Event::RequestSkipped {
        request: waiting::find(room, request)?.id,
        reason: reason_of(reason)?,
    }])
}

pub(super) fn apply(floor: &mut Floor, stamp: &Stamp, request: RequestId, reason: Option<&str>, seats: &Seats) {
    let Some(mut taken) = floor.take_off(request, seats) else {
        return;
    };
    taken.decided(Override::of(stamp, Decision::Skipped, reason));
    floor.dismissed.push(taken);
}
