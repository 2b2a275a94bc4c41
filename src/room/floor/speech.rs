//! A speech: under way, and given. Its clock can stand; what it stood is no part of the time used.

use super::Request;
use crate::room::ids::{Millis, SeatId};
use serde::{Deserialize, Serialize};

/// The speech under way, or one that a point of order has interrupted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speech {
    /// The request it came from.
    pub request: Request,
    /// When it began.
    pub started_at: Millis,
    /// Its time limit with all that was given in addition, seconds.
    pub limit_s: u32,
    /// How much of that is a private allowance, seconds.
    pub allowance_s: u32,
    /// Since when its clock stands.
    pub paused_at: Option<Millis>,
    /// How long its clock has stood before, milliseconds.
    pub paused_ms: i64,
    /// Who gave the floor.
    pub given_by: Option<SeatId>,
}

/// A speech given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intervention {
    /// The request it came from.
    pub request: Request,
    /// When it began.
    pub started_at: Millis,
    /// When it ended; never before it began.
    pub ended_at: Millis,
    /// How long its clock stood in between, milliseconds.
    pub paused_ms: i64,
    /// Its time limit with all that was given in addition, seconds.
    pub limit_s: u32,
    /// How much of that is a private allowance, seconds.
    pub allowance_s: u32,
}

impl Speech {
    /// Stops its clock; a clock that stands goes on standing.
    pub(super) fn pause(&mut self, now: Millis) {
        self.paused_at.get_or_insert(now);
    }

    /// Lets its clock run again.
    pub(super) fn resume(&mut self, now: Millis) {
        if let Some(since) = self.paused_at.take() {
            self.paused_ms += (now.0 - since.0).max(0);
        }
    }

    /// The speech as it is once it has ended. The machine's clock may have been set back meanwhile; a speech does not last
    /// less than nothing.
    pub(super) fn ended(mut self, now: Millis) -> Intervention {
        self.resume(now);
        let ended_at = now.max(self.started_at);
        Intervention {
            paused_ms: self.paused_ms.min(ended_at.0 - self.started_at.0),
            request: self.request,
            started_at: self.started_at,
            ended_at,
            limit_s: self.limit_s,
            allowance_s: self.allowance_s,
        }
    }
}

impl Intervention {
    /// The time used, milliseconds.
    pub fn used(&self) -> Millis {
        Millis((self.ended_at.0 - self.started_at.0 - self.paused_ms).max(0))
    }

    /// The limit for documents: without the private allowance.
    pub fn public_limit_s(&self) -> u32 {
        self.limit_s.saturating_sub(self.allowance_s)
    }

    /// By how many whole seconds it passed its limit.
    pub fn overrun_s(&self) -> u64 {
        u64::try_from(self.used().0 / 1_000 - i64::from(self.limit_s)).unwrap_or(0)
    }
}
