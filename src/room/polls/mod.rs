//! Polls: a question put to the room and its count. Life of a poll: draft (only the chair sees it), open (the electorate votes;
//! all see how many have voted), closed (electorate and count are fixed for ever; the chair sees the result), shown (all see it).
//! A poll may also be declared void, and asked again. One file per step and one per kind of poll.

mod again;
pub mod attribution;
pub mod base;
pub mod breakdown;
mod cast;
pub(super) mod close;
pub mod count;
mod draft;
pub mod electorate;
mod enter;
pub mod kinds;
pub mod live;
mod open;
pub mod paper;
mod pass;
mod prepared;
pub mod secret;
mod show;
pub mod table;
pub mod templates;
#[cfg(test)]
mod tests;
pub mod texts;
mod void;

use super::command::{Ballot, Per, PollCommand, PollPaper, Results, Secrecy};
use super::event::{Event, Stamp};
use super::floor::Unit;
use super::ids::{Millis, OptionId, PollId, SeatId};
use super::refusal::{Code, Refusal};
use super::seat::{Profile, Seat};
use super::view::PollState;
use super::{Context, Room};
use breakdown::ByGroup;
use count::CountDetail;
use electorate::Electorate;
use live::Live;
use secret::{Receipt, SecretBallots};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use texts::{Passed, TextId};

/// The polls of a room, in the order of drafting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Polls {
    items: BTreeMap<PollId, Poll>,
    /// The number of the last poll drafted; a discarded one's is not given out again.
    drafted: u32,
}

/// One poll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// Its wording and rules.
    pub paper: PollPaper,
    /// Where it is in its life.
    pub state: PollState,
    /// Which round of which poll it is, where it was asked again.
    pub round: Option<Round>,
    /// Since when the result is shown to all.
    pub shown_at: Option<Millis>,
    /// Whether it was ever shown, also where it was taken off again.
    pub was_shown: bool,
    /// One ballot per voter, the latest; of a secret poll none.
    pub ballots: BTreeMap<Unit, Cast>,
    /// The ballots of a secret poll, while it is open.
    pub secret: SecretBallots,
    /// Who may vote.
    pub electorate: Electorate,
    /// Which of the texts that voters wrote everybody may see.
    pub passed: Passed,
    /// What was fixed at the close.
    pub result: Option<PollResult>,
    /// Of a secret poll that has closed or is void: who has voted, and by what a repeat of their command is known.
    receipts: BTreeMap<Unit, Receipt>,
    /// Why it is void.
    pub void_reason: Option<String>,
    /// When the voting began.
    pub opened_at: Option<Millis>,
    /// When it will end by itself.
    pub closes_at: Option<Millis>,
    /// When it ended.
    pub closed_at: Option<Millis>,
    /// Of a poll of ideas: how many ballots have each, so that those who support one need not wait for a count.
    ideas: BTreeMap<TextId, u32>,
    /// Bytes of the texts on the ballots that are not secret.
    text_bytes: usize,
    /// The count under way.
    #[serde(skip)]
    live: Live,
}

/// A ballot and who cast it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cast {
    /// The ballot.
    pub ballot: Ballot,
    /// The seat that cast it; none: it was entered for somebody without a device.
    pub seat: Option<SeatId>,
    /// Whose it is: what the seat said of itself when it voted, the delegation as it was called when it was taken into the
    /// electorate, or as it was entered. The roll and the breakdown go by it, whatever a seat says later.
    pub profile: Profile,
}

/// A poll that is asked again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct Round {
    /// The poll of the first round.
    pub first: PollId,
    /// Its number, from 2.
    pub number: u32,
}

/// What the close of a poll fixes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollResult {
    /// How many were entitled to vote.
    pub electorate: u32,
    /// The first figure of each answer; every answer is in it.
    pub tally: BTreeMap<OptionId, u32>,
    /// How many voted.
    pub ballots: u32,
    /// The other figures.
    #[serde(default, skip_serializing_if = "CountDetail::is_empty")]
    pub detail: CountDetail,
    /// How many of those entitled were connected or had voted; none where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<u32>,
    /// How many of the ballots were entered for somebody without a device.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub entered: u32,
    /// The result by class.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub classes: ByGroup,
    /// The result by regional group.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub regions: ByGroup,
    /// Of a secret poll: who has voted, and by what a repeat of their command is known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub receipts: BTreeMap<Unit, Receipt>,
}

