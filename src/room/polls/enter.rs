//! Entering the ballot of somebody without a device. The organiser may, except in a secret poll: whoever enters it knows it. A person
//! is named, or two of one delegation would be one voter. Somebody who has a seat under the same name and delegation is that
//! voter and no other, or they would be counted twice. Refused where that voter has voted with a device, where a ballot was
//! entered for them already (unless the organiser says that it is corrected, and ballots are not final), for those who may not
//! vote by the rules, and for those whose own seat may not. Afterwards the ballot counts, and is marked as entered.

use super::cast::{already_voted, find, fitting, full};
use super::electorate::{self, Voter, fits_role};
use super::{Cast, Poll};
use crate::room::Room;
use crate::room::command::{Ballot, Per, Secrecy};
use crate::room::event::Event;
use crate::room::floor::Unit;
use crate::room::ids::{Millis, PollId};
use crate::room::joining;
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::{Profile, Role, Seat};

/// What is entered.
pub(super) struct Entry<'a> {
    /// Whose ballot it is.
    pub voter: &'a Profile,
    /// The ballot.
    pub ballot: &'a Ballot,
    /// Whether it takes the place of one that was entered before.
    pub again: bool,
}

pub(super) fn decide(room: &Room, poll: PollId, entry: &Entry<'_>, now: Millis) -> Result<Vec<Event>, Refusal> {
    let found = find(room, poll, now)?;
    if found.paper.rules.secrecy == Secrecy::Secret {
        return Err(Refusal::new(
            Code::NotAllowed,
            "In a secret poll nobody enters a ballot for somebody else; lend a device instead.",
        ));
    }
    let profile = joining::checked(entry.voter.clone())?;
    let named = named_voter(found.paper.rules.per, &profile)?;
    let voters = found.known_as(room, &named);
    refuse_second(found, &voters, &profile, entry.again)?;
    let entered = voters.iter().find(|voter| found.ballots.contains_key(voter));
    let voter = match entered.or(voters.first()) {
        Some(voter) => (*voter).clone(),
        None => found.newcomer(room, poll, named, &profile)?,
    };
    Ok(vec![Event::BallotEntered {
        poll,
        ballot: Box::new(fitting(found, &voter, entry.ballot)?),
        voter,
        profile,
    }])
}

fn named_voter(per: Per, profile: &Profile) -> Result<Unit, Refusal> {
    let missing = |sentence| Err(Refusal::new(Code::TextInvalid, sentence));
    match (per, &profile.delegation, &profile.name) {
        (Per::Delegation, None, _) => missing("Say whose ballot it is: the delegation is missing."),
        (Per::Person, _, None) => missing("Say whose ballot it is: the name is missing, and each person has a ballot."),
        (Per::Delegation, Some(_), _) => Ok(Unit::of_entry(profile)),
        (Per::Person, ..) => Ok(Unit::of_named(profile)),
    }
}

fn refuse_second(found: &Poll, voters: &[&Unit], profile: &Profile, again: bool) -> Result<(), Refusal> {
    let casts: Vec<&Cast> = voters.iter().filter_map(|voter| found.ballots.get(voter)).collect();
    let rules = &found.paper.rules;
    let who = called(rules.per, profile);
    if casts.iter().any(|cast| cast.seat.is_some()) {
        return Err(already_voted(match rules.per {
            Per::Person => "This person has voted with a device of their own.",
            Per::Delegation => "This delegation has voted with a device of its own.",
        }));
    }
    if casts.is_empty() || (again && !rules.is_final) {
        return Ok(());
    }
    Err(already_voted(&match rules.is_final {
        true => format!("A ballot of {who} has been entered already, and ballots of this poll are final."),
        false => format!("A ballot of {who} has been entered already; say so if this one corrects it."),
    }))
}

impl Poll {
    /// The voters that the entered one may be: of persons all who call themselves so, or did when they were taken in.
    fn known_as(&self, room: &Room, named: &Unit) -> Vec<&Unit> {
        let is_same = |profile: &Profile| Unit::of_named(profile) == *named;
        let is_person = |who: &Voter| {
            let mut seats = who.seats.iter().filter_map(|seat| room.seats.get(seat));
            is_same(&who.profile) || seats.any(|seat| is_same(&seat.profile))
        };
        let per_person = self.paper.rules.per == Per::Person;
        let known = self.electorate.voters();
        known
            .filter(|(voter, who)| *voter == named || (per_person && is_person(who)))
            .map(|(voter, _)| voter)
            .collect()
    }

    /// One who is not of the electorate yet, if they may still come into it.
    fn newcomer(&self, room: &Room, poll: PollId, named: Unit, profile: &Profile) -> Result<Unit, Refusal> {
        let rules = &self.paper.rules;
        let who = called(rules.per, profile);
        let barred = |sentence: String| Err(Refusal::new(Code::NotEntitled, sentence));
        let roles = &rules.voters.roles;
        if !roles.is_empty() && !roles.contains(&Role::Participant) {
            return barred(format!("{who} has no seat of a role that votes in poll {poll}."));
        }
        if !self.electorate.fits_profile(rules, profile) {
            return barred(format!(
                "{who} is not of the classes and delegations that may vote in poll {poll}."
            ));
        }
        let is_own = |seat: &Seat| match rules.per {
            Per::Person => Unit::of_named(&seat.profile) == named,
            Per::Delegation => fits_role(rules, seat.role) && electorate::voter(rules.per, seat) == named,
        };
        if room.seats.values().any(is_own) {
            return barred(format!(
                "{who} has a seat that is not among those who may vote in poll {poll}; that was fixed when it opened."
            ));
        }
        if self.electorate.is_full(rules) {
            return Err(full(rules, poll));
        }
        Ok(named)
    }
}

/// How whoever enters knows the voter.
fn called(per: Per, profile: &Profile) -> String {
    let delegation = || profile.delegation.clone().unwrap_or_default();
    match (per, &profile.name, &profile.delegation) {
        (Per::Person, Some(name), Some(delegation)) => format!("{name} ({delegation})"),
        (Per::Person, Some(name), None) => name.clone(),
        _ => delegation(),
    }
}
