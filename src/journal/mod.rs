//! Durable records. A journal holds streams (one for each room, one for the server); a stream is a row of records, counted
//! from 1 without gaps, that are never taken away, and never edited but where people are to be forgotten, or where a later record
//! says all that an earlier one does. It knows bytes and sequence numbers, not speakers: it never reads a payload, never asks the
//! clock, and never says that something is stored before it is on disk.
//!
//! [`Journal`] is what the rest of the server sees. [`sqlite::SqliteJournal`] keeps it in one file, [`memory::MemoryJournal`]
//! keeps it for tests and demos, and both pass the same contract tests. But for [`Journal::replace_records`], which the law asks
//! for, the trait asks for nothing that a log with an optimistic 'last sequence' check, spread over several machines, could not
//! also do.
//!
//! Beside its records a stream may have [slips](Slip), for what must be durable for a while and then be gone: without order,
//! written in the same commit as the records that they belong to, and wiped bag by bag.

pub mod directory;
mod fault;
pub mod memory;
mod slip;
pub mod sqlite;

pub use fault::JournalFault;
pub use slip::{Bag, Slip};

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
    /// Every slip that was not wiped, in no order.
    pub slips: Vec<Slip>,
}

/// What is stored in one commit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bundle {
    /// Records for the end of the stream.
    pub records: Vec<Bytes>,
    /// Slips to put beside them.
    pub slips: Vec<Slip>,
    /// Bags to wipe, after the slips were put in. One that is not there is wiped already.
    pub wipes: Vec<Bag>,
}

impl Bundle {
    /// Records alone.
    pub fn of(records: Vec<Bytes>) -> Self {
        Self {
            records,
            ..Self::default()
        }
    }

    /// Whether there is nothing to store and nothing to wipe.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.slips.is_empty() && self.wipes.is_empty()
    }

    fn payloads(&self) -> impl Iterator<Item = &Bytes> {
        self.records.iter().chain(self.slips.iter().map(|slip| &slip.payload))
    }
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
    /// Stores a bundle, its records at the end of a stream, all of it or nothing, in one durable commit, and returns the last
    /// sequence number. `expected_seq` is the last record that the caller knows (0 for none): if the stream stands elsewhere
    /// the answer is [`JournalFault::Conflict`] and nothing is written. An empty bundle only checks `expected_seq`.
    ///
    /// What a wiped bag held is in no file of the journal any more when the answer comes, unless somebody was reading just
    /// then: in that case soon after, and at the latest when the journal is next opened.
    fn append_bundle(&self, stream: &Stream, expected_seq: u64, bundle: Bundle) -> JournalFuture<u64>;

    /// The same for records alone.
    fn append(&self, stream: &Stream, expected_seq: u64, records: Vec<Bytes>) -> JournalFuture<u64> {
        self.append_bundle(stream, expected_seq, Bundle::of(records))
    }

    /// The latest snapshot, all that follows it and the slips, all of one moment. A stream that nobody has written to is
    /// empty, not a fault.
    fn recover(&self, stream: &Stream) -> JournalFuture<Recovered>;

    /// At most `limit` records after `after_seq`, from the whole history: saving a snapshot takes no record away.
    fn read(&self, stream: &Stream, after_seq: u64, limit: usize) -> JournalFuture<Vec<Record>>;

    /// Stores a snapshot in place of the stream's older one. One that is ahead of the last record is refused with
    /// [`JournalFault::SnapshotAhead`]; one that is behind the stored snapshot changes nothing.
    fn save_snapshot(&self, stream: &Stream, snapshot: Snapshot) -> JournalFuture<()>;

    /// Puts other records in the place of all that a stream has, each at its position, and takes its snapshot away: for names that
    /// are to be erased, and for what nobody needs any more. What was there is in no file of the journal any more when the answer comes, as with a wiped bag. The number
    /// of records has to be that of the stream, else the answer is [`JournalFault::Conflict`] and nothing is written.
    fn replace_records(&self, stream: &Stream, records: Vec<Bytes>) -> JournalFuture<u64>;

    /// Every stream that something was stored in, with its last sequence number, in order of name.
    fn streams(&self) -> JournalFuture<Vec<(Stream, u64)>>;

    /// Finishes what waits and leaves the storage tidy. Every later call fails with [`JournalFault::Closed`]. Where what was wiped may
    /// still be somewhere the answer is [`JournalFault::NotEmptied`].
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