/// Decides a command by its rule.
pub fn decide(room: &Room, command: &PollCommand, context: &Context) -> Result<Vec<Event>, Refusal> {
    let events = decide_one(room, command, context)?;
    attribution::refuse_naming(room.definition.attribution, &room.polls, &events)?;
    Ok(events)
}

fn decide_one(room: &Room, command: &PollCommand, context: &Context) -> Result<Vec<Event>, Refusal> {
    match command {
        PollCommand::Draft { paper } => draft::decide(room, paper),
        PollCommand::Template { template } => draft::decide(room, &template.paper()),
        PollCommand::Edit { poll, paper } => draft::decide_edit(room, *poll, paper),
        PollCommand::Discard { poll } => draft::decide_discard(room, *poll),
        PollCommand::Open { poll } => open::decide(room, *poll, context),
        PollCommand::Deadline { poll, in_s } => open::decide_deadline(room, *poll, *in_s, context),
        PollCommand::Close { poll } => close::decide(room, *poll, context.present.as_deref()),
        PollCommand::Void { poll, reason } => void::decide(room, *poll, reason),
        PollCommand::Again { poll } => again::decide(room, *poll),
        PollCommand::Shortlist { poll, ideas, kind } => again::decide_shortlist(room, *poll, *ideas, *kind),
        PollCommand::Show { poll } => show::decide(room, *poll).map(|poll| vec![Event::ResultShown { poll }]),
        PollCommand::Hide { poll } => show::decide(room, *poll).map(|poll| vec![Event::ResultHidden { poll }]),
        PollCommand::Pass { poll, texts } => pass::decide(room, *poll, texts, true),
        PollCommand::Hold { poll, texts } => pass::decide(room, *poll, texts, false),
        PollCommand::Cast { poll, ballot } => cast::decide(room, *poll, ballot, context),
        PollCommand::Enter {
            poll,
            voter,
            again,
            ballot,
        } => {
            let again = *again;
            enter::decide(room, *poll, &enter::Entry { voter, ballot, again }, context.now)
        }
    }
}

impl Polls {
    /// No polls.
    pub fn new() -> Self {
        Self::default()
    }

    /// All of them, in the order of drafting.
    pub fn iter(&self) -> impl Iterator<Item = (PollId, &Poll)> {
        self.items.iter().map(|(id, poll)| (*id, poll))
    }

    /// One of them.
    pub fn get(&self, poll: PollId) -> Option<&Poll> {
        self.items.get(&poll)
    }

    /// How many there are, drafts included.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Those that take ballots.
    pub fn open(&self) -> impl Iterator<Item = (PollId, &Poll)> {
        self.iter().filter(|(_, poll)| poll.state == PollState::Open)
    }

    /// When the next of them closes by itself.
    pub fn due_at(&self) -> Option<Millis> {
        self.open().filter_map(|(_, poll)| poll.closes_at).min()
    }

    pub(super) fn next_id(&self) -> PollId {
        PollId(self.drafted.saturating_add(1))
    }

    pub(super) fn add_draft(&mut self, poll: PollId, paper: &PollPaper, round: Option<&Round>) {
        self.drafted = self.drafted.max(poll.0);
        self.items
            .entry(poll)
            .or_insert_with(|| Poll::draft(paper.clone(), round.cloned()));
    }

    fn find(&self, poll: PollId) -> Result<&Poll, Refusal> {
        self.get(poll).ok_or_else(|| unknown(poll))
    }

    /// Takes a seat that has come, or says something else of itself, into the electorates that are not fixed.
    pub(super) fn admit(&mut self, seat: &Seat) {
        for poll in self.items.values_mut().filter(|poll| poll.state == PollState::Open) {
            poll.electorate.admit(&poll.paper.rules, seat);
        }
    }

    /// Counts anew what is shown live.
    pub(super) fn refresh(&mut self) {
        self.items.values_mut().for_each(Poll::refresh);
    }

    /// Makes an event so; one that is not of the polls, or of a poll that is not there, changes nothing.
    pub(super) fn apply(&mut self, stamp: &Stamp, event: &Event, seats: &BTreeMap<SeatId, Seat>) {
        match event {
            Event::PollDrafted { poll, paper, round } => self.add_draft(*poll, paper, round.as_ref()),
            Event::PollDiscarded { poll } => {
                self.items.remove(poll);
            }
            Event::PollOpened { poll, fixed, closes_at } => {
                if let Some(poll) = self.items.get_mut(poll) {
                    poll.open(stamp, !*fixed, *closes_at, seats);
                }
            }
            Event::PollEdited { poll, .. }
            | Event::DeadlineSet { poll, .. }
            | Event::BallotCast { poll, .. }
            | Event::BallotEntered { poll, .. }
            | Event::SecretBallotCast { poll, .. }
            | Event::TextsPassed { poll, .. }
            | Event::TextsHeld { poll, .. }
            | Event::PollClosed { poll, .. }
            | Event::PollVoided { poll, .. }
            | Event::ResultShown { poll }
            | Event::ResultHidden { poll } => {
                if let Some(poll) = self.items.get_mut(poll) {
                    poll.apply(stamp, event, seats);
                }
            }
            _ => {}
        }
    }
}

