//! Putting people into groups by the rule. The same people always come into the same groups.
//!
//! 1. Each place goes to the group with fewest people that has a place left, so that the groups differ by one person at most, unless a cap or
//!    those who are there already do not allow it.
//! 2. The people are laid in a row by class, then regional group, then delegation, and dealt out like cards. Whoever has something in
//!    common stands side by side and so comes into different groups: where all begin empty and without caps, every class, every regional group
//!    of a class and every delegation of it differs by one person at most between any two groups.
//! 3. Where groups have people already, each of the row goes where fewest of their delegation are, of those where fewest of their region and
//!    then of their class are. Of this and the dealing the one that is more even is taken.

use super::Register;
use super::balance::{Groups, Traits};
use super::command::{Spread, Who};
use super::event::Event;
use super::groups::parted;
use super::plan::{Plan, Slot};
use crate::room::ids::SeatId;
use crate::room::refusal::Refusal;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

/// A group that people are put into.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Most people, if it has a cap.
    pub cap: Option<u32>,
    /// Those who stay in it.
    pub here: Vec<Traits>,
}

/// Who comes where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// In the order of the plan: the room, and who comes into it now.
    pub rooms: Vec<(String, Vec<SeatId>)>,
    /// Those for whom there is no place.
    pub left: Vec<SeatId>,
}

pub(super) fn decide(register: &Register, asked: &Spread, plan: &Plan) -> Result<Vec<Event>, Refusal> {
    let proposal = propose(register, asked, plan)?;
    let session = &asked.session;
    let is_new = |id: &SeatId, room: Option<&str>| {
        let person = register.people.get(id);
        person.is_some_and(|person| person.groups.get(session).map(String::as_str) != room)
    };
    let placed = |room: Option<&str>, people: &[SeatId]| Event::Placed {
        session: session.clone(),
        room: room.map(str::to_owned),
        people: people.iter().filter(|id| is_new(id, room)).cloned().collect(),
    };
    let into = proposal.rooms.iter().map(|(room, people)| placed(Some(room), people));
    let out = placed(None, &proposal.left);
    let events = into
        .chain([out])
        .filter(|event| !matches!(event, Event::Placed { people, .. } if people.is_empty()));
    Ok(events.collect())
}

/// Who would come where.
pub fn propose(register: &Register, asked: &Spread, plan: &Plan) -> Result<Proposal, Refusal> {
    let slot = parted(plan.slot(&asked.session))?;
    let (mut tables, mut waiting) = (tables(register, slot), Vec::new());
    for person in register.people.values() {
        let traits = Traits::of(person);
        match slot.room_of(&person.groups).and_then(|room| slot.place(room)) {
            Some(at) if asked.who == Who::Waiting => tables[at].here.push(traits),
            _ => waiting.push((traits, person.id.clone())),
        }
    }
    waiting.sort();
    let row: Vec<&Traits> = waiting.iter().map(|(traits, _)| traits).collect();
    let seats = spread(&row, &tables);
    let mut rooms: Vec<(String, Vec<SeatId>)> = slot.rooms.iter().map(|room| (room.id.clone(), Vec::new())).collect();
    let mut left = Vec::new();
    for ((_, id), seat) in waiting.iter().zip(&seats) {
        match seat {
            Some(at) => rooms[*at].1.push(id.clone()),
            None => left.push(id.clone()),
        }
    }
    Ok(Proposal { rooms, left })
}

fn tables(register: &Register, slot: &Slot) -> Vec<Table> {
    let table = |cap| Table { cap, here: Vec::new() };
    slot.rooms.iter().map(|room| table(register.cap(&room.id))).collect()
}

/// For each of a row of people, which is in order, the group; none where all are full.
pub fn spread(row: &[&Traits], tables: &[Table]) -> Vec<Option<usize>> {
    let places = places(row.len(), tables);
    let seated: Vec<usize> = seated(row.len(), places.iter().sum());
    let people: Vec<&Traits> = seated.iter().map(|at| row[*at]).collect();
    let dealt = deal(&places);
    let groups = if tables.iter().all(|table| table.here.is_empty()) {
        dealt
    } else {
        let chosen = choose(&people, tables, places);
        if unevenness(&people, tables, &chosen) <= unevenness(&people, tables, &dealt) {
            chosen
        } else {
            dealt
        }
    };
    let mut seats = vec![None; row.len()];
    for (at, group) in seated.into_iter().zip(groups) {
        seats[at] = Some(group);
    }
    seats
}

/// Which of a row get a place where there are too few: those who do not are from everywhere in it, not the last ones.
fn seated(people: usize, places: usize) -> Vec<usize> {
    let missing = people - places;
    if missing == 0 {
        return (0..people).collect();
    }
    let dealt = deal(&[places, missing]);
    dealt
        .into_iter()
        .enumerate()
        .filter_map(|(at, group)| (group == 0).then_some(at))
        .collect()
}

