//! The history of a room's notes, read from the journal: which steps they were written in, and how they stood at any position.
//! Nothing of it is kept beside the journal, so that it cannot say anything else. Reading is done apart from the room, on threads
//! that may wait, and at most two at a time: a long history takes some seconds of a processor.
//!
//! Who wrote what is told only of a room that is on the record, and was at each moment since somebody came in; in others the authors
//! are forgotten here, before any answer is made of it.

mod steps;
#[cfg(test)]
mod tests;

pub use steps::Step;

use super::Hub;
use super::fault::Fault;
use crate::journal::{Record as Stored, Stream};
use crate::room::event::Event;
use crate::room::footing::Footing;
use crate::room::ids::{Millis, SeatId, Seq};
use crate::room::notes::Notes;
use crate::room::record::Record;
use std::collections::BTreeMap;
use std::time::Duration;
use steps::Steps;
use tokio::sync::SemaphorePermit;

/// Histories that are read at the same time.
pub const READERS_MAX: usize = 2;
/// How long a request waits for its turn before it is told to come back.
const TURN_MAX: Duration = Duration::from_secs(5);
/// Records read at a time: with edits at their largest, 64 MiB at once.
const PAGE_RECORDS: usize = 256;

/// The steps of the notes since the room came to be.
#[derive(Debug)]
pub struct History {
    /// The steps in order. Their authors are numbers in `authors`; there are none where nobody is told.
    pub steps: Vec<Step<usize>>,
    /// Who wrote, in order of appearance.
    pub authors: Vec<SeatId>,
    /// Whether the room was on the record throughout.
    pub on_the_record: bool,
}

/// The notes as they were at a position.
#[derive(Debug)]
pub struct Past {
    /// When they were last written before it; the beginning of the room where nothing was.
    pub at: Millis,
    /// All of the document as an update (v1).
    pub update: Vec<u8>,
    /// Whose client ids are whose, by the numbers that `History` gives; empty where nobody is told.
    pub writers: BTreeMap<u64, usize>,
    /// Whether the room was on the record until then.
    pub on_the_record: bool,
}

impl Hub {
    /// The steps of a room's notes up to a position.
    pub async fn notes_history(&self, meeting: &str, room: &str, until: Seq) -> Result<History, Fault> {
        let _turn = self.turn().await?;
        let stream = Stream::new(&format!("{meeting}/{room}"));
        let gathered = self.fold(&stream, until, Gathered::new(), Gathered::take).await?;
        Ok(gathered.finish())
    }

    /// The notes of a room as they stood at a position, which has to be one of the room's.
    pub async fn notes_at(&self, meeting: &str, room: &str, seq: Seq) -> Result<Past, Fault> {
        let _turn = self.turn().await?;
        let stream = Stream::new(&format!("{meeting}/{room}"));
        let rebuilt = self.fold(&stream, seq, Rebuilt::new(), Rebuilt::take).await?;
        on_a_thread(move || rebuilt.finish()).await?
    }

    /// The right to read a history now.
    async fn turn(&self) -> Result<SemaphorePermit<'_>, Fault> {
        let turn = tokio::time::timeout(TURN_MAX, self.histories.acquire()).await;
        turn.ok().and_then(Result::ok).ok_or(Fault::Unavailable)
    }

    /// Every record up to a position, page by page, each page on a thread that may take its time.
    async fn fold<S: Send + 'static>(
        &self,
        stream: &Stream,
        until: Seq,
        start: S,
        take: fn(&mut S, Seq, Record),
    ) -> Result<S, Fault> {
        let (mut state, mut seq) = (start, 0);
        while seq < until.0 {
            let limit = usize::try_from(until.0 - seq).unwrap_or(PAGE_RECORDS).min(PAGE_RECORDS);
            let page = self.services.journal.read(stream, seq, limit).await?;
            let Some(last) = page.last() else { break };
            seq = last.seq;
            state = on_a_thread(move || take_page(state, &page, take)).await??;
        }
        Ok(state)
    }
}

