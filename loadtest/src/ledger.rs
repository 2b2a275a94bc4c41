//! What was sent in a room and when, and what each phone of it has seen.

use crate::latency::Latencies;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Everything that the writers of one room sent. Shared by all phones of the room.
#[derive(Debug)]
pub struct Ledger {
    started: Instant,
    edits: Vec<Edit>,
    sent: AtomicU32,
    /// New markers seen by all phones together; tells when everything has arrived.
    deliveries: AtomicU64,
    /// Edits that the server answered, saved or refused.
    answered: AtomicU64,
}

/// One edit's moments, in nanoseconds after the ledger's start.
#[derive(Debug, Default)]
struct Edit {
    author: AtomicU32,
    sent_at: AtomicU64,
    last_seen_at: AtomicU64,
}

impl Ledger {
    /// For so many edits at most.
    pub fn new(edits_max: u32) -> Self {
        let edits = (0..edits_max).map(|_| Edit::default()).collect();
        Self {
            started: Instant::now(),
            edits,
            sent: AtomicU32::new(0),
            deliveries: AtomicU64::new(0),
            answered: AtomicU64::new(0),
        }
    }

    /// Takes the next edit's number and notes that it goes out now; none where all are used up.
    pub fn send(&self, author: u32) -> Option<u32> {
        let number = self.sent.fetch_add(1, Ordering::AcqRel);
        let Some(edit) = self.edits.get(number as usize) else {
            self.sent.fetch_sub(1, Ordering::AcqRel);
            return None;
        };
        edit.author.store(author, Ordering::Relaxed);
        edit.sent_at.store(self.nanos(Instant::now()), Ordering::Release);
        Some(number)
    }

    /// How long ago the edit was sent; none for a number that was never given out.
    pub fn since_sent(&self, number: u32, now: Instant) -> Option<Duration> {
        let edit = self.edit(number)?;
        Some(Duration::from_nanos(
            self.nanos(now).saturating_sub(edit.sent_at.load(Ordering::Acquire)),
        ))
    }

    /// Notes that a phone has seen an edit for the first time; none where it was never sent, or is the phone's own.
    /// When everyone has it is decided by those whose network is `fair`.
    pub fn see(&self, number: u32, phone: u32, now: Instant, fair: bool) -> Option<Duration> {
        let edit = self.edit(number)?;
        if edit.author.load(Ordering::Relaxed) == phone {
            return None;
        }
        if fair {
            edit.last_seen_at.fetch_max(self.nanos(now), Ordering::Relaxed);
        }
        self.deliveries.fetch_add(1, Ordering::Relaxed);
        self.since_sent(number, now)
    }

    /// The edits of one author, which its own phone need not be told.
    pub fn written_by(&self, author: u32) -> impl Iterator<Item = u32> + '_ {
        (0..self.sent()).filter(move |number| {
            self.edit(*number)
                .is_some_and(|edit| edit.author.load(Ordering::Relaxed) == author)
        })
    }

    /// How long each edit took to the last phone that saw it.
    pub fn until_everyone(&self) -> Latencies {
        let mut latencies = Latencies::default();
        for edit in self.edits.iter().take(self.sent() as usize) {
            let (sent_at, seen_at) = (
                edit.sent_at.load(Ordering::Acquire),
                edit.last_seen_at.load(Ordering::Acquire),
            );
            if seen_at > 0 {
                latencies.record(Duration::from_nanos(seen_at.saturating_sub(sent_at)));
            }
        }
        latencies
    }

    /// From the first sending to the last seeing.
    pub fn span(&self) -> Duration {
        let sent = self.edits.iter().take(self.sent() as usize);
        let times = sent.map(|edit| {
            (
                edit.sent_at.load(Ordering::Acquire),
                edit.last_seen_at.load(Ordering::Acquire),
            )
        });
        let (first, last) = times.fold((u64::MAX, 0), |(first, last), (sent, seen)| (first.min(sent), last.max(seen)));
        Duration::from_nanos(last.saturating_sub(first))
    }

    fn edit(&self, number: u32) -> Option<&Edit> {
        self.edits.get(number as usize).filter(|_| number < self.sent())
    }

    /// How many edits were sent.
    pub fn sent(&self) -> u32 {
        self.sent.load(Ordering::Acquire)
    }

    /// Notes that the server answered so many edits of one author.
    pub fn answer(&self, edits: u32) {
        self.answered.fetch_add(u64::from(edits), Ordering::Relaxed);
    }

    /// How many edits the server has answered.
    pub fn answered(&self) -> u64 {
        self.answered.load(Ordering::Relaxed)
    }

    /// How many edits all phones together have seen.
    pub fn deliveries(&self) -> u64 {
        self.deliveries.load(Ordering::Relaxed)
    }

    fn nanos(&self, moment: Instant) -> u64 {
        u64::try_from(moment.saturating_duration_since(self.started).as_nanos()).unwrap_or(u64::MAX)
    }
}

