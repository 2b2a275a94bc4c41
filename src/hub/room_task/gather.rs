//! Gathering: whatever waits, and whatever comes while the room rests after telling everybody.

use super::{RoomTask, TICK};
use crate::hub::message::Message;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// Messages of one batch: what a commit of some milliseconds lets pile up in the busiest room.
const BATCH_MESSAGES_MAX: usize = 8_192;
/// Pause between two batches for each connection of the room, so that telling everybody takes at most about a third
/// of one core; nothing for a small room, a tenth of a second for ten thousand phones.
const PAUSE_PER_CONNECTION: Duration = Duration::from_micros(10);
/// The longest such pause.
const PAUSE_MAX: Duration = Duration::from_millis(200);

impl RoomTask {
    /// Whatever waits, and whatever comes while the room rests after telling everybody. Empty after a long silence.
    pub(super) async fn gather(&mut self) -> Vec<Message> {
        let mut waiting: Vec<Message> = self.carried.drain(..).collect();
        if waiting.is_empty() {
            let wake_at = if self.has_light_news() {
                self.ticked_at + TICK
            } else {
                Instant::now() + self.services.idle_after
            };
            match timeout_at(wake_at, self.mailbox.recv()).await {
                Ok(Some(message)) => waiting.push(message),
                Ok(None) | Err(_) => return waiting,
            }
        }
        let pause = (PAUSE_PER_CONNECTION * u32::try_from(self.connections.len()).unwrap_or(u32::MAX)).min(PAUSE_MAX);
        let tell_at = self.told_at + pause;
        while waiting.len() < BATCH_MESSAGES_MAX {
            // A moment that has passed still takes what is there already.
            match timeout_at(tell_at, self.mailbox.recv()).await {
                Ok(Some(message)) => waiting.push(message),
                Ok(None) | Err(_) => break,
            }
        }
        waiting
    }

    pub(super) fn has_light_news(&self) -> bool {
        self.present.changed() || self.cursors.changed()
    }

    pub(super) fn may_rest(&self) -> bool {
        self.connections.is_empty() && !self.has_light_news()
    }
}
