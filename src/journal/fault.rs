//! What can go wrong with a journal. Each sentence says what happened, to what, and what to do about it.

use super::Stream;
use std::path::PathBuf;
use thiserror::Error;

/// Why a journal did not do what it was asked. It can be cloned because one failed commit is the answer to everyone in it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JournalFault {
    /// The stream is not where the caller believed. Nothing was written.
    #[error("'{stream}' stands at record {actual}, not at {expected}: something else has written to it; recover it, then append")]
    Conflict {
        /// The stream.
        stream: Stream,
        /// The last record that the caller knew.
        expected: u64,
        /// The last record that there is.
        actual: u64,
    },
    /// The snapshot includes records that the stream does not have. Nothing was written.
    #[error(
        "a snapshot at record {snapshot_seq} of '{stream}' is ahead of its last record, {last_seq}; append the records first"
    )]
    SnapshotAhead {
        /// The stream.
        stream: Stream,
        /// The last record that the snapshot includes.
        snapshot_seq: u64,
        /// The last record that there is.
        last_seq: u64,
    },
    /// A payload is larger than a journal takes. Nothing was written.
    #[error("a payload of {bytes} bytes for '{stream}' is larger than the journal takes ({bytes_max} bytes); split it")]
    TooLarge {
        /// The stream.
        stream: Stream,
        /// The payload's size.
        bytes: usize,
        /// The largest size that is taken.
        bytes_max: usize,
    },
    /// The journal was closed.
    #[error("the journal is closed; start the server again to go on")]
    Closed,
    /// The journal was opened for reading only. Nothing was written.
    #[error("the journal {path} was opened for reading only; let the server write to it")]
    ReadOnly {
        /// Where it is.
        path: PathBuf,
    },
    /// There is no space left. Nothing was written.
    #[error("the disk that holds {path} is full: nothing was written; free some space, no restart is needed")]
    Full {
        /// Where the journal is.
        path: PathBuf,
    },
    /// The commit failed in a way that leaves open whether it is on disk.
    #[error("it is not known whether a write to '{stream}' is on disk ({cause}); recover the stream before writing to it again")]
    UnknownOutcome {
        /// The stream.
        stream: Stream,
        /// What the storage said.
        cause: String,
    },
    /// What was wiped or replaced may still be in the log beside the file, because somebody was reading all the while. What was to be
    /// written is.
    #[error(
        "the log beside the journal {path} may still hold what was erased, because something is reading it; end what reads it \
         (an export, a backup), then do the same again"
    )]
    NotEmptied {
        /// Where the journal is.
        path: PathBuf,
    },
    /// What is stored in a stream is not what was written.
    #[error("'{stream}' is damaged: {finding}; stop the server, keep a copy of the journal, and restore a backup")]
    Corrupt {
        /// The stream.
        stream: Stream,
        /// Which record, and what is wrong with it.
        finding: String,
    },
    /// The journal's file is damaged, so that not even its streams can be told apart.
    #[error("the journal {path} is damaged ({cause}); stop the server, keep a copy of the file, and restore a backup")]
    Damaged {
        /// Where it is.
        path: PathBuf,
        /// What the storage said.
        cause: String,
    },
    /// There is no journal to read.
    #[error("there is no journal at {path}; name the directory that the server writes to with --data")]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The file is something else.
    #[error(
        "{path} is not a Roundtable journal, or its first page is damaged; restore a backup, or choose another directory with --data"
    )]
    NotAJournal {
        /// Where it is.
        path: PathBuf,
    },
    /// The file was written by a later Roundtable.
    #[error("the journal {path} has format {found}, this Roundtable knows formats up to {known}; use a newer Roundtable")]
    Newer {
        /// Where it is.
        path: PathBuf,
        /// The format of the file.
        found: i64,
        /// The newest format that is known here.
        known: i64,
    },
    /// The file was written by an earlier Roundtable and was opened for reading only, so it could not be brought up to date.
    #[error(
        "the journal {path} has the older format {found}; start this Roundtable's server on it once, it will be brought up to date"
    )]
    Older {
        /// Where it is.
        path: PathBuf,
        /// The format of the file.
        found: i64,
    },
    /// The machine failed. If it was a write, nothing was written.
    #[error("the journal {path} failed while {doing} ({cause}); check the disk and its permissions, then try again")]
    Io {
        /// Where it is.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
        /// What the machine said.
        cause: String,
    },
}
