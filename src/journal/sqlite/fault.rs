//! Turns what SQLite says into the journal's own faults.

use super::super::JournalFault;
use rusqlite::{Error, ErrorCode};
use std::path::Path;

/// The fault for a failure that left nothing written.
pub(super) fn fault(error: &Error, path: &Path, doing: &'static str) -> JournalFault {
    let path = path.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => JournalFault::Full { path },
        Some(ErrorCode::DatabaseCorrupt) => JournalFault::Damaged {
            path,
            cause: error.to_string(),
        },
        Some(ErrorCode::NotADatabase) => JournalFault::NotAJournal { path },
        _ => JournalFault::Io {
            path,
            doing,
            cause: error.to_string(),
        },
    }
}
