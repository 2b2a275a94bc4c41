//! What an open room keeps of its history, so that a question costs what happened since the last one: the steps gathered so far, and
//! the notes as they stood at some positions, spread over the history. All rooms share one bound; what finds no room in it is not
//! kept, and read again when it is asked for. When the room comes to rest, all of it goes.

use super::gathered::{Gathered, Numbers};
use crate::room::footing::Footing;
use crate::room::ids::{Millis, Seq};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What all rooms keep together, KiB: 64 MiB, the checkpoints of a good many large documents.
pub const KEPT_KIB_MAX: usize = 64 * 1_024;
/// Checkpoints of one room: so many parts of a history are as long as one look at it has to read.
pub const CHECKPOINTS_MAX: usize = 16;

/// The notes as they stood at a position.
#[derive(Debug)]
pub struct Checkpoint {
    /// The position.
    pub seq: Seq,
    /// When they were last written before it.
    pub at: Millis,
    /// All of them, and whose text is whose.
    pub notes: Vec<u8>,
    /// The numbers of their authors.
    pub numbers: Numbers,
    /// Under which rule the room was then.
    pub footing: Footing,
}

/// Something with its share of what may be kept.
#[derive(Debug)]
struct Held<T> {
    held: T,
    _share: OwnedSemaphorePermit,
}

/// What one room keeps.
#[derive(Debug, Default)]
pub struct Kept(Mutex<Shelf>);

#[derive(Debug, Default)]
struct Shelf {
    is_closed: bool,
    gathered: Option<(Seq, Held<Gathered>)>,
    checkpoints: BTreeMap<Seq, Held<Arc<Checkpoint>>>,
}

impl Kept {
    /// The steps gathered so far.
    pub fn gathered(&self) -> Gathered {
        let shelf = self.shelf();
        shelf
            .gathered
            .as_ref()
            .map_or_else(Gathered::new, |(_, kept)| kept.held.clone())
    }

    /// The last checkpoint up to a position.
    pub fn nearest(&self, until: Seq) -> Option<Arc<Checkpoint>> {
        let shelf = self.shelf();
        let (_, nearest) = shelf.checkpoints.range(..=until).next_back()?;
        Some(nearest.held.clone())
    }

    /// Keeps steps that go on further than those that are here.
    pub fn keep_gathered(&self, gathered: Gathered, memory: &Arc<Semaphore>) {
        let mut shelf = self.shelf();
        let seq = super::reading::Reading::seq(&gathered);
        if shelf.is_closed || shelf.gathered.as_ref().is_some_and(|(kept, _)| *kept >= seq) {
            return;
        }
        // The share of the steps before is free for those that take their place.
        shelf.gathered = None;
        shelf.gathered = hold(gathered.bytes(), gathered, memory).map(|held| (seq, held));
    }

    /// Keeps a checkpoint; where there are too many, the one goes without which the longest part is shortest.
    pub fn keep_checkpoint(&self, checkpoint: Checkpoint, memory: &Arc<Semaphore>) {
        let mut shelf = self.shelf();
        if shelf.is_closed || shelf.checkpoints.contains_key(&checkpoint.seq) {
            return;
        }
        let bytes = checkpoint.notes.len() + checkpoint.numbers.bytes();
        if let Some(held) = hold(bytes, Arc::new(checkpoint), memory) {
            shelf.checkpoints.insert(held.held.seq, held);
        }
        if shelf.checkpoints.len() > CHECKPOINTS_MAX {
            let seqs: Vec<Seq> = shelf.checkpoints.keys().copied().collect();
            let closest = seqs.windows(3).min_by_key(|three| three[2].0 - three[0].0);
            if let Some([_, spare, _]) = closest {
                shelf.checkpoints.remove(spare);
            }
        }
    }

    /// Lets go of everything, also of what comes after.
    pub fn close(&self) {
        *self.shelf() = Shelf {
            is_closed: true,
            ..Shelf::default()
        };
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn hold<T>(bytes: usize, held: T, memory: &Arc<Semaphore>) -> Option<Held<T>> {
    let kib = u32::try_from(bytes / 1_024 + 1).ok()?;
    let share = memory.clone().try_acquire_many_owned(kib).ok()?;
    Some(Held { held, _share: share })
}
