//! When each writer's next edit is due. The schedule is fixed beforehand, so that a slow server cannot slow its own test.

use std::time::Duration;
use tokio::time::Instant;

/// One writer's moments.
#[derive(Debug)]
pub struct Schedule {
    first: Instant,
    interval: Duration,
    made: u32,
    count: u32,
}

impl Schedule {
    /// `count` moments from `start` on; the writers are spread evenly over the first interval.
    pub fn new(start: Instant, interval: Duration, count: u32, writer: usize, writers: usize) -> Self {
        let offset = interval.mul_f64(writer as f64 / writers.max(1) as f64);
        Self {
            first: start + offset,
            interval,
            made: 0,
            count,
        }
    }
}

impl Iterator for Schedule {
    type Item = Instant;

    fn next(&mut self) -> Option<Instant> {
        if self.made == self.count {
            return None;
        }
        let due = self.first + self.interval * self.made;
        self.made += 1;
        Some(due)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_due_at_even_intervals_and_writers_take_turns() {
        let start = Instant::now();
        let second: Vec<Duration> = Schedule::new(start, Duration::from_millis(100), 3, 1, 4)
            .map(|due| due - start)
            .collect();
        assert_eq!(second, [25, 125, 225].map(Duration::from_millis));
    }
}
