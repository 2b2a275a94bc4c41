//! The steps of a history, gathered record by record: with their authors, and the same without. Which of the two is told is known at
//! the end.

use super::reading::Reading;
use super::steps::Steps;
use super::{History, Keeping};
use crate::room::event::Event;
use crate::room::footing::Footing;
use crate::room::ids::{SeatId, Seq};
use crate::room::record::Record;
use std::collections::BTreeMap;

/// What a step takes, bytes: itself and who wrote it.
const STEP_BYTES: usize = 128;
/// What an author takes, bytes: a seat's id twice.
const AUTHOR_BYTES: usize = 128;

/// The numbers of authors, given out in the order in which they first wrote.
#[derive(Debug, Clone, Default)]
pub struct Numbers {
    authors: Vec<SeatId>,
    numbers: BTreeMap<SeatId, usize>,
}

impl Numbers {
    /// The author's number.
    pub fn of(&mut self, author: &SeatId) -> usize {
        if let Some(number) = self.numbers.get(author) {
            return *number;
        }
        self.authors.push(author.clone());
        self.numbers.insert(author.clone(), self.authors.len() - 1);
        self.authors.len() - 1
    }

    /// About how many bytes they take.
    pub fn bytes(&self) -> usize {
        self.authors.len() * AUTHOR_BYTES
    }
}

/// The steps up to a position.
#[derive(Debug, Clone)]
pub struct Gathered {
    seq: Seq,
    kept_at: Seq,
    named: Steps<usize>,
    nameless: Steps<usize>,
    numbers: Numbers,
    footing: Footing,
}

impl Gathered {
    /// Before the first record.
    pub fn new() -> Self {
        Self {
            seq: Seq(0),
            kept_at: Seq(0),
            named: Steps::new(),
            nameless: Steps::new(),
            numbers: Numbers::default(),
            footing: Footing::default(),
        }
    }

    /// About how many bytes they take.
    pub fn bytes(&self) -> usize {
        (self.named.len() + self.nameless.len()) * STEP_BYTES + self.numbers.bytes()
    }

    /// What is told.
    pub fn finish(self) -> History {
        let (steps, authors) = if self.footing.is_on_the_record() {
            (self.named, self.numbers.authors)
        } else {
            (self.nameless, Vec::new())
        };
        History {
            steps: steps.finish(),
            authors,
            on_the_record: self.footing.is_on_the_record(),
        }
    }

    fn take_event(&mut self, event: &Event) {
        match event {
            Event::VersionNamed { version, .. } => {
                self.named.name(*version);
                self.nameless.name(*version);
            }
            Event::VersionUnnamed { version } => {
                self.named.unname(*version);
                self.nameless.unname(*version);
            }
            _ => {}
        }
    }
}

impl Reading for Gathered {
    fn seq(&self) -> Seq {
        self.seq
    }

    fn take(&mut self, seq: Seq, record: Record) {
        self.seq = seq;
        record.events.iter().for_each(|event| self.footing.follow(event));
        if record.events.iter().any(|event| matches!(event, Event::NotesEdited { .. })) {
            let author = record.by.as_ref().map(|by| self.numbers.of(by));
            self.named.add(seq, record.at, author);
            self.nameless.add(seq, record.at, None);
        }
        record.events.iter().for_each(|event| self.take_event(event));
    }

    fn keep(&mut self, keeping: &Keeping) {
        if self.seq.0 >= self.kept_at.0 + keeping.distance {
            self.kept_at = self.seq;
            keeping.kept.keep_gathered(self.clone(), &keeping.memory);
        }
    }
}
