//! Who comes with a code of their own: the people on the lists of participants, as far as they are let in.

use super::Registry;
use crate::hub::admission::{Grant, Issue};
use crate::hub::guests::Guests;
use crate::people::Register;
use crate::people::plan::{Plan, Slot};
use crate::room::ids::SeatId;
use crate::room::seat::{Role, Seat};
use std::collections::HashSet;
use std::sync::{Arc, PoisonError};

impl Registry {
    /// How many of a room's seats may still be used.
    pub fn count_held<'a>(&self, meeting: &str, room: &str, seats: impl Iterator<Item = &'a Seat>) -> usize {
        let admission = self.admission();
        let held = seats.filter(|seat| {
            let link = Grant {
                meeting: meeting.to_owned(),
                room: Some(room.to_owned()),
                role: seat.role,
            };
            let is_on_the_list = || admission.guests(meeting)?.seat(&seat.id);
            admission.holds(&link, Issue(seat.issue), &seat.id) || is_on_the_list().is_some()
        });
        held.count()
    }

    /// Whom a personal code belongs to, as somebody typed it: what it opens, the issue of the code and the seat.
    pub fn guest(&self, code: &str) -> Option<(Grant, Issue, Seat)> {
        let admission = self.admission();
        let (meeting, issue, seat) = admission.guest(code)?;
        let grant = Grant {
            meeting: meeting.to_owned(),
            room: None,
            role: Role::Participant,
        };
        Some((grant, issue, seat))
    }

    /// The seat that somebody on the list takes in a room.
    pub fn guest_seat(&self, meeting: &str, seat: &SeatId) -> Option<Seat> {
        let admission = self.admission();
        let (_, seat) = admission.guests(meeting)?.seat(seat)?;
        Some(seat)
    }

    /// What the plan of a meeting says of its groups.
    pub fn groups(&self, meeting: &str) -> Option<Arc<Plan>> {
        self.planned().groups(meeting)
    }

    /// Whether somebody on the list may be in a room.
    pub fn may_enter(&self, meeting: &str, seat: &SeatId, room: &str) -> bool {
        let Some(plan) = self.groups(meeting) else { return false };
        let admission = self.admission();
        let guests = admission.guests(meeting);
        guests.is_some_and(|guests| guests.may_enter(seat, room, &plan))
    }

    /// All rooms of a meeting that somebody on the list may be in.
    pub fn rooms_of(&self, meeting: &str, seat: &SeatId) -> HashSet<String> {
        let Some(plan) = self.groups(meeting) else {
            return HashSet::new();
        };
        let admission = self.admission();
        let rooms = admission.guests(meeting).map(|guests| guests.rooms_of(seat, &plan));
        rooms.unwrap_or_default().into_iter().map(str::to_owned).collect()
    }

    /// The room of a session that somebody on the list is in.
    pub fn room_in(&self, meeting: &str, seat: &SeatId, slot: &Slot) -> Option<String> {
        let admission = self.admission();
        admission.guests(meeting)?.room_in(seat, slot).map(str::to_owned)
    }

    /// A number that is another one whenever something has changed of what somebody on the list is told of their own day, but for what
    /// others have chosen.
    pub fn changes_of_day(&self, meeting: &str, seat: &SeatId) -> Option<u64> {
        self.admission().guests(meeting)?.changes(seat)
    }

    /// Whether those who are not on the list may join a room with its own code.
    pub fn is_open(&self, meeting: &str, room: &str) -> bool {
        self.admission().guests(meeting).is_none_or(|guests| guests.is_open(room))
    }

    /// Whether a code, in its normal form, opens something.
    pub fn is_taken(&self, code: &str) -> bool {
        self.admission().is_taken(code)
    }

    /// Looks at the list of a meeting, where there is one.
    pub(in crate::hub) fn look_at_guests(&self, meeting: &str, look: impl FnOnce(&Guests)) {
        if let Some(guests) = self.admission().guests(meeting) {
            look(guests);
        }
    }

    /// The list of a meeting is so now. Answers with those who are out by it.
    pub(in crate::hub) fn set_guests(&self, meeting: &str, register: &Register) -> HashSet<SeatId> {
        // Made before anybody has to wait for it.
        let guests = Guests::of(register);
        let mut admission = self.admission.write().unwrap_or_else(PoisonError::into_inner);
        let before = admission.set_guests(meeting, guests);
        drop(admission);
        let admission = self.admission();
        admission
            .guests(meeting)
            .map(|guests| guests.out_since(&before))
            .unwrap_or_default()
    }

    /// One person of it is so now; nobody is out by it. Answers with the rooms of the groups that they had before.
    pub(in crate::hub) fn renew_guest(&self, meeting: &str, register: &Register, seat: &SeatId) -> Vec<String> {
        let mut admission = self.admission.write().unwrap_or_else(PoisonError::into_inner);
        admission.renew_guest(meeting, register, seat)
    }
}
