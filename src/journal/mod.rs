//! Durable records. A journal holds streams (one for each room, one for the server); a stream is a row of records, counted
//! from 1 without gaps, that are never edited and never taken away. It knows bytes and sequence numbers, not speakers: it
//! never reads a payload, never asks the clock, and never says that something is stored before it is on disk.
//!
//! [`Journal`] is what the rest of the server sees. [`sqlite::SqliteJournal`] keeps it in one file, [`memory::MemoryJournal`]
//! keeps it for tests and demos, and both pass the same contract tests. The trait asks for nothing that a log with an
//! optimistic 'last sequence' check, spread over several machines, could not also do.

pub mod directory;
mod fault;
pub mod memory;
pub mod sqlite;

pub use fault::JournalFault;

use bytes::Bytes;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

/// The largest payload that a journal takes, of a record or a snapshot: 64 MiB. Far above what a room may hold (its own
/// limits are in `room::limits`), and small enough that one write can't keep every other room waiting for long.
pub const PAYLOAD_BYTES_MAX: usize = 64 * 1024 * 1024;

/// The name of a row of records, for example `global-roundtable/group-1`. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stream(Arc<str>);

impl Stream {
    /// Names a stream.
    pub fn new(name: &str) -> Self {
        Self(name.into())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Stream {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// One stored payload and its place in its stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its place: the first record of a stream is 1, and there are no gaps.
    pub seq: u64,
    /// What was appended, byte for byte.
    pub payload: Bytes,
}

/// The state of a stream's owner after some record, kept so that it need not read every record again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The last record that it includes; 0 if it was made before the first.
    pub seq: u64,
    /// The state, byte for byte.
    pub payload: Bytes,
}

/// What a stream's owner needs to stand where it stood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recovered {
    /// The latest snapshot, if one was saved.
    pub snapshot: Option<Snapshot>,
    /// Every record after the snapshot, or every record if there is none.
    pub records: Vec<Record>,
}

impl Recovered {
    /// The last record of the stream; 0 if there is none. It is what the next append has to expect.
    pub fn last_seq(&self) -> u64 {
        let snapshot_seq = self.snapshot.as_ref().map_or(0, |snapshot| snapshot.seq);
        self.records.last().map_or(snapshot_seq, |record| record.seq)
    }
}

/// What every call of a journal returns. It borrows nothing, so a task can hold it while it does other work. Nothing is
/// done before it is first polled; one that is dropped after that may still be carried out.
pub type JournalFuture<T> = Pin<Box<dyn Future<Output = Result<T, JournalFault>> + Send + 'static>>;

/// Durable streams of records. See the [module](self) for what it promises.
pub trait Journal: Send + Sync + 'static {
    /// Stores a batch at the end of a stream, all of it or nothing, in one durable commit, and returns the last sequence
    /// number. `expected_seq` is the last record that the caller knows (0 for none): if the stream stands elsewhere the
    /// answer is [`JournalFault::Conflict`] and nothing is written. An empty batch only checks `expected_seq`.
    fn append(&self, stream: &Stream, expected_seq: u64, batch: Vec<Bytes>) -> JournalFuture<u64>;

    /// The latest snapshot and all that follows it. A stream that nobody has written to is empty, not a fault.
    fn recover(&self, stream: &Stream) -> JournalFuture<Recovered>;

    /// At most `limit` records after `after_seq`, from the whole history: saving a snapshot takes no record away.
    fn read(&self, stream: &Stream, after_seq: u64, limit: usize) -> JournalFuture<Vec<Record>>;

    /// Stores a snapshot in place of the stream's older one. One that is ahead of the last record is refused with
    /// [`JournalFault::SnapshotAhead`]; one that is behind the stored snapshot changes nothing.
    fn save_snapshot(&self, stream: &Stream, snapshot: Snapshot) -> JournalFuture<()>;

    /// Every stream that something was stored in, with its last sequence number, in order of name.
    fn streams(&self) -> JournalFuture<Vec<(Stream, u64)>>;

    /// Finishes what waits and leaves the storage tidy. Every later call fails with [`JournalFault::Closed`].
    fn close(&self) -> JournalFuture<()>;
}

/// Refuses payloads that are larger than any journal takes, before anything is written.
fn refuse_oversized<'a>(stream: &Stream, payloads: impl IntoIterator<Item = &'a Bytes>) -> Result<(), JournalFault> {
    match payloads.into_iter().map(Bytes::len).find(|bytes| *bytes > PAYLOAD_BYTES_MAX) {
        None => Ok(()),
        Some(bytes) => Err(JournalFault::TooLarge {
            stream: stream.clone(),
            bytes,
            bytes_max: PAYLOAD_BYTES_MAX,
        }),
    }
}
