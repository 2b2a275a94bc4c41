//! Keeps what was last worked out for clients that return: many come back at once, know the same and ask for the same.

use super::limits::DIFFERENCES_KEPT_MAX;
use std::sync::{Mutex, PoisonError};

/// Where a client is: its known clocks, by client id.
pub type Clocks = Vec<(u64, u32)>;

/// Encoded differences of the document as it is now, by where the client is.
#[derive(Debug, Default)]
pub struct Differences {
    kept: Mutex<Vec<(Clocks, Vec<u8>)>>,
}

impl Differences {
    /// The difference for those clocks; worked out if it is not there.
    pub fn get(&self, clocks: Clocks, work_out: impl FnOnce() -> Vec<u8>) -> Vec<u8> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, bytes)) = kept.iter().find(|(known, _)| *known == clocks) {
            return bytes.clone();
        }
        let bytes = work_out();
        if kept.len() == DIFFERENCES_KEPT_MAX {
            // The whole document, asked for by everyone who joins, is worth more than any other.
            let oldest = usize::from(kept.first().is_some_and(|(clocks, _)| clocks.is_empty()));
            kept.remove(oldest);
        }
        kept.push((clocks, bytes.clone()));
        bytes
    }

    /// Forgets everything, because the document changed.
    pub fn clear(&mut self) {
        self.kept.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
