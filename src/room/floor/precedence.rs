//! Putting a request into another lane: giving a rapporteur or a panellist precedence, taking for a statement what was raised
//! as a point of order. The chair may, with a reason that stays on record. Refused when it is not on the list, stands there
//! already, would become an answer or a question, when its delegation waits in that lane already, or has the floor and would
//! stand on the list.

use super::{Decision, Floor, Lane, Override, Seats, called, reason_of, waiting};
use crate::room::Room;
use crate::room::event::{Event, Stamp};
use crate::room::ids::RequestId;
use crate::room::refusal::{Code, Refusal};

pub(super) fn decide(room: &Room, request: RequestId, lane: Lane, reason: Option<&str>) -> Result<Vec<Event>, Refusal> {
    let found = waiting::find(room, request)?;
    let from = found.details.lane;
    if from == lane || matches!(lane, Lane::Answer | Lane::Question) {
        let sentence = if from == lane {
            format!("{} stands among {} already.", called(room, found), lane.called())
        } else {
            "A request cannot be made a question or an answer; those refer to a speech.".to_owned()
        };
        return Err(Refusal::new(Code::WrongLane, sentence));
    }
    if !(from.is_of_list() && lane.is_of_list()) && room.floor.waits(&found.unit, lane) {
        let sentence = format!("{} stands among {} already.", called(room, found), lane.called());
        return Err(Refusal::new(Code::AlreadyOnList, sentence));
    }
    let speaks = || room.floor.under_way().any(|request| request.unit == found.unit);
    if lane.is_of_list() && speaks() {
        let sentence = format!(
            "{} has the floor; it gets no place on the list meanwhile.",
            called(room, found)
        );
        return Err(Refusal::new(Code::AlreadySpeaking, sentence));
    }
    Ok(vec![Event::LaneChanged {
        request,
        lane,
        reason: reason_of(reason)?,
    }])
}

pub(super) fn apply(floor: &mut Floor, stamp: &Stamp, request: RequestId, lane: Lane, reason: Option<&str>, seats: &Seats) {
    let Some(mut taken) = floor.take_off(request, seats) else {
        return;
    };
    taken.details.lane = lane;
    taken.details.about = None;
    taken.placed = None;
    taken.decided(Override::of(stamp, Decision::LaneChanged(lane), reason));
    floor.put_among_waiting(taken);
}
