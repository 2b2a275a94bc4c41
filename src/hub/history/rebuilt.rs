//! The notes as they stood at a position: written again record by record, from the nearest checkpoint before it on.

use super::gathered::Numbers;
use super::kept::Checkpoint;
use super::reading::Reading;
use super::{Keeping, Past};
use crate::hub::fault::Fault;
use crate::room::event::Event;
use crate::room::footing::Footing;
use crate::room::ids::{Millis, Seq};
use crate::room::notes::Notes;
use crate::room::record::Record;
use std::collections::BTreeMap;

/// Edits that wait to be merged at once.
const WAITING_MAX: usize = 256;

/// Notes that are written again.
pub struct Rebuilt {
    seq: Seq,
    kept_at: Seq,
    notes: Notes,
    at: Millis,
    numbers: Numbers,
    footing: Footing,
    waiting: usize,
}

impl Rebuilt {
    /// Before the first record.
    pub fn new() -> Self {
        Self {
            seq: Seq(0),
            kept_at: Seq(0),
            notes: Notes::new(),
            at: Millis::default(),
            numbers: Numbers::default(),
            footing: Footing::default(),
            waiting: 0,
        }
    }

    /// As they stood at a checkpoint; from the first record on where there is none, or it cannot be read.
    pub fn from_checkpoint(checkpoint: Option<&Checkpoint>) -> Self {
        let restored = checkpoint.and_then(|checkpoint| Some((checkpoint, Notes::restore(&checkpoint.notes).ok()?)));
        let Some((checkpoint, notes)) = restored else {
            return Self::new();
        };
        Self {
            seq: checkpoint.seq,
            kept_at: checkpoint.seq,
            notes,
            at: checkpoint.at,
            numbers: checkpoint.numbers.clone(),
            footing: checkpoint.footing,
            waiting: 0,
        }
    }

    /// What is told.
    pub fn finish(mut self) -> Result<Past, Fault> {
        self.flush();
        let update = self.notes.diff(&[]).map_err(|refusal| Fault::Unreadable(refusal.message))?;
        let numbers = &mut self.numbers;
        let writers = self.notes.writers().filter(|_| self.footing.is_on_the_record());
        let writers: BTreeMap<u64, usize> = writers.map(|(client, seat)| (client, numbers.of(seat))).collect();
        Ok(Past {
            at: self.at,
            update,
            writers,
            on_the_record: self.footing.is_on_the_record(),
        })
    }

    fn flush(&mut self) {
        self.notes.flush();
        self.waiting = 0;
    }
}

impl Reading for Rebuilt {
    fn seq(&self) -> Seq {
        self.seq
    }

    fn take(&mut self, seq: Seq, record: Record) {
        self.seq = seq;
        if seq == Seq(1) {
            self.at = record.at;
        }
        record.events.iter().for_each(|event| self.footing.follow(event));
        for event in &record.events {
            let (Event::NotesEdited { update }, Some(by)) = (event, &record.by) else {
                continue;
            };
            self.numbers.of(by);
            self.notes.accept(by, update);
            self.at = record.at;
            self.waiting += 1;
        }
        if self.waiting >= WAITING_MAX {
            self.flush();
        }
    }

    fn keep(&mut self, keeping: &Keeping) {
        if self.seq.0 < self.kept_at.0 + keeping.distance {
            return;
        }
        self.flush();
        self.kept_at = self.seq;
        let checkpoint = Checkpoint {
            seq: self.seq,
            at: self.at,
            notes: self.notes.snapshot(),
            numbers: self.numbers.clone(),
            footing: self.footing,
        };
        keeping.kept.keep_checkpoint(checkpoint, &keeping.memory);
    }
}
