//! A histogram of durations: exact at its ends, within 2 % between them, small enough for one per phone.

use std::time::Duration;

/// Steps within one power of two; 64 of them are 1.6 % apart.
const STEPS: u64 = 64;
const STEP_BITS: u32 = STEPS.trailing_zeros();
/// Buckets up to 2^40 ns, a quarter of an hour.
const BUCKETS: usize = (40 - STEP_BITS as usize + 1) * STEPS as usize;

/// Durations, counted.
#[derive(Debug, Clone, Default)]
pub struct Latencies {
    counts: Vec<u64>,
    count: u64,
    max: Duration,
}

impl Latencies {
    /// Counts one duration.
    pub fn record(&mut self, duration: Duration) {
        if self.counts.is_empty() {
            self.counts = vec![0; BUCKETS];
        }
        self.counts[bucket(duration)] += 1;
        self.count += 1;
        self.max = self.max.max(duration);
    }

    /// Takes another histogram's counts in.
    pub fn merge(&mut self, other: &Self) {
        if self.counts.is_empty() {
            self.counts.clone_from(&other.counts);
        } else {
            self.counts.iter_mut().zip(&other.counts).for_each(|(mine, its)| *mine += its);
        }
        self.count += other.count;
        self.max = self.max.max(other.max);
    }

    /// The duration that this share of all stay at or below; none where nothing was counted.
    pub fn quantile(&self, share: f64) -> Option<Duration> {
        let wanted = ((self.count as f64 * share).ceil() as u64).clamp(1, self.count.max(1));
        let mut so_far = 0;
        let at = self.counts.iter().position(|count| {
            so_far += count;
            so_far >= wanted
        })?;
        Some(upper_end(at).min(self.max))
    }

    /// The longest; none where nothing was counted.
    pub fn max(&self) -> Option<Duration> {
        (self.count > 0).then_some(self.max)
    }

    /// How many were counted.
    pub fn count(&self) -> u64 {
        self.count
    }
}

/// Numbers below `STEPS` have a bucket each; above, the leading bits choose it.
fn bucket(duration: Duration) -> usize {
    let nanos = u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX);
    let shift = (63 - (nanos | STEPS).leading_zeros()) - STEP_BITS;
    let index = u64::from(shift) * STEPS + (nanos >> shift);
    usize::try_from(index).unwrap_or(BUCKETS).min(BUCKETS - 1)
}

fn upper_end(bucket: usize) -> Duration {
    let bucket = bucket as u64;
    let shift = (bucket / STEPS).saturating_sub(1);
    let lead = bucket - shift * STEPS;
    Duration::from_nanos(((lead + 1) << shift) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(millis: impl IntoIterator<Item = u64>) -> Latencies {
        let mut latencies = Latencies::default();
        millis
            .into_iter()
            .for_each(|millis| latencies.record(Duration::from_millis(millis)));
        latencies
    }

    fn near(found: Option<Duration>, millis: f64) {
        let found = found.expect("something was counted").as_secs_f64() * 1000.0;
        assert!((found - millis).abs() <= millis * 0.02, "{found} is not near {millis}");
    }

    #[test]
    fn quantiles_are_within_two_percent() {
        let latencies = of(1..=1000);
        near(latencies.quantile(0.5), 500.0);
        near(latencies.quantile(0.99), 990.0);
        assert_eq!(latencies.max(), Some(Duration::from_millis(1000)));
        assert_eq!(latencies.quantile(1.0), latencies.max());
    }

    #[test]
    fn merged_histograms_count_as_one() {
        let mut both = of(1..=500);
        both.merge(&of(501..=1000));
        assert_eq!(both.quantile(0.99), of(1..=1000).quantile(0.99));
        assert_eq!(both.count(), 1000);
        let mut empty = Latencies::default();
        empty.merge(&both);
        assert_eq!(empty.quantile(0.5), both.quantile(0.5));
    }

    #[test]
    fn every_duration_lies_in_the_bucket_that_claims_it() {
        for nanos in (0..5000).chain([1 << 20, (1 << 20) - 1, 123_456_789, u64::from(u32::MAX)]) {
            let at = bucket(Duration::from_nanos(nanos));
            assert!(Duration::from_nanos(nanos) <= upper_end(at), "{nanos}");
            assert!(at == 0 || Duration::from_nanos(nanos) > upper_end(at - 1), "{nanos}");
        }
    }

    #[test]
    fn nothing_counted_has_no_quantile() {
        assert_eq!(Latencies::default().quantile(0.5), None);
        assert_eq!(Latencies::default().max(), None);
        of([u64::MAX / 2_000_000])
            .quantile(0.5)
            .expect("huge durations are counted too");
    }
}
