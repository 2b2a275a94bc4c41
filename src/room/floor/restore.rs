//! Putting a request back on the list that was passed over or taken off: who was not in the room has come. The chair may.
//! Refused when it is not among those, and when its delegation waits or speaks by now. Afterwards it stands where the rule
//! puts it, by the moment at which it was made.

use super::{Decision, Floor, Override, called};
use crate::room::Room;
use crate::room::event::{Event, Stamp};
use crate::room::ids::RequestId;
use crate::room::refusal::{Code, Refusal};

pub(super) fn decide(room: &Room, request: RequestId) -> Result<Vec<Event>, Refusal> {
    let dismissed = room.floor.dismissed.iter().find(|dismissed| dismissed.id == request);
    let found = dismissed.ok_or_else(|| {
        let sentence = format!("Request {request} was neither passed over nor taken off the list.");
        Refusal::new(Code::UnknownRequest, sentence)
    })?;
    if room.floor.has_place(&found.unit, found.details.lane) {
        let sentence = format!("{} is on the list or speaks already.", called(room, found));
        return Err(Refusal::new(Code::AlreadyOnList, sentence));
    }
    Ok(vec![Event::RequestRestored { request }])
}

pub(super) fn apply(floor: &mut Floor, stamp: &Stamp, request: RequestId) {
    let Some(at) = floor.dismissed.iter().position(|dismissed| dismissed.id == request) else {
        return;
    };
    let mut restored = floor.dismissed.remove(at);
    restored.placed = None;
    restored.decided(Override::of(stamp, Decision::Restored, None));
    floor.concerned.units.insert(restored.unit.clone());
    floor.put_among_waiting(restored);
}
