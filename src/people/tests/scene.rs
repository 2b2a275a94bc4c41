//! A meeting with groups, and a register that is asked things.

use crate::book::{Book, Context};
use crate::meeting::extended::Extended;
use crate::meeting::{self, Meeting};
use crate::people::Register;
use crate::people::command::{Codes, Order};
use crate::people::day::Around;
use crate::people::event::Event;
use crate::people::import::{Rows, Weighed, weigh};
use crate::people::plan::Plan;
use crate::people::sheet;
use crate::room::event::Stamp;
use crate::room::ids::{Millis, SeatId};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;

/// Three groups in the morning, two in the afternoon, and a plenary.
pub const MEETING: &str = r#"
id = "m"
title = "A meeting"
date = "2024-05-10"
timezone = "America/New_York"
rooms = [
  { id = "plenary", title = "Plenary" },
  { id = "policies", title = "Policies" },
  { id = "talent", title = "Talent" },
  { id = "law", title = "Law" },
  { id = "north", title = "North" },
  { id = "south", title = "South" },
]
programme = [
  { id = "opening", starts = "09:00", ends = "10:00", title = "Opening", kind = "plenary", rooms = ["plenary"] },
  { id = "morning", starts = "10:00", ends = "12:00", title = "Morning", kind = "breakout", rooms = ["policies", "talent", "law"] },
  { id = "afternoon", starts = "13:00", ends = "15:00", title = "Afternoon", kind = "breakout", rooms = ["north", "south"] },
]
"#;

pub struct Scene {
    pub register: Register,
    pub meeting: Meeting,
    pub plan: Arc<Plan>,
    pub taken: BTreeSet<String>,
    asked: u128,
}

impl Scene {
    pub fn new() -> Self {
        Self::of(MEETING)
    }

    /// Of a meeting file.
    pub fn of(file: &str) -> Self {
        let meeting = meeting::parse(file).unwrap();
        Self {
            register: Register::default(),
            plan: Arc::new(Plan::of(&meeting)),
            meeting,
            taken: BTreeSet::new(),
            asked: 0,
        }
    }

    /// With people of these names, in this order.
    pub fn with(names: &[&str]) -> Self {
        let mut scene = Self::new();
        for name in names {
            scene.order(json!({ "do": "add", "name": name }));
        }
        scene
    }

    pub fn request(&mut self) -> Uuid {
        self.asked += 1;
        Uuid::from_u128(self.asked)
    }

    /// The day of somebody, as it is sent.
    pub fn day(&self, seat: &SeatId, extended: &Extended) -> Value {
        let around = Around {
            meeting: &self.meeting,
            plan: &self.plan,
            extended,
            now: Millis(1),
        };
        serde_json::to_value(self.register.day(seat, around).unwrap()).unwrap()
    }

    /// The seat of somebody.
    pub fn id(&self, name: &str) -> SeatId {
        let found = self.register.people().values().find(|person| person.details.name == name);
        found.unwrap().id.clone()
    }

    pub fn group(&self, name: &str, session: &str) -> Option<String> {
        self.register.people()[&self.id(name)].groups.get(session).cloned()
    }

    pub fn codes(&self, count: usize) -> Codes {
        let fresh = (0..count).map(|number| format!("{:0>8}", self.asked * 20_000 + number as u128));
        Codes {
            fresh: fresh.collect(),
            taken: self.taken.clone(),
        }
    }

    pub fn ask_as(&mut self, seat: &SeatId, role: Role, command: Value) -> Result<Vec<Event>, Refusal> {
        let request = self.request();
        let mut order: Order = serde_json::from_value(command).unwrap();
        order.plan = self.plan.clone();
        order.codes = self.codes(1);
        let context = Context {
            now: Millis(0),
            seat: seat.clone(),
            role,
            request,
        };
        let events = self.register.decide(&order, &context)?;
        self.apply(&events);
        Ok(events)
    }

    pub fn apply(&mut self, events: &[Event]) {
        let stamp = Stamp { at: Millis(0), by: None };
        for event in events {
            // As it comes back from the disk.
            let event: Event = serde_json::from_str(&serde_json::to_string(event).unwrap()).unwrap();
            self.register.apply(&stamp, &event);
        }
    }

    pub fn ask(&mut self, command: Value) -> Result<Vec<Event>, Refusal> {
        let organiser = SeatId::new("organiser").unwrap();
        self.ask_as(&organiser, Role::Organiser, command)
    }

    pub fn order(&mut self, command: Value) -> Vec<Event> {
        self.ask(command.clone())
            .unwrap_or_else(|refusal| panic!("{command}: {refusal}"))
    }

    pub fn refused(&mut self, command: Value) -> (Code, String) {
        let refusal = self.ask(command).unwrap_err();
        (refusal.code, refusal.message)
    }

    pub fn choose(&mut self, name: &str, room: Option<&str>) -> Result<Vec<Event>, Refusal> {
        let seat = self.id(name);
        self.ask_as(
            &seat,
            Role::Participant,
            json!({ "do": "choose", "session": "morning", "room": room }),
        )
    }

    /// What a file would do; and does, where nothing is wrong with it.
    pub fn import(&mut self, csv: &str) -> Weighed {
        let read = sheet::read(csv.as_bytes()).unwrap();
        assert_eq!(read.faults, [], "{csv}");
        let weighed = self.weigh(&read.rows);
        self.apply(&weighed.events);
        weighed
    }

    /// Everything that is wrong with a file: with its rows by themselves, and with what they would do.
    pub fn faults(&mut self, csv: &str) -> Vec<String> {
        let read = sheet::read(csv.as_bytes()).unwrap();
        let mut faults = self.weigh(&read.rows).report.faults;
        faults.extend(read.faults);
        faults.sort_by_key(|fault| (fault.row, fault.field));
        faults.iter().map(ToString::to_string).collect()
    }

    pub fn weigh(&mut self, rows: &Rows) -> Weighed {
        let request = self.request();
        let order = Order {
            command: crate::people::command::Command::Import(rows.clone()),
            plan: self.plan.clone(),
            codes: self.codes(rows.rows.len()),
        };
        weigh(&self.register, rows, &order, request)
    }
}
