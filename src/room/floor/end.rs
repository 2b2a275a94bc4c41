//! Ending the speech under way. The chair may. Refused when nobody speaks. Afterwards nobody has the floor, and the speech
//! is on record with its beginning and end.

use super::{Floor, Intervention};
use crate::room::Room;
use crate::room::event::{Event, Stamp};
use crate::room::refusal::{Code, Refusal};

pub(super) fn decide(room: &Room) -> Result<Vec<Event>, Refusal> {
    match room.floor.speaking {
        Some(_) => Ok(vec![Event::InterventionEnded]),
        None => Err(Refusal::new(Code::NobodySpeaking, "Nobody has the floor.")),
    }
}

pub(super) fn apply(floor: &mut Floor, stamp: &Stamp) {
    let Some(speech) = floor.speaking.take() else { return };
    floor.interventions.push(Intervention {
        request: speech.request.id,
        seat: speech.request.seat,
        started_at: speech.started_at,
        // The machine's clock may have been set back meanwhile; a speech does not last less than nothing.
        ended_at: stamp.at.max(speech.started_at),
        limit_s: speech.limit_s,
    });
}
