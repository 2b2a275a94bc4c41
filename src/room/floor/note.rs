//! The chair's own note beside a request. Refused when it is not on the list and when the text does not fit; empty takes the
//! note away. Nobody but the chair ever sees it, and it is in no document.

use super::{Floor, entry, waiting};
use crate::room::Room;
use crate::room::event::Event;
use crate::room::ids::RequestId;
use crate::room::limits::NOTE_CHARACTERS_MAX;
use crate::room::refusal::Refusal;

pub(super) fn decide(room: &Room, request: RequestId, note: &str) -> Result<Vec<Event>, Refusal> {
    let request = waiting::find(room, request)?.id;
    let note = entry::text_of("The note", Some(note), NOTE_CHARACTERS_MAX)?.unwrap_or_default();
    Ok(vec![Event::RequestNoted { request, note }])
}

pub(super) fn apply(floor: &mut Floor, request: RequestId, note: &str) {
    if let Some(found) = floor.find_mut(request) {
        note.clone_into(&mut found.note);
    }
}
