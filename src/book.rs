//! What is on record of a meeting beside its rooms: who takes part, who seeks whom, what the closing plenary folds together. Each kind is a
//! book, with the same three questions as a room: what a command makes happen, what an event changes, and who may see what. A book knows
//! no disk and no clock; `hub::ledger` keeps it.

use crate::room::event::Stamp;
use crate::room::ids::{Millis, SeatId};
use crate::room::refusal::Refusal;
use crate::room::seat::Role;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use uuid::Uuid;

/// Who asks, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The moment, on the server's clock.
    pub now: Millis,
    /// The seat that asks.
    pub seat: SeatId,
    /// As what.
    pub role: Role,
    /// The command's own id, chosen by the client: no other command has it, so it may name what the command makes.
    pub request: Uuid,
}

/// Reads what somebody has seen of a thing that may not be there: left out where they say nothing of it, null where there was none.
pub(crate) fn seen<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// A record of a meeting that grows by events.
pub trait Book: Default + Send + Sync + 'static {
    /// Its name: part of its stream in the journal, and what its news are called. `a-z` and hyphens.
    const NAME: &'static str;
    /// What may be asked of it.
    type Command: DeserializeOwned + Send + Sync + 'static;
    /// What has happened in it. Kept for ever: what was written once has to be read always.
    type Event: Serialize + DeserializeOwned + Send + Sync + 'static;

    /// What the command makes happen, or why the rules say no. Changes nothing, and may think for seconds: others read the book meanwhile.
    /// No event: all is as the command wants it already.
    fn decide(&self, command: &Self::Command, context: &Context) -> Result<Vec<Self::Event>, Refusal>;

    /// Makes an event so. Never fails for events that [`Book::decide`] returned; one that does not fit is passed over.
    fn apply(&mut self, stamp: &Stamp, event: &Self::Event);
}
