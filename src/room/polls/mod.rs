//! Polls: a question put to the room and its count. Life of a poll: draft (only the chair sees it), open (the electorate votes;
//! all see how many have voted), closed (electorate and count are fixed for ever; the chair sees the result), shown (all see it).
//! A poll may also be declared void, and asked again. One file per step and one per kind of poll.

mod again;
pub mod base;
pub mod breakdown;
mod cast;
pub(super) mod close;
pub mod count;
mod draft;
pub mod electorate;
pub mod kinds;
mod open;
pub mod paper;
mod pass;
pub mod secret;
mod show;
pub mod table;
pub mod templates;
pub mod texts;
mod void;

use super::command::{Ballot, Per, PollCommand, PollPaper, Results, Secrecy};
use super::event::{Event, Stamp};
use super::floor::Unit;
use super::ids::{Millis, OptionId, PollId, SeatId};
use super::limits::GROUP_BALLOTS_MIN;
use super::refusal::{Code, Refusal};
use super::seat::{Profile, Seat};
use super::view::PollState;
use super::{Context, Room};
use breakdown::ByGroup;
use count::{Count, CountDetail};
use electorate::Electorate;
use secret::{Receipt, SecretBallots};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use texts::{Passed, TextCount, TextId};

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
    /// Why it is void.
    pub void_reason: Option<String>,
    /// When the voting began.
    pub opened_at: Option<Millis>,
    /// When it will end by itself.
    pub closes_at: Option<Millis>,
    /// When it ended.
    pub closed_at: Option<Millis>,
    /// The count under way, where it is shown live.
    #[serde(skip)]
    live: Option<LiveCount>,
}

/// A count while people vote.
#[derive(Debug, Clone, PartialEq, Eq)]
struct LiveCount {
    /// How many ballots are in it.
    ballots: u32,
    /// Whether a ballot has come or changed since.
    stale: bool,
    count: Count,
}

/// A ballot and who cast it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cast {
    /// The ballot.
    pub ballot: Ballot,
    /// The seat that cast it; none: it was entered for somebody without a device.
    pub seat: Option<SeatId>,
    /// Whose it is, where it was entered.
    pub profile: Profile,
}

