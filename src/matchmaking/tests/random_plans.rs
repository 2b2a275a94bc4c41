//! Any plan: nobody in two places, no table twice, as many as the best there is (found by trying everything) but for a little, and
//! little moved afterwards.

use crate::matchmaking::seating::bound;
use crate::matchmaking::seating::plan::{Meeting, Place, Plan, Slots};
use crate::matchmaking::seating::solver::solve;
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A plan of so many people and slots, nothing placed yet.
fn plan(people: usize, slots: u32, tables: u32, meetings: usize) -> impl Strategy<Value = Plan> {
    let meeting = (0..people, 1..people, vec(prop::bool::weighted(0.8), slots as usize));
    vec(meeting, 0..=meetings).prop_map(move |drawn| Plan {
        people,
        slots,
        tables,
        meetings: drawn
            .into_iter()
            .map(|(one, step, free)| Meeting {
                people: [one, (one + step) % people],
                free: (0..slots).filter(|slot| free[*slot as usize]).fold(Slots::NONE, Slots::with),
                place: None,
            })
            .collect(),
    })
}

fn assert_sound(plan: &Plan) {
    let mut tables = BTreeSet::new();
    let mut people = BTreeSet::new();
    for meeting in &plan.meetings {
        let Some(Place { slot, table }) = meeting.place else {
            continue;
        };
        assert!(meeting.free.has(slot), "somebody is called when they cannot come");
        assert!((1..=plan.tables).contains(&table), "there is no table {table}");
        assert!(tables.insert((slot, table)), "table {table} is given twice in slot {slot}");
        for person in meeting.people {
            assert!(
                people.insert((slot, person)),
                "person {person} is in two places in slot {slot}"
            );
        }
    }
}

/// The most that can take place, by trying everything.
fn most(plan: &Plan, from: usize, taken: &mut BTreeSet<(u32, usize)>, used: &mut Vec<u32>) -> usize {
    let Some(meeting) = plan.meetings.get(from) else { return 0 };
    let mut best = most(plan, from + 1, taken, used);
    for slot in meeting.free.iter() {
        let [one, other] = meeting.people.map(|person| (slot, person));
        if used[slot as usize] < plan.tables && !taken.contains(&one) && !taken.contains(&other) {
            taken.extend([one, other]);
            used[slot as usize] += 1;
            best = best.max(1 + most(plan, from + 1, taken, used));
            used[slot as usize] -= 1;
            taken.remove(&one);
            taken.remove(&other);
        }
    }
    best
}

fn most_of(plan: &Plan) -> usize {
    most(plan, 0, &mut BTreeSet::new(), &mut vec![0; plan.slots as usize])
}

/// How many meetings that had a place have another one.
fn moved(before: &Plan, after: &Plan) -> usize {
    let pairs = before.meetings.iter().zip(&after.meetings);
    pairs
        .filter(|(before, after)| before.place.is_some() && after.place.is_some() && before.place != after.place)
        .count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_is_in_two_places_and_no_table_is_given_twice(plan in plan(30, 6, 4, 80)) {
        let most = bound::upper(&plan);
        let solved = solve(plan.clone());
        assert_sound(&solved);
        prop_assert!(solved.seated() <= most);
        prop_assert_eq!(solve(plan), solved, "the same plan is solved in the same way");
    }

    #[test]
    fn hardly_a_meeting_fewer_takes_place_than_in_the_best_plan(plan in plan(6, 3, 2, 7)) {
        let best = most_of(&plan);
        prop_assert!(best <= bound::upper(&plan), "the bound holds");
        let solved = solve(plan).seated();
        prop_assert!(solved + 1 >= best, "{solved} of {best}");
    }

    #[test]
    fn whoever_has_a_place_keeps_it_unless_it_is_gone_or_one_more_can_meet(
        first in plan(20, 5, 3, 40),
        second in plan(20, 5, 3, 8),
        gone in vec(any::<prop::sample::Index>(), 0..4),
        closed in vec((any::<prop::sample::Index>(), 0..5_u32), 0..3),
    ) {
        let solved = solve(first);
        let mut changed = solved.clone();
        for index in gone.iter().filter(|_| !solved.meetings.is_empty()) {
            changed.meetings[index.index(solved.meetings.len())].place = None;
            changed.meetings[index.index(solved.meetings.len())].free = Slots::NONE;
        }
        for (index, slot) in closed.iter().filter(|_| !solved.meetings.is_empty()) {
            let meeting = &mut changed.meetings[index.index(solved.meetings.len())];
            meeting.free = meeting.free.without(Slots::NONE.with(*slot));
        }
        changed.meetings.extend(second.meetings);
        let cannot_stay = |meeting: &&Meeting| meeting.place.is_some_and(|place| !meeting.free.has(place.slot));
        let have_to_move = changed.meetings.iter().filter(cannot_stay).count();
        let staying = changed.seated() - have_to_move;
        let again = solve(changed.clone());
        assert_sound(&again);
        let gained = again.seated() - staying;
        prop_assert!(moved(&changed, &again) <= have_to_move + 2 * gained);
        let lost = changed.meetings.iter().zip(&again.meetings).filter(|(before, after)| {
            !cannot_stay(before) && before.place.is_some() && after.place.is_none()
        });
        prop_assert_eq!(lost.count(), 0, "who can stay is never sent away");
    }

    #[test]
    fn what_is_assigned_again_without_a_change_stays_as_it_is(plan in plan(20, 5, 3, 40)) {
        let once = solve(plan);
        let twice = solve(once.clone());
        prop_assert_eq!(moved(&once, &twice), 0);
    }
}

/// The size that is promised, whose time `cargo bench --bench seating` holds: 500 people, 150 of whom offer something, 3,000 meetings that
/// could be, 30 tables and 8 slots.
#[test]
fn of_as_many_people_as_are_promised_hardly_fewer_meet_than_can() {
    const PEOPLE: usize = 500;
    const PROVIDERS: usize = 150;
    // Every provider with twenty others, everybody with about as many: no pair twice.
    let pair = |number: usize| {
        let (provider, round) = (number % PROVIDERS, number / PROVIDERS);
        [provider, PROVIDERS + (round + 7 * provider) % (PEOPLE - PROVIDERS)]
    };
    let meeting = |people| Meeting {
        people,
        free: Slots::first(8),
        place: None,
    };
    let plan = Plan {
        people: PEOPLE,
        slots: 8,
        tables: 30,
        meetings: (0..3_000).map(pair).map(meeting).collect(),
    };
    let most = bound::upper(&plan);
    let solved = solve(plan);
    assert_sound(&solved);
    assert!(solved.seated() * 100 >= most * 95, "{} of {most}", solved.seated());
}
