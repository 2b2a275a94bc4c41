//! The history of a room's notes, read from the journal: which steps they were written in, and how they stood at any position.
//! Nothing of it is kept beside the journal, so that it cannot say anything else; while a room is open it remembers how far it has
//! been read (`kept.rs`), so that the next question goes on from there. Reading is done apart from the room, on threads that may
//! wait, in turns (`turns.rs`) and within a time: a long history takes some seconds of a processor.
//!
//! Who wrote what is told only of a room that is on the record, and was at each moment since somebody came in; in others the authors
//! are forgotten here, before any answer is made of it.

mod gathered;
mod kept;
mod reading;
mod rebuilt;
mod steps;
#[cfg(test)]
mod tests;
mod turns;

pub use kept::Kept;
pub use steps::Step;

use super::Hub;
use super::fault::Fault;
use super::handle::RoomHandle;
use crate::room::ids::{Millis, SeatId, Seq};
use kept::{CHECKPOINTS_MAX, KEPT_KIB_MAX};
use reading::{on_a_thread, read_on};
use rebuilt::Rebuilt;
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::Semaphore;
use turns::Turns;

/// Records after which it is worth keeping how far a history has been read: what takes a moment to read again.
const KEPT_EVERY: u64 = 2_000;

/// The steps of the notes since the room came to be.
#[derive(Debug)]
pub struct History {
    /// The steps in order. Their authors are numbers in `authors`; there are none where nobody is told.
    pub steps: Vec<Step<usize>>,
    /// Who wrote, in order of appearance.
    pub authors: Vec<SeatId>,
    /// Whether the room was on the record throughout.
    pub on_the_record: bool,
}

/// The notes as they were at a position.
#[derive(Debug)]
pub struct Past {
    /// When they were last written before it; the beginning of the room where nothing was.
    pub at: Millis,
    /// All of the document as an update (v1).
    pub update: Vec<u8>,
    /// Whose client ids are whose, by the numbers that `History` gives; empty where nobody is told.
    pub writers: BTreeMap<u64, usize>,
    /// Whether the room was on the record until then.
    pub on_the_record: bool,
}

/// What the histories of all rooms share: turns, and room for what is kept of them.
#[derive(Debug)]
pub struct Histories {
    turns: Turns,
    memory: Arc<Semaphore>,
}

impl Default for Histories {
    fn default() -> Self {
        Self {
            turns: Turns::default(),
            memory: Arc::new(Semaphore::new(KEPT_KIB_MAX)),
        }
    }
}

/// Where somebody who reads a history puts what is worth keeping, and how often.
struct Keeping {
    kept: Arc<Kept>,
    memory: Arc<Semaphore>,
    /// Records between two times.
    distance: u64,
}

impl Hub {
    /// The steps of a room's notes up to a position, for a seat.
    pub async fn notes_history(&self, room: &RoomHandle, seat: &SeatId, until: Seq) -> Result<History, Fault> {
        let _turn = self.histories.turns.take(seat).await?;
        let keeping = self.keeping(room, until);
        let start = keeping.kept.gathered();
        let gathered = read_on(&*self.services.journal, &room.shared.stream, until, start, &keeping).await?;
        on_a_thread(move || {
            keeping.kept.keep_gathered(gathered.clone(), &keeping.memory);
            gathered.finish()
        })
        .await
    }

    /// The notes of a room as they stood at a position, which has to be one of the room's, for a seat.
    pub async fn notes_at(&self, room: &RoomHandle, seat: &SeatId, seq: Seq) -> Result<Past, Fault> {
        let _turn = self.histories.turns.take(seat).await?;
        let keeping = self.keeping(room, seq);
        let nearest = keeping.kept.nearest(seq);
        let start = on_a_thread(move || Rebuilt::from_checkpoint(nearest.as_deref())).await?;
        let rebuilt = read_on(&*self.services.journal, &room.shared.stream, seq, start, &keeping).await?;
        on_a_thread(move || rebuilt.finish()).await?
    }

    fn keeping(&self, room: &RoomHandle, until: Seq) -> Arc<Keeping> {
        Arc::new(Keeping {
            kept: room.shared.history.clone(),
            memory: self.histories.memory.clone(),
            distance: KEPT_EVERY.max(until.0 / CHECKPOINTS_MAX as u64),
        })
    }
}
