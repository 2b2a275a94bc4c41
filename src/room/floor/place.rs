//! Changing the order of the list. The chair may put a request in front of another one, or at the end. Refused when either
//! is not on the list. Afterwards everybody sees the new order; in front of itself, a request stays where it is.

use super::Floor;
use crate::room::Room;
use crate::room::event::Event;
use crate::room::ids::RequestId;
use crate::room::refusal::Refusal;

pub(super) fn decide(room: &Room, request: RequestId, before: Option<RequestId>) -> Result<Vec<Event>, Refusal> {
    room.floor.find(request)?;
    before.map_or(Ok(()), |before| room.floor.find(before).map(drop))?;
    Ok(vec![Event::RequestMoved { request, before }])
}

pub(super) fn apply(floor: &mut Floor, request: RequestId, before: Option<RequestId>) {
    if before == Some(request) {
        return;
    }
    let Some(moved) = floor.take_off(request) else { return };
    let place = before
        .and_then(|before| floor.place_of(before))
        .unwrap_or(floor.waiting.len());
    floor.waiting.insert(place, moved);
}
