//! A rotation over groups: each turn goes to the next group that has somebody waiting, and in the group to who asked first. It
//! goes on after whoever had the floor last, and after those whom the chair has put in between.

use super::{Group, OrderRule, Request, Why};
use crate::room::ids::SeatId;
use crate::room::seat::{Profile, Seat};
use std::collections::{BTreeMap, VecDeque};

/// Who waits in each group, and which group had its turn last.
pub struct Rotation<'a> {
    rule: OrderRule,
    seats: &'a BTreeMap<SeatId, Seat>,
    waiting: BTreeMap<Group, VecDeque<&'a Request>>,
    last: Option<Group>,
}

impl<'a> Rotation<'a> {
    /// A rotation over the groups of that rule, after the speaker who was last.
    pub fn of(
        rule: OrderRule,
        mut requests: Vec<&'a Request>,
        last: Option<&Request>,
        seats: &'a BTreeMap<SeatId, Seat>,
    ) -> Self {
        requests.sort_unstable_by_key(|request| request.id);
        let mut waiting: BTreeMap<Group, VecDeque<&Request>> = BTreeMap::new();
        for request in requests {
            let group = group(rule, &request.speaker(seats));
            waiting.entry(group).or_default().push_back(request);
        }
        let last = last.map(|request| group(rule, &request.speaker(seats)));
        Self {
            rule,
            seats,
            waiting,
            last,
        }
    }

    /// Who has the next turn, and why.
    pub fn next(&mut self) -> Option<(&'a Request, Why)> {
        let group = *self.waiting.keys().min_by_key(|group| group.distance_after(self.last))?;
        let after = self.last.replace(group);
        let queue = self.waiting.get_mut(&group)?;
        let request = queue.pop_front()?;
        if queue.is_empty() {
            self.waiting.remove(&group);
        }
        let why = if self.rule == OrderRule::AlternateRegions {
            Why::AlternateRegions { group, after }
        } else {
            Why::AlternateClasses { group, after }
        };
        Some((request, why))
    }

    /// Somebody else speaks in between: the rotation goes on after their group.
    pub fn passes(&mut self, request: &Request) {
        self.last = Some(group(self.rule, &request.speaker(self.seats)));
    }
}

fn group(rule: OrderRule, speaker: &Profile) -> Group {
    if rule == OrderRule::AlternateRegions {
        Group::of_region(speaker)
    } else {
        Group::of_class(speaker)
    }
}