/// A poll that is asked again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
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
    /// How many of those entitled were connected; none where that is not known.
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
        PollCommand::Enter { poll, voter, ballot } => cast::decide_enter(room, *poll, voter, ballot, context),
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
                    poll.apply(stamp, event);
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
            ballots: BTreeMap::new(),
            secret: SecretBallots::default(),
            electorate: Electorate::default(),
            passed: Passed::default(),
            result: None,
            void_reason: None,
            opened_at: None,
            closes_at: None,
            closed_at: None,
            live: None,
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
        let closed = || self.result.as_ref().is_some_and(|result| result.receipts.contains_key(voter));
        self.ballots.contains_key(voter) || self.secret.marks.contains_key(voter) || closed()
    }

    /// The ballots that are in, as far as they are kept.
    pub fn cast_ballots(&self) -> impl Iterator<Item = &Ballot> {
        self.ballots.values().map(|cast| &cast.ballot).chain(&self.secret.ballots)
    }

    /// The count that may be shown: the result, or the count under way where the paper says that it is live.
    pub fn count(&self) -> Option<Count> {
        let of_result = |result: &PollResult| Count {
            tally: result.tally.clone(),
            detail: result.detail.clone(),
        };
        let live = || self.live.as_ref().map(|live| live.count.clone());
        self.result.as_ref().map(of_result).or_else(live)
    }

    /// How many ballots are in that count.
    pub fn counted(&self) -> u32 {
        self.live.as_ref().map_or_else(|| self.turnout(), |live| live.ballots)
    }

    /// The ballot of a voter, as far as they may be shown it: of a secret poll only that it is in.
    pub fn ballot_of(&self, voter: &Unit) -> Option<Ballot> {
        let own = self.ballots.get(voter).map(|cast| cast.ballot.clone());
        own.or_else(|| self.has_voted(voter).then(Ballot::default))
    }

    /// As which voter a seat votes, or voted.
    pub fn voter_of(&self, seat: &Seat) -> Option<Unit> {
        match self.state {
            PollState::Open => self.electorate.voter_of(&self.paper.rules, seat),
            _ if self.paper.rules.per == Per::Person => Some(Unit::of_person(&seat.id)),
            _ => Some(electorate::voter(Per::Delegation, seat))
                .map(|voter| self.electorate.known(&seat.id).cloned().unwrap_or(voter)),
        }
    }

    /// What voters wrote, as far as the chair may read it now: of a secret poll, once it has closed.
    pub fn texts(&self) -> BTreeMap<TextId, TextCount> {
        match &self.result {
            Some(result) => result.detail.texts.clone(),
            None if self.is_secret() => BTreeMap::new(),
            None => Count::of(&self.paper, self.cast_ballots()).detail.texts,
        }
    }

    fn open(&mut self, stamp: &Stamp, late: bool, closes_at: Option<Millis>, seats: &BTreeMap<SeatId, Seat>) {
        self.state = PollState::Open;
        self.opened_at = Some(stamp.at);
        self.closes_at = closes_at;
        self.electorate = Electorate::of(&self.paper.rules, late, seats.values());
    }

    fn apply(&mut self, stamp: &Stamp, event: &Event) {
        match event {
            Event::PollEdited { paper, .. } => self.paper = paper.clone(),
            Event::DeadlineSet { at, .. } => self.closes_at = *at,
            Event::BallotCast { .. } | Event::BallotEntered { .. } | Event::SecretBallotCast { .. } => self.take(event),
            Event::TextsPassed { texts, .. } => self.passed.set(texts, true),
            Event::TextsHeld { texts, .. } => self.passed.set(texts, false),
            Event::PollClosed { result, .. } => self.close(stamp, result),
            Event::PollVoided { reason, .. } => {
                self.close(stamp, &PollResult::default());
                self.result = None;
                self.ballots.clear();
                self.state = PollState::Void;
                self.shown_at = None;
                self.void_reason = Some(reason.clone());
            }
            Event::ResultShown { .. } => self.shown_at = Some(stamp.at),
            Event::ResultHidden { .. } => self.shown_at = None,
            _ => {}
        }
    }

    fn close(&mut self, stamp: &Stamp, result: &PollResult) {
        self.state = PollState::Closed;
        self.closed_at.get_or_insert(stamp.at);
        self.closes_at = None;
        self.live = None;
        self.secret = SecretBallots::default();
        self.electorate.settle(self.paper.rules.per);
        self.result = Some(result.clone());
        if self.paper.rules.results != Results::WhenShown {
            self.shown_at = Some(stamp.at);
        }
    }

    /// Takes a ballot in.
    fn take(&mut self, event: &Event) {
        match event {
            Event::BallotCast { voter, seat, ballot, .. } => {
                let voter = voter.clone().unwrap_or_else(|| Unit::of_person(seat));
                self.electorate.bind(seat, &voter);
                self.put(voter, Some(seat), &Profile::default(), ballot);
            }
            Event::BallotEntered {
                voter, profile, ballot, ..
            } => {
                self.electorate.add(voter);
                self.put(voter.clone(), None, profile, ballot);
            }
            Event::SecretBallotCast { secret, .. } => {
                self.secret.taken += 1;
                if let Some(secret) = secret {
                    self.electorate.bind(&secret.mark.seat, &secret.mark.voter);
                    self.secret.put(secret.mark.clone(), secret.ballot.clone());
                }
            }
            _ => {}
        }
        if let Some(live) = &mut self.live {
            live.stale = true;
        }
    }

    fn put(&mut self, voter: Unit, seat: Option<&SeatId>, profile: &Profile, ballot: &Ballot) {
        let cast = Cast {
            ballot: ballot.clone(),
            seat: seat.cloned(),
            profile: profile.clone(),
        };
        self.ballots.insert(voter, cast);
    }

    /// Counts anew where the count is shown live: of a secret poll only when five more ballots are in, so that no count
    /// differs from the one before it by one voter.
    fn refresh(&mut self) {
        if self.state != PollState::Open || self.paper.rules.results != Results::Live {
            return;
        }
        let ballots = self.turnout();
        let counted = self.live.as_ref().map_or(self.secret.counted_before, |live| live.ballots);
        let due = match (&self.live, self.is_secret()) {
            (_, true) => ballots >= counted + GROUP_BALLOTS_MIN,
            (Some(live), false) => live.stale,
            (None, false) => true,
        };
        if due {
            self.live = Some(LiveCount {
                ballots,
                stale: false,
                count: Count::of(&self.paper, self.cast_ballots()),
            });
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
