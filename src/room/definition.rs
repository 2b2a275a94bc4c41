//! What the meeting file says of a room, taken over when the room comes to be and again when the file has changed.
//! At first everything is taken, and the prepared polls become drafts `p1`, `p2` …; later titles change, and the speaking time
//! where the file itself changed it, but drafts, the list and the right to write stay as the room has made them since.

use super::Room;
use super::command::Writers;
use super::event::{Attribution, Definition, Stamp};
use super::limits::SPEAKING_LIMIT_S_DEFAULT;
use super::view::ListState;

/// A definition before anything is said.
pub fn blank() -> Definition {
    Definition {
        meeting: String::new(),
        meeting_title: String::new(),
        room: String::new(),
        title: String::new(),
        theme: String::new(),
        questions: Vec::new(),
        session: String::new(),
        date: String::new(),
        starts: String::new(),
        ends: String::new(),
        attribution: Attribution::default(),
        writers: Writers::Chosen,
        speaking_limit_s: SPEAKING_LIMIT_S_DEFAULT,
        list_open: false,
        polls: Vec::new(),
        join_code: String::new(),
    }
}

/// Takes the definition over.
pub fn apply(room: &mut Room, stamp: &Stamp, definition: &Definition) {
    if room.revision == 0 {
        open(room, stamp, definition);
    } else if room.definition.speaking_limit_s != definition.speaking_limit_s {
        room.floor.limit_s = definition.speaking_limit_s;
    }
    room.definition = definition.clone();
}

fn open(room: &mut Room, stamp: &Stamp, definition: &Definition) {
    room.revision = 1;
    room.opened_at = stamp.at;
    room.writers = definition.writers;
    room.floor.limit_s = definition.speaking_limit_s;
    room.floor.list = if definition.list_open {
        ListState::Open
    } else {
        ListState::Closed
    };
    for paper in &definition.polls {
        room.polls.add_draft(room.polls.next_id(), paper);
    }
}
