//! Asking something of the list of participants, and letting those out and on whom it concerns: who is taken off it, or has another code,
//! is out; who is put into another group has to leave the room where they were, and the page leads them on.

use super::Hub;
use super::fault::Fault;
use super::ledger::{Ledger, NotDone};
use super::registry::random_text;
use crate::book::Context;
use crate::meeting::{Meeting, codes};
use crate::people::Register;
use crate::people::command::{Codes, Command, Order, Spread};
use crate::people::import::{Report, Rows, weigh};
use crate::people::plan::Plan;
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
        let asking = tokio::spawn(async move { hub.carry_out(&meeting, command, context).await });
        asking.await.map_err(|_| Fault::Unavailable)?
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
        let out = self.renew_guests(&meeting.id, &concerned).await?;
        self.lead_on(meeting, &concerned, &out);
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
        let plan = Plan::of(meeting);
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
            plan: Arc::new(Plan::of(meeting)),
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

    /// Tells the door what the list says now. Answers with those who are out by it.
    async fn renew_guests(&self, meeting: &str, concerned: &Concerned) -> Result<HashSet<SeatId>, Fault> {
        let ledger = self.register(meeting);
        let renew = |register: &Register, _| match concerned {
            Concerned::Asker(seat) => self.registry.renew_guest(meeting, register, seat),
            Concerned::Anybody => self.registry.set_guests(meeting, register),
        };
        ledger.read(renew).await
    }

    /// Ends the sockets of those who may not be where they are any more.
    fn lead_on(&self, meeting: &Meeting, concerned: &Concerned, out: &HashSet<SeatId>) {
        for handle in self.open_rooms(&meeting.id, None) {
            let room = handle.shared.stream.as_str().split('/').nth(1).unwrap_or_default();
            let slot = Plan::mates(meeting, room).unwrap_or_default();
            self.registry.look_at_guests(&meeting.id, |guests| {
                handle.shared.end_each(|connection| match concerned {
                    Concerned::Asker(seat) if connection.seat != *seat => None,
                    _ if connection.role != Role::Participant => None,
                    _ if out.contains(&connection.seat) => Some(Disconnect::SeatGone),
                    _ => (guests.is_guest(&connection.seat) && !guests.is_in(&connection.seat, room, &slot))
                        .then_some(Disconnect::Moved),
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
