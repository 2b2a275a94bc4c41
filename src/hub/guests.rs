//! The people on the list of a meeting as the door knows them: who may come in, with which issue of their code, and into which rooms.
//! It is asked at every request and so kept beside the register, which is read from the disk and asked one at a time.

use super::admission::digest;
use crate::people::Register;
use crate::people::plan::{Plan, Slot};
use crate::room::ids::SeatId;
use crate::room::seat::Seat;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The people of one meeting.
#[derive(Debug, Default)]
pub struct Guests {
    people: HashMap<SeatId, Guest>,
    /// Whom a code belongs to. By digest, so that looking one up takes the same time however much of a guess is right.
    by_code: HashMap<[u8; 32], SeatId>,
    changes_for_all: u64,
    all_doors_closed: bool,
    closed_doors: BTreeSet<String>,
}

/// One of them.
#[derive(Debug)]
struct Guest {
    issue: u32,
    changes: u64,
    seat: Seat,
    groups: BTreeMap<String, String>,
}

impl Guests {
    /// As the register says it.
    pub fn of(register: &Register) -> Self {
        let mut guests = Self {
            people: HashMap::with_capacity(register.people().len()),
            by_code: register
                .people()
                .values()
                .map(|person| (digest(&person.code), person.id.clone()))
                .collect(),
            changes_for_all: register.changes_for_all(),
            all_doors_closed: register.is_closed_to_others(),
            closed_doors: register.closed_doors().clone(),
        };
        for id in register.people().keys() {
            guests.renew(register, id);
        }
        guests
    }

    /// What the register says of one of them now. Answers with the rooms of the groups that they had before.
    pub fn renew(&mut self, register: &Register, id: &SeatId) -> Vec<String> {
        let before = match register.people().get(id) {
            None => self.people.remove(id),
            Some(person) => {
                let guest = Guest {
                    issue: person.issue,
                    changes: person.changes,
                    seat: person.seat(),
                    groups: person.groups.clone(),
                };
                self.people.insert(id.clone(), guest)
            }
        };
        before.map(|guest| guest.groups.into_values().collect()).unwrap_or_default()
    }

    /// Whom a code belongs to, by its digest.
    pub fn holder(&self, code: &[u8; 32]) -> Option<&SeatId> {
        self.by_code.get(code)
    }

    /// A number that is another one whenever something has changed of what somebody is told of their own day, but for what others have chosen.
    pub fn changes(&self, seat: &SeatId) -> Option<u64> {
        self.people.get(seat).map(|guest| self.changes_for_all + guest.changes)
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

    /// The room of a session that somebody is in: that of their group, or the only one.
    pub fn room_in<'a>(&'a self, seat: &SeatId, slot: &'a Slot) -> Option<&'a str> {
        slot.room_of(&self.people.get(seat)?.groups)
    }

    /// Whether somebody may be in a room of the meeting.
    pub fn may_enter(&self, seat: &SeatId, room: &str, plan: &Plan) -> bool {
        self.people.get(seat).is_some_and(|guest| plan.lets_in(&guest.groups, room))
    }

    /// All rooms of the meeting that somebody may be in.
    pub fn rooms_of<'a>(&self, seat: &SeatId, plan: &'a Plan) -> HashSet<&'a str> {
        let guest = self.people.get(seat);
        guest.map(|guest| plan.rooms_of(&guest.groups)).unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Book;
    use crate::meeting;
    use crate::people::event::{Entered, Event};
    use crate::people::person::Details;
    use crate::room::event::Stamp;
    use crate::room::ids::Millis;
    use std::fmt::Write;
    use std::time::Duration;
    use tokio::time::Instant;

    const PEOPLE: usize = 10_000;
    /// In three sessions, side by side.
    const ROOMS: usize = 300;
    /// Without optimisation, on two cores that do something else as well; it takes a tenth of that.
    const LONGEST: Duration = Duration::from_secs(5);

    fn room(number: usize) -> String {
        format!("room-{number}")
    }

    fn plan() -> Plan {
        let mut file = "id = \"m\"\ntitle = \"M\"\ndate = \"2024-05-10\"\ntimezone = \"UTC\"\n".to_owned();
        for number in 0..ROOMS {
            write!(file, "[[rooms]]\nid = \"{0}\"\ntitle = \"Room {0}\"\n", room(number)).unwrap();
        }
        for session in 0..3 {
            let rooms: Vec<String> = (0..ROOMS / 3)
                .map(|number| format!("\"{}\"", room(session * ROOMS / 3 + number)))
                .collect();
            let (starts, ends, rooms) = (session + 10, session + 11, rooms.join(", "));
            write!(
                file,
                "[[programme]]\nid = \"s{session}\"\ntitle = \"S\"\nkind = \"breakout\"\nstarts = \"{starts}:00\"\nends = \"{ends}:00\"\nrooms = [{rooms}]\n"
            )
            .unwrap();
        }
        Plan::of(&meeting::parse(&file).unwrap())
    }

    /// Everybody on the list, each in a group of every session.
    fn register() -> (Register, Vec<SeatId>) {
        let seats: Vec<SeatId> = (0..PEOPLE)
            .map(|number| SeatId::new(&format!("person-{number}")).unwrap())
            .collect();
        let people = seats.iter().enumerate().map(|(number, id)| Entered {
            id: id.clone(),
            details: Details {
                name: format!("Person {number}"),
                ..Details::default()
            },
            code: format!("{number:0>8}"),
        });
        let mut register = Register::default();
        let stamp = Stamp { at: Millis(0), by: None };
        register.apply(
            &stamp,
            &Event::Entered {
                people: people.collect(),
            },
        );
        for number in 0..ROOMS {
            let placed = Event::Placed {
                session: format!("s{}", number / (ROOMS / 3)),
                room: Some(room(number)),
                people: seats.iter().skip(number % (ROOMS / 3)).step_by(ROOMS / 3).cloned().collect(),
            };
            register.apply(&stamp, &placed);
        }
        (register, seats)
    }

    #[test]
    fn ten_thousand_people_enter_three_hundred_rooms_and_it_costs_next_to_nothing() {
        let ((register, seats), plan) = (register(), plan());
        let since = Instant::now();
        let guests = Guests::of(&register);
        let listed = since.elapsed();
        let since = Instant::now();
        for (number, seat) in seats.iter().enumerate() {
            // By their code to the page of the meeting, and from there into each of their rooms, which is asked for a dozen times.
            let code = digest(&format!("{number:0>8}"));
            assert_eq!(guests.holder(&code), Some(seat));
            let rooms = guests.rooms_of(seat, &plan);
            assert_eq!(rooms.len(), 3);
            let asked = rooms.iter().flat_map(|room| std::iter::repeat_n(room, 12));
            assert!(asked.into_iter().all(|room| guests.may_enter(seat, room, &plan)));
            assert!(!guests.may_enter(seat, &room((number + 1) % (ROOMS / 3)), &plan));
        }
        println!(
            "the list of {PEOPLE} is known at the door after {listed:?}; all have entered after {:?}",
            since.elapsed()
        );
        assert!(since.elapsed() < LONGEST, "{:?}", since.elapsed());
    }
}