/// How many come into each group: one after the other where fewest are.
fn places(people: usize, tables: &[Table]) -> Vec<usize> {
    let cap = |at: usize| {
        tables[at]
            .cap
            .map_or(usize::MAX, |cap| usize::try_from(cap).unwrap_or(usize::MAX))
    };
    let mut places = vec![0; tables.len()];
    let begin = tables.iter().enumerate().map(|(at, table)| Reverse((table.here.len(), at)));
    let mut fewest: BinaryHeap<Reverse<(usize, usize)>> = begin.filter(|Reverse((size, at))| *size < cap(*at)).collect();
    for _ in 0..people {
        let Some(Reverse((size, at))) = fewest.pop() else { break };
        places[at] += 1;
        if size + 1 < cap(at) {
            fewest.push(Reverse((size + 1, at)));
        }
    }
    places
}

/// Deals a row out to groups with so many places each.
fn deal(places: &[usize]) -> Vec<usize> {
    let (most, fewest) = (places.iter().max(), places.iter().min());
    let is_even = most.zip(fewest).is_some_and(|(most, fewest)| most - fewest <= 1);
    if is_even {
        deal_in_rounds(places)
    } else {
        deal_by_share(places)
    }
}

/// One round after the other; those with one place more come first in the last.
fn deal_in_rounds(places: &[usize]) -> Vec<usize> {
    let mut groups: Vec<usize> = (0..places.len()).collect();
    groups.sort_by_key(|at| (Reverse(places[*at]), *at));
    let people: usize = places.iter().sum();
    groups.into_iter().cycle().take(people).collect()
}

/// So that every group gets its share of every stretch of the row, within two people: the k-th place of a group that has q of the n is given
/// from the share k/q of the row on, and of those whose time has come the one whose share ends first is served.
fn deal_by_share(places: &[usize]) -> Vec<usize> {
    let people: usize = places.iter().sum();
    let deadline = |at: usize, k: usize| Reverse((((k + 1) * people).div_ceil(places[at]), at));
    let mut given = vec![0_usize; places.len()];
    let mut released: Vec<Vec<usize>> = vec![Vec::new(); people + 1];
    let with_places = (0..places.len()).filter(|at| places[*at] > 0);
    let mut ready: BinaryHeap<Reverse<(usize, usize)>> = with_places.map(|at| deadline(at, 0)).collect();
    let mut dealt = Vec::with_capacity(people);
    for turn in 0..people {
        ready.extend(
            std::mem::take(&mut released[turn])
                .into_iter()
                .map(|at| deadline(at, given[at])),
        );
        // There is always one: the shares of all groups together are one place for each turn.
        let Some(Reverse((_, at))) = ready.pop() else { break };
        dealt.push(at);
        given[at] += 1;
        if given[at] < places[at] {
            let release = given[at] * people / places[at];
            released[release.clamp(turn + 1, people)].push(at);
        }
    }
    dealt
}

/// Puts each of the row where fewest are who have most in common with them.
fn choose<'a>(row: &[&'a Traits], tables: &'a [Table], mut places: Vec<usize>) -> Vec<usize> {
    let mut crowd = Crowd::default();
    for (at, table) in tables.iter().enumerate() {
        table.here.iter().for_each(|traits| crowd.add(at, traits));
    }
    // Who has many of their own is placed while there is most choice.
    let mut order: Vec<usize> = (0..row.len()).collect();
    let mut sizes: HashMap<&str, usize> = HashMap::new();
    row.iter()
        .for_each(|traits| *sizes.entry(&traits.delegation).or_default() += 1);
    order.sort_by_key(|at| {
        (
            row[*at].delegation.is_empty(),
            Reverse(sizes[row[*at].delegation.as_str()]),
            *at,
        )
    });
    let mut chosen = vec![0; row.len()];
    for at in order {
        let free = (0..tables.len()).filter(|table| places[*table] > 0);
        let Some(table) = free.min_by_key(|table| (crowd.nearness(*table, row[at]), Reverse(places[*table]), *table)) else {
            continue;
        };
        places[table] -= 1;
        crowd.add(table, row[at]);
        chosen[at] = table;
    }
    chosen
}

/// Who is where, by what they have in common.
#[derive(Default)]
struct Crowd<'a> {
    delegations: HashMap<(usize, &'a str), u32>,
    regions: HashMap<(usize, Option<crate::room::seat::Class>, crate::room::delegations::Region), u32>,
    classes: HashMap<(usize, Option<crate::room::seat::Class>), u32>,
}

impl<'a> Crowd<'a> {
    fn add(&mut self, table: usize, traits: &'a Traits) {
        if !traits.delegation.is_empty() {
            *self.delegations.entry((table, &traits.delegation)).or_default() += 1;
        }
        if let Some(region) = traits.region {
            *self.regions.entry((table, traits.class, region)).or_default() += 1;
        }
        *self.classes.entry((table, traits.class)).or_default() += 1;
    }

    fn nearness(&self, table: usize, traits: &Traits) -> (u32, u32, u32) {
        let delegation = self.delegations.get(&(table, traits.delegation.as_str()));
        let region = traits
            .region
            .and_then(|region| self.regions.get(&(table, traits.class, region)));
        let class = self.classes.get(&(table, traits.class));
        let number = |count: Option<&u32>| count.copied().unwrap_or_default();
        (number(delegation), number(region), number(class))
    }
}

fn unevenness(row: &[&Traits], tables: &[Table], seats: &[usize]) -> u64 {
    let mut groups = Groups(tables.iter().map(|table| ("", table.here.iter().collect())).collect());
    for (traits, at) in row.iter().zip(seats) {
        groups.0[*at].1.push(traits);
    }
    groups.unevenness()
}
