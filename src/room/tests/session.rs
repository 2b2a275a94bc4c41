//! A session of the tests: the scene's room with delegates of several regions, classes and ranks, and a clock that is moved
//! by hand. What a test asks is either done or told as the refusal that it got.

use super::scene::{NOON, room, seat_id};
use crate::room::command::{Command, FloorCommand, Wish};
use crate::room::event::{Event, Stamp};
use crate::room::floor::{Lane, Speech, Why};
use crate::room::ids::{Millis, RequestId};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::{Class, Profile, Rank, Role, Seat};
use crate::room::view::{Audience, FloorView};
use crate::room::{Context, Room};

/// Seat, delegation, class and rank of somebody who comes.
type Delegate = (&'static str, Option<&'static str>, Option<Class>, Option<Rank>);

/// Who has come beside the people of the scene: seat, delegation, class where it is not that of a known State, rank.
/// Several write the same delegation in different ways.
pub const DELEGATES: [Delegate; 13] = [
    ("kenya", Some("Kenya"), None, Some(Rank::Delegate)),
    ("kenya-b", Some("ken"), None, Some(Rank::Minister)),
    ("ghana", Some("Ghana"), None, Some(Rank::Ambassador)),
    ("ivory", Some("Côte d'Ivoire"), None, None),
    ("ivory-b", Some("COTE D\u{2019}IVOIRE"), None, Some(Rank::Expert)),
    ("japan", Some("Japan"), None, Some(Rank::ViceMinister)),
    ("poland", Some("Poland"), None, Some(Rank::Minister)),
    ("chile", Some("Chile"), None, Some(Rank::Delegate)),
    ("france", Some("France"), None, Some(Rank::Minister)),
    ("holy-see", Some("Holy See"), None, Some(Rank::Ambassador)),
    ("itu", Some("ITU"), Some(Class::Organization), Some(Rank::Minister)),
    ("acme", Some("Acme Foundation"), Some(Class::Stakeholder), Some(Rank::Expert)),
    ("expert", None, None, None),
];

/// The room, and the time in it.
pub struct Session {
    pub room: Room,
    pub now: Millis,
}

/// The profile of a delegate.
pub fn delegate(name: &str, delegation: Option<&str>, class: Option<Class>, rank: Option<Rank>) -> Profile {
    Profile {
        name: Some(name.to_owned()),
        delegation: delegation.map(str::to_owned),
        class,
        rank,
    }
}

/// The events by which the delegates take their seats.
pub fn arrivals() -> Vec<Event> {
    let taken = |(name, delegation, class, rank): &Delegate| Event::SeatTaken {
        seat: Seat {
            id: seat_id(name),
            role: Role::Participant,
            profile: delegate(name, *delegation, *class, *rank),
            issue: 0,
        },
    };
    DELEGATES.iter().map(taken).collect()
}

/// Asks for the floor in a lane.
pub fn asks_in(lane: Lane) -> Command {
    wish(Wish {
        lane: Some(lane),
        ..Wish::default()
    })
}

/// Asks for the floor with what the wish says.
pub fn wish(wish: Wish) -> Command {
    FloorCommand::Request(wish).into()
}

impl Session {
    /// Everybody has come, the list is open and empty.
    pub fn begin() -> Self {
        let mut session = Self {
            room: room(),
            now: Millis(NOON),
        };
        let stamp = Stamp {
            at: session.now,
            by: None,
        };
        arrivals().iter().for_each(|event| session.room.apply(&stamp, event));
        session.room.take_touched();
        session
    }

    /// These ask for the floor on the list, one second each.
    pub fn with<const COUNT: usize>(names: [&str; COUNT]) -> Self {
        let mut session = Self::begin();
        for name in names {
            session.does(name, asks_in(Lane::List)).after(1);
        }
        session
    }

    /// Time passes.
    pub fn after(&mut self, seconds: i64) -> &mut Self {
        self.after_ms(seconds * 1_000)
    }

    /// The same in milliseconds.
    pub fn after_ms(&mut self, milliseconds: i64) -> &mut Self {
        self.now.0 += milliseconds;
        self
    }

    /// In what somebody asks now.
    pub fn context(&self, name: &str) -> Context {
        let seat = seat_id(name);
        let role = self.room.seats.get(&seat).map_or(Role::Organiser, |seat| seat.role);
        Context {
            now: self.now,
            seat,
            role,
            request: None,
            present: None,
        }
    }

    /// What the command makes happen, or the refusal.
    pub fn decide(&self, name: &str, command: impl Into<Command>) -> Result<Vec<Event>, Refusal> {
        self.room.decide(&command.into(), &self.context(name))
    }

    /// Somebody asks, and it is done; a refusal fails the test.
    pub fn does(&mut self, name: &str, command: impl Into<Command>) -> &mut Self {
        let command = command.into();
        let events = self
            .decide(name, command.clone())
            .unwrap_or_else(|refusal| panic!("{name} {command:?}: {refusal}"));
        self.happens(Some(name), &events)
    }

    /// Events happen, by a seat or by the server itself.
    pub fn happens(&mut self, by: Option<&str>, events: &[Event]) -> &mut Self {
        let stamp = Stamp {
            at: self.now,
            by: by.map(seat_id),
        };
        events.iter().for_each(|event| self.room.apply(&stamp, event));
        self
    }

    /// The code of the refusal that somebody gets now.
    pub fn refusal(&self, name: &str, command: impl Into<Command>) -> Code {
        self.decide(name, command).expect_err("it was to be refused").code
    }

    /// The sentence of the refusal that somebody gets now.
    pub fn told(&self, name: &str, command: impl Into<Command>) -> String {
        self.decide(name, command).expect_err("it was to be refused").message
    }

    /// The list of speakers as the chair sees it.
    pub fn floor(&self) -> FloorView {
        self.room.view(Audience::Chair).floor
    }

    /// The names of those who wait, in order.
    pub fn order(&self) -> Vec<String> {
        let floor = self.floor();
        let name = |id| floor.requests.get(id).and_then(|request| request.profile.name.clone());
        floor.order.iter().map(|id| name(id).unwrap_or_default()).collect()
    }

    /// The first waiting request under that name.
    pub fn request_of(&self, name: &str) -> RequestId {
        let floor = self.floor();
        let found = floor
            .order
            .iter()
            .find(|id| floor.requests[id].profile.name.as_deref() == Some(name));
        *found.unwrap_or_else(|| panic!("{name} does not wait: {:?}", self.order()))
    }

    /// Why somebody's first request stands where it stands.
    pub fn why(&self, name: &str) -> Why {
        let request = self.request_of(name);
        self.floor().requests[&request].why.clone().unwrap()
    }

    /// Who has the floor.
    pub fn speaker(&self) -> Option<String> {
        self.floor().speaking.and_then(|speech| speech.who.profile.name)
    }

    /// The speech under way.
    pub fn speech(&self) -> &Speech {
        self.room.floor.speaking.as_ref().expect("somebody speaks")
    }

    /// The number of the step that can be undone.
    pub fn step(&self) -> u32 {
        self.floor().desk.unwrap().undo.expect("a step can be undone").step
    }
}