impl Poll {
    fn draft(paper: PollPaper, round: Option<Round>) -> Self {
        Self {
            paper,
            state: PollState::Draft,
            round,
            shown_at: None,
            was_shown: false,
            ballots: BTreeMap::new(),
            secret: SecretBallots::default(),
            electorate: Electorate::default(),
            passed: Passed::default(),
            result: None,
            receipts: BTreeMap::new(),
            void_reason: None,
            opened_at: None,
            closes_at: None,
            closed_at: None,
            ideas: BTreeMap::new(),
            text_bytes: 0,
            live: Live::default(),
        }
    }

    /// Whether its ballots are secret.
    pub fn is_secret(&self) -> bool {
        self.paper.rules.secrecy == Secrecy::Secret
    }

    /// How many ballots there are.
    pub fn turnout(&self) -> u32 {
        let open = || {
            u32::try_from(self.ballots.len())
                .unwrap_or(u32::MAX)
                .saturating_add(self.secret.taken)
        };
        self.result.as_ref().map_or_else(open, |result| result.ballots)
    }

    /// Whether a voter's ballot is in.
    pub fn has_voted(&self, voter: &Unit) -> bool {
        let closed = || self.state == PollState::Closed && self.receipts.contains_key(voter);
        self.ballots.contains_key(voter) || self.secret.marks.contains_key(voter) || closed()
    }

    /// Bytes of the texts on the ballots, while it is open.
    fn text_bytes(&self) -> usize {
        self.text_bytes + self.secret.text_bytes()
    }

    /// The ballots that are in, as far as they are kept.
    pub fn cast_ballots(&self) -> impl Iterator<Item = &Ballot> {
        self.ballots.values().map(|cast| &cast.ballot).chain(self.secret.ballots())
    }

    /// The ballot of the voter that a seat votes as, as far as the seat may be shown it. Of a secret poll only that it is in; and so
    /// for a seat that came later and says that it is of a delegation that has voted, or anybody could read its ballot by
    /// taking its name.
    pub fn ballot_of(&self, seat: &Seat) -> Option<Ballot> {
        let voter = self.voter_of(seat)?;
        let known = self.paper.rules.per == Per::Person || self.electorate.known(&seat.id) == Some(&voter);
        let own = self.ballots.get(&voter).filter(|_| known);
        let own = own.map(|cast| cast.ballot.clone());
        own.or_else(|| self.has_voted(&voter).then(Ballot::default))
    }

    /// As which voter a seat votes, or voted.
    pub fn voter_of(&self, seat: &Seat) -> Option<Unit> {
        match self.state {
            PollState::Open => {
                let cast_as = self.secret.voter_of(&seat.id).cloned();
                cast_as.or_else(|| self.electorate.voter_of(&self.paper.rules, seat))
            }
            _ => {
                let own = || electorate::voter(self.paper.rules.per, seat);
                Some(self.electorate.known(&seat.id).cloned().unwrap_or_else(own))
            }
        }
    }

    fn open(&mut self, stamp: &Stamp, late: bool, closes_at: Option<Millis>, seats: &BTreeMap<SeatId, Seat>) {
        self.state = PollState::Open;
        self.opened_at = Some(stamp.at);
        self.closes_at = closes_at;
        self.electorate = Electorate::of(&self.paper.rules, late, seats.values());
    }

    fn apply(&mut self, stamp: &Stamp, event: &Event, seats: &BTreeMap<SeatId, Seat>) {
        match event {
            Event::PollEdited { paper, .. } => {
                self.paper = paper.clone();
                // The chair has seen a count of none, by the answers that it offered before.
                self.forget_counts();
            }
            Event::DeadlineSet { at, .. } => self.closes_at = *at,
            Event::BallotCast { .. } | Event::BallotEntered { .. } | Event::SecretBallotCast { .. } => self.take(event, seats),
            Event::TextsPassed { texts, .. } => self.passed.set(texts, true),
            Event::TextsHeld { texts, .. } => self.passed.set(texts, false),
            Event::PollClosed { result, .. } => self.close(stamp, result),
            Event::PollVoided { reason, receipts, .. } => {
                let known = std::mem::take(&mut self.receipts);
                self.close(stamp, &PollResult::default());
                self.receipts = if known.is_empty() { receipts.clone() } else { known };
                self.result = None;
                self.ballots.clear();
                self.ideas.clear();
                self.state = PollState::Void;
                self.shown_at = None;
                self.void_reason = Some(reason.clone());
            }
            Event::ResultShown { .. } => self.show(stamp),
            Event::ResultHidden { .. } => self.shown_at = None,
            _ => {}
        }
    }

