//! Changing the order of the list. The chair may put a request in front of another one of its lane, or at the lane's end, and
//! is asked why. Refused when either is not on the list, and when they are in different lanes. Afterwards it stands there with
//! as many in front of it, whoever comes later; as those leave, it moves up. In front of itself, it stays where it is.

use super::{Decision, Floor, Override, Placed, Request, Seats, reason_of, waiting};
use crate::room::Room;
use crate::room::event::{Event, Stamp};
use crate::room::ids::RequestId;
use crate::room::refusal::{Code, Refusal};

pub(super) fn decide(
    room: &Room,
    request: RequestId,
    before: Option<RequestId>,
    reason: Option<&str>,
) -> Result<Vec<Event>, Refusal> {
    let lane = waiting::find(room, request)?.details.lane;
    if let Some(other) = before.map(|before| waiting::find(room, before)).transpose()?
        && other.details.lane != lane
    {
        let sentence = format!(
            "{request} stands among {} and {} among {}; a request moves within its lane, or change its lane.",
            lane.called(),
            other.id,
            other.details.lane.called()
        );
        return Err(Refusal::new(Code::WrongLane, sentence));
    }
    Ok(vec![Event::RequestMoved {
        request,
        before,
        reason: reason_of(reason)?,
    }])
}

pub(super) fn apply(
    floor: &mut Floor,
    stamp: &Stamp,
    request: RequestId,
    before: Option<RequestId>,
    reason: Option<&str>,
    seats: &Seats,
) {
    let Some(lane) = floor.find_mut(request).map(|found| found.details.lane) else {
        return;
    };
    let of_lane = floor
        .order(seats)
        .into_iter()
        .filter(|(waiting, _)| waiting.details.lane == lane);
    let mut order: Vec<RequestId> = of_lane.map(|(waiting, _)| waiting.id).collect();
    if before != Some(request) {
        order.retain(|&other| other != request);
        let at = before.and_then(|before| order.iter().position(|&other| other == before));
        order.insert(at.unwrap_or(order.len()), request);
    }
    let place = |request: &Request| order.iter().position(|&other| other == request.id);
    for waiting in floor.waiting.iter_mut().filter(|waiting| waiting.details.lane == lane) {
        let Some(ahead) = place(waiting) else { continue };
        if waiting.id == request {
            waiting.placed = Some(Placed {
                ahead,
                reason: reason.map(str::to_owned),
            });
            let place = u32::try_from(ahead + 1).unwrap_or(u32::MAX);
            waiting.decided(Override::of(stamp, Decision::Moved(place), reason));
        } else if let Some(placed) = &mut waiting.placed {
            placed.ahead = ahead;
        }
    }
}
