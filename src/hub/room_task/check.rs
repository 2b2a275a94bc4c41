//! Checking: some seconds after something changed or a page came, everybody is told a digest of what they should have by now, so that a page that has
//! something else finds out by itself and asks for a fresh view. It stands in the ring behind all that it tells of, and is made once for
//! each audience; a room in which nothing changes and to which nobody comes says nothing.

use super::RoomTask;
use crate::hub::recall::Frame;
use crate::room::digest::Digest;
use std::time::Duration;
use tokio::time::Instant;

/// Time from a change to the check, which tells of all that changed meanwhile: a page is mended within ten seconds, and the busiest room
/// has one frame more in five seconds.
const CHECK_AFTER: Duration = Duration::from_secs(5);

impl RoomTask {
    /// Notes that what everybody has is changing.
    pub(super) fn owe_check(&mut self, frame: &Frame) {
        if frame.notes.is_some() || frame.changes.iter().any(Option::is_some) {
            self.check_at.get_or_insert_with(|| Instant::now() + CHECK_AFTER);
        }
    }

    /// Notes that a page has come, perhaps back with something that it kept: it finds out too, also in a room in which nothing changes.
    pub(super) fn owe_check_to_newcomer(&mut self) {
        self.check_at.get_or_insert_with(|| Instant::now() + CHECK_AFTER);
    }

    /// How long the check may still wait; none where there is nothing to check. Views and position do not belong together while ballots
    /// wait to be told, which is never long.
    pub(super) fn check_wait(&self) -> Option<Duration> {
        let is_wanted = !self.connections.is_empty() && !self.room.has_ballots_to_tell();
        let at = self.check_at.filter(|_| is_wanted)?;
        Some(at.saturating_duration_since(Instant::now()))
    }

    /// Tells everybody what they should have by now.
    pub(super) async fn tell_check_if_due(&mut self) {
        if !self.check_wait().is_some_and(|wait| wait.is_zero()) {
            return;
        }
        self.check_at = None;
        let notes = self.room.notes.digest().map(Digest::text);
        let frame = Frame {
            seq: self.seq,
            checks: self.publisher.checks(self.seq, notes.as_ref()),
            ..Frame::default()
        };
        self.services.metrics.told(self.connections.len());
        let news = self.shared.recall.publish(frame);
        self.deliver(super::tell::Delivery::ToAll(news)).await;
    }
}