    fn close(&mut self, stamp: &Stamp, result: &PollResult) {
        self.state = PollState::Closed;
        self.closed_at.get_or_insert(stamp.at);
        self.closes_at = None;
        self.forget_counts();
        self.secret = SecretBallots::default();
        self.electorate.settle(self.paper.rules.per);
        self.text_bytes = 0;
        let mut result = result.clone();
        self.receipts = std::mem::take(&mut result.receipts);
        self.result = Some(result);
        if self.paper.rules.results != Results::WhenShown {
            self.show(stamp);
        }
    }

    fn show(&mut self, stamp: &Stamp) {
        self.shown_at = Some(stamp.at);
        self.was_shown = true;
    }

    /// Takes a ballot in.
    fn take(&mut self, event: &Event, seats: &BTreeMap<SeatId, Seat>) {
        match event {
            Event::BallotCast { voter, seat, ballot, .. } => {
                let voter = voter.clone().unwrap_or_else(|| Unit::of_person(seat));
                self.bind(seat, &voter, seats);
                let profile = self.profile_of(&voter, seat, seats);
                self.put(voter, Some(seat), profile, ballot);
            }
            Event::BallotEntered {
                voter, profile, ballot, ..
            } => {
                self.electorate.add(voter, profile);
                self.put(voter.clone(), None, profile.clone(), ballot);
            }
            Event::SecretBallotCast { secret, .. } => {
                self.secret.taken += 1;
                if let Some(secret) = secret {
                    self.secret.put(secret.mark.clone(), secret.ballot.clone());
                }
            }
            _ => {}
        }
        self.count_again();
    }

    fn bind(&mut self, seat: &SeatId, voter: &Unit, seats: &BTreeMap<SeatId, Seat>) {
        let profile = seats.get(seat).map(|seat| seat.profile.clone()).unwrap_or_default();
        self.electorate.bind(seat, voter, &profile);
    }

    /// What is written beside a ballot: of a person what they say of themselves now, of a delegation how it was called when it was
    /// taken in.
    fn profile_of(&self, voter: &Unit, seat: &SeatId, seats: &BTreeMap<SeatId, Seat>) -> Profile {
        let own = || seats.get(seat).map(|seat| &seat.profile);
        let of_delegation = || self.electorate.voter(voter).map(|voter| &voter.profile);
        let profile = match self.paper.rules.per {
            Per::Person => own(),
            Per::Delegation => of_delegation(),
        };
        profile.cloned().unwrap_or_default()
    }

    fn put(&mut self, voter: Unit, seat: Option<&SeatId>, profile: Profile, ballot: &Ballot) {
        let cast = Cast {
            ballot: ballot.clone(),
            seat: seat.cloned(),
            profile,
        };
        let former = self.ballots.insert(voter, cast);
        let replaced = former.as_ref().map_or(0, |cast| cast.ballot.text_bytes());
        self.text_bytes = (self.text_bytes + ballot.text_bytes()).saturating_sub(replaced);
        if self.paper.kind.rules().is_supported() {
            self.tell_ideas(former.map(|cast| cast.ballot).as_ref(), ballot);
        }
    }

    fn tell_ideas(&mut self, former: Option<&Ballot>, ballot: &Ballot) {
        for idea in &ballot.texts {
            *self.ideas.entry(TextId::of(idea, None)).or_default() += 1;
        }
        for idea in former.iter().flat_map(|ballot| &ballot.texts) {
            let idea = TextId::of(idea, None);
            match self.ideas.get_mut(&idea) {
                Some(ballots) if *ballots > 1 => *ballots -= 1,
                _ => drop(self.ideas.remove(&idea)),
            }
        }
    }
}

fn unknown(poll: PollId) -> Refusal {
    Refusal::new(Code::UnknownPoll, format!("There is no poll {poll}."))
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
fn is_zero(value: &u32) -> bool {
    *value == 0
}
