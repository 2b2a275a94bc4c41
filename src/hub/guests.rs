//! The people on the list of a meeting as the door knows them: who may come in, with which issue of their code, and into which rooms.
//! It is asked at every request and so kept beside the register, which is read from the disk and asked one at a time.

use crate::meeting::Meeting;
use crate::people::Register;
use crate::people::plan::{Plan, Slot};
use crate::room::ids::SeatId;
use crate::room::seat::Seat;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The people of one meeting.
#[derive(Debug, Default)]
pub struct Guests {
    people: HashMap<SeatId, Guest>,
    all_doors_closed: bool,
    closed_doors: BTreeSet<String>,
}

/// One of them.
#[derive(Debug)]
struct Guest {
    issue: u32,
    seat: Seat,
    groups: BTreeMap<String, String>,
}

impl Guests {
    /// As the register says it.
    pub fn of(register: &Register) -> Self {
        let mut guests = Self {
            people: HashMap::with_capacity(register.people().len()),
            all_doors_closed: register.is_closed_to_others(),
            closed_doors: register.closed_doors().clone(),
        };
        for id in register.people().keys() {
            guests.renew(register, id);
        }
        guests
    }

    /// What the register says of one of them now.
    pub fn renew(&mut self, register: &Register, id: &SeatId) {
        match register.people().get(id) {
            None => drop(self.people.remove(id)),
            Some(person) => {
                let guest = Guest {
                    issue: person.issue,
                    seat: person.seat(),
                    groups: person.groups.clone(),
                };
                self.people.insert(id.clone(), guest);
            }
        }
    }

    /// Whether somebody who came with this issue of their code may still be in the meeting.
    pub fn holds(&self, seat: &SeatId, issue: u32) -> bool {
        self.people.get(seat).is_some_and(|guest| guest.issue == issue)
    }

    /// The issue of the code that somebody has now, and the seat that they take.
    pub fn seat(&self, id: &SeatId) -> Option<(u32, Seat)> {
        self.people.get(id).map(|guest| (guest.issue, guest.seat.clone()))
    }

    /// Whether the seat is that of somebody on the list.
    pub fn is_guest(&self, seat: &SeatId) -> bool {
        self.people.contains_key(seat)
    }

    /// Whether somebody is in a room of its session: that of their group, or the only one.
    pub fn is_in(&self, seat: &SeatId, room: &str, slot: &Slot) -> bool {
        self.people
            .get(seat)
            .is_some_and(|guest| slot.room_of(&guest.groups) == Some(room))
    }

    /// Whether somebody may be in a room of the meeting.
    pub fn may_enter(&self, seat: &SeatId, room: &str, meeting: &Meeting) -> bool {
        Plan::mates(meeting, room).is_some_and(|slot| self.is_in(seat, room, &slot))
    }

    /// Those who were let in as the list was before, and would not be as it is now.
    pub fn out_since(&self, before: &Self) -> HashSet<SeatId> {
        let is_out = |(id, guest): &(&SeatId, &Guest)| !self.holds(id, guest.issue);
        before.people.iter().filter(is_out).map(|(id, _)| id.clone()).collect()
    }

    /// Whether those who are not on the list may join a room with its own code.
    pub fn is_open(&self, room: &str) -> bool {
        !self.all_doors_closed && !self.closed_doors.contains(room)
    }
}
