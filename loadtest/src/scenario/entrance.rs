//! The way in for many at once: so many at the same moment and no more, and whoever is in hears what comes until all are.

use super::ENTERING_AT_ONCE;
use crate::fault::Fault;
use crate::phone::{Phone, Way};
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::{Semaphore, watch};

/// Shared by all who enter.
#[derive(Debug)]
pub struct Entrance {
    gate: Semaphore,
    missing: AtomicUsize,
    all_in: watch::Sender<bool>,
}

impl Entrance {
    /// For so many.
    pub fn new(phones: usize) -> Self {
        Self {
            gate: Semaphore::new(ENTERING_AT_ONCE),
            missing: AtomicUsize::new(phones),
            all_in: watch::Sender::new(false),
        }
    }

    /// Lets one in, and back when all have come.
    pub async fn let_in(&self, way: &Way<'_>, number: u32) -> Result<Phone, Fault> {
        let turn = self.gate.acquire().await;
        let entered = Phone::enter(way, number).await;
        drop(turn);
        if self.missing.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.all_in.send_replace(true);
        }
        Ok(entered?.rest(self.all_in.subscribe()).await)
    }
}