/// The edits that one phone has seen: one bit each, so that every phone is checked and not a sample.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    words: Vec<u64>,
}

impl Seen {
    /// Notes an edit; true where it is new.
    pub fn insert(&mut self, edit: u32) -> bool {
        let (word, bit) = (edit as usize / 64, 1 << (edit % 64));
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        let new = self.words[word] & bit == 0;
        self.words[word] |= bit;
        new
    }

    /// How many of the first `sent` edits were not seen.
    pub fn missing(&self, sent: u32) -> u32 {
        let seen = (0..sent).filter(|edit| self.contains(*edit)).count();
        sent - u32::try_from(seen).unwrap_or(sent)
    }

    fn contains(&self, edit: u32) -> bool {
        self.words
            .get(edit as usize / 64)
            .is_some_and(|word| word & (1 << (edit % 64)) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_edit_gets_a_number_of_its_own_until_all_are_used_up() {
        let ledger = Ledger::new(2);
        assert_eq!([ledger.send(1), ledger.send(1), ledger.send(1)], [Some(0), Some(1), None]);
        assert_eq!(ledger.sent(), 2);
    }

    #[test]
    fn only_what_was_sent_can_be_seen() {
        let ledger = Ledger::new(5);
        let edit = ledger.send(1).expect("the first");
        assert!(ledger.see(edit, 2, Instant::now(), true).is_some());
        assert_eq!(ledger.see(1, 2, Instant::now(), true), None);
        assert_eq!(ledger.see(99, 2, Instant::now(), true), None);
        assert_eq!(ledger.deliveries(), 1);
    }

    #[test]
    fn an_edit_that_comes_back_to_its_author_is_no_delivery() {
        let ledger = Ledger::new(3);
        let edits = [ledger.send(7), ledger.send(8), ledger.send(7)];
        assert_eq!(ledger.see(edits[0].expect("sent"), 7, Instant::now(), true), None);
        assert_eq!(ledger.deliveries(), 0);
        assert_eq!(ledger.written_by(7).collect::<Vec<_>>(), [0, 2]);
    }

    #[test]
    fn the_last_phone_decides_when_everyone_has_an_edit() {
        let ledger = Ledger::new(1);
        let edit = ledger.send(1).expect("the first");
        let now = Instant::now();
        ledger.see(edit, 2, now + Duration::from_millis(50), true);
        ledger.see(edit, 3, now + Duration::from_millis(20), true);
        let slowest = ledger.until_everyone().max().expect("one edit");
        assert!(
            slowest >= Duration::from_millis(50) && slowest < Duration::from_millis(60),
            "{slowest:?}"
        );
    }

    #[test]
    fn a_gap_in_what_a_phone_saw_is_missing_even_if_the_count_looks_right() {
        let mut seen = Seen::default();
        assert!(seen.insert(0) && seen.insert(64) && seen.insert(200));
        assert!(!seen.insert(64), "a second time is not new");
        assert_eq!(seen.missing(3), 2);
        assert_eq!(seen.missing(1), 0);
    }
}
