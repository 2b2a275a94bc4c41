//! Polls: a question put to the room and its count. Life of a poll: draft (only the chair sees it), open (participants vote,
//! and vote again until it closes; all see how many voted, nobody how), closed (electorate and tally are fixed for ever;
//! the chair sees the tally), shown (all see it). One file per step and one per kind of poll.

mod cast;
pub(super) mod close;
mod draft;
pub mod kinds;
mod open;
pub mod paper;
mod show;
pub mod tally;

use super::command::{PollCommand, PollPaper};
use super::event::{Event, Stamp};
use super::ids::{Millis, OptionId, PollId, SeatId};
use super::refusal::{Code, Refusal};
use super::view::PollState;
use super::{Context, Room};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// Its wording.
    pub paper: PollPaper,
    /// Where it is in its life.
    pub state: PollState,
    /// Since when the result is shown to all.
    pub shown_at: Option<Millis>,
    /// One ballot per voter, the latest.
    pub ballots: BTreeMap<SeatId, Vec<OptionId>>,
    /// What was fixed at the close.
    pub result: Option<PollResult>,
    /// When the voting began.
    pub opened_at: Option<Millis>,
    /// When it ended.
    pub closed_at: Option<Millis>,
}

/// What the close of a poll fixes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollResult {
    /// How many were entitled to vote.
    pub electorate: u32,
    /// How many voted.
    pub ballots: u32,
    /// Ballots by option; every option is in it.
    pub tally: BTreeMap<OptionId, u32>,
}

/// Decides a command by its rule.
pub fn decide(room: &Room, command: &PollCommand, context: &Context) -> Result<Vec<Event>, Refusal> {
    match command {
        PollCommand::Draft { paper } => draft::decide(room, paper),
        PollCommand::Edit { poll, paper } => draft::decide_edit(room, *poll, paper),
        PollCommand::Discard { poll } => draft::decide_discard(room, *poll),
        PollCommand::Open { poll } => open::decide(room, *poll),
        PollCommand::Close { poll } => close::decide(room, *poll),
        PollCommand::Show { poll } => show::decide(room, *poll).map(|poll| vec![Event::ResultShown { poll }]),
        PollCommand::Hide { poll } => show::decide(room, *poll).map(|poll| vec![Event::ResultHidden { poll }]),
        PollCommand::Cast { poll, choice } => cast::decide(room, *poll, choice, context),
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

    pub(super) fn next_id(&self) -> PollId {
        PollId(self.drafted.saturating_add(1))
    }

    pub(super) fn add_draft(&mut self, poll: PollId, paper: &PollPaper) {
        self.drafted = self.drafted.max(poll.0);
        self.items.entry(poll).or_insert_with(|| Poll::draft(paper.clone()));
    }

    fn find(&self, poll: PollId) -> Result<&Poll, Refusal> {
        self.get(poll).ok_or_else(|| unknown(poll))
    }

    /// Makes an event so; one that is not of the polls, or of a poll that is not there, changes nothing.
    pub(super) fn apply(&mut self, stamp: &Stamp, event: &Event) {
        match event {
            Event::PollDrafted { poll, paper } => self.add_draft(*poll, paper),
            Event::PollDiscarded { poll } => {
                self.items.remove(poll);
            }
            Event::PollEdited { poll, .. }
            | Event::PollOpened { poll }
            | Event::BallotCast { poll, .. }
            | Event::PollClosed { poll, .. }
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
    fn draft(paper: PollPaper) -> Self {
        Self {
            paper,
            state: PollState::Draft,
            shown_at: None,
            ballots: BTreeMap::new(),
            result: None,
            opened_at: None,
            closed_at: None,
        }
    }

    /// How many ballots there are.
    pub fn turnout(&self) -> u32 {
        self.result.as_ref().map_or_else(
            || u32::try_from(self.ballots.len()).unwrap_or(u32::MAX),
            |result| result.ballots,
        )
    }

    fn apply(&mut self, stamp: &Stamp, event: &Event) {
        match event {
            Event::PollEdited { paper, .. } => self.paper = paper.clone(),
            Event::PollOpened { .. } => {
                self.state = PollState::Open;
                self.opened_at = Some(stamp.at);
            }
            Event::BallotCast { seat, choice, .. } => {
                self.ballots.insert(seat.clone(), choice.clone());
            }
            Event::PollClosed {
                electorate,
                tally,
                ballots,
                ..
            } => {
                self.state = PollState::Closed;
                self.closed_at = Some(stamp.at);
                self.result = Some(PollResult {
                    electorate: *electorate,
                    ballots: *ballots,
                    tally: tally.clone(),
                });
            }
            Event::ResultShown { .. } => self.shown_at = Some(stamp.at),
            Event::ResultHidden { .. } => self.shown_at = None,
            _ => {}
        }
    }
}

fn unknown(poll: PollId) -> Refusal {
    Refusal::new(Code::UnknownPoll, format!("There is no poll {poll}."))
}
