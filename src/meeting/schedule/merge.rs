//! Bringing what was read into a meeting that there is. Nothing of the meeting is lost: rooms that it has stay as they are, whatever the
//! file says of them, and sessions that the file does not have stay too. A session that it has is moved and retitled, and meets in its
//! rooms as before and in those that the file gives it.

use crate::meeting::plan::{Meeting, RoomPlan, Session};
use serde::Serialize;

/// The meeting as it would be, and what is new in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The whole meeting.
    pub meeting: Meeting,
    /// What changes.
    pub changes: Changes,
}

/// What a file changes in a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Changes {
    /// Sessions that are new.
    pub sessions_added: Vec<Session>,
    /// Sessions that are told otherwise.
    pub sessions_changed: Vec<Session>,
    /// How many sessions of the file are in the meeting already, just so.
    pub sessions_same: usize,
    /// Rooms that are new.
    pub rooms_added: Vec<RoomAdded>,
    /// How many rooms of the file are in the meeting already; they stay as they are.
    pub rooms_kept: usize,
}

/// A room that is new.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct RoomAdded {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// The meeting with the sessions and rooms that were read.
pub fn merge(meeting: &Meeting, programme: &[Session], rooms: &[RoomPlan]) -> Merged {
    let mut merged = meeting.clone();
    let mut changes = Changes::default();
    for room in rooms {
        if merged.room(&room.id).is_some() {
            changes.rooms_kept += 1;
            continue;
        }
        changes.rooms_added.push(RoomAdded {
            id: room.id.clone(),
            title: room.title.clone(),
        });
        merged.rooms.push(room.clone());
    }
    for session in programme {
        release(&mut merged.programme, session, programme);
        match merged.programme.iter_mut().find(|known| known.id == session.id) {
            None => {
                merged.programme.push(session.clone());
                changes.sessions_added.push(session.clone());
            }
            Some(known) => {
                let after = told_anew(known, session);
                if *known == after {
                    changes.sessions_same += 1;
                } else {
                    changes.sessions_changed.push(after.clone());
                    *known = after;
                }
            }
        }
    }
    merged
        .programme
        .sort_by(|one, other| (&one.date, &one.starts).cmp(&(&other.date, &other.starts)));
    Merged {
        meeting: merged,
        changes,
    }
}

/// The rooms that the file gives to this session leave the others that the file has. Into which of the others an organiser put them is theirs.
fn release(programme: &mut [Session], session: &Session, of_file: &[Session]) {
    let is_of_file = |other: &Session| of_file.iter().any(|told| told.id == other.id);
    for other in programme
        .iter_mut()
        .filter(|other| other.id != session.id && is_of_file(other))
    {
        other.rooms.retain(|room| !session.rooms.contains(room));
    }
}

fn told_anew(known: &Session, session: &Session) -> Session {
    let mut rooms = known.rooms.clone();
    rooms.extend(session.rooms.iter().filter(|room| !known.rooms.contains(room)).cloned());
    Session {
        rooms,
        ..session.clone()
    }
}
