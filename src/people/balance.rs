//! How evenly people are spread over the groups of a session: for the organiser to see, and the measure by which the rule is judged.
//!
//! For everything that people have in common (a class, a regional group within a class, a delegation) its people are counted in every group.
//! The difference is that between the group with most and the group with fewest of them; the fewer, the better.

use super::person::{Person, folded};
use crate::room::delegations::{self, Region};
use crate::room::seat::Class;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use utoipa::ToSchema;

/// What people have in common by which they are spread. In this order, so that a delegation is within a region and a region within a class.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Traits {
    /// The kind of body.
    pub class: Option<Class>,
    /// The regional group.
    pub region: Option<Region>,
    /// The delegation, as it is compared; empty: none is known.
    pub delegation: String,
}

impl Traits {
    /// Of a person.
    pub fn of(person: &Person) -> Self {
        let delegation = person.details.delegation.as_deref().unwrap_or_default();
        let known = delegations::find(delegation).map_or(delegation, |state| state.name);
        Self {
            class: person.details.class,
            region: person.details.region(),
            delegation: folded(known),
        }
    }
}

/// The largest difference between two groups of a session, in people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
pub struct Differences {
    /// Of all people.
    pub size: u32,
    /// Of the people of one class.
    pub class: u32,
    /// Of the people of one regional group.
    pub region: u32,
    /// Of the people of one delegation.
    pub delegation: u32,
}

/// One group as it is put together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Make {
    /// Its room.
    pub room: String,
    /// How many people are in it.
    pub people: u32,
    /// How many of each class; of those whose class is not known under `unknown`.
    pub classes: BTreeMap<String, u32>,
    /// How many of each regional group; those without one are in none.
    pub regions: BTreeMap<String, u32>,
    /// How many delegations.
    pub delegations: u32,
}

/// The groups of a session, each with its people.
pub struct Groups<'a>(pub Vec<(&'a str, Vec<&'a Traits>)>);

impl Groups<'_> {
    /// What each is made of.
    pub fn makes(&self) -> Vec<Make> {
        self.0.iter().map(|(room, people)| make(room, people)).collect()
    }

    /// How far they differ.
    pub fn differences(&self) -> Differences {
        let sizes = self.0.iter().map(|(_, people)| count(people.len()));
        Differences {
            size: range(sizes),
            class: self.widest(|person| person.class),
            region: self.widest(|person| person.region.map(|region| (person.class, region))),
            delegation: self.widest(|person| (!person.delegation.is_empty()).then_some(&person.delegation)),
        }
    }

    /// The same summed up over everything that people have in common, by which two ways of putting people into groups are compared.
    pub fn unevenness(&self) -> u64 {
        let sizes = self.0.iter().map(|(_, people)| count(people.len()));
        let of = |ranges: Vec<u32>| ranges.into_iter().map(u64::from).sum::<u64>();
        u64::from(range(sizes))
            + of(self.ranges(|person| person.class))
            + of(self.ranges(|person| person.region.map(|region| (person.class, region))))
            + of(self.ranges(|person| (!person.delegation.is_empty()).then_some(&person.delegation)))
    }

    fn widest<'a, K: Eq + std::hash::Hash>(&'a self, common: impl Fn(&'a Traits) -> Option<K>) -> u32 {
        self.ranges(common).into_iter().max().unwrap_or_default()
    }

    /// The difference for each thing that some of the people have in common.
    fn ranges<'a, K: Eq + std::hash::Hash>(&'a self, common: impl Fn(&'a Traits) -> Option<K>) -> Vec<u32> {
        let mut counts: HashMap<K, HashMap<usize, u32>> = HashMap::new();
        for (group, (_, people)) in self.0.iter().enumerate() {
            for key in people.iter().filter_map(|person| common(person)) {
                *counts.entry(key).or_default().entry(group).or_default() += 1;
            }
        }
        let groups = self.0.len();
        let of_key = |counts: HashMap<usize, u32>| {
            let has_everywhere = counts.len() == groups;
            let none = (!has_everywhere).then_some(0);
            range(counts.into_values().chain(none))
        };
        counts.into_values().map(of_key).collect()
    }
}

fn make(room: &str, people: &[&Traits]) -> Make {
    let mut make = Make {
        room: room.to_owned(),
        people: count(people.len()),
        ..Make::default()
    };
    let mut delegations: Vec<&str> = Vec::with_capacity(people.len());
    for person in people {
        let class = person.class.map_or_else(|| "unknown".to_owned(), word);
        *make.classes.entry(class).or_default() += 1;
        if let Some(region) = person.region {
            *make.regions.entry(word(region)).or_default() += 1;
        }
        delegations.push(&person.delegation);
    }
    delegations.sort_unstable();
    delegations.dedup();
    make.delegations = count(delegations.iter().filter(|delegation| !delegation.is_empty()).count());
    make
}

fn range(counts: impl Iterator<Item = u32>) -> u32 {
    let (mut least, mut most) = (u32::MAX, 0);
    for count in counts {
        (least, most) = (least.min(count), most.max(count));
    }
    most.saturating_sub(least)
}

fn count(people: usize) -> u32 {
    u32::try_from(people).unwrap_or(u32::MAX)
}

fn word<T: Serialize>(value: T) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}
