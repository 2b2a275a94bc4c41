//! The secret ballot: final when cast, and not to be traced once the poll has closed.
//!
//! That a voter has voted (the mark) and what was voted (the ballot) are kept apart, in memory and on disk, beside the journal's
//! records: the record of a vote says only that one more ballot of this poll is in, not whose. Marks and ballots are wiped from
//! the disk when the poll closes; what stays is the count, and who voted, in the order of ids.

use super::Poll;
use crate::room::command::{Ballot, Command, PollCommand};
use crate::room::event::Event;
use crate::room::floor::Unit;
use crate::room::ids::{PollId, SeatId};
use crate::room::view::PollState;
use crate::room::{Context, Room};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use uuid::Uuid;

/// By which a repeat of the command that cast a ballot is known: the first 8 bytes of the SHA-256 of its id. Not the id itself,
/// because there are clients whose ids hold the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Receipt(u64);

impl Receipt {
    /// Of a command; none where it had no id.
    pub fn of(request: Option<Uuid>) -> Self {
        let hash = Sha256::digest(request.unwrap_or_default().as_bytes());
        let first = hash.first_chunk::<8>().copied().unwrap_or_default();
        Self(u64::from_be_bytes(first))
    }
}

/// A ballot and whose it is: on its way from the decision to the two places where they are kept apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretBallot {
    /// That the voter has voted.
    pub mark: Mark,
    /// What was voted.
    pub ballot: Ballot,
}

/// That a voter has voted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The voter.
    pub voter: Unit,
    /// The seat that cast.
    pub seat: SeatId,
    /// The command.
    pub receipt: Receipt,
}

/// The secret ballots of an open poll. Not part of a snapshot: they come back from beside the records.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecretBallots {
    /// How many are in; the records alone say so.
    pub taken: u32,
    /// Who has voted.
    #[serde(skip)]
    pub marks: BTreeMap<Unit, Mark>,
    /// As which voter each seat has cast. It is no part of the electorate, because nothing of it is left when the poll has closed.
    #[serde(skip)]
    seats: BTreeMap<SeatId, Unit>,
    /// What was voted, each with how many did, so that memory tells no order either.
    #[serde(skip)]
    ballots: BTreeMap<Ballot, u32>,
    /// Bytes of the texts on them.
    #[serde(skip)]
    text_bytes: usize,
}

/// What was kept of a poll's secret ballots beside the records.
#[derive(Clone, Default)]
pub struct KeptOfPoll {
    /// Who has voted.
    pub marks: Vec<Mark>,
    /// What was voted.
    pub ballots: Vec<Ballot>,
}

/// The same of every poll.
pub type Kept = BTreeMap<PollId, KeptOfPoll>;

/// What was kept beside the records does not fit them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecretsUnreadable {
    /// Some are missing, or there are too many.
    #[error("{poll} has taken {taken} secret ballots, but {marks} marks and {ballots} ballots are kept")]
    Number {
        /// The poll.
        poll: PollId,
        /// By the records.
        taken: u32,
        /// Those who have voted.
        marks: usize,
        /// What was voted.
        ballots: usize,
    },
    /// There should be none.
    #[error("secret ballots of {0} are kept, which is not an open secret poll")]
    NotOpen(PollId),
}

impl SecretBallots {
    /// Puts a ballot in.
    pub fn put(&mut self, mark: Mark, ballot: Ballot) {
        self.seats.insert(mark.seat.clone(), mark.voter.clone());
        self.marks.insert(mark.voter.clone(), mark);
        self.text_bytes += ballot.text_bytes();
        *self.ballots.entry(ballot).or_default() += 1;
    }

    /// What was voted, in an order that says nothing.
    pub fn ballots(&self) -> impl Iterator<Item = &Ballot> {
        let times = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        self.ballots
            .iter()
            .flat_map(move |(ballot, number)| std::iter::repeat_n(ballot, times(*number)))
    }

    /// As which voter a seat has cast.
    pub fn voter_of(&self, seat: &SeatId) -> Option<&Unit> {
        self.seats.get(seat)
    }

    /// Bytes of the texts on the ballots.
    pub fn text_bytes(&self) -> usize {
        self.text_bytes
    }

    /// By voter, how a repeat of their command is known.
    pub fn receipts(&self) -> BTreeMap<Unit, Receipt> {
        self.marks.iter().map(|(voter, mark)| (voter.clone(), mark.receipt)).collect()
    }
}

/// Whether this is the cast of a secret ballot, whose record is anonymous.
pub fn is_cast(events: &[Event]) -> bool {
    events.iter().any(|event| matches!(event, Event::SecretBallotCast { .. }))
}

impl Room {
    /// Whether this very command has cast a secret ballot already. It is then done, and asking again changes nothing; the
    /// ordinary memory of answers has rows and positions, which would tell an order.
    pub fn has_taken(&self, command: &Command, context: &Context) -> bool {
        let Command::Polls(PollCommand::Cast { poll, .. }) = command else {
            return false;
        };
        let (Some(poll), Some(seat), Some(_)) = (self.polls.get(*poll), self.seats.get(&context.seat), context.request) else {
            return false;
        };
        let receipt = Receipt::of(context.request);
        poll.voter_of(seat)
            .is_some_and(|voter| poll.receipt_of(&voter) == Some(receipt))
    }

    /// Puts marks and ballots back into the open polls, after the records were read. Says what does not fit.
    pub fn refill_secrets(&mut self, mut kept: Kept) -> Result<(), SecretsUnreadable> {
        let open = |poll: &Poll| poll.state == PollState::Open && poll.is_secret();
        for (id, poll) in self.polls.items.iter_mut().filter(|(_, poll)| open(poll)) {
            poll.refill(*id, kept.remove(id).unwrap_or_default())?;
        }
        kept.keys()
            .next()
            .map_or(Ok(()), |poll| Err(SecretsUnreadable::NotOpen(*poll)))
    }
}

impl Poll {
    fn receipt_of(&self, voter: &Unit) -> Option<Receipt> {
        let of_mark = self.secret.marks.get(voter).map(|mark| mark.receipt);
        of_mark.or_else(|| self.receipts.get(voter).copied())
    }

    fn refill(&mut self, id: PollId, kept: KeptOfPoll) -> Result<(), SecretsUnreadable> {
        let (marks, ballots) = (kept.marks.len(), kept.ballots.len());
        for (mark, ballot) in kept.marks.into_iter().zip(kept.ballots) {
            self.secret.put(mark, ballot);
        }
        let taken = self.secret.taken;
        let all = usize::try_from(taken).unwrap_or(usize::MAX);
        if [marks, ballots, self.secret.marks.len()] != [all; 3] {
            return Err(SecretsUnreadable::Number {
                poll: id,
                taken,
                marks,
                ballots,
            });
        }
        self.tell_read_back(taken);
        Ok(())
    }
}

/// The event of a secret ballot.
pub(super) fn event(poll: PollId, voter: Unit, ballot: Ballot, context: &Context) -> Event {
    let mark = Mark {
        voter,
        seat: context.seat.clone(),
        receipt: Receipt::of(context.request),
    };
    Event::SecretBallotCast {
        poll,
        secret: Some(Box::new(SecretBallot { mark, ballot })),
    }
}
