//! A matchmaking that is asked things, and people in it.

use crate::book::{Book, Context};
use crate::matchmaking::agreeing::PairingId;
use crate::matchmaking::post::{Details, Kind, PostId, Visibility};
use crate::matchmaking::settings::{Settings, Slot};
use crate::matchmaking::who::{Introduction, Listed, nobody_listed};
use crate::matchmaking::{Command, Event, Matchmaking, Order};
use crate::room::event::Stamp;
use crate::room::ids::{Millis, SeatId};
use crate::room::notes::point::{Component, Reach};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A quarter of an hour.
pub const QUARTER: i64 = 900_000;

/// The matchmaking, its clock, and the ids that commands get.
#[derive(Default)]
pub struct Session {
    pub matchmaking: Matchmaking,
    pub now: i64,
    pub asked: u128,
    /// Who is on the list of participants.
    pub listed: BTreeMap<String, Listed>,
    /// Everything that happened, as it would be read back.
    pub events: Vec<(Stamp, String)>,
}

pub fn seat(name: &str) -> SeatId {
    SeatId::new(name).unwrap()
}

pub fn who(name: &str) -> Introduction {
    Introduction {
        name: format!("Name of {name}"),
        delegation: format!("Delegation of {name}"),
        contact: format!("{name}@example.org"),
    }
}

pub fn details(sentence: &str) -> Details {
    Details {
        component: Component::People,
        level: Reach::National,
        regions: BTreeSet::new(),
        languages: BTreeSet::new(),
        sentence: sentence.to_owned(),
        visibility: Visibility::Everyone,
    }
}

/// Settings with tables and slots of a quarter of an hour that begin one after the other, the first at one quarter.
pub fn settings(tables: u32, slots: i64) -> Settings {
    let slot = |number: i64| Slot {
        starts: Millis(number * QUARTER),
        ends: Millis((number + 1) * QUARTER),
    };
    Settings {
        tables,
        slots: (1..=slots).map(slot).collect(),
        ..Settings::default()
    }
}

impl Session {
    pub fn ask_as(&mut self, role: Role, by: &str, command: &Command) -> Result<Uuid, Refusal> {
        self.asked += 1;
        self.now += 1;
        let request = Uuid::from_u128(self.asked);
        let context = Context {
            now: Millis(self.now),
            seat: seat(by),
            role,
            request,
        };
        let order = Order {
            command: command.clone(),
            listed: self.listed.get(by).cloned(),
        };
        for event in self.matchmaking.decide(&order, &context)? {
            let stamp = Stamp {
                at: context.now,
                by: Some(context.seat.clone()),
            };
            self.matchmaking.apply(&stamp, &event);
            self.events.push((stamp, serde_json::to_string(&event).unwrap()));
        }
        Ok(request)
    }

    pub fn ask(&mut self, by: &str, command: &Command) -> Result<Uuid, Refusal> {
        self.ask_as(Role::Participant, by, command)
    }

    pub fn organise(&mut self, command: &Command) -> Result<Uuid, Refusal> {
        self.ask_as(Role::Organiser, "desk", command)
    }

    /// Settings by somebody who has seen those that hold.
    pub fn set(&mut self, settings: Settings) -> Result<Uuid, Refusal> {
        let seen = self.matchmaking.settings.clone();
        self.organise(&Command::Settings { seen, settings })
    }

    pub fn refused(&mut self, by: &str, command: &Command) -> Code {
        self.ask(by, command).expect_err("it is refused").code
    }

    pub fn introduce(&mut self, by: &str) {
        let introduction = who(by);
        self.ask(by, &Command::Introduce { introduction }).unwrap();
    }

    pub fn post(&mut self, by: &str, kind: Kind, details: Details) -> PostId {
        if self.matchmaking.introduction(&seat(by)).is_none() {
            self.introduce(by);
        }
        PostId(self.ask(by, &Command::Post { kind, details }).unwrap())
    }

    pub fn need(&mut self, by: &str) -> PostId {
        self.post(by, Kind::Need, details(&format!("A need of {}", by.len())))
    }

    pub fn offer(&mut self, by: &str) -> PostId {
        self.post(by, Kind::Offer, details(&format!("An offer of {}", by.len())))
    }

    pub fn choose(&mut self, by: &str, need: PostId, offer: PostId) -> PairingId {
        PairingId(self.ask(by, &Command::Choose { need, offer }).unwrap())
    }

    pub fn accept(&mut self, by: &str, pairing: PairingId) {
        self.ask(by, &Command::Accept { pairing }).unwrap();
    }

    /// A need of one, an offer of the other, and both said yes.
    pub fn agreed(&mut self, needer: &str, provider: &str) -> PairingId {
        let (need, offer) = (self.need(needer), self.offer(provider));
        let pairing = self.choose(needer, need, offer);
        self.accept(provider, pairing);
        pairing
    }

    pub fn assign(&mut self) {
        self.organise(&Command::Assign).unwrap();
    }

    /// What a phone of that seat is told.
    pub fn told(&self, by: &str) -> String {
        serde_json::to_string(&self.matchmaking.view(&seat(by), &nobody_listed)).unwrap()
    }

    /// The matchmaking as the journal gives it back.
    pub fn replayed(&self) -> Matchmaking {
        let mut replayed = Matchmaking::default();
        for (stamp, event) in &self.events {
            let event: Event = serde_json::from_str(event).unwrap();
            replayed.apply(stamp, &event);
        }
        replayed
    }
}
