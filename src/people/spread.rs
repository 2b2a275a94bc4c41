//! Putting people into groups by the rule. The same people always come into the same groups.
//!
//! 1. Each place goes to the group with fewest people that has a place left, so that the groups differ by one person at most, unless a cap or
//!    those who are there already do not allow it.
//! 2. Where all begin empty and have as many places, the people are laid in a row by class, then regional group, then delegation, and dealt out
//!    like cards. Whoever has something in common stands side by side and so comes into different groups: every class, every regional group
//!    of a class and every delegation of it differs by one person at most between any two groups.
//! 3. Where groups have different sizes, or people already, each gets of every class its share by its size, and within the class of every
//!    regional group (`quota.rs`). Within a regional group each comes where fewest of their delegation are.

use super::Register;
use super::balance::Traits;
use super::command::{Spread, Who};
use super::event::Event;
use super::groups::parted;
use super::plan::{Plan, Slot};
use super::quota::share_out;
use crate::room::ids::SeatId;
use crate::room::refusal::{Code, Refusal};
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, HashMap};

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
    let session = &asked.session;
    if asked.who == Who::Everybody && asked.seen.is_some_and(|seen| seen != register.moves(session)) {
        let message = "Somebody was moved in this session since you looked, and the rule would move them anew. Nobody was moved by you; look \
                       at what the rule would do now.";
        return Err(Refusal::new(Code::MovedMeanwhile, message));
    }
    let proposal = propose(register, asked, plan)?;
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
    let begin_empty = tables.iter().all(|table| table.here.is_empty());
    let groups = if begin_empty && is_even(&places) {
        deal_in_rounds(&places)
    } else {
        by_share(&people, tables, &places)
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

/// Whether no two have more than one place between them.
fn is_even(places: &[usize]) -> bool {
    let (most, fewest) = (places.iter().max(), places.iter().min());
    most.zip(fewest).is_some_and(|(most, fewest)| most - fewest <= 1)
}

/// Deals a row out to groups with so many places each.
fn deal(places: &[usize]) -> Vec<usize> {
    if is_even(places) {
        deal_in_rounds(places)
    } else {
        deal_by_share(places)
    }
}

/// People who come, each with their place in the row, and those who are there, by group.
struct Kind<'a> {
    coming: Vec<(usize, &'a Traits)>,
    here: Vec<Vec<&'a Traits>>,
}

impl<'a> Kind<'a> {
    /// Parts them by what they have in common, each with the places of each group that are for its people.
    fn parted<K: Ord>(&self, places: &[usize], common: impl Fn(&Traits) -> K) -> Vec<(Self, Vec<usize>)> {
        let coming = self.coming.iter().map(|(_, traits)| *traits);
        let keys: BTreeSet<K> = coming.chain(self.here.iter().flatten().copied()).map(&common).collect();
        let of_key = |key: K| Self {
            coming: self
                .coming
                .iter()
                .filter(|(_, traits)| common(traits) == key)
                .copied()
                .collect(),
            here: self
                .here
                .iter()
                .map(|here| here.iter().filter(|traits| common(traits) == key).copied().collect())
                .collect(),
        };
        let kinds: Vec<Self> = keys.into_iter().map(of_key).collect();
        let coming: Vec<usize> = kinds.iter().map(|kind| kind.coming.len()).collect();
        let here: Vec<Vec<usize>> = kinds.iter().map(|kind| kind.here.iter().map(Vec::len).collect()).collect();
        let shares = share_out(&coming, places, &here);
        kinds.into_iter().zip(shares).collect()
    }
}

/// Each group gets its share of every class, and within it of every regional group.
fn by_share(row: &[&Traits], tables: &[Table], places: &[usize]) -> Vec<usize> {
    let everybody = Kind {
        coming: row.iter().copied().enumerate().collect(),
        here: tables.iter().map(|table| table.here.iter().collect()).collect(),
    };
    let mut groups = vec![0; row.len()];
    for (class, places) in everybody.parted(places, |traits| traits.class) {
        for (region, places) in class.parted(&places, |traits| traits.region) {
            let chosen = if region.here.iter().all(Vec::is_empty) {
                deal(&places)
            } else {
                choose(&region, places)
            };
            for ((at, _), group) in region.coming.iter().zip(chosen) {
                groups[*at] = group;
            }
        }
    }
    groups
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

/// Puts each where fewest of their delegation are, of those where most places are left.
fn choose(kind: &Kind<'_>, mut places: Vec<usize>) -> Vec<usize> {
    let mut there: HashMap<(usize, &str), u32> = HashMap::new();
    for (at, here) in kind.here.iter().enumerate() {
        here.iter()
            .for_each(|traits| *there.entry((at, &traits.delegation)).or_default() += 1);
    }
    // Who has many of their own is placed while there is most choice; who is of no delegation last.
    let mut sizes: HashMap<&str, usize> = HashMap::new();
    kind.coming
        .iter()
        .for_each(|(_, traits)| *sizes.entry(&traits.delegation).or_default() += 1);
    let delegation = |at: usize| kind.coming[at].1.delegation.as_str();
    let mut order: Vec<usize> = (0..kind.coming.len()).collect();
    order.sort_by_key(|at| (delegation(*at).is_empty(), Reverse(sizes[delegation(*at)]), *at));
    let mut chosen = vec![0; kind.coming.len()];
    for at in order {
        let own = delegation(at);
        let free = (0..places.len()).filter(|table| places[*table] > 0);
        let nearness = |table: usize| {
            if own.is_empty() {
                0
            } else {
                there.get(&(table, own)).copied().unwrap_or_default()
            }
        };
        let Some(table) = free.min_by_key(|table| (nearness(*table), Reverse(places[*table]), *table)) else {
            continue;
        };
        places[table] -= 1;
        *there.entry((table, own)).or_default() += 1;
        chosen[at] = table;
    }
    chosen
}
