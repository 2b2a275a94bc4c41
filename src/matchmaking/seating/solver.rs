//! Filling the slots. Those who have a place that still holds keep it. Then each slot takes, of the meetings without a place, a maximum
//! weight matching: as many at once as can be, and among those first the ones that had a place and lost it, then those whose people
//! have the fewest slots left for all that they still have to fit in.

use super::plan::{Plan, Slots};
use super::{bound, exchange, tables};
use rustworkx_core::max_weight_matching::max_weight_matching;
use rustworkx_core::petgraph::graph::{NodeIndex, UnGraph};
use std::collections::BTreeMap;
use std::convert::Infallible;

/// What one more meeting counts: more than all urgency of two people together.
const MEETING: i128 = 1 << 40;
/// What it counts that a meeting had a place before.
const HAD_PLACE: i128 = 1 << 30;
/// Urgency is told in this part of a meeting per slot.
const URGENCY_PARTS: u64 = 64;
/// Of so many meetings for each free table the best are chosen first.
const CANDIDATES_PER_TABLE: usize = 16;
/// More urgent than four meetings for each slot is nobody: they lose most of them anyway.
const URGENCY_MAX: u64 = 4 * URGENCY_PARTS;

/// The meetings while they are being placed: the slot of each.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// Who meets and when they could.
    pub plan: Plan,
    /// The slot of each meeting.
    pub slot_of: Vec<Option<u32>>,
    /// The slots in which each person has a meeting.
    pub taken: Vec<Slots>,
    /// The tables that are in use in each slot.
    pub tables_used: Vec<u32>,
    /// By slot and person: the meeting that they have.
    pub meeting_of: Vec<Vec<Option<usize>>>,
}

/// The plan with as many meetings placed as were found, those with a place moved as little as that allows.
pub fn solve(plan: Plan) -> Plan {
    let most = bound::upper(&plan);
    let mut draft = Draft::keeping(plan);
    draft.fill();
    exchange::make_room(&mut draft, most);
    tables::give(draft)
}

/// The plan with a place for whatever waits and finds one that is free, in the order of the meetings. Whoever has a place keeps it,
/// whether they can come or not.
pub fn seat_waiting(mut plan: Plan) -> Plan {
    for meeting in &mut plan.meetings {
        meeting.free = meeting.place.map_or(meeting.free, |place| meeting.free.with(place.slot));
    }
    let mut draft = Draft::keeping(plan);
    for meeting in draft.waiting() {
        let open = draft.open_to(meeting).iter().find(|slot| draft.has_table(*slot));
        if let Some(slot) = open {
            draft.put(meeting, slot);
        }
    }
    tables::give(draft)
}

impl Draft {
    /// The plan with what has a place that still holds.
    fn keeping(plan: Plan) -> Self {
        let mut draft = Self {
            slot_of: vec![None; plan.meetings.len()],
            taken: vec![Slots::NONE; plan.people],
            tables_used: vec![0; plan.slots as usize],
            meeting_of: vec![vec![None; plan.people]; plan.slots as usize],
            plan,
        };
        for meeting in 0..draft.plan.meetings.len() {
            if let Some(place) = draft.plan.meetings[meeting].place
                && draft.is_possible(meeting, place.slot)
            {
                draft.put(meeting, place.slot);
            }
        }
        draft
    }

    /// Whether both people are free then, and a table is.
    pub fn is_possible(&self, meeting: usize, slot: u32) -> bool {
        self.is_free(meeting, slot) && self.has_table(slot)
    }

    /// Whether both people are free then.
    pub fn is_free(&self, meeting: usize, slot: u32) -> bool {
        self.open_to(meeting).has(slot)
    }

    /// Whether a table is free then.
    pub fn has_table(&self, slot: u32) -> bool {
        self.tables_used[slot as usize] < self.plan.tables
    }

    /// The slots in which both people are free.
    fn open_to(&self, meeting: usize) -> Slots {
        let Some(found) = self.plan.meetings.get(meeting) else {
            return Slots::NONE;
        };
        let [one, other] = found.people;
        found.free.without(self.taken[one]).without(self.taken[other])
    }

    /// Places a meeting, for which there has to be room.
    pub fn put(&mut self, meeting: usize, slot: u32) {
        for person in self.plan.meetings[meeting].people {
            self.taken[person] = self.taken[person].with(slot);
            self.meeting_of[slot as usize][person] = Some(meeting);
        }
        self.tables_used[slot as usize] += 1;
        self.slot_of[meeting] = Some(slot);
    }

    /// Takes a meeting from its place.
    pub fn lift(&mut self, meeting: usize) {
        let Some(slot) = self.slot_of[meeting].take() else { return };
        for person in self.plan.meetings[meeting].people {
            self.taken[person] = self.taken[person].without(Slots::NONE.with(slot));
            self.meeting_of[slot as usize][person] = None;
        }
        self.tables_used[slot as usize] -= 1;
    }

