//! Putting somebody on the list who has no device. The chair may, whatever state the list is in. Refused when the entry names
//! nobody or a text does not fit, when the delegation waits or speaks already, when the lane is that of answers or questions,
//! and when the list is full. Afterwards everybody sees the request like any other; the chair's note only the chair.

use super::{Details, Floor, Lane, Request, Unit, checked, request};
use crate::room::Room;
use crate::room::command::Entry;
use crate::room::event::{Event, Stamp};
use crate::room::ids::RequestId;
use crate::room::refusal::{Code, Refusal};

pub(super) fn decide(room: &Room, entry: &Entry) -> Result<Vec<Event>, Refusal> {
    let entry = checked(entry)?;
    require_fitting(&room.floor, &entry)?;
    request::require_space(&room.floor)?;
    Ok(vec![Event::SpeakerQueued {
        request: room.floor.next_id(),
        entry,
    }])
}

pub(super) fn require_fitting(floor: &Floor, entry: &Entry) -> Result<(), Refusal> {
    let lane = entry.lane.unwrap_or_default();
    let unit = Unit::of_entry(&entry.profile);
    let who = entry.profile.called();
    if matches!(lane, Lane::Answer | Lane::Question) {
        let sentence = "Questions are asked by those who have them, and an answer follows its question by itself.";
        return Err(Refusal::new(Code::WrongLane, sentence));
    }
    if floor.under_way().any(|request| request.unit == unit) && lane != Lane::Reply {
        return Err(Refusal::new(Code::AlreadySpeaking, format!("{who} has the floor already.")));
    }
    if floor.waits(&unit, lane) {
        return Err(Refusal::new(
            Code::AlreadyOnList,
            format!("{who} is on the list of speakers already."),
        ));
    }
    Ok(())
}

pub(super) fn apply(floor: &mut Floor, stamp: &Stamp, request: RequestId, entry: &Entry) {
    floor.put_on(Request {
        id: request,
        seat: None,
        unit: Unit::of_entry(&entry.profile),
        details: Details::of_entry(entry),
        asked_at: stamp.at,
        placed: None,
        overrides: Vec::new(),
        note: entry.note.clone().unwrap_or_default(),
    });
}

impl Floor {
    /// Puts those on the list who stand on it from the start.
    pub fn prepare(&mut self, stamp: &Stamp, speakers: &[Entry]) {
        for entry in speakers {
            apply(self, stamp, self.next_id(), entry);
        }
    }
}
