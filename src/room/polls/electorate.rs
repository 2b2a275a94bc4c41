//! Who may vote in a poll. Fixed when it opens: the seats there are then that fit its rule, each with the voter that it votes
//! as (itself, or its delegation); what a seat says of itself later does not make it another voter. A delegation that is
//! in votes through any of its seats, also one that joins later. Those who join later vote only where the paper says so.

use crate::room::command::{Per, VotingRules};
use crate::room::floor::{Unit, class_of};
use crate::room::ids::SeatId;
use crate::room::seat::{Profile, Role, Seat};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Those who may vote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Electorate {
    /// As which voter each seat votes.
    seats: BTreeMap<SeatId, Unit>,
    /// The voters.
    voters: BTreeSet<Unit>,
    /// Whether seats that come later are taken in.
    open: bool,
}

impl Electorate {
    /// Those who fit the rules now.
    pub fn of<'a>(rules: &VotingRules, open: bool, seats: impl Iterator<Item = &'a Seat>) -> Self {
        let mut electorate = Self { open, ..Self::default() };
        seats.for_each(|seat| electorate.take_in(rules, seat));
        electorate
    }

    /// A seat that has come, or says something else of itself, where those who come later may vote.
    pub fn admit(&mut self, rules: &VotingRules, seat: &Seat) {
        if self.open {
            self.take_in(rules, seat);
        }
    }

    fn take_in(&mut self, rules: &VotingRules, seat: &Seat) {
        if fits(rules, seat.role, &seat.profile) && !self.seats.contains_key(&seat.id) {
            let voter = voter(rules.per, seat);
            self.voters.insert(voter.clone());
            self.seats.insert(seat.id.clone(), voter);
        }
    }

    /// As which voter the seat votes; none: it may not.
    pub fn voter_of(&self, rules: &VotingRules, seat: &Seat) -> Option<Unit> {
        let joined_later = || {
            let voter = voter(rules.per, seat);
            let may = rules.per == Per::Delegation && fits_role(rules, seat.role) && self.voters.contains(&voter);
            may.then_some(voter)
        };
        self.seats.get(&seat.id).cloned().or_else(joined_later)
    }

    /// The voter as which a seat voted or may vote, by the list alone.
    pub fn known(&self, seat: &SeatId) -> Option<&Unit> {
        self.seats.get(seat)
    }

    /// The seat has voted as this voter, and as no other from now on.
    pub fn bind(&mut self, seat: &SeatId, voter: &Unit) {
        self.seats.entry(seat.clone()).or_insert_with(|| voter.clone());
        self.voters.insert(voter.clone());
    }

    /// Somebody without a device has voted.
    pub fn add(&mut self, voter: &Unit) {
        self.voters.insert(voter.clone());
    }

    /// How many they are.
    pub fn count(&self) -> u32 {
        u32::try_from(self.voters.len()).unwrap_or(u32::MAX)
    }

    /// All of them.
    pub fn voters(&self) -> impl Iterator<Item = &Unit> {
        self.voters.iter()
    }

    /// How many of them have one of these seats.
    pub fn count_of(&self, seats: &BTreeSet<SeatId>) -> u32 {
        let voters: BTreeSet<&Unit> = seats.iter().filter_map(|seat| self.seats.get(seat)).collect();
        u32::try_from(voters.len()).unwrap_or(u32::MAX)
    }

    /// Forgets what nobody asks of a poll that has closed: where each person votes alone, as whom a seat voted says its id.
    pub fn settle(&mut self, per: Per) {
        self.voters.clear();
        if per == Per::Person {
            self.seats.clear();
        }
    }
}

/// As which voter a seat votes by what it says of itself.
pub fn voter(per: Per, seat: &Seat) -> Unit {
    match per {
        Per::Person => Unit::of_person(&seat.id),
        Per::Delegation => Unit::of_seat(&seat.id, &seat.profile),
    }
}

/// Whether somebody is of those whom the rules let vote.
pub fn fits(rules: &VotingRules, role: Role, profile: &Profile) -> bool {
    fits_role(rules, role) && fits_profile(rules, profile)
}

/// Whether the role may vote.
pub fn fits_role(rules: &VotingRules, role: Role) -> bool {
    match rules.voters.roles.as_slice() {
        [] => role == Role::Participant,
        roles => roles.contains(&role),
    }
}

/// Whether class and delegation may vote.
pub fn fits_profile(rules: &VotingRules, profile: &Profile) -> bool {
    let voters = &rules.voters;
    let class = voters.classes.is_empty() || class_of(profile).is_some_and(|class| voters.classes.contains(&class));
    let named = |name: &String| Unit::of_delegation_named(name);
    let own = profile.delegation.as_ref().map(named);
    let delegation = voters.delegations.is_empty() || voters.delegations.iter().map(named).any(|unit| Some(unit) == own);
    class && delegation
}
