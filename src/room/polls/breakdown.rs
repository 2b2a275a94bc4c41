//! The result by class and by regional group. A group with fewer than five ballots is not told, and no sum or difference of told
//! figures tells of fewer than five ballots either: what is left of the whole, and what is left when regional groups are taken
//! from a class or classes from a group of those who are in none. Where that would be so, the smallest told group is left out as
//! well, until nothing is left to find. By what is written beside the ballots.

use super::Poll;
use super::count::Count;
use crate::room::command::Ballot;
use crate::room::floor::Group;
use crate::room::ids::OptionId;
use crate::room::limits::GROUP_BALLOTS_MIN;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// The result of one group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct GroupResult {
    /// Ballots.
    pub ballots: u32,
    /// The first figure of each answer.
    pub tally: BTreeMap<OptionId, u32>,
    /// How many ballots put each item on each step.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(optional, as = "Option<BTreeMap<OptionId, Vec<u32>>>")]
    pub spread: BTreeMap<OptionId, Vec<u32>>,
}

/// Results by group.
pub type ByGroup = BTreeMap<Group, GroupResult>;

/// The class and the regional group of a ballot.
type Cell = (Group, Group);

/// By class and by regional group; empty where the paper does not ask for it.
pub fn of(poll: &Poll) -> (ByGroup, ByGroup) {
    if !poll.paper.rules.breakdown {
        return (ByGroup::new(), ByGroup::new());
    }
    let mut cells: BTreeMap<Cell, Vec<&Ballot>> = BTreeMap::new();
    for cast in poll.ballots.values() {
        let cell = (Group::of_class(&cast.profile), Group::of_region(&cast.profile));
        cells.entry(cell).or_default().push(&cast.ballot);
    }
    let sizes = cells.iter().map(|(cell, ballots)| (*cell, ballots.len())).collect();
    let told = Told::of(&sizes);
    let result = |fits: &dyn Fn(&Cell) -> bool| {
        let ballots = cells.iter().filter(|(cell, _)| fits(cell)).flat_map(|(_, ballots)| ballots);
        group_result(poll, ballots.copied().collect())
    };
    let classes = told.classes.iter().map(|group| (*group, result(&|cell| cell.0 == *group)));
    let regions = told.regions.iter().map(|group| (*group, result(&|cell| cell.1 == *group)));
    (classes.collect(), regions.collect())
}

fn group_result(poll: &Poll, ballots: Vec<&Ballot>) -> GroupResult {
    let count = Count::of(&poll.paper, ballots.iter().copied());
    GroupResult {
        ballots: u32::try_from(ballots.len()).unwrap_or(u32::MAX),
        tally: count.tally,
        spread: count.detail.spread,
    }
}

type Sizes = BTreeMap<Cell, usize>;

/// Which groups are told.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    classes: BTreeSet<Group>,
    regions: BTreeSet<Group>,
}

impl Told {
    fn of(sizes: &Sizes) -> Self {
        let classes = Self {
            classes: sizes.keys().map(|cell| cell.0).collect(),
            ..Self::default()
        };
        let regions = Self {
            regions: sizes.keys().map(|cell| cell.1).collect(),
            ..Self::default()
        };
        // Each table for itself first, so that none loses a group by what only the other one tells.
        Self {
            classes: classes.settled(sizes).classes,
            regions: regions.settled(sizes).regions,
        }
        .settled(sizes)
    }

    fn settled(mut self, sizes: &Sizes) -> Self {
        while !self.is_empty() && self.reveals(sizes) {
            self.leave_out_smallest(sizes);
        }
        self
    }

    fn is_empty(&self) -> bool {
        self.classes.is_empty() && self.regions.is_empty()
    }

