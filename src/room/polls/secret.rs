//! The secret ballot: final when cast, and not to be traced once the poll has closed.
//!
//! That a voter has voted (the mark) and what was voted (the ballot) are kept apart, in memory and on disk, beside the journal's
//! records: the record of a vote says only that one more ballot of this poll is in, not whose. Marks and ballots are wiped from
//! the disk when the poll closes; what stays is the count, and who voted, in the order of ids.

use crate::room::Context;
use crate::room::command::Ballot;
use crate::room::event::Event;
use crate::room::floor::Unit;
use crate::room::ids::{PollId, SeatId};
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
    /// What was voted, in an order that says nothing.
    #[serde(skip)]
    pub ballots: Vec<Ballot>,
}

impl SecretBallots {
    /// Puts a ballot in. Sorted, so that memory tells no order either.
    pub fn put(&mut self, mark: Mark, ballot: Ballot) {
        self.marks.insert(mark.voter.clone(), mark);
        let place = self.ballots.partition_point(|other| *other < ballot);
        self.ballots.insert(place, ballot);
    }

    /// By voter, how a repeat of their command is known.
    pub fn receipts(&self) -> BTreeMap<Unit, Receipt> {
        self.marks.iter().map(|(voter, mark)| (voter.clone(), mark.receipt)).collect()
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
