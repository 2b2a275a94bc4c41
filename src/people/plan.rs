//! What the register has to know of the meeting's plan: which rooms meet at the same time. It is made once for each plan and then shared,
//! since who may be in which room is asked at every request: every question has its answer at hand, however many rooms there are.
//!
//! A room that meets in several sessions is a group of each of them.

use super::person::folded;
use crate::meeting::{Meeting, RoomPlan, Session};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The sessions that have rooms, in the order of the programme; rooms that no session names are together in one more, without a name.
#[derive(Debug, Default)]
pub struct Plan {
    /// In the order of the programme.
    pub slots: Vec<Slot>,
    by_session: HashMap<String, usize>,
    /// The slots in which each room meets.
    by_room: HashMap<String, Vec<usize>>,
    /// The ids of the rooms that are called so, by title or id, however that is written.
    by_name: HashMap<String, Vec<String>>,
}

/// A session and its rooms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slot {
    /// The session; empty: none.
    pub session: String,
    /// Its title.
    pub title: String,
    /// Its day.
    pub date: String,
    /// Its begin.
    pub starts: String,
    /// Its end.
    pub ends: String,
    /// Its rooms, in the order of the meeting.
    pub rooms: Vec<Group>,
    /// Where each of them stands.
    places: HashMap<String, usize>,
}

/// A room as the register knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its theme in a sentence; may be empty.
    pub theme: String,
}

/// What was found by a name.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// The room that has it, in each session in which it meets, or in the one that was named with it.
    One(Vec<(&'a Slot, &'a Group)>),
    /// More than one have it; the ids of two.
    Several(&'a str, &'a str),
    /// None has it.
    None,
}