    /// Whether a sum of classes and a sum of regional groups differ by so few ballots that the difference tells how they were cast.
    /// The whole is known, so what is left of it counts as a class and as a regional group too.
    fn reveals(&self, sizes: &Sizes) -> bool {
        let bits = |(cell, size): (&Cell, &usize)| (bit(&self.classes, cell.0), bit(&self.regions, cell.1), *size);
        let cells: Vec<(u32, u32, usize)> = sizes.iter().map(bits).collect();
        let differing = |some: u32, others: u32| {
            let differ = cells
                .iter()
                .filter(|(class, region, _)| (some & class != 0) != (others & region != 0));
            differ.map(|(_, _, size)| size).sum::<usize>()
        };
        let mut pairs = (0..sums(&self.classes)).flat_map(|some| (0..sums(&self.regions)).map(move |others| (some, others)));
        pairs.any(|(some, others)| (1..min()).contains(&differing(some, others)))
    }

    fn leave_out_smallest(&mut self, sizes: &Sizes) {
        let size =
            |fits: &dyn Fn(&Cell) -> bool| -> usize { sizes.iter().filter(|(cell, _)| fits(cell)).map(|(_, size)| size).sum() };
        let classes = self
            .classes
            .iter()
            .map(|group| (size(&|cell| cell.0 == *group), true, *group));
        let regions = self
            .regions
            .iter()
            .map(|group| (size(&|cell| cell.1 == *group), false, *group));
        match classes.chain(regions).min() {
            Some((_, true, group)) => self.classes.remove(&group),
            Some((_, false, group)) => self.regions.remove(&group),
            None => false,
        };
    }
}

/// The place of a group among those that are told; of the others, the one after them: they are what is left.
fn bit(told: &BTreeSet<Group>, group: Group) -> u32 {
    1 << told.iter().position(|other| *other == group).unwrap_or(told.len())
}

/// How many sums there are of the groups that are told and of what is left.
fn sums(told: &BTreeSet<Group>) -> u32 {
    1 << (told.len() + 1)
}

fn min() -> usize {
    usize::try_from(GROUP_BALLOTS_MIN).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(sizes: &[(Group, Group, usize)]) -> Told {
        Told::of(&sizes.iter().map(|(class, region, size)| ((*class, *region), *size)).collect())
    }

    fn groups(groups: &[Group]) -> BTreeSet<Group> {
        groups.iter().copied().collect()
    }

    use Group::{African, AsiaPacific, Organization, Stakeholder, State, Unstated, WesternEuropeanAndOthers as Western};

    #[test]
    fn groups_of_five_and_more_are_told() {
        let all = told(&[(State, African, 5), (State, AsiaPacific, 7), (Stakeholder, Stakeholder, 6)]);
        assert_eq!(all.classes, groups(&[State, Stakeholder]));
        assert_eq!(all.regions, groups(&[African, AsiaPacific, Stakeholder]));
    }

    #[test]
    fn a_group_of_four_is_not_told_nor_what_would_leave_it_alone() {
        let some = told(&[
            (State, State, 20),
            (Stakeholder, Stakeholder, 6),
            (Organization, Organization, 4),
        ]);
        assert_eq!(
            some.classes,
            groups(&[State]),
            "with six stakeholders told, four organizations would be what is left"
        );
        assert_eq!(some.regions, groups(&[State]));
    }

    #[test]
    fn small_groups_that_are_five_together_hide_each_other() {
        let some = told(&[(State, State, 9), (Stakeholder, Stakeholder, 3), (Unstated, Unstated, 2)]);
        assert_eq!(some.classes, groups(&[State]));
    }

    #[test]
    fn regional_groups_taken_from_their_class_leave_no_few() {
        let some = told(&[
            (State, African, 10),
            (State, AsiaPacific, 11),
            (State, Western, 3),
            (Organization, Organization, 6),
        ]);
        let states_told: usize = [(African, 10), (AsiaPacific, 11)]
            .iter()
            .filter(|(group, _)| some.regions.contains(group))
            .map(|(_, size)| size)
            .sum();
        assert!(!some.regions.contains(&Western));
        assert!(
            !some.classes.contains(&State) || 24 - states_told >= 5,
            "24 States less the told regional groups are the three that are hidden: {some:?}"
        );
    }

    #[test]
    fn too_few_ballots_for_any_group_tell_none() {
        assert_eq!(told(&[(State, African, 2), (Stakeholder, Stakeholder, 1)]), Told::default());
        assert_eq!(told(&[]), Told::default());
    }
}
