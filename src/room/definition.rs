//! What the meeting file says of a room, taken over when the room comes to be and again when the file has changed.
//! At first everything is taken, the prepared polls become drafts `p1`, `p2` …, and the prepared speakers requests `r1`, `r2` …;
//! later titles change, and speaking times and the list's rule where the file itself changed them. What else follows is told by events of
//! its own: see `following`. The attribution rule is never made looser once somebody is in: see `footing`.

use super::Room;
use super::command::{BoardRule, Writers};
use super::event::{Attribution, Definition, Gathering, Stamp};
use super::floor::OrderRule;
use super::footing::Footing;
use super::limits::SPEAKING_LIMIT_S_DEFAULT;
use super::view::ListState;
use std::collections::{BTreeMap, BTreeSet};

/// A definition before anything is said.
pub fn blank() -> Definition {
    Definition {
        meeting: String::new(),
        meeting_title: String::new(),
        room: String::new(),
        title: String::new(),
        theme: String::new(),
        questions: Vec::new(),
        gathering: Gathering::default(),
        session: String::new(),
        date: String::new(),
        starts: String::new(),
        ends: String::new(),
        later: Vec::new(),
        attribution: Attribution::default(),
        writers: Writers::Chosen,
        speaking_limit_s: SPEAKING_LIMIT_S_DEFAULT,
        list_open: false,
        order: OrderRule::default(),
        speaking_limits: BTreeMap::new(),
        speakers: Vec::new(),
        polls: Vec::new(),
        sections: Vec::new(),
        board: BoardRule::default(),
        without: BTreeSet::new(),
        moderators: Vec::new(),
        panellists: Vec::new(),
        timezone: String::new(),
        join_code: String::new(),
    }
}

/// Takes the definition over.
pub fn apply(room: &mut Room, stamp: &Stamp, definition: &Definition) {
    let attribution = Footing::of(room).after(definition.attribution);
    if room.revision == 0 {
        open(room, stamp, definition);
    } else {
        configure(room, definition);
    }
    room.notes.belong_to(&definition.meeting, &definition.room);
    room.definition = Definition {
        attribution,
        ..definition.clone()
    };
}

fn open(room: &mut Room, stamp: &Stamp, definition: &Definition) {
    room.revision = 1;
    room.opened_at = stamp.at;
    room.writers = definition.writers;
    room.board.rule = definition.board;
    room.floor.limit_s = definition.speaking_limit_s;
    room.floor.limits.clone_from(&definition.speaking_limits);
    room.floor.rule = definition.order;
    room.floor.list = if definition.list_open {
        ListState::Open
    } else {
        ListState::NotOpen
    };
    room.floor.prepare(stamp, &definition.speakers);
    for paper in &definition.polls {
        room.polls.add_draft(room.polls.next_id(), paper, None);
    }
}

fn configure(room: &mut Room, definition: &Definition) {
    let before = &room.definition;
    if before.speaking_limit_s != definition.speaking_limit_s {
        room.floor.limit_s = definition.speaking_limit_s;
    }
    let scopes = before.speaking_limits.keys().chain(definition.speaking_limits.keys());
    for scope in scopes {
        match (before.speaking_limits.get(scope), definition.speaking_limits.get(scope)) {
            (before, after) if before == after => {}
            (_, Some(seconds)) => {
                room.floor.limits.insert(*scope, *seconds);
            }
            (_, None) => {
                room.floor.limits.remove(scope);
            }
        }
    }
    room.session.plan_anew(&definition.sittings());
    if before.order != definition.order {
        room.floor.rule = definition.order;
    }
}
