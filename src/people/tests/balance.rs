//! Putting people into groups by the rule, for all sorts of people and groups.

use crate::people::balance::{Groups, Traits};
use crate::people::spread::{Table, spread};
use crate::room::delegations::{self, Region};
use crate::room::seat::Class;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// People as they come: most for a State, whose region follows, some for an organization or for nobody in particular.
fn person() -> impl Strategy<Value = Traits> {
    let state = (0..delegations::all().len()).prop_map(|at| {
        let state = &delegations::all()[at];
        Traits {
            class: Some(Class::State),
            region: state.region,
            delegation: state.name.to_lowercase(),
        }
    });
    let other = (0..6_u32, 0..2_u32).prop_map(|(number, kind)| Traits {
        class: Some(if kind == 0 { Class::Organization } else { Class::Stakeholder }),
        region: None,
        delegation: format!("body {kind} {number}"),
    });
    let unknown = Just(Traits {
        class: None,
        region: None,
        delegation: String::new(),
    });
    prop_oneof![6 => state, 2 => other, 1 => unknown]
}

fn row(people: usize) -> impl Strategy<Value = Vec<Traits>> {
    prop::collection::vec(person(), 0..people).prop_map(|mut people| {
        people.sort();
        people
    })
}

fn caps() -> impl Strategy<Value = Vec<Option<u32>>> {
    prop::collection::vec(prop_oneof![Just(None), (0..40_u32).prop_map(Some)], 1..9)
}

fn tables(groups: usize) -> Vec<Table> {
    vec![Table::default(); groups]
}

fn sizes(groups: usize, seats: &[Option<usize>]) -> Vec<usize> {
    (0..groups)
        .map(|group| seats.iter().filter(|seat| **seat == Some(group)).count())
        .collect()
}

fn counted<'a, K: Ord>(
    row: &'a [Traits],
    seats: &[Option<usize>],
    groups: usize,
    common: impl Fn(&'a Traits) -> K,
) -> BTreeMap<K, Vec<u32>> {
    let mut counted: BTreeMap<K, Vec<u32>> = BTreeMap::new();
    for (person, seat) in row.iter().zip(seats) {
        counted.entry(common(person)).or_insert_with(|| vec![0; groups])[seat.unwrap()] += 1;
    }
    counted
}

fn differ_by_one_at_most(counts: &[u32]) -> bool {
    counts.iter().max().unwrap() - counts.iter().min().unwrap() <= 1
}

