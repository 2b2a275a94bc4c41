//! Passing over a request whose speaker was called and did not come. The chair may. Refused when it is not on the list.
//! Afterwards it is off everybody's list; its seat may ask anew while the list is open.

use crate::room::Room;
use crate::room::event::Event;
use crate::room::ids::RequestId;
use crate::room::refusal::Refusal;

pub(super) fn decide(room: &Room, request: RequestId) -> Result<Vec<Event>, Refusal> {
    let request = room.floor.find(request)?.id;
    Ok(vec![Event::RequestSkipped { request }])
}
