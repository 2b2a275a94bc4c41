//! The numbers of the tables. Whoever stays in a slot stays at the table; a meeting that is new in a slot comes to a table at which one
//! of its people sits anyway in another slot, so that those with many meetings walk little, else to the first free one.

use super::plan::{Place, Plan};
use super::solver::Draft;
use std::collections::BTreeSet;

/// The plan with a table for every meeting that has a slot.
pub(super) fn give(draft: Draft) -> Plan {
    let Draft { mut plan, slot_of, .. } = draft;
    let mut used: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); plan.slots as usize];
    let mut sits_at: Vec<Vec<u32>> = vec![Vec::new(); plan.people];
    let mut new = Vec::new();
    for (meeting, slot) in slot_of.iter().enumerate() {
        let before = plan.meetings[meeting].place;
        match (slot, before) {
            (Some(slot), Some(place)) if place.slot == *slot && used[*slot as usize].insert(place.table) => {
                note(&mut sits_at, plan.meetings[meeting].people, place.table);
            }
            (Some(slot), _) => new.push((*slot, meeting)),
            (None, _) => plan.meetings[meeting].place = None,
        }
    }
    let meetings_of = meetings_of_each(&plan, &slot_of);
    new.sort_unstable();
    for (slot, meeting) in new {
        let mut people = plan.meetings[meeting].people;
        people.sort_by_key(|person| std::cmp::Reverse(meetings_of[*person]));
        let usual = people.iter().flat_map(|person| &sits_at[*person]).copied();
        let in_slot = &mut used[slot as usize];
        let table = usual.chain(1..=plan.tables).find(|table| !in_slot.contains(table));
        plan.meetings[meeting].place = table.map(|table| Place { slot, table });
        if let Some(table) = table {
            in_slot.insert(table);
            note(&mut sits_at, people, table);
        }
    }
    plan
}

fn note(sits_at: &mut [Vec<u32>], people: [usize; 2], table: u32) {
    for person in people {
        if !sits_at[person].contains(&table) {
            sits_at[person].push(table);
        }
    }
}

fn meetings_of_each(plan: &Plan, slot_of: &[Option<u32>]) -> Vec<usize> {
    let mut count = vec![0; plan.people];
    for (meeting, _) in plan.meetings.iter().zip(slot_of).filter(|(_, slot)| slot.is_some()) {
        for person in meeting.people {
            count[person] += 1;
        }
    }
    count
}