proptest! {
    #[test]
    fn everybody_comes_into_one_group_and_all_that_people_have_in_common_is_spread_within_one(people in row(400), groups in 1..9_usize) {
        let seats = spread(&people.iter().collect::<Vec<_>>(), &tables(groups));
        prop_assert!(seats.iter().all(Option::is_some));
        let sizes = sizes(groups, &seats);
        prop_assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1, "{sizes:?}");
        for (class, counts) in counted(&people, &seats, groups, |person| person.class) {
            prop_assert!(differ_by_one_at_most(&counts), "{class:?}: {counts:?}");
        }
        for (region, counts) in counted(&people, &seats, groups, |person| (person.class, person.region)) {
            prop_assert!(differ_by_one_at_most(&counts), "{region:?}: {counts:?}");
        }
        for (delegation, counts) in counted(&people, &seats, groups, |person| (person.class, &person.delegation)) {
            prop_assert!(differ_by_one_at_most(&counts), "{delegation:?}: {counts:?}");
        }
    }

    #[test]
    fn no_group_gets_more_than_its_cap_and_nobody_is_left_while_there_is_a_place(people in row(200), caps in caps()) {
        let tables: Vec<Table> = caps.iter().map(|cap| Table { cap: *cap, here: Vec::new() }).collect();
        let seats = spread(&people.iter().collect::<Vec<_>>(), &tables);
        let sizes = sizes(tables.len(), &seats);
        let placed: usize = sizes.iter().sum();
        let room: usize = caps.iter().map(|cap| cap.map_or(1_000, |cap| cap as usize)).sum();
        prop_assert_eq!(placed, people.len().min(room));
        let open: Vec<usize> = caps.iter().zip(&sizes).filter(|(cap, size)| cap.is_none_or(|cap| **size < cap as usize)).map(|(_, size)| *size).collect();
        for (cap, size) in caps.iter().zip(&sizes) {
            prop_assert!(cap.is_none_or(|cap| *size <= cap as usize));
            // Whoever has a place left is not smaller by more than one than any other.
            prop_assert!(open.iter().all(|open| open + 1 >= *size), "{sizes:?} of {caps:?}");
        }
    }

    #[test]
    fn with_caps_every_group_has_its_share_of_every_class_and_regional_group_within_rounding(people in row(300), caps in caps()) {
        let tables: Vec<Table> = caps.iter().map(|cap| Table { cap: *cap, here: Vec::new() }).collect();
        let room: u32 = caps.iter().map(|cap| cap.unwrap_or(1_000)).sum();
        let people = &people[..people.len().min(room as usize)];
        let seats = spread(&people.iter().collect::<Vec<_>>(), &tables);
        let sizes = sizes(tables.len(), &seats);
        for (class, counts) in counted(people, &seats, tables.len(), |person| person.class) {
            let all: u32 = counts.iter().sum();
            for (count, size) in counts.iter().zip(&sizes) {
                let share = f64::from(all) * *size as f64 / people.len() as f64;
                let within = (f64::from(*count) - share).abs() < 1.0 || differ_by_one_at_most(&counts);
                prop_assert!(within, "{class:?}: {counts:?}, {sizes:?}");
            }
        }
        for (region, counts) in counted(people, &seats, tables.len(), |person| (person.class, person.region)) {
            let all: u32 = counts.iter().sum();
            for (count, size) in counts.iter().zip(&sizes) {
                let share = f64::from(all) * *size as f64 / people.len() as f64;
                prop_assert!((f64::from(*count) - share).abs() < 2.0, "{region:?}: {counts:?}, {sizes:?}");
            }
        }
    }

    #[test]
    fn with_caps_and_a_few_who_are_there_already_every_group_has_its_share_of_every_class_within_rounding(people in row(300), here in row(8).prop_filter("somebody is there", |here| !here.is_empty()), caps in prop::collection::vec(60..400_u32, 2..5)) {
        let mut tables: Vec<Table> = caps.iter().map(|cap| Table { cap: Some(*cap), here: Vec::new() }).collect();
        for (number, person) in here.iter().enumerate() {
            tables[number % caps.len()].here.push(person.clone());
        }
        let free: usize = caps.iter().map(|cap| *cap as usize).sum::<usize>() - here.len();
        let people = &people[..people.len().min(free)];
        let seats = spread(&people.iter().collect::<Vec<_>>(), &tables);
        let all = people.len() + here.len();
        let sizes: Vec<usize> = sizes(tables.len(), &seats).iter().zip(&tables).map(|(new, table)| new + table.here.len()).collect();
        let there = |class: Option<Class>, group: usize| tables[group].here.iter().filter(|person| person.class == class).count();
        let mut rows = Vec::new();
        for (class, counts) in counted(people, &seats, tables.len(), |person| person.class) {
            let counts: Vec<usize> = counts.iter().enumerate().map(|(group, new)| *new as usize + there(class, group)).collect();
            let of_class: usize = counts.iter().sum();
            let share = |group: usize| of_class as f64 * sizes[group] as f64 / all as f64;
            // Where a group has more than its share already nobody is taken away, and others cannot have theirs.
            prop_assume!((0..tables.len()).all(|group| there(class, group) as f64 <= share(group)));
            rows.push((class, counts.iter().enumerate().map(|(group, count)| *count as f64 - share(group)).collect::<Vec<f64>>()));
        }
        prop_assume!(here.iter().all(|person| rows.iter().any(|(class, _)| *class == person.class)));
        for (class, off) in rows {
            prop_assert!(off.iter().all(|off| off.abs() < 1.0), "{class:?}: {off:?}");
        }
    }

    #[test]
    fn those_who_are_there_already_stay_and_the_others_make_the_groups_as_even_as_can_be(here in row(60), coming in row(120), groups in 2..6_usize) {
        let mut tables = tables(groups);
        for (number, person) in here.iter().enumerate() {
            // Unevenly, on purpose.
            tables[(number * number) % groups].here.push(person.clone());
        }
        let row: Vec<&Traits> = coming.iter().collect();
        let seats = spread(&row, &tables);
        prop_assert!(seats.iter().all(Option::is_some));
        let before: Vec<usize> = tables.iter().map(|table| table.here.len()).collect();
        let after: Vec<usize> = before.iter().zip(sizes(groups, &seats)).map(|(before, new)| before + new).collect();
        for (group, size) in after.iter().enumerate() {
            let grew = *size > before[group];
            prop_assert!(!grew || after.iter().all(|other| other + 1 >= *size), "{before:?} {after:?}");
        }
        prop_assert_eq!(seats, spread(&row, &tables), "the same people come into the same groups");
    }

    #[test]
    fn the_rule_is_more_even_than_taking_people_as_they_come(people in row(300), groups in 2..7_usize, seed in any::<u64>()) {
        let row: Vec<&Traits> = people.iter().collect();
        let by_rule = spread(&row, &tables(groups));
        let unevenness = |seat: &dyn Fn(usize) -> usize| {
            let mut all: Vec<(&str, Vec<&Traits>)> = vec![("", Vec::new()); groups];
            row.iter().enumerate().for_each(|(at, person)| all[seat(at)].1.push(person));
            Groups(all).unevenness()
        };
        let mixed = |at: usize| {
            let mut number = seed.wrapping_add(at as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            number ^= number >> 29;
            (number % groups as u64) as usize
        };
        prop_assert!(unevenness(&|at| by_rule[at].unwrap()) <= unevenness(&mixed));
    }
}

