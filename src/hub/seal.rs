//! What the hub needs from whoever writes sealed outcomes. The hub knows when a room closes; `archive/` knows how an
//! outcome is written; `server.rs` brings them together.

use crate::room::Room;
use crate::room::event::Definition;
use crate::room::ids::Seq;
use crate::room::record::Record;

/// The records of a room from the first on, each with its position; an error where they cannot be read.
pub type Records<'a> = dyn Iterator<Item = Result<(Seq, Record), String>> + 'a;

/// Writes the sealed outcome of a room in two steps, so that a full disk is met before the room has closed.
pub trait Sealer: Send + Sync + 'static {
    /// Writes the outcome of the closed room beside its final place, with the record of how it came about: every record from the
    /// first to the one that closes the room, at `seq`. An error leaves nothing behind.
    fn prepare(&self, room: &Room, seq: Seq, records: &mut Records<'_>) -> Result<Box<dyn Prepared>, String>;
    /// Whether the outcome of a room's revision is in its place.
    fn is_sealed(&self, definition: &Definition, revision: u32) -> bool;
}

/// An outcome that is written, but not in its place yet. Dropped without [`Prepared::commit`] it goes away.
pub trait Prepared: Send {
    /// Puts it in its place.
    fn commit(self: Box<Self>) -> Result<(), String>;
}
