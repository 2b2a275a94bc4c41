//! Voting. Whoever is of the electorate may. Refused when the poll is not open or its time is over, when the voter has voted
//! and ballots are final (also where another seat of the delegation has), and when the ballot does not fit (`kinds/`). A draft is
//! none of the voter's business: it is refused like a poll that is not there. Afterwards everybody sees one more ballot, if it is
//! the voter's first; how they voted, as the poll's secrecy says.
//!
//! The organiser may enter the ballot of somebody without a device, except in a secret poll: whoever enters it knows it. It is
//! marked, and refused where that voter has voted with a device.

use super::electorate::{fits_profile, fits_role};
use super::{Poll, kinds, secret, unknown};
use crate::room::command::{Ballot, Per, PollKind, Secrecy, VotingRules};
use crate::room::event::Event;
use crate::room::floor::Unit;
use crate::room::ids::{Millis, PollId};
use crate::room::joining;
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::{Profile, Seat};
use crate::room::view::PollState;
use crate::room::{Context, Room};

pub(super) fn decide(room: &Room, poll: PollId, ballot: &Ballot, context: &Context) -> Result<Vec<Event>, Refusal> {
    let seat = room.seated(&context.seat)?;
    let found = find(room, poll, context.now)?;
    let rules = &found.paper.rules;
    if !fits_role(rules, seat.role) {
        return Err(role_not_entitled(rules));
    }
    let voter = found.electorate.voter_of(rules, seat).ok_or_else(|| not_entitled(poll))?;
    let ballot = fitting(found, ballot)?;
    refuse_second(found, &voter)?;
    if rules.secrecy == Secrecy::Secret {
        return Ok(vec![secret::event(poll, voter, ballot, context)]);
    }
    Ok(vec![Event::BallotCast {
        poll,
        voter: (voter != Unit::of_person(&seat.id)).then_some(voter),
        seat: seat.id.clone(),
        ballot: Box::new(ballot),
    }])
}

pub(super) fn decide_enter(
    room: &Room,
    poll: PollId,
    profile: &Profile,
    ballot: &Ballot,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    let found = find(room, poll, context.now)?;
    let rules = &found.paper.rules;
    if rules.secrecy == Secrecy::Secret {
        return Err(Refusal::new(
            Code::NotAllowed,
            "In a secret poll nobody enters a ballot for somebody else; lend a device instead.",
        ));
    }
    let profile = joining::checked(profile.clone())?;
    let voter = found.known_as(room, entered_voter(rules.per, &profile)?, &profile);
    if !fits_profile(rules, &profile) {
        return Err(not_entitled(poll));
    }
    let ballot = fitting(found, ballot)?;
    if found.ballots.get(&voter).is_some_and(|cast| cast.seat.is_some()) {
        return Err(already_voted(match rules.per {
            Per::Person => "This person has voted with a device of their own.",
            Per::Delegation => "This delegation has voted with a device of its own.",
        }));
    }
    refuse_second(found, &voter)?;
    Ok(vec![Event::BallotEntered {
        poll,
        voter,
        profile,
        ballot: Box::new(ballot),
    }])
}

fn entered_voter(per: Per, profile: &Profile) -> Result<Unit, Refusal> {
    match (per, &profile.delegation, &profile.name) {
        (Per::Delegation, None, _) => Err(Refusal::new(
            Code::TextInvalid,
            "Say whose ballot it is: the delegation is missing.",
        )),
        (Per::Person, None, None) => Err(Refusal::new(
            Code::TextInvalid,
            "Say whose ballot it is: a name or a delegation is missing.",
        )),
        (Per::Delegation, Some(_), _) => Ok(Unit::of_entry(profile)),
        (Per::Person, ..) => Ok(Unit::of_named(profile)),
    }
}

impl Poll {
    /// The voter whose ballot is entered: the one who has a seat under the same name and delegation, or they would have two.
    fn known_as(&self, room: &Room, entered: Unit, profile: &Profile) -> Unit {
        if self.paper.rules.per == Per::Delegation || profile.name.is_none() {
            return entered;
        }
        let is_same = |seat: &&Seat| Unit::of_named(&seat.profile) == entered;
        let seat = room
            .seats
            .values()
            .filter(is_same)
            .find(|seat| self.electorate.known(&seat.id).is_some());
        seat.map_or(entered, |seat| Unit::of_person(&seat.id))
    }
}

/// The open poll.
fn find(room: &Room, poll: PollId, now: Millis) -> Result<&Poll, Refusal> {
    let found = room.polls.find(poll)?;
    let over = found.closes_at.is_some_and(|at| at <= now);
    match found.state {
        PollState::Open if over => Err(Refusal::new(Code::PollNotOpen, format!("The time of poll {poll} is over."))),
        PollState::Open => Ok(found),
        PollState::Draft => Err(unknown(poll)),
        PollState::Closed => Err(Refusal::new(Code::PollNotOpen, format!("Poll {poll} is closed."))),
        PollState::Void => Err(Refusal::new(Code::PollNotOpen, format!("Poll {poll} was declared void."))),
    }
}

fn fitting(poll: &Poll, ballot: &Ballot) -> Result<Ballot, Refusal> {
    let ballot = kinds::checked(&poll.paper, ballot)?;
    if poll.paper.kind == PollKind::Ideas
        && let Some(idea) = poll.unseen(&ballot.supports)
    {
        return Err(kinds::invalid(format!("There is no idea {idea} to support.")));
    }
    Ok(ballot)
}

fn refuse_second(poll: &Poll, voter: &Unit) -> Result<(), Refusal> {
    let rules = &poll.paper.rules;
    if !rules.is_final || !poll.has_voted(voter) {
        return Ok(());
    }
    Err(already_voted(match rules.per {
        Per::Person => "Your ballot is in already, and ballots of this poll are final.",
        Per::Delegation => "Your delegation's ballot is in already, and ballots of this poll are final.",
    }))
}

fn already_voted(sentence: &str) -> Refusal {
    Refusal::new(Code::AlreadyVoted, sentence)
}

fn role_not_entitled(rules: &VotingRules) -> Refusal {
    let who = if rules.voters.roles.is_empty() {
        "participants"
    } else {
        "those whom the chair named"
    };
    Refusal::new(Code::NotEntitled, format!("Only {who} vote in this poll."))
}

fn not_entitled(poll: PollId) -> Refusal {
    Refusal::new(
        Code::NotEntitled,
        format!("You are not among those who may vote in poll {poll}; that was fixed when it opened."),
    )
}