fn take_page<S>(mut state: S, page: &[Stored], take: fn(&mut S, Seq, Record)) -> Result<S, Fault> {
    for stored in page {
        let record =
            Record::decode(&stored.payload).map_err(|error| Fault::Unreadable(format!("record {}: {error}", stored.seq)))?;
        take(&mut state, Seq(stored.seq), record);
    }
    Ok(state)
}

/// Runs work on a thread of the runtime that may wait; those have the stack that documents need.
async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Fault::Unavailable)
}

/// The numbers of authors, given out in the order in which they first wrote.
#[derive(Default)]
struct Numbers {
    authors: Vec<SeatId>,
    numbers: BTreeMap<SeatId, usize>,
}

impl Numbers {
    fn of(&mut self, author: SeatId) -> usize {
        *self.numbers.entry(author).or_insert_with_key(|author| {
            self.authors.push(author.clone());
            self.authors.len() - 1
        })
    }
}

/// The steps with their authors, and the same without: which of them is told is known at the end.
struct Gathered {
    named: Steps<usize>,
    nameless: Steps<usize>,
    numbers: Numbers,
    footing: Footing,
}

impl Gathered {
    fn new() -> Self {
        Self {
            named: Steps::new(),
            nameless: Steps::new(),
            numbers: Numbers::default(),
            footing: Footing::default(),
        }
    }

    fn take(&mut self, seq: Seq, record: Record) {
        record.events.iter().for_each(|event| self.footing.follow(event));
        let edits = record
            .events
            .iter()
            .filter(|event| matches!(event, Event::NotesEdited { .. }));
        if edits.count() == 0 {
            if record.events.iter().any(|event| matches!(event, Event::VersionNamed { .. })) {
                self.named.name();
                self.nameless.name();
            }
            return;
        }
        let author = record.by.map(|by| self.numbers.of(by));
        self.named.add(seq, record.at, author);
        self.nameless.add(seq, record.at, None);
    }

    fn finish(self) -> History {
        let on_the_record = self.footing.is_on_the_record();
        let (steps, authors) = if on_the_record {
            (self.named, self.numbers.authors)
        } else {
            (self.nameless, Vec::new())
        };
        History {
            steps: steps.finish(),
            authors,
            on_the_record,
        }
    }
}

/// Notes that are written again.
struct Rebuilt {
    notes: Notes,
    at: Millis,
    numbers: Numbers,
    footing: Footing,
    waiting: usize,
}

impl Rebuilt {
    fn new() -> Self {
        Self {
            notes: Notes::new(),
            at: Millis::default(),
            numbers: Numbers::default(),
            footing: Footing::default(),
            waiting: 0,
        }
    }

    fn take(&mut self, seq: Seq, record: Record) {
        if seq == Seq(1) {
            self.at = record.at;
        }
        record.events.iter().for_each(|event| self.footing.follow(event));
        for event in &record.events {
            let (Event::NotesEdited { update }, Some(by)) = (event, &record.by) else {
                continue;
            };
            self.numbers.of(by.clone());
            self.notes.accept(by, update);
            self.at = record.at;
            self.waiting += 1;
        }
        if self.waiting >= PAGE_RECORDS {
            self.flush();
        }
    }

    fn flush(&mut self) {
        self.notes.flush();
        self.waiting = 0;
    }

    fn finish(mut self) -> Result<Past, Fault> {
        self.flush();
        let update = self.notes.diff(&[]).map_err(|refusal| Fault::Unreadable(refusal.message))?;
        let on_the_record = self.footing.is_on_the_record();
        let writers = if on_the_record {
            let numbers = &mut self.numbers;
            self.notes
                .writers()
                .map(|(client, seat)| (client, numbers.of(seat.clone())))
                .collect()
        } else {
            BTreeMap::new()
        };
        Ok(Past {
            at: self.at,
            update,
            writers,
            on_the_record,
        })
    }
}
