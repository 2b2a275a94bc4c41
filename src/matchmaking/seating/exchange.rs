//! Making room. Where a meeting has no place left and the bound says that there may be one, one or two that have a place make way for
//! it, if each of them finds another one. So every meeting that is moved lets another one take place that could not without it.

use super::solver::Draft;

/// Exchanges that are looked at: a bound on the time, reached only where far more is agreed than can take place.
const LOOKED_AT_MAX: usize = 200_000;

/// Lets meetings that wait take place, until the most that can be is reached or no exchange helps any more.
pub(super) fn make_room(draft: &mut Draft, most: usize) {
    let mut left = LOOKED_AT_MAX;
    // Whoever had a place goes first: to lose it is worse than never to have had one.
    let mut waiting = draft.waiting();
    waiting.sort_by_key(|meeting| draft.plan.meetings[*meeting].place.is_none());
    for ways in [1, 2] {
        let mut helped = true;
        while helped && left > 0 {
            helped = false;
            waiting.retain(|meeting| draft.slot_of[*meeting].is_none());
            for meeting in &waiting {
                if draft.seated() >= most || left == 0 {
                    return;
                }
                helped |= fit_in(draft, *meeting, ways, &mut left);
            }
        }
    }
}

/// Places the meeting where at most so many others have to make way and can.
fn fit_in(draft: &mut Draft, meeting: usize, ways: usize, left: &mut usize) -> bool {
    for slot in draft.plan.meetings[meeting].free.iter().collect::<Vec<_>>() {
        for others in in_the_way(draft, meeting, slot) {
            if *left == 0 {
                return false;
            }
            *left -= 1;
            if others.len() <= ways && replaced(draft, meeting, slot, &others) {
                return true;
            }
        }
    }
    false
}

/// Who would have to make way for the meeting in a slot: those whom its people meet then, or, where only a table is missing, any one.
fn in_the_way(draft: &Draft, meeting: usize, slot: u32) -> Vec<Vec<usize>> {
    let people = draft.plan.meetings[meeting].people;
    let mut of_them: Vec<usize> = people
        .iter()
        .filter_map(|person| draft.meeting_of[slot as usize][*person])
        .collect();
    of_them.dedup();
    if of_them.is_empty() && !draft.has_table(slot) {
        let there = (0..draft.slot_of.len()).filter(|other| draft.slot_of[*other] == Some(slot));
        return there.map(|other| vec![other]).collect();
    }
    vec![of_them]
}

/// Puts the meeting in the place of the others and those elsewhere; where that cannot be, everything is as before.
fn replaced(draft: &mut Draft, meeting: usize, slot: u32, others: &[usize]) -> bool {
    for other in others {
        draft.lift(*other);
    }
    if draft.is_possible(meeting, slot) {
        draft.put(meeting, slot);
        if settled(draft, others) {
            return true;
        }
        draft.lift(meeting);
    }
    for other in others {
        draft.put(*other, slot);
    }
    false
}

/// Finds a place for each of one or two meetings; where it finds none for one of them, it places neither.
fn settled(draft: &mut Draft, others: &[usize]) -> bool {
    let Some((first, rest)) = others.split_first() else {
        return true;
    };
    for slot in draft.plan.meetings[*first].free.iter().collect::<Vec<_>>() {
        if draft.is_possible(*first, slot) {
            draft.put(*first, slot);
            if settled(draft, rest) {
                return true;
            }
            draft.lift(*first);
        }
    }
    false
}
