//! Who may vote in a poll. Fixed when it opens: the seats there are then that fit its rule, each with the voter that it votes
//! as (itself, or its delegation); what a seat says of itself later does not make it another voter. A delegation that is
//! in votes through any of its seats, also one that joins later. Those who join later vote only where the paper says so.

use crate::room::command::{Per, Secrecy, VotingRules};
use crate::room::floor::{Unit, class_of};
use crate::room::ids::SeatId;
use crate::room::limits::{NAMED_VOTERS_MAX, SEATS_EVER_MAX};
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
    /// The delegations that the rules name, in one spelling; none: they name none.
    delegations: BTreeSet<Unit>,
    /// How many voters there were at the end of the poll; none while it goes on.
    settled: Option<u32>,
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
        let mut electorate = Self::empty(rules, open);
        for seat in seats {
            if electorate.fits(rules, seat.role, &seat.profile) {
                electorate.bind(&seat.id, &voter(rules.per, seat), &seat.profile);
            }
        }
        electorate
    }

    /// How many voters fit the rules now.
    pub fn count_of<'a>(rules: &VotingRules, seats: impl Iterator<Item = &'a Seat>) -> u32 {
        let electorate = Self::empty(rules, false);
        let fitting = seats.filter(|seat| electorate.fits(rules, seat.role, &seat.profile));
        let count = match rules.per {
            Per::Person => fitting.count(),
            Per::Delegation => fitting.map(|seat| voter(rules.per, seat)).collect::<BTreeSet<_>>().len(),
        };
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    fn empty(rules: &VotingRules, open: bool) -> Self {
        let named = rules.voters.delegations.iter().map(|name| Unit::of_delegation_named(name));
        Self {
            open,
            delegations: named.collect(),
            ..Self::default()
        }
    }

    /// A seat that has come, or says something else of itself, where those who come later may vote and there is room for one more.
    pub fn admit(&mut self, rules: &VotingRules, seat: &Seat) {
        if !self.open || !self.fits(rules, seat.role, &seat.profile) {
            return;
        }
        let entered = Unit::of_named(&seat.profile);
        let is_entered = rules.per == Per::Person && seat.profile.name.is_some() && self.voters.contains_key(&entered);
        let voter = if is_entered { entered } else { voter(rules.per, seat) };
        if self.voters.contains_key(&voter) || !self.is_full(rules) {
            self.bind(&seat.id, &voter, &seat.profile);
        }
    }

    /// Whether it takes nobody more.
    pub fn is_full(&self, rules: &VotingRules) -> bool {
        self.voters.len() >= voters_max(rules)
    }

    /// Whether somebody is of those whom the rules let vote.
    pub fn fits(&self, rules: &VotingRules, role: Role, profile: &Profile) -> bool {
        fits_role(rules, role) && self.fits_profile(rules, profile)
    }

    /// Whether class and delegation may vote.
    pub fn fits_profile(&self, rules: &VotingRules, profile: &Profile) -> bool {
        let classes = &rules.voters.classes;
        let own = || profile.delegation.as_deref().map(Unit::of_delegation_named);
        let class = classes.is_empty() || class_of(profile).is_some_and(|class| classes.contains(&class));
        class && (self.delegations.is_empty() || own().is_some_and(|own| self.delegations.contains(&own)))
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
        self.settled
            .unwrap_or_else(|| u32::try_from(self.voters.len()).unwrap_or(u32::MAX))
    }

    /// The voters as which these seats vote.
    pub fn voters_of<'a>(&self, rules: &VotingRules, seats: impl Iterator<Item = &'a Seat>) -> BTreeSet<Unit> {
        seats.filter_map(|seat| self.voter_of(rules, seat)).collect()
    }

    /// All of them, in the order of their ids.
    pub fn voters(&self) -> impl Iterator<Item = (&Unit, &Voter)> {
        self.voters.iter()
    }

    /// Forgets what nobody asks of a poll that has closed: where each person votes alone, as whom a seat voted says its id, but for
    /// those whose ballot was entered before they came.
    pub fn settle(&mut self, per: Per) {
        self.settled = Some(self.count());
        self.voters.clear();
        self.delegations.clear();
        if per == Per::Person {
            self.seats.retain(|seat, voter| *voter != Unit::of_person(seat));
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

/// Most voters: of a named poll as many as every phone can be told of.
pub fn voters_max(rules: &VotingRules) -> usize {
    match rules.secrecy {
        Secrecy::Named => NAMED_VOTERS_MAX,
        Secrecy::Chair | Secrecy::Undisclosed | Secrecy::Secret => SEATS_EVER_MAX,
    }
}

/// Whether the role may vote.
pub fn fits_role(rules: &VotingRules, role: Role) -> bool {
    match rules.voters.roles.as_slice() {
        [] => role == Role::Participant,
        roles => roles.contains(&role),
    }
}
