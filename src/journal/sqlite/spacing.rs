//! When the next commit may begin. A commit and its sync cost as much as telling a small room, whatever is in it, so rooms that are busy
//! side by side share one: the more they have to write, the longer it is gathered. What comes in a quiet moment waits for nothing.

use std::time::Duration;
use tokio::time::Instant;

/// The least time between the beginnings of two commits.
const LEAST: Duration = Duration::from_millis(3);
/// The most: a wait that nobody notices who reads along.
const MOST: Duration = Duration::from_millis(20);
/// What each change per second adds: one room at work, with 25 edits a second, stays at the least; two hundred changes a second, of
/// fifty rooms at work, are gathered for the longest time.
const PER_CHANGE_A_SECOND: Duration = Duration::from_micros(100);
/// The time over which changes are counted, with less weight the longer ago they were.
const MEMORY: Duration = Duration::from_millis(500);

/// The rate of changes, and when the last commit began.
#[derive(Debug)]
pub(super) struct Spacing {
    began_at: Instant,
    per_second: f64,
}

impl Spacing {
    /// Nothing has been written yet, and the first commit waits for nothing.
    pub(super) fn new(now: Instant) -> Self {
        Self {
            began_at: now.checked_sub(MOST).unwrap_or(now),
            per_second: 0.0,
        }
    }

    /// A commit of so many changes begins.
    pub(super) fn commit(&mut self, now: Instant, changes: usize) {
        let passed = now.saturating_duration_since(self.began_at);
        self.per_second *= (-passed.as_secs_f64() / MEMORY.as_secs_f64()).exp();
        self.per_second += changes as f64 / MEMORY.as_secs_f64();
        self.began_at = now;
    }

    /// When the next one may begin.
    pub(super) fn next_at(&self) -> Instant {
        let gathering = PER_CHANGE_A_SECOND.mul_f64(self.per_second.min(1e6));
        self.began_at + gathering.clamp(LEAST, MOST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pause after some seconds in which a commit of so many changes began this often.
    fn pause(every: Duration, changes: usize) -> Duration {
        let start = Instant::now();
        let mut spacing = Spacing::new(start);
        let mut now = start;
        while now < start + Duration::from_secs(3) {
            now += every;
            spacing.commit(now, changes);
        }
        spacing.next_at() - now
    }

    #[test]
    fn the_first_change_waits_for_nothing() {
        let now = Instant::now();
        assert!(Spacing::new(now).next_at() <= now);
    }

    #[test]
    fn one_room_at_work_hardly_waits() {
        assert!(pause(Duration::from_millis(40), 1) < Duration::from_millis(4));
    }

    #[test]
    fn the_more_there_is_to_write_the_longer_it_is_gathered_but_never_long() {
        let some = pause(Duration::from_millis(10), 1);
        assert!(
            some > Duration::from_millis(8) && some < Duration::from_millis(12),
            "{some:?}"
        );
        assert_eq!(pause(Duration::from_millis(20), 4), MOST);
        assert_eq!(pause(Duration::from_millis(20), 1_000), MOST);
    }

    #[test]
    fn a_burst_is_forgotten() {
        let start = Instant::now();
        let mut spacing = Spacing::new(start);
        spacing.commit(start, 1_000);
        let later = start + Duration::from_secs(10);
        spacing.commit(later, 1);
        assert_eq!(spacing.next_at() - later, LEAST);
    }
}
