//! Which edits a phone saw, and when; and which of its own are on disk.

use super::author::OwnEdits;
use crate::latency::Latencies;
use crate::ledger::{Ledger, Seen};
use std::sync::Arc;
use std::time::Instant;

/// The edits of one phone.
#[derive(Debug)]
pub struct Witness {
    /// The phone's number.
    pub number: u32,
    /// From another's sending to this phone's seeing.
    pub seeing: Latencies,
    /// The same of a phone that was in bad weather, which is no figure of the server's.
    pub catching_up: Latencies,
    /// From its own sending to the server's word that it is on disk.
    pub saving: Latencies,
    seen: Seen,
    is_fair: bool,
    answered: u32,
    ledger: Arc<Ledger>,
    own: Arc<OwnEdits>,
}

impl Witness {
    /// A phone that has seen nothing yet.
    pub fn new(number: u32, ledger: Arc<Ledger>, own: Arc<OwnEdits>) -> Self {
        Self {
            number,
            seeing: Latencies::default(),
            catching_up: Latencies::default(),
            saving: Latencies::default(),
            seen: Seen::default(),
            is_fair: true,
            answered: 0,
            ledger,
            own,
        }
    }

    /// The same in bad weather: what it sees late is no figure of the server's.
    pub fn in_weather(mut self, is_fair: bool) -> Self {
        self.is_fair = is_fair;
        self
    }

    /// Whether its network is.
    pub fn is_fair(&self) -> bool {
        self.is_fair
    }

    /// Notes an edit.
    pub fn see(&mut self, edit: u32, now: Instant) {
        if !self.seen.insert(edit) {
            return;
        }
        let Some(after) = self.ledger.see(edit, self.number, now, self.is_fair) else {
            return;
        };
        match self.is_fair {
            true => self.seeing.record(after),
            false => self.catching_up.record(after),
        }
    }

    /// How many edits of others it has seen.
    pub fn delivered(&self) -> u64 {
        self.seeing.count() + self.catching_up.count()
    }

    /// So many of its own are on disk.
    pub fn saved(&mut self, updates: u32, now: Instant) {
        let newly = (self.answered..updates).filter_map(|nth| self.own.nth(nth));
        newly
            .filter_map(|edit| self.ledger.since_sent(edit, now))
            .for_each(|after| self.saving.record(after));
        self.answered_so_far(updates);
    }

    /// So many of its own are answered, saved or refused.
    pub fn answered_so_far(&mut self, updates: u32) {
        self.ledger.answer(updates.saturating_sub(self.answered));
        self.answered = self.answered.max(updates);
    }

    /// How many of all edits are missing here. Its own are on its page without the server.
    pub fn missing(&mut self) -> u32 {
        for edit in self.ledger.written_by(self.number) {
            self.seen.insert(edit);
        }
        self.seen.missing(self.ledger.sent())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_counts_an_edit_once_and_misses_the_one_that_never_came() {
        let ledger: Arc<Ledger> = Ledger::new(2).into();
        let mut witness = Witness::new(5, Arc::clone(&ledger), OwnEdits::new(0));
        ledger.send(9).expect("the first");
        ledger.send(9).expect("the second");
        [0, 0].iter().for_each(|edit| witness.see(*edit, Instant::now()));
        assert_eq!((witness.delivered(), ledger.deliveries()), (1, 1));
        assert_eq!(witness.missing(), 1);
    }

    #[test]
    fn saved_is_counted_off_against_the_phones_own_edits() {
        let (ledger, own): (Arc<Ledger>, _) = (Ledger::new(3).into(), OwnEdits::new(3));
        let mut witness = Witness::new(5, Arc::clone(&ledger), Arc::clone(&own));
        for nth in 0..3 {
            own.note(nth, ledger.send(5).expect("an edit"));
        }
        [2, 2].iter().for_each(|updates| witness.saved(*updates, Instant::now()));
        assert_eq!((witness.saving.count(), ledger.answered()), (2, 2));
        assert_eq!(witness.missing(), 0, "its own edits need no delivery");
    }

    #[test]
    fn what_a_phone_sees_in_bad_weather_is_delivered_but_no_figure() {
        let ledger: Arc<Ledger> = Ledger::new(1).into();
        let mut witness = Witness::new(5, Arc::clone(&ledger), OwnEdits::new(0)).in_weather(false);
        ledger.send(9).expect("an edit");
        witness.see(0, Instant::now());
        assert_eq!((witness.seeing.count(), witness.delivered(), ledger.deliveries()), (0, 1, 1));
        assert_eq!(ledger.until_everyone().count(), 0);
    }
}
