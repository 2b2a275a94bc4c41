//! Who takes part in a meeting: the people with their personal codes, and in which group each of them is in every session. Pure: what
//! comes from outside (the plan of the meeting, codes that nobody has) is in the [`Order`].
//!
//! A person has one seat, which is the same in every room; its id is the person's. Nobody is ever in two groups of one session: the
//! register holds one room for each session of a person, so that there is no place to write a second one into. In a session that has one
//! room everybody is in it; nobody is put there.

pub mod balance;
pub mod command;
pub mod day;
mod enter;
pub mod event;
mod groups;
pub mod import;
pub mod limits;
pub mod person;
pub mod plan;
mod quota;
pub mod sheet;
pub mod spread;
#[cfg(test)]
mod tests;
pub mod view;
pub mod wrong;

use crate::book::{Book, Context};
use crate::room::event::Stamp;
use crate::room::ids::SeatId;
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use command::{Command, Order};
use event::{Event, Network};
use person::Person;
use plan::Plan;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The people of a meeting.
#[derive(Debug, Default)]
pub struct Register {
    people: BTreeMap<SeatId, Person>,
    by_code: HashMap<String, SeatId>,
    by_who: HashMap<String, SeatId>,
    /// How many are in each room, by session and room.
    heads: HashMap<String, HashMap<String, u32>>,
    /// Most people of a room, where somebody has said so.
    caps: BTreeMap<String, u32>,
    /// Sessions whose groups people may choose now.
    choices: BTreeSet<String>,
    closed_doors: BTreeSet<String>,
    all_doors_closed: bool,
    network: Network,
    /// How often something has changed that concerns everybody's day.
    changes_for_all: u64,
    /// How often somebody came onto the list, was corrected or went off it.
    changes_of_list: u64,
    /// How often people were put into groups, by session.
    moves: HashMap<String, u64>,
}

impl Book for Register {
    const NAME: &'static str = "people";
    type Command = Order;
    type Event = Event;

    fn decide(&self, order: &Order, context: &Context) -> Result<Vec<Event>, Refusal> {
        if !matches!(order.command, Command::Choose { .. }) && context.role != Role::Organiser {
            return Err(Refusal::new(Code::NotAllowed, "The list of participants is the organiser's."));
        }
        let plan = &*order.plan;
        match &order.command {
            Command::Import(rows) => import::decide(self, rows, order, context.request),
            Command::Add { person } => enter::decide_add(self, person, order, context.request),
            Command::Change { person, details, seen } => enter::decide_change(self, person, details, seen.as_ref()),
            Command::Remove { people } => enter::decide_remove(self, people),
            Command::Code { person, code, seen } => enter::decide_code(self, person, code.as_deref(), seen.as_deref(), order),
            Command::Assign { people, room } => groups::decide_assign(self, people, room, plan),
            Command::Move {
                people,
                session,
                room,
                seen,
            } => groups::decide_move(self, people, (session, room.as_deref()), seen, plan),
            Command::Spread(asked) => spread::decide(self, asked, plan),
            Command::OpenChoice { session } => groups::decide_open(self, session, plan),
            Command::CloseChoice { session } => Ok(groups::close(self, session)),
            Command::Choose { session, room } => groups::decide_choose(self, session, room.as_deref(), plan, &context.seat),
            Command::Cap { room, cap, seen } => groups::decide_cap(self, room, *cap, *seen, plan),
            Command::Doors { room, open } => groups::decide_doors(self, room.as_deref(), *open, plan),
            Command::Network { network, seen } => self.decide_network(network, seen.as_ref()),
        }
    }

    fn apply(&mut self, _: &Stamp, event: &Event) {
        if let Event::ChoiceOpened { .. } | Event::ChoiceClosed { .. } | Event::Capped { .. } = event {
            self.changes_for_all += 1;
        }
        match event {
            Event::Entered { .. } | Event::Removed { .. } | Event::CodeReplaced { .. } => self.changes_of_list += 1,
            Event::Placed { session, .. } => *self.moves.entry(session.clone()).or_default() += 1,
            _ => {}
        }
        match event {
            Event::Entered { people } => people.iter().for_each(|entered| self.enter(entered)),
            Event::Removed { people } => people.iter().for_each(|id| self.remove(id)),
            Event::CodeReplaced { person, code } => self.replace_code(person, code),
            Event::Placed { session, room, people } => {
                for id in people {
                    self.place(id, session, room.as_deref());
                }
            }
            Event::ChoiceOpened { session } => drop(self.choices.insert(session.clone())),
            Event::ChoiceClosed { session } => drop(self.choices.remove(session)),
            Event::Capped { room, cap: Some(cap) } => drop(self.caps.insert(room.clone(), *cap)),
            Event::Capped { room, cap: None } => drop(self.caps.remove(room)),
            Event::DoorsSet { room: None, open } => self.all_doors_closed = !open,
            Event::DoorsSet {
                room: Some(room),
                open: true,
            } => drop(self.closed_doors.remove(room)),
            Event::DoorsSet {
                room: Some(room),
                open: false,
            } => drop(self.closed_doors.insert(room.clone())),
            Event::NetworkSet(network) => self.network = network.clone(),
        }
    }
}

impl Register {
    fn decide_network(&self, network: &Network, seen: Option<&Network>) -> Result<Vec<Event>, Refusal> {
        let network = event::checked_network(network)?;
        if network == self.network {
            return Ok(Vec::new());
        }
        if seen.is_some_and(|seen| *seen != self.network) {
            return Err(changed_meanwhile("the network"));
        }
        Ok(vec![Event::NetworkSet(network)])
    }

