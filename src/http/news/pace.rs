//! When somebody is told what, where ten thousand listen: each of their pages asks for what is new as soon as it is told, and all of them at
//! the same moment are more than a server can answer quickly. So what concerns everybody is told within a moment that is longer the more
//! listen. And that others on the list of participants have chosen a group, which changes no more of somebody's own day than how many
//! places are free, is told to each of them now and then.

use std::time::Duration;
use tokio::time::Instant;

/// Time between two events: what changes more often is told together.
const GAP: Duration = Duration::from_millis(300);
/// By how much more the last of ten thousand listeners waits, so that whoever was moved is led on within a second: the page takes its time too.
const SPREAD_MAX: Duration = Duration::from_millis(400);
/// Listeners at which that is reached.
const LISTENERS_AT_MOST: u32 = 10_000;
/// Pages that ask for their day in a second because others have chosen.
const DAYS_PER_SECOND: u32 = 1_000;
/// How often a page is told of it where few listen.
const OTHERS_MIN: Duration = Duration::from_secs(1);

/// The pace of one listener.
pub(super) struct Pace {
    /// Where it stands among all that listen, of 255.
    share: u8,
    /// Of the listener's own day, as it was when they were last told of the list.
    changes: Option<u64>,
    /// When they are told that others have chosen.
    due_at: Option<Instant>,
}

impl Pace {
    pub(super) fn new(share: u8, changes: Option<u64>) -> Self {
        Self {
            share,
            changes,
            due_at: None,
        }
    }

    /// How long what is new waits for more.
    pub(super) fn gap(&self, listeners: usize) -> Duration {
        let listeners = u32::try_from(listeners).unwrap_or(LISTENERS_AT_MOST).min(LISTENERS_AT_MOST);
        GAP + SPREAD_MAX * listeners / LISTENERS_AT_MOST * u32::from(self.share) / u32::from(u8::MAX)
    }

    /// Whether the listener is told now that the list has changed: at once where their own day has, else when it is their turn.
    pub(super) fn tells_of_list(&mut self, changes: Option<u64>, listeners: usize, now: Instant) -> bool {
        if changes == self.changes {
            let turn = now + self.wait(listeners);
            let due_at = *self.due_at.get_or_insert(turn);
            if now < due_at {
                return false;
            }
        }
        self.changes = changes;
        self.due_at = None;
        true
    }

    /// How long it is until the listener's turn, where something waits for it.
    pub(super) fn due_in(&self, now: Instant) -> Option<Duration> {
        self.due_at.map(|due_at| due_at.saturating_duration_since(now))
    }

    /// Half of the time in which all are told, and the listener's share of the other half.
    fn wait(&self, listeners: usize) -> Duration {
        let listeners = u32::try_from(listeners).unwrap_or(u32::MAX);
        let whole = (Duration::from_secs(1) * listeners / DAYS_PER_SECOND).max(OTHERS_MIN);
        whole / 2 + whole / 2 * u32::from(self.share) / u32::from(u8::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// When, in milliseconds, each of so many listeners is told of choices that others make every tenth of a second for half a minute.
    fn told(listeners: usize, share: u8) -> Vec<u64> {
        let (begin, mut pace) = (Instant::now(), Pace::new(share, Some(1)));
        let moments = (0..300).map(|tenth| tenth * 100);
        moments
            .filter(|at| pace.tells_of_list(Some(1), listeners, begin + Duration::from_millis(*at)))
            .collect()
    }

    #[test]
    fn few_hear_of_others_choices_every_second_and_ten_thousand_every_ten() {
        assert_eq!(told(40, 255)[..3], [1_000, 2_100, 3_200]);
        assert_eq!(told(10_000, 255)[..2], [10_000, 20_100]);
        assert_eq!(told(10_000, 0)[..2], [5_000, 10_100], "not all of them at the same moment");
    }

    #[test]
    fn whoever_is_moved_hears_it_at_once_and_within_a_second() {
        let (now, mut pace) = (Instant::now(), Pace::new(255, Some(1)));
        assert!(!pace.tells_of_list(Some(1), 10_000, now));
        assert!(pace.due_in(now).is_some());
        assert!(pace.tells_of_list(Some(2), 10_000, now));
        assert_eq!(pace.due_in(now), None);
        assert_eq!(
            (pace.gap(1), pace.gap(10_000), pace.gap(50_000)),
            (
                Duration::from_micros(300_040),
                Duration::from_millis(700),
                Duration::from_millis(700)
            )
        );
    }
}
