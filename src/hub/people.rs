//! Asking something of the list of participants, and letting those out and on whom it concerns: who is taken off it, or has another code,
//! is out; who is put into another group has to leave the room where they were, and the page leads them on.

use super::connection::Connection;
use super::fault::Fault;
use super::ledger::{Ledger, NotDone};
use super::registry::random_text;
use super::{Hub, to_its_end};
use crate::book::Context;
use crate::meeting::{Meeting, codes};
use crate::people::Register;
use crate::people::command::{Codes, Command, Order, Spread};
use crate::people::import::{Report, Rows, weigh};
use crate::people::spread::propose;
use crate::people::view::Preview;
use crate::protocol::disconnect::Disconnect;
use crate::room::ids::SeatId;
use crate::room::refusal::Refusal;
use crate::room::seat::Role;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;
use uuid::Uuid;

/// Whom a command concerns.
enum Concerned {
    /// The one who asked.
    Asker(SeatId),
    /// Anybody.
    Anybody,
}

impl Hub {
    /// Reads the lists of all meetings, so that whoever is on one is known at the door.
    pub async fn open_lists(&self) {
        for meeting in self.registry.meetings() {
            if let Err(fault) = self.renew_guests(&meeting.id, &Concerned::Anybody).await {
                tracing::error!(meeting.id = %meeting.id, %fault, "the list of participants is not read; its codes open nothing");
            }
        }
    }

    /// Asks something of the list of participants. It goes on where whoever asked has gone away meanwhile: nobody is to be out on disk and
    /// still in a room.
    pub async fn ask_people(
        self: &Arc<Self>,
        meeting: &Arc<Meeting>,
        command: Command,
        context: Context,
    ) -> Result<u64, NotDone> {
        let (hub, meeting) = (self.clone(), meeting.clone());
        to_its_end(async move { hub.carry_out(&meeting, command, context).await }).await
    }

    async fn carry_out(&self, meeting: &Meeting, command: Command, context: Context) -> Result<u64, NotDone> {
        // One at a time, in all meetings: no two make or take the same code, and what the door knows is never older than the list.
        let _turn = self.people_turn.lock().await;
        let concerned = match &command {
            Command::Choose { .. } => Concerned::Asker(context.seat.clone()),
            _ => Concerned::Anybody,
        };
        let order = self.order(meeting, command);
        let seq = self.register(&meeting.id).command(order, context).await?;
        self.renew_guests(&meeting.id, &concerned).await?;
        Ok(seq)
    }

    /// The list itself.
    pub fn register(&self, meeting: &str) -> Arc<Ledger<Register>> {
        self.book::<Register>(meeting)
    }

    /// How many codes a command wants to give that open something already and are of nobody on the list. Whoever is told so has learnt a
    /// code of somebody else's, as by a guess at the door.
    pub async fn codes_of_others(&self, meeting: &str, command: &Command) -> Result<usize, Fault> {
        let taken = self.taken(given(command));
        let of_others = |register: &Register, _| taken.iter().filter(|code| register.holder(code).is_none()).count();
        self.register(meeting).read(of_others).await
    }

    /// What the rows of a file would do.
    pub async fn weigh_import(&self, meeting: &Meeting, rows: &Rows, request: Uuid) -> Result<Report, Fault> {
        let order = self.order(meeting, Command::Import(rows.clone()));
        let weighed = |register: &Register, _| weigh(register, rows, &order, request).report;
        self.register(&meeting.id).read(weighed).await
    }

    /// What putting people into groups by the rule would do.
    pub async fn preview_spread(&self, meeting: &Meeting, asked: &Spread) -> Result<Result<Preview, Refusal>, Fault> {
        let plan = self.registry.groups(&meeting.id).unwrap_or_default();
        let preview = |register: &Register, _| {
            let proposal = propose(register, asked, &plan)?;
            let slot = plan.slot(&asked.session).cloned().unwrap_or_default();
            Ok(register.preview(&slot, &proposal))
        };
        self.register(&meeting.id).read(preview).await
    }

    /// The command with what it needs from outside.
    fn order(&self, meeting: &Meeting, command: Command) -> Order {
        let needed = match &command {
            Command::Import(rows) => rows.rows.len(),
            Command::Add { .. } | Command::Code { .. } => 1,
            _ => 0,
        };
        Order {
            codes: Codes {
                fresh: self.fresh_codes(needed),
                taken: self.taken(given(&command)),
            },
            plan: self.registry.groups(&meeting.id).unwrap_or_default(),
            command,
        }
    }

    /// Codes for people that open nothing yet.
    fn fresh_codes(&self, count: usize) -> Vec<String> {
        let mut fresh = BTreeSet::new();
        while fresh.len() < count {
            let code = random_text(codes::PERSONAL_CHARACTERS);
            if !self.registry.is_taken(&code) {
                fresh.insert(code);
            }
        }
        fresh.into_iter().collect()
    }

    fn taken(&self, given: Vec<&str>) -> BTreeSet<String> {
        let given = given.into_iter().filter_map(codes::normalise);
        given.filter(|code| self.registry.is_taken(code)).collect()
    }

    /// Tells the door what the list says now, and ends the sockets of those who may not be where they are any more.
    async fn renew_guests(&self, meeting: &str, concerned: &Concerned) -> Result<(), Fault> {
        let ledger = self.register(meeting);
        match concerned {
            Concerned::Asker(seat) => {
                let renew = |register: &Register, _| self.registry.renew_guest(meeting, register, seat);
                let left = ledger.read(renew).await?;
                self.lead_one_on(meeting, seat, &left);
            }
            Concerned::Anybody => {
                let out = ledger.read(|register, _| self.registry.set_guests(meeting, register)).await?;
                self.lead_on(meeting, &out);
            }
        }
        Ok(())
    }

    /// Where one person has left a room, nobody else has to be looked at.
    fn lead_one_on(&self, meeting: &str, seat: &SeatId, left: &[String]) {
        let left = left.iter().filter(|room| !self.registry.may_enter(meeting, seat, room));
        for handle in left.flat_map(|room| self.open_rooms(meeting, Some(room))) {
            let is_theirs = |connection: &Connection| connection.seat == *seat && connection.role == Role::Participant;
            handle.shared.end_those(Disconnect::Moved, is_theirs);
        }
    }

    fn lead_on(&self, meeting: &str, out: &HashSet<SeatId>) {
        let plan = self.registry.groups(meeting).unwrap_or_default();
        for handle in self.open_rooms(meeting, None) {
            let room = handle.shared.stream.as_str().split('/').nth(1).unwrap_or_default();
            self.registry.look_at_guests(meeting, |guests| {
                handle.shared.end_each(|connection| match connection.role {
                    Role::Participant if out.contains(&connection.seat) => Some(Disconnect::SeatGone),
                    Role::Participant => (guests.is_guest(&connection.seat) && !guests.may_enter(&connection.seat, room, &plan))
                        .then_some(Disconnect::Moved),
                    _ => None,
                });
            });
        }
    }
}

/// The codes that a command wants to give.
fn given(command: &Command) -> Vec<&str> {
    match command {
        Command::Import(rows) => rows.rows.iter().filter_map(|row| row.code.as_deref()).collect(),
        Command::Add { person } => person.code.as_deref().into_iter().collect(),
        Command::Code { code, .. } => code.as_deref().into_iter().collect(),
        _ => Vec::new(),
    }
}
