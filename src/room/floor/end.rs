//! Ending the speech under way. The chair may. Refused when nobody speaks, and when the speech that is named has ended
//! already. Afterwards nobody has the floor, and the speech is on record with its beginning and end; after a point of order
//! whoever was interrupted has it again, with the clock stopped until the chair lets it run.

use super::{Floor, clock};
use crate::room::Room;
use crate::room::event::{Event, Stamp};
use crate::room::ids::RequestId;
use crate::room::refusal::Refusal;

pub(super) fn decide(room: &Room, request: Option<RequestId>) -> Result<Vec<Event>, Refusal> {
    clock::speech(room, request)?;
    Ok(vec![Event::InterventionEnded])
}

pub(super) fn apply(floor: &mut Floor, stamp: &Stamp) {
    let Some(speech) = floor.speaking.take() else { return };
    let ended = speech.ended(stamp.at);
    let lane = ended.request.details.lane;
    floor.concerned.units.insert(ended.request.unit.clone());
    if lane != super::Lane::PointOfOrder {
        floor.heard.entry(ended.request.unit.clone()).or_default().add(ended.used());
    }
    floor.interventions.push(ended);
    floor.speaking = floor.interrupted.take();
}
