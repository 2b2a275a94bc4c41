//! A token bucket as one number: the moment at which it will be full again (the 'generic cell rate algorithm', ITU-T I.371). Nothing
//! has to fill it, and a seat's buckets are a few words of memory.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// How much may be taken at once, and how fast it comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// What a full bucket holds.
    pub burst: u64,
    /// What comes back each second.
    pub per_second: u64,
}

impl Rate {
    /// The time in which this much comes back, nanoseconds.
    fn time_of(self, amount: u64) -> u64 {
        let nanos = u128::from(amount) * 1_000_000_000 / u128::from(self.per_second.max(1));
        u64::try_from(nanos).unwrap_or(u64::MAX)
    }
}

/// The bucket. Times are nanoseconds after a moment that is the same for all calls.
#[derive(Debug, Default)]
pub struct Bucket {
    full_at: AtomicU64,
}

impl Bucket {
    /// Takes this much in any case, and says how long whoever takes it is to wait for that.
    pub fn take(&self, amount: u64, now: u64, rate: Rate) -> Duration {
        let taken = |full_at: u64| full_at.max(now).saturating_add(rate.time_of(amount));
        // The closure always gives a value, so that either way the answer is the number before.
        let before = self
            .full_at
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |full_at| Some(taken(full_at)))
            .unwrap_or_else(|full_at| full_at);
        Duration::from_nanos((taken(before) - now).saturating_sub(rate.time_of(rate.burst)))
    }

    /// Takes this much if it is there; if not, takes nothing and says after what time it will be.
    pub fn try_take(&self, amount: u64, now: u64, rate: Rate) -> Result<(), Duration> {
        let after = |full_at: u64| full_at.max(now).saturating_add(rate.time_of(amount));
        let missing = |full_at: u64| (after(full_at) - now).saturating_sub(rate.time_of(rate.burst));
        self.full_at
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |full_at| {
                (missing(full_at) == 0).then(|| after(full_at))
            })
            .map(drop)
            .map_err(|full_at| Duration::from_nanos(missing(full_at)))
    }

    /// Whether one could be taken.
    pub fn has_one(&self, now: u64, rate: Rate) -> bool {
        let full_at = self.full_at.load(Ordering::Relaxed).max(now);
        full_at.saturating_add(rate.time_of(1)) - now <= rate.time_of(rate.burst)
    }

    /// Whether it is as if it had never been used.
    pub fn is_full(&self, now: u64) -> bool {
        self.full_at.load(Ordering::Relaxed) <= now
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SECOND: u64 = 1_000_000_000;
    const RATE: Rate = Rate {
        burst: 10,
        per_second: 5,
    };

    #[test]
    fn a_burst_goes_through_and_what_follows_at_the_rate() {
        let bucket = Bucket::default();
        assert!((0..10).all(|_| bucket.has_one(SECOND, RATE) && bucket.try_take(1, SECOND, RATE).is_ok()));
        assert!(!bucket.has_one(SECOND, RATE));
        assert_eq!(bucket.try_take(1, SECOND, RATE), Err(Duration::from_millis(200)));
        assert_eq!(bucket.try_take(1, SECOND + SECOND / 5, RATE), Ok(()));
        assert!(bucket.try_take(1, SECOND + SECOND / 5, RATE).is_err());
    }

    #[test]
    fn who_takes_in_any_case_waits_for_it_and_those_after_wait_longer() {
        let bucket = Bucket::default();
        assert_eq!(bucket.take(10, SECOND, RATE), Duration::ZERO);
        assert_eq!(bucket.take(1, SECOND, RATE), Duration::from_millis(200));
        assert_eq!(bucket.take(5, SECOND, RATE), Duration::from_millis(1_200));
    }

    #[test]
    fn what_is_refused_costs_nothing_and_a_pause_fills_it_again() {
        let bucket = Bucket::default();
        assert!(bucket.try_take(11, 0, RATE).is_err(), "more than it ever holds");
        assert!(bucket.is_full(0));
        assert!(bucket.try_take(10, 0, RATE).is_ok() && !bucket.is_full(SECOND));
        assert!(bucket.is_full(2 * SECOND) && bucket.try_take(10, 2 * SECOND, RATE).is_ok());
    }

    proptest! {
        #[test]
        fn never_more_goes_through_than_the_burst_and_what_came_back(steps in proptest::collection::vec((0..2 * SECOND, 1u64..4), 1..80)) {
            let bucket = Bucket::default();
            let (mut now, mut through) = (0, 0);
            for (pause, amount) in steps {
                now += pause;
                through += if bucket.try_take(amount, now, RATE).is_ok() { amount } else { 0 };
                prop_assert!(u128::from(through) * u128::from(SECOND) <= u128::from(RATE.burst) * u128::from(SECOND) + u128::from(now) * u128::from(RATE.per_second));
            }
        }
    }
}
