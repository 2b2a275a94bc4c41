//! One part of a plan, checked by the reader of meeting files: it is written into a small meeting of which nothing else can be wrong.

use super::command::Details;
use super::refused::{Fault, Refused};
use crate::meeting::export::to_toml;
use crate::meeting::file::parse;
use crate::meeting::plan::{Meeting, RoomPlan, Session};
use crate::meeting::wrong::OfChange;
use crate::room::command::{BoardRule, Writers};
use crate::room::event::Attribution;
use crate::room::floor::OrderRule;
use crate::room::limits::SPEAKING_LIMIT_S_DEFAULT;
use crate::room::view::ListState;
use std::collections::{BTreeMap, BTreeSet};

/// The meeting's details as a file would say them.
pub(super) fn details(details: Details) -> Result<Details, Refused> {
    let read = read(&details.put_into(beside(vec![plain_room("room")])), "")?;
    Ok(Details::of(&read))
}

/// The id of a meeting.
pub(super) fn id(id: &str) -> Result<String, Refused> {
    let meeting = beside(vec![plain_room("room")]);
    let read = read(
        &Meeting {
            id: id.to_owned(),
            ..meeting
        },
        "",
    )?;
    Ok(read.id)
}

/// A session as a file would say it, in a meeting with these rooms.
pub(super) fn session(session: Session, rooms: &[RoomPlan]) -> Result<Session, Refused> {
    let mut stubs: Vec<RoomPlan> = rooms.iter().map(|room| plain_room(&room.id)).collect();
    if stubs.is_empty() {
        stubs.push(plain_room("none"));
    }
    let probe = Meeting {
        programme: vec![session],
        ..beside(stubs)
    };
    let read = read(&probe, "programme[0].")?;
    read.programme.into_iter().next().ok_or_else(unread)
}

/// A room as a file would say it.
pub(super) fn room(room: RoomPlan) -> Result<RoomPlan, Refused> {
    let read = read(&beside(vec![room]), "rooms[0].")?;
    read.rooms.into_iter().next().ok_or_else(unread)
}

fn read(probe: &Meeting, part: &str) -> Result<Meeting, Refused> {
    parse(&to_toml(probe)).map_err(|errors| {
        let (own, other): (Vec<Fault>, Vec<Fault>) = errors
            .into_iter()
            .map(|error| Fault {
                field: error.field,
                wrong: error.wrong,
                message: error.message,
            })
            .partition(|fault| fault.field.starts_with(part));
        let named: Vec<Fault> = own
            .into_iter()
            .map(|fault| Fault {
                field: fault.field[part.len()..].to_owned(),
                ..fault
            })
            .collect();
        Refused::of_faults(if named.is_empty() { other } else { named })
    })
}

/// Can't be: what was written has one of them, and it was read without an error.
fn unread() -> Refused {
    Refused::of_field("", OfChange::Unread)
}

/// A meeting of which nothing is wrong.
fn beside(rooms: Vec<RoomPlan>) -> Meeting {
    Meeting {
        id: "meeting".to_owned(),
        title: "Meeting".to_owned(),
        date: "2024-01-01".to_owned(),
        timezone: "UTC".to_owned(),
        rooms,
        ..Meeting::default()
    }
}

/// A room of which nothing is said but its id.
pub(super) fn plain_room(id: &str) -> RoomPlan {
    RoomPlan {
        id: id.to_owned(),
        title: id.to_owned(),
        theme: String::new(),
        questions: Vec::new(),
        attribution: Attribution::default(),
        writers: Writers::Everyone,
        speaking_limit_s: SPEAKING_LIMIT_S_DEFAULT,
        list: ListState::Open,
        order: OrderRule::default(),
        speaking_limits: BTreeMap::new(),
        speakers: Vec::new(),
        polls: Vec::new(),
        sections: Vec::new(),
        board: BoardRule::default(),
        without: BTreeSet::new(),
        moderators: Vec::new(),
        panellists: Vec::new(),
    }
}
