//! The server's clock: the one place that asks the machine for the time.

use crate::room::ids::Millis;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// Tells the time in server milliseconds. It never goes back while the server runs.
pub trait Clock: Send + Sync + 'static {
    /// Now.
    fn now(&self) -> Millis;

    /// Goes on from this moment, if it is behind it. For the start: what is on record has happened.
    fn not_before(&self, moment: Millis);
}

/// The machine's time at the start, counted on by its monotonic clock: somebody who sets the wall clock during a
/// speech changes nothing in the room.
#[derive(Debug)]
pub struct SystemClock {
    wall_at_start: AtomicI64,
    start: Instant,
}

impl SystemClock {
    /// A clock that starts from the wall clock's time now.
    #[allow(clippy::disallowed_methods, reason = "this is the place that may ask")]
    pub fn start() -> Self {
        let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self {
            wall_at_start: AtomicI64::new(i64::try_from(since_epoch.as_millis()).unwrap_or(i64::MAX)),
            start: Instant::now(),
        }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Millis {
        let elapsed = i64::try_from(self.start.elapsed().as_millis()).unwrap_or(i64::MAX);
        Millis(self.wall_at_start.load(Ordering::SeqCst).saturating_add(elapsed))
    }

    fn not_before(&self, moment: Millis) {
        let behind_ms = moment.0.saturating_sub(self.now().0);
        if behind_ms > 0 {
            tracing::warn!(
                behind_ms,
                "this machine's clock is behind what is on record already; going on from the last record's time"
            );
            self.wall_at_start.fetch_add(behind_ms, Ordering::SeqCst);
        }
    }
}

/// A clock that stands still until it is moved; for tests.
#[derive(Debug, Default)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// A clock that shows `now`.
    pub fn at(now: Millis) -> Self {
        Self(AtomicI64::new(now.0))
    }

    /// Moves the clock on.
    pub fn advance(&self, milliseconds: i64) {
        self.0.fetch_add(milliseconds, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Millis {
        Millis(self.0.load(Ordering::SeqCst))
    }

    fn not_before(&self, moment: Millis) {
        self.0.fetch_max(moment.0, Ordering::SeqCst);
    }
}
