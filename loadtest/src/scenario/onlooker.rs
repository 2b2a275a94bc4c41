//! What a phone's view showed when: the positions it had, each with the moment.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::time::Instant;

/// The positions of one phone's view.
#[derive(Debug, Default)]
pub struct Onlooker {
    /// Rising, each with the moment.
    shown: Vec<(u64, Instant)>,
    position: Arc<AtomicU64>,
}

impl Onlooker {
    /// The position that the view has, for others to watch.
    pub fn position(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.position)
    }

    /// Notes that the view has this position now.
    pub fn moved_to(&mut self, seq: u64, now: std::time::Instant) {
        self.shown.push((seq, now.into()));
        self.position.store(seq, Ordering::Release);
    }

    /// When the view first had this position or a later one.
    pub fn showed(&self, seq: u64) -> Option<Instant> {
        let at = self.shown.partition_point(|(shown, _)| *shown < seq);
        self.shown.get(at).map(|(_, moment)| *moment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_shown_when_it_or_a_later_one_first_is() {
        let (mut onlooker, start) = (Onlooker::default(), std::time::Instant::now());
        let later = start + std::time::Duration::from_millis(5);
        onlooker.moved_to(2, start);
        onlooker.moved_to(7, later);
        assert_eq!(
            [onlooker.showed(2), onlooker.showed(5)],
            [Some(start.into()), Some(later.into())]
        );
        assert_eq!(onlooker.showed(8), None);
        assert_eq!(onlooker.position().load(Ordering::Acquire), 7);
    }
}
