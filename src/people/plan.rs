//! What the register has to know of the meeting's plan: which rooms meet at the same time.

use super::person::folded;
use crate::meeting::{Meeting, RoomPlan};
use std::collections::{BTreeMap, HashMap};

/// The sessions that have rooms, in the order of the programme; rooms that no session names are together in one more, without a name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// In the order of the programme.
    pub slots: Vec<Slot>,
}

/// A session and its rooms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slot {
    /// The session; empty: none.
    pub session: String,
    /// Its title.
    pub title: String,
    /// Its rooms, in the order of the meeting.
    pub rooms: Vec<Group>,
}

/// A room as the register knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

impl Plan {
    /// Of a meeting.
    pub fn of(meeting: &Meeting) -> Self {
        let mut slots: Vec<Slot> = meeting
            .programme
            .iter()
            .map(|session| slot(&session.id, &session.title))
            .collect();
        let mut sessions: HashMap<&str, usize> = HashMap::new();
        for (at, session) in meeting.programme.iter().enumerate() {
            for room in &session.rooms {
                sessions.entry(room).or_insert(at);
            }
        }
        slots.push(slot("", ""));
        let last = slots.len() - 1;
        for room in &meeting.rooms {
            let at = sessions.get(room.id.as_str()).copied().unwrap_or(last);
            slots[at].rooms.push(group(room));
        }
        slots.retain(|slot| !slot.rooms.is_empty());
        Self { slots }
    }

    /// The session that a room meets in, without the rest of the plan: asked for at every request of somebody on the list.
    pub fn mates(meeting: &Meeting, room: &str) -> Option<Slot> {
        meeting.room(room)?;
        let session = meeting.session_of(room);
        let of_session = |id: &str| meeting.session_of(id).map(|session| &session.id) == session.map(|session| &session.id);
        let rooms = meeting.rooms.iter().filter(|plan| match session {
            Some(session) => session.rooms.contains(&plan.id) && of_session(&plan.id),
            None => of_session(&plan.id),
        });
        let rooms = rooms.map(group).collect();
        let (session, title) = session.map_or(("", ""), |session| (&session.id, &session.title));
        Some(Slot {
            rooms,
            ..slot(session, title)
        })
    }

    /// The session that a room meets in.
    pub fn slot_of(&self, room: &str) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.has(room))
    }

    /// A session that has rooms.
    pub fn slot(&self, session: &str) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.session == session)
    }

    /// The room that somebody means by its id or its title, if it is one.
    pub fn find(&self, written: &str) -> Found<'_> {
        let groups = || {
            self.slots
                .iter()
                .flat_map(|slot| slot.rooms.iter().map(move |group| (slot, group)))
        };
        if let Some((slot, group)) = groups().find(|(_, group)| group.id == written) {
            return Found::One(slot, group);
        }
        let wanted = folded(written);
        let mut titled = groups().filter(|(_, group)| folded(&group.title) == wanted || folded(&group.id) == wanted);
        match (titled.next(), titled.next()) {
            (Some((slot, group)), None) => Found::One(slot, group),
            (Some((_, one)), Some((_, other))) => Found::Several(&one.id, &other.id),
            (None, _) => Found::None,
        }
    }

    /// Every room's title, for those who wrote another one.
    pub fn titles(&self) -> Vec<&str> {
        self.slots
            .iter()
            .flat_map(|slot| slot.rooms.iter().map(|group| group.title.as_str()))
            .collect()
    }
}

/// What was found by a name.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// The one that has it.
    One(&'a Slot, &'a Group),
    /// More than one have it; the ids of two.
    Several(&'a str, &'a str),
    /// None has it.
    None,
}

impl Slot {
    /// Whether it has the room.
    pub fn has(&self, room: &str) -> bool {
        self.rooms.iter().any(|group| group.id == room)
    }

    /// The title of one of its rooms; of one that is not there any more, its id.
    pub fn title_of<'a>(&'a self, room: &'a str) -> &'a str {
        let found = self.rooms.iter().find(|group| group.id == room);
        found.map_or(room, |group| &group.title)
    }

    /// Whether there is anything to be put into: with one room everybody is in it.
    pub fn is_parted(&self) -> bool {
        self.rooms.len() > 1
    }

    /// The room that somebody is in who has these groups.
    pub fn room_of<'a>(&'a self, groups: &'a BTreeMap<String, String>) -> Option<&'a str> {
        match self.rooms.as_slice() {
            [only] => Some(&only.id),
            _ => groups.get(&self.session).map(String::as_str).filter(|room| self.has(room)),
        }
    }
}

fn slot(session: &str, title: &str) -> Slot {
    Slot {
        session: session.to_owned(),
        title: title.to_owned(),
        rooms: Vec::new(),
    }
}

fn group(room: &RoomPlan) -> Group {
    Group {
        id: room.id.clone(),
        title: room.title.clone(),
    }
}