    /// How many meetings have a place.
    pub fn seated(&self) -> usize {
        self.slot_of.iter().flatten().count()
    }

    /// Fills every slot, those first to which the fewest meetings could come.
    fn fill(&mut self) {
        let mut wanted = vec![0_usize; self.plan.slots as usize];
        for meeting in self.waiting() {
            for slot in self.open_to(meeting).iter() {
                wanted[slot as usize] += 1;
            }
        }
        let mut slots: Vec<u32> = (0..self.plan.slots).filter(|slot| wanted[*slot as usize] > 0).collect();
        slots.sort_by_key(|slot| (wanted[*slot as usize], *slot));
        for slot in slots {
            for meeting in self.best_of(slot) {
                self.put(meeting, slot);
            }
        }
    }

    /// The meetings without a place.
    pub fn waiting(&self) -> Vec<usize> {
        (0..self.slot_of.len())
            .filter(|meeting| self.slot_of[*meeting].is_none())
            .collect()
    }

    /// The meetings that a slot takes: a matching, and of it no more than there are tables.
    fn best_of(&self, slot: u32) -> Vec<usize> {
        let free_tables = self.plan.tables.saturating_sub(self.tables_used[slot as usize]) as usize;
        if free_tables == 0 {
            return Vec::new();
        }
        let urgency = self.urgency();
        let mut candidates: BTreeMap<[usize; 2], (i128, usize)> = BTreeMap::new();
        for meeting in self.waiting().into_iter().filter(|meeting| self.is_free(*meeting, slot)) {
            let found = &self.plan.meetings[meeting];
            let mut pair = found.people;
            pair.sort_unstable();
            let had_place = if found.place.is_some() { HAD_PLACE } else { 0 };
            let weight = MEETING + had_place + pair.iter().map(|person| urgency[*person]).sum::<i128>();
            let known = candidates.entry(pair).or_insert((weight, meeting));
            if weight > known.0 {
                *known = (weight, meeting);
            }
        }
        let mut best = matched_first(candidates, free_tables);
        best.sort_by_key(|(weight, meeting)| (-weight, *meeting));
        best.truncate(free_tables);
        best.into_iter().map(|(_, meeting)| meeting).collect()
    }

    /// How pressed each person is: the meetings that wait for them over the slots that they have left, squared, so that one who is very
    /// pressed goes before two who are a little.
    fn urgency(&self) -> Vec<i128> {
        let mut waiting = vec![0_u64; self.plan.people];
        let mut left = vec![Slots::NONE; self.plan.people];
        for meeting in self.waiting() {
            let open = self.open_to(meeting);
            for person in self.plan.meetings[meeting].people {
                waiting[person] += u64::from(open != Slots::NONE);
                left[person] = left[person].and(open);
            }
        }
        let pressed = |(waiting, left): (u64, Slots)| {
            let parts = (waiting * URGENCY_PARTS / u64::from(left.count().max(1))).min(URGENCY_MAX);
            i128::from(parts * parts)
        };
        waiting.into_iter().zip(left).map(pressed).collect()
    }
}

/// A matching for so many tables: among the weightiest candidates where those fill the tables, which is quickly found where far more
/// is agreed than can take place; else among all.
fn matched_first(candidates: BTreeMap<[usize; 2], (i128, usize)>, tables: usize) -> Vec<(i128, usize)> {
    let few = tables.saturating_mul(CANDIDATES_PER_TABLE);
    if candidates.len() > few {
        let mut ordered: Vec<_> = candidates.iter().map(|(pair, found)| (*pair, *found)).collect();
        ordered.sort_by_key(|(_, (weight, meeting))| (-weight, *meeting));
        let found = matched(&ordered.into_iter().take(few).collect());
        if found.len() >= tables {
            return found;
        }
    }
    matched(&candidates)
}

/// The maximum weight matching among those with the most meetings.
fn matched(candidates: &BTreeMap<[usize; 2], (i128, usize)>) -> Vec<(i128, usize)> {
    let mut graph: UnGraph<usize, i128> = UnGraph::new_undirected();
    let mut nodes: BTreeMap<usize, NodeIndex> = BTreeMap::new();
    for ([one, other], (weight, _)) in candidates {
        let [from, to] = [one, other].map(|person| *nodes.entry(*person).or_insert_with(|| graph.add_node(*person)));
        graph.add_edge(from, to, *weight);
    }
    let found = max_weight_matching(&graph, true, |edge| Ok::<i128, Infallible>(*edge.weight()), false);
    let Ok(found) = found;
    let person = |node: usize| graph.node_weight(NodeIndex::new(node)).copied();
    found
        .into_iter()
        .filter_map(|(one, other)| {
            let mut pair = [person(one)?, person(other)?];
            pair.sort_unstable();
            candidates.get(&pair).copied()
        })
        .collect()
}
