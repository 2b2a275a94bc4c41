//! What the hub needs from whoever writes sealed outcomes. The hub knows when a room closes; `archive/` knows how an
//! outcome is written; `server.rs` brings them together.

use crate::journal::Stream;
use crate::room::Room;
use crate::room::event::Definition;
use crate::room::ids::Seq;
use crate::room::record::Record;
use dashmap::DashMap;
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// The records of a room from the first on, each with its position; an error where they cannot be read.
pub type Records<'a> = dyn Iterator<Item = Result<(Seq, Record), String>> + 'a;

/// Why an outcome was not sealed; what is said is for the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotSealed {
    /// It could not be made: a fault of the program, which a second try meets again.
    #[error("not made: {0}")]
    NotMade(String),
    /// It could not be written, or what it is made from not be read: a fault of the disk.
    #[error("not written: {0}")]
    NotWritten(String),
}

/// Writes the sealed outcome of a room in two steps, so that a full disk is met before the room has closed.
pub trait Sealer: Send + Sync + 'static {
    /// Writes the outcome of the closed room beside its final place, with the record of how it came about: every record from the
    /// first to the one that closes the room, at `seq`. An error leaves nothing behind. To be called in the room's [turn](Turns).
    fn prepare(&self, room: &Room, seq: Seq, records: &mut Records<'_>) -> Result<Box<dyn Prepared>, NotSealed>;
    /// Whether the outcome of a room's revision is in its place, whole.
    fn is_sealed(&self, definition: &Definition, revision: u32) -> bool;
    /// The same, and nobody has altered it: to be asked before what it was made from goes. Reads all of it.
    fn is_intact(&self, definition: &Definition, revision: u32) -> bool {
        self.is_sealed(definition, revision)
    }
}

/// An outcome that is written, but not in its place yet. Dropped without [`Prepared::commit`] it goes away.
pub trait Prepared: Send {
    /// Puts it in its place.
    fn commit(self: Box<Self>) -> Result<(), NotSealed>;
}

/// Turns to seal outcomes of a room, from the preparing to the commit: a room that closes and somebody who asks for an earlier
/// outcome that is missing would else take each other's unfinished folder for a leftover of a crash.
#[derive(Default)]
pub struct Turns(DashMap<Stream, Arc<Mutex<()>>>);

/// A turn, until it is dropped.
pub type Turn = OwnedMutexGuard<()>;

impl Turns {
    /// Waits for a turn in this room.
    pub async fn take(&self, stream: &Stream) -> Turn {
        self.of(stream).lock_owned().await
    }

    /// In a function of its own, so that no guard of the map lives across a wait.
    fn of(&self, stream: &Stream) -> Arc<Mutex<()>> {
        self.0.entry(stream.clone()).or_default().clone()
    }
}

/// An outcome whose room is about to close, with its turn.
pub struct Sealing {
    /// The outcome.
    pub prepared: Box<dyn Prepared>,
    /// Dropped last, when the outcome is in its place or gone.
    pub turn: Turn,
}

impl Sealing {
    /// Puts the outcome in its place and ends the turn.
    pub fn commit(self) -> Result<(), NotSealed> {
        self.prepared.commit()
    }
}