#[test]
fn where_there_are_too_few_places_those_who_are_left_are_from_everywhere() {
    let state = |delegation: String, region| Traits {
        class: Some(Class::State),
        region: Some(region),
        delegation,
    };
    let mut people: Vec<Traits> = (0..50).map(|number| state(format!("a{number}"), Region::African)).collect();
    people.extend((0..50).map(|number| state(format!("w{number}"), Region::WesternEuropeanAndOthers)));
    people.sort();
    let tables = vec![
        Table {
            cap: Some(25),
            here: Vec::new()
        };
        2
    ];
    let seats = spread(&people.iter().collect::<Vec<_>>(), &tables);
    let left = |region| {
        people
            .iter()
            .zip(&seats)
            .filter(|(person, seat)| person.region == Some(region) && seat.is_none())
            .count()
    };
    assert_eq!((left(Region::African), left(Region::WesternEuropeanAndOthers)), (25, 25));
}

#[test]
fn a_small_group_with_somebody_in_it_gets_its_part_of_every_class() {
    let of_class = |class, count: usize| {
        (0..count).map(move |number| Traits {
            class: Some(class),
            region: (class == Class::State).then_some(if number % 2 == 0 {
                Region::African
            } else {
                Region::AsiaPacific
            }),
            delegation: format!("{class:?} {}", number % 90),
        })
    };
    let classes = [(Class::State, 700), (Class::Organization, 200), (Class::Stakeholder, 100)];
    let mut people: Vec<Traits> = classes.iter().flat_map(|(class, count)| of_class(*class, *count)).collect();
    people.sort();
    let table = |cap, here: Vec<Traits>| Table { cap, here };
    let tables = [
        table(Some(100), of_class(Class::State, 1).collect()),
        table(Some(400), of_class(Class::Organization, 2).collect()),
        table(None, Vec::new()),
    ];
    let seats = spread(&people.iter().collect::<Vec<_>>(), &tables);
    let in_small = |class| {
        let of_class = people.iter().zip(&seats).filter(|(person, _)| person.class == Some(class));
        of_class.filter(|(_, seat)| **seat == Some(0)).count()
    };
    let small = classes.map(|(class, _)| in_small(class));
    assert_eq!(small.iter().sum::<usize>(), 99);
    assert!(
        (69..=71).contains(&(small[0] + 1)) && (20..=21).contains(&small[1]) && (9..=10).contains(&small[2]),
        "{small:?}"
    );
}