    /// Everybody, by id.
    pub fn people(&self) -> &BTreeMap<SeatId, Person> {
        &self.people
    }

    /// Whom a code, in its normal form, belongs to.
    pub fn holder(&self, code: &str) -> Option<&Person> {
        self.people.get(self.by_code.get(code)?)
    }

    /// Whether people may join a room with its own code, without being on the list.
    pub fn is_open(&self, room: &str) -> bool {
        !self.all_doors_closed && !self.closed_doors.contains(room)
    }

    /// Whether this holds for no room.
    pub fn is_closed_to_others(&self) -> bool {
        self.all_doors_closed
    }

    /// The rooms whose own codes let nobody in.
    pub fn closed_doors(&self) -> &BTreeSet<String> {
        &self.closed_doors
    }

    /// Whether people may choose their groups of a session now.
    pub fn is_chosen(&self, session: &str) -> bool {
        self.choices.contains(session)
    }

    /// Most people of a room, where somebody has said so.
    pub fn cap(&self, room: &str) -> Option<u32> {
        self.caps.get(room).copied()
    }

    /// The wireless network that is printed on the sheets.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// How many people are in a room of a session.
    pub fn heads(&self, session: &str, room: &str) -> u32 {
        let heads = self.heads.get(session).and_then(|rooms| rooms.get(room));
        heads.copied().unwrap_or_default()
    }

    /// How often somebody came onto the list, was corrected or went off it.
    pub fn changes_of_list(&self) -> u64 {
        self.changes_of_list
    }

    /// How often people were put into groups of a session, by hand, by choice or by the rule.
    pub fn moves(&self, session: &str) -> u64 {
        self.moves.get(session).copied().unwrap_or_default()
    }

    /// How often something has changed that concerns everybody's day.
    pub fn changes_for_all(&self) -> u64 {
        self.changes_for_all
    }

    /// Whether somebody of the list may be in a room: that of their group, or that of a session which has one room.
    pub fn may_enter(&self, person: &SeatId, room: &str, plan: &Plan) -> bool {
        let person = self.people.get(person);
        person.is_some_and(|person| plan.lets_in(&person.groups, room))
    }

    fn person(&self, id: &SeatId) -> Result<&Person, Refusal> {
        self.people.get(id).ok_or_else(|| {
            Refusal::new(
                Code::UnknownPerson,
                "This person is not on the list of participants (any more).",
            )
        })
    }

    fn enter(&mut self, entered: &event::Entered) {
        let key = entered.details.key();
        let known = self.people.get(&entered.id);
        if let Some(known) = known {
            forget(&mut self.by_code, &known.code, &entered.id);
            forget(&mut self.by_who, &known.details.key(), &entered.id);
        }
        let (groups, issue, changes) = match known {
            Some(known) if known.code == entered.code => (known.groups.clone(), known.issue, known.changes + 1),
            Some(known) => (known.groups.clone(), known.issue.saturating_add(1), known.changes + 1),
            None => (BTreeMap::new(), 0, 0),
        };
        self.by_code.insert(entered.code.clone(), entered.id.clone());
        self.by_who.insert(key, entered.id.clone());
        let person = Person {
            id: entered.id.clone(),
            details: entered.details.clone(),
            code: entered.code.clone(),
            issue,
            changes,
            groups,
        };
        self.people.insert(entered.id.clone(), person);
    }

    fn remove(&mut self, id: &SeatId) {
        let Some(person) = self.people.remove(id) else { return };
        forget(&mut self.by_code, &person.code, id);
        forget(&mut self.by_who, &person.details.key(), id);
        for (session, room) in &person.groups {
            self.count(session, room, false);
        }
    }

    fn replace_code(&mut self, id: &SeatId, code: &str) {
        let Some(person) = self.people.get_mut(id) else { return };
        forget(&mut self.by_code, &person.code, id);
        self.by_code.insert(code.to_owned(), id.clone());
        code.clone_into(&mut person.code);
        person.issue = person.issue.saturating_add(1);
    }

    fn place(&mut self, id: &SeatId, session: &str, room: Option<&str>) {
        let Some(person) = self.people.get_mut(id) else { return };
        person.changes += 1;
        let left = match room {
            Some(room) => person.groups.insert(session.to_owned(), room.to_owned()),
            None => person.groups.remove(session),
        };
        if let Some(left) = left {
            self.count(session, &left, false);
        }
        if let Some(room) = room {
            self.count(session, room, true);
        }
    }

    fn count(&mut self, session: &str, room: &str, comes: bool) {
        let rooms = self.heads.entry(session.to_owned()).or_default();
        let heads = rooms.entry(room.to_owned()).or_default();
        *heads = if comes { *heads + 1 } else { heads.saturating_sub(1) };
    }
}

/// Somebody else was quicker.
fn changed_meanwhile(what: &str) -> Refusal {
    let message = format!(
        "Somebody else has changed {what} since you opened it, so yours was not saved. Compare both, then save yours over it or keep theirs."
    );
    Refusal::new(Code::ChangedMeanwhile, message)
}

/// Takes out what still means this person; another one may have come in its place.
fn forget(index: &mut HashMap<String, SeatId>, key: &str, id: &SeatId) {
    if index.get(key) == Some(id) {
        index.remove(key);
    }
}
