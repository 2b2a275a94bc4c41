//! Voting. Whoever is of the electorate may. Refused when the poll is not open or its time is over, when the voter has voted
//! and ballots are final (also where another seat of the delegation has), and when the ballot does not fit (`kinds/`). A draft is
//! none of the voter's business: it is refused like a poll that is not there. Afterwards everybody sees one more ballot, if it is
//! the voter's first; how they voted, as the poll's secrecy says.

use super::electorate::{fits_role, voters_max};
use super::{Poll, kinds, secret, unknown};
use crate::room::command::{Ballot, Per, Secrecy, VotingRules};
use crate::room::event::Event;
use crate::room::floor::Unit;
use crate::room::ids::{Millis, PollId};
use crate::room::limits::POLL_TEXT_BYTES_MAX;
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Seat;
use crate::room::view::PollState;
use crate::room::{Context, Room};

pub(super) fn decide(room: &Room, poll: PollId, ballot: &Ballot, context: &Context) -> Result<Vec<Event>, Refusal> {
    let seat = room.seated(&context.seat)?;
    let found = find(room, poll, context.now)?;
    let rules = &found.paper.rules;
    if !fits_role(rules, seat.role) {
        return Err(role_not_entitled(rules));
    }
    let voter = found.voter_of(seat).ok_or_else(|| barred(found, poll, seat))?;
    refuse_second(found, &voter)?;
    let ballot = fitting(found, &voter, ballot)?;
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

/// The open poll.
pub(super) fn find(room: &Room, poll: PollId, now: Millis) -> Result<&Poll, Refusal> {
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

/// The ballot as it is kept.
pub(super) fn fitting(poll: &Poll, voter: &Unit, ballot: &Ballot) -> Result<Ballot, Refusal> {
    let ballot = kinds::checked(&poll.paper, ballot)?;
    if poll.paper.kind.rules().is_supported()
        && let Some(idea) = poll.unseen(&ballot.supports)
    {
        return Err(kinds::invalid(format!("There is no idea {idea} to support.")));
    }
    refuse_more_text(poll, voter, &ballot)?;
    Ok(ballot)
}

/// What a poll holds in words has to fit one record when it closes. A ballot without more text than the one that it replaces is
/// always taken.
fn refuse_more_text(poll: &Poll, voter: &Unit, ballot: &Ballot) -> Result<(), Refusal> {
    let replaced = poll.ballots.get(voter).map_or(0, |cast| cast.ballot.text_bytes());
    let more = ballot.text_bytes().saturating_sub(replaced);
    if more == 0 || poll.text_bytes() + more <= POLL_TEXT_BYTES_MAX {
        return Ok(());
    }
    Err(Refusal::new(
        Code::TooMany,
        "So much has been written in this poll that it takes no more text; a shorter text may still fit.",
    ))
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

pub(super) fn already_voted(sentence: &str) -> Refusal {
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

/// Why a seat of a role that may vote has no ballot.
fn barred(found: &Poll, poll: PollId, seat: &Seat) -> Refusal {
    let (rules, electorate) = (&found.paper.rules, &found.electorate);
    if rules.late && electorate.is_full(rules) && electorate.fits(rules, seat.role, &seat.profile) {
        return full(rules, poll);
    }
    Refusal::new(
        Code::NotEntitled,
        format!("You are not among those who may vote in poll {poll}; that was fixed when it opened."),
    )
}

/// There is no room for one more voter.
pub(super) fn full(rules: &VotingRules, poll: PollId) -> Refusal {
    let max = voters_max(rules);
    Refusal::new(
        Code::TooMany,
        format!("Poll {poll} has {max} voters already, as many as a poll of its secrecy takes."),
    )
}
