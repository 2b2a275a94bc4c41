//! Gathering: whatever waits, and whatever comes while the room rests after telling everybody.

use super::RoomTask;
use crate::hub::message::Message;
use std::time::Duration;
use tokio::time::{timeout, timeout_at};

/// Messages of one batch: what a commit of some milliseconds lets pile up in the busiest room.
const BATCH_MESSAGES_MAX: usize = 8_192;
/// Pause between two batches for each connection of the room, so that telling everybody takes about a fifth of one core at most, and
/// what a busy room says within a moment goes out together: 6 ms for two hundred phones, which nobody notices, and the longest pause
/// for some thousand. What comes after a quiet moment waits for nothing.
const PAUSE_PER_CONNECTION: Duration = Duration::from_micros(30);
/// Silence in which a snapshot is in nobody's way.
const QUIET: Duration = Duration::from_millis(250);
/// The longest such pause.
const PAUSE_MAX: Duration = Duration::from_millis(200);

impl RoomTask {
    /// Whatever waits, and whatever comes while the room rests after telling everybody. Empty after a long silence.
    pub(super) async fn gather(&mut self) -> Vec<Message> {
        let mut waiting: Vec<Message> = self.carried.drain(..).collect();
        if waiting.is_empty() {
            let patience = self.patience();
            tokio::select! {
                _ = timeout(patience, self.mailbox.recv_many(&mut waiting, BATCH_MESSAGES_MAX)) => {}
                () = self.storage.changed() => {}
            }
            if waiting.is_empty() {
                return waiting;
            }
        }
        let pause = (PAUSE_PER_CONNECTION * u32::try_from(self.connections.len()).unwrap_or(u32::MAX)).min(PAUSE_MAX);
        let tell_at = self.told_at + pause;
        while waiting.len() < BATCH_MESSAGES_MAX {
            // A moment that has passed still takes what is there already.
            let more = self.mailbox.recv_many(&mut waiting, BATCH_MESSAGES_MAX);
            if !matches!(timeout_at(tell_at, more).await, Ok(1..)) {
                break;
            }
        }
        waiting
    }

    /// How long the room waits for somebody to say something: until it has something to say or to write down itself.
    fn patience(&self) -> Duration {
        let mut patience = self.services.idle_after;
        if self.has_light_news() {
            patience = self.light_news_wait();
        }
        if self.room.has_ballots_to_tell() {
            patience = patience.min(self.ballots_wait());
        }
        patience = patience.min(self.check_wait().unwrap_or(patience));
        if self.owes_snapshot() && !self.connections.is_empty() {
            patience = patience.min(QUIET);
        }
        let now = self.services.clock.now();
        // What comes due while nothing can be written waits for that.
        let until_due = self
            .room
            .due_at()
            .filter(|_| self.storage.trouble().is_none())
            .map(|due| (due.0 - now.0).max(0).unsigned_abs());
        until_due.map_or(patience, |until| patience.min(Duration::from_millis(until)))
    }

    pub(super) fn has_light_news(&self) -> bool {
        self.present.changed() || self.cursors.changed()
    }

    /// Whether nobody needs the room: nobody is connected, and nothing is to come of itself, as the end of a poll at its deadline.
    pub(super) fn may_rest(&self) -> bool {
        let waits_for_nothing = self.room.due_at().is_none();
        self.connections.is_empty() && waits_for_nothing && !self.has_light_news() && !self.room.has_ballots_to_tell()
    }
}