impl Plan {
    /// Of a meeting.
    pub fn of(meeting: &Meeting) -> Self {
        let mut slots: Vec<Slot> = meeting.programme.iter().map(Slot::of).collect();
        slots.push(Slot::default());
        let last = slots.len() - 1;
        let mut sessions: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, session) in meeting.programme.iter().enumerate() {
            for room in &session.rooms {
                sessions.entry(room).or_default().push(at);
            }
        }
        for room in &meeting.rooms {
            let of_room = sessions
                .get(room.id.as_str())
                .map_or(std::slice::from_ref(&last), Vec::as_slice);
            of_room.iter().for_each(|at| slots[*at].put(room));
        }
        slots.retain(|slot| !slot.rooms.is_empty());
        Self::indexed(slots)
    }

    fn indexed(slots: Vec<Slot>) -> Self {
        let mut plan = Self::default();
        for (at, slot) in slots.iter().enumerate() {
            plan.by_session.insert(slot.session.clone(), at);
            for room in &slot.rooms {
                let of_room = plan.by_room.entry(room.id.clone()).or_default();
                of_room.push(at);
                if of_room.len() == 1 {
                    plan.name(&room.title, &room.id);
                    plan.name(&room.id, &room.id);
                }
            }
        }
        Self { slots, ..plan }
    }

    fn name(&mut self, name: &str, room: &str) {
        let called = self.by_name.entry(folded(name)).or_default();
        if !called.iter().any(|known| known == room) {
            called.push(room.to_owned());
        }
    }

    /// The sessions that a room meets in, in the order of the programme.
    pub fn slots_of(&self, room: &str) -> impl Iterator<Item = &Slot> {
        let of_room = self.by_room.get(room).map_or(&[][..], Vec::as_slice);
        of_room.iter().filter_map(|at| self.slots.get(*at))
    }

    /// Whether there is such a room.
    pub fn has(&self, room: &str) -> bool {
        self.by_room.contains_key(room)
    }

    /// A session that has rooms.
    pub fn slot(&self, session: &str) -> Option<&Slot> {
        self.slots.get(*self.by_session.get(session)?)
    }

    /// Whether somebody who has these groups may be in a room: that of their group in one of its sessions, or the only one of it.
    pub fn lets_in(&self, groups: &BTreeMap<String, String>, room: &str) -> bool {
        self.slots_of(room).any(|slot| slot.room_of(groups) == Some(room))
    }

    /// All rooms that somebody who has these groups may be in.
    pub fn rooms_of(&self, groups: &BTreeMap<String, String>) -> HashSet<&str> {
        let rooms = self
            .slots
            .iter()
            .filter_map(|slot| Some(slot.group(slot.room_of(groups)?)?.id.as_str()));
        rooms.collect()
    }

    /// The room that somebody means by its id or its title, if it is one; or by the ids of a session and of a room of it, parted by a slash.
    pub fn find(&self, written: &str) -> Found<'_> {
        if self.has(written) {
            return Found::One(self.places(written));
        }
        match self.by_name.get(&folded(written)).map(Vec::as_slice) {
            Some([one]) => Found::One(self.places(one)),
            Some([one, other, ..]) => Found::Several(one, other),
            _ => self
                .find_in_session(written)
                .map_or(Found::None, |place| Found::One(vec![place])),
        }
    }

    fn find_in_session(&self, written: &str) -> Option<(&Slot, &Group)> {
        let (session, room) = written.split_once('/')?;
        let slot = self.slot(session.trim())?;
        Some((slot, slot.group(room.trim())?))
    }

    fn places(&self, room: &str) -> Vec<(&Slot, &Group)> {
        self.slots_of(room)
            .filter_map(|slot| Some((slot, slot.group(room)?)))
            .collect()
    }

    /// How many rooms there are.
    pub fn rooms(&self) -> usize {
        self.by_room.len()
    }

    /// The title of every room, for those who wrote another one.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        let is_first = |at: usize, room: &Group| self.by_room.get(&room.id).and_then(|of_room| of_room.first()) == Some(&at);
        let slots = self.slots.iter().enumerate();
        slots.flat_map(move |(at, slot)| {
            let rooms = slot.rooms.iter().filter(move |room| is_first(at, room));
            rooms.map(|room| room.title.as_str())
        })
    }

    /// The rooms that somebody has to be put into who is to have these groups, each as it is written in a file: a room by its id where they are
    /// in it whenever it meets, else with each session in which they are.
    pub fn written(&self, groups: &BTreeMap<String, String>) -> Vec<String> {
        let mut written: Vec<String> = Vec::new();
        for slot in self.slots.iter().filter(|slot| slot.is_parted()) {
            let Some(room) = slot.room_of(groups) else { continue };
            let mut sessions = self.slots_of(room).filter(|slot| slot.is_parted());
            let name = if sessions.all(|slot| slot.room_of(groups) == Some(room)) {
                room.to_owned()
            } else {
                format!("{}/{room}", slot.session)
            };
            if !written.contains(&name) {
                written.push(name);
            }
        }
        written
    }
}

impl Slot {
    fn of(session: &Session) -> Self {
        Self {
            session: session.id.clone(),
            title: session.title.clone(),
            date: session.date.clone(),
            starts: session.starts.clone(),
            ends: session.ends.clone(),
            ..Self::default()
        }
    }

    fn put(&mut self, room: &RoomPlan) {
        if self.has(&room.id) {
            return;
        }
        self.places.insert(room.id.clone(), self.rooms.len());
        self.rooms.push(Group {
            id: room.id.clone(),
            title: room.title.clone(),
            theme: room.theme.clone(),
        });
    }

    /// Whether it has the room.
    pub fn has(&self, room: &str) -> bool {
        self.places.contains_key(room)
    }

    /// Where a room stands among its rooms.
    pub fn place(&self, room: &str) -> Option<usize> {
        self.places.get(room).copied()
    }

    /// One of its rooms.
    pub fn group(&self, room: &str) -> Option<&Group> {
        self.rooms.get(self.place(room)?)
    }

    /// The title of one of its rooms; of one that is not there any more, its id.
    pub fn title_of<'a>(&'a self, room: &'a str) -> &'a str {
        self.group(room).map_or(room, |group| &group.title)
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
