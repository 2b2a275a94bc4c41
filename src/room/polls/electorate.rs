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
    /// The voters, and who votes as each.
    voters: BTreeMap<Unit, Voter>,
    /// Whether seats that come later are taken in.
    open: bool,
}

/// One who has a ballot.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voter {
    /// What the first of its seats said of itself when it was taken in: a delegation is called so in the roll, whatever its seats
    /// say later.
    pub profile: Profile,
    /// Its seats; none of who was entered.
    pub seats: Vec<SeatId>,
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
        if fits(rules, seat.role, &seat.profile) {
            let entered = Unit::of_named(&seat.profile);
            let is_entered = rules.per == Per::Person && seat.profile.name.is_some() && self.voters.contains_key(&entered);
            let voter = if is_entered { entered } else { voter(rules.per, seat) };
            self.bind(&seat.id, &voter, &seat.profile);
        }
    }

    /// As which voter the seat votes; none: it may not.
    pub fn voter_of(&self, rules: &VotingRules, seat: &Seat) -> Option<Unit> {
        let joined_later = || {
            let voter = voter(rules.per, seat);
            let may = rules.per == Per::Delegation && fits_role(rules, seat.role) && self.voters.contains_key(&voter);
            may.then_some(voter)
        };
        self.seats.get(&seat.id).cloned().or_else(joined_later)
    }

    /// The voter as which a seat voted or may vote, by the list alone.
    pub fn known(&self, seat: &SeatId) -> Option<&Unit> {
        self.seats.get(seat)
    }

    /// The seat votes as this voter from now on, and as no other; where it votes as one already, nothing changes.
    pub fn bind(&mut self, seat: &SeatId, voter: &Unit, profile: &Profile) {
        if self.seats.contains_key(seat) {
            return;
        }
        self.seats.insert(seat.clone(), voter.clone());
        self.add(voter, profile).seats.push(seat.clone());
    }

    /// Takes a voter in, also one without a seat.
    pub fn add(&mut self, voter: &Unit, profile: &Profile) -> &mut Voter {
        self.voters.entry(voter.clone()).or_insert_with(|| Voter {
            profile: profile.clone(),
            seats: Vec::new(),
        })
    }

    /// What is known of a voter.
    pub fn voter(&self, voter: &Unit) -> Option<&Voter> {
        self.voters.get(voter)
    }

    /// How many they are.
    pub fn count(&self) -> u32 {
        u32::try_from(self.voters.len()).unwrap_or(u32::MAX)
    }

    /// The voters as which these seats vote.
    pub fn voters_of<'a>(&self, rules: &VotingRules, seats: impl Iterator<Item = &'a Seat>) -> BTreeSet<Unit> {
        seats.filter_map(|seat| self.voter_of(rules, seat)).collect()
    }

    /// All of them, in the order of their ids.
    pub fn voters(&self) -> impl Iterator<Item = (&Unit, &Voter)> {
        self.voters.iter()
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
