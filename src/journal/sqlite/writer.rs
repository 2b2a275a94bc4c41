//! Writes batches of changes, each in one commit. Knows no threads; see `writer_thread`.

use super::super::{JournalFault, Stream};
use super::batch::{Batch, Change, Held, Outcome};
use super::connection::open_for_writing;
use super::fault::fault;
use super::log_check;
use super::log_room;
use super::wiping::{self, PATIENCE_AT_ONCE, Remnants};
use rusqlite::{Connection, ErrorCode};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Commits that may make the log grow: a journal in which little happens is not worth its room.
const COMMITS_WITHOUT_ROOM: u32 = 32;

/// The one connection that writes.
#[derive(Debug)]
pub(super) struct Writer {
    path: PathBuf,
    /// None after a failure, until the next write opens the file again: after a failed commit only the file can say what is
    /// in it. The readers stay connected meanwhile, so SQLite's index of its log stays as well, and the next commit
    /// goes on after the last one that is known to be on disk instead of trusting what a failed sync left in the log.
    connection: Option<Connection>,
    streams: HashMap<Stream, Held>,
    remnants: Remnants,
    /// Commits since the log was last empty, or the file opened.
    commits: u32,
    /// Whether the log was given its length since then.
    has_room: bool,
}

/// Why a whole batch failed.
enum Failure {
    /// Nothing of it was written.
    NothingWritten(JournalFault),
    /// The commit itself failed.
    Unknown(String),
}

impl Writer {
    pub(super) fn open(path: &Path) -> Result<Self, JournalFault> {
        log_check::check(path)?;
        let connection = open_for_writing(path)?;
        let mut writer = Self {
            path: path.to_owned(),
            connection: Some(connection),
            streams: HashMap::new(),
            // The power may have gone after a wipe was committed and before the log was emptied.
            remnants: Remnants::Possible,
            commits: 0,
            has_room: false,
        };
        writer.empty_log(PATIENCE_AT_ONCE);
        Ok(writer)
    }

    /// Writes all changes in one commit and says what became of each. A change that is refused (a conflict, a snapshot that
    /// is ahead) does not touch the others; a failure of the machine is the answer to all. After a wipe the log is emptied
    /// before this returns, or later where somebody is reading.
    pub(super) fn write(&mut self, changes: &[Change]) -> Vec<Outcome> {
        if changes.iter().any(Change::wipes) {
            self.remnants = Remnants::Possible;
        }
        let outcomes = self.try_to_write(changes).unwrap_or_else(|failure| {
            self.streams.clear();
            changes.iter().map(|change| Err(failure.fault_for(change.stream()))).collect()
        });
        self.empty_log(PATIENCE_AT_ONCE);
        outcomes
    }

    /// Gives the log its length once there have been some commits, so that the next ones cost less. To be called when nothing waits to be
    /// written. Nobody else may write meanwhile, be it somebody who looks at the file with a tool of their own.
    pub(super) fn make_room(&mut self) {
        if self.has_room || self.commits < COMMITS_WITHOUT_ROOM {
            return;
        }
        let Some(connection) = &self.connection else { return };
        if say(connection, "BEGIN IMMEDIATE").is_err() {
            return;
        }
        self.has_room = true;
        if let Err(error) = log_room::make_room(&self.path) {
            tracing::warn!(%error, "the journal's log could not be given its length; it grows as it is written");
        }
        if say(connection, "ROLLBACK").is_err() {
            // Opened again by the next write.
            self.connection = None;
        }
    }

    /// Whether the log may still hold what was wiped, because it could not be emptied yet.
    pub(super) fn has_remnants(&self) -> bool {
        self.remnants != Remnants::None
    }

    /// Empties the log if it may hold what was wiped.
    pub(super) fn empty_log(&mut self, patience: Duration) {
        if !self.has_remnants() {
            return;
        }
        if self.connection.is_none() {
            self.connection = open_for_writing(&self.path).ok();
        }
        if let Some(connection) = &self.connection {
            self.remnants = wiping::empty_log(connection, patience, self.remnants);
            if !self.has_remnants() {
                (self.commits, self.has_room) = (0, false);
            }
        }
    }

    /// Folds the write-ahead log into the file and waits so long for those who are reading. A log that stays is a fault only where it may
    /// hold what was wiped.
    pub(super) fn checkpoint(&mut self, patience: Duration) -> Result<(), JournalFault> {
        if self.connection.is_none() && self.has_remnants() {
            self.connection = Some(open_for_writing(&self.path)?);
        }
        let Some(connection) = &self.connection else { return Ok(()) };
        let folding = connection
            .busy_timeout(patience)
            .and_then(|()| connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0)));
        let is_busy = folding.map_err(|error| fault(&error, &self.path, "folding its log into the file"))?;
        if is_busy && self.has_remnants() {
            return Err(JournalFault::NotEmptied { path: self.path.clone() });
        }
        if !is_busy {
            self.remnants = Remnants::None;
        }
        Ok(())
    }

    /// On failure the connection is not put back, which closes it and rolls back what was not committed.
    fn try_to_write(&mut self, changes: &[Change]) -> Result<Vec<Outcome>, Failure> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                (self.commits, self.has_room) = (0, false);
                open_for_writing(&self.path).map_err(Failure::NothingWritten)?
            }
        };
        let failed = |error: rusqlite::Error| Failure::NothingWritten(fault(&error, &self.path, "writing to it"));
        say(&connection, "BEGIN IMMEDIATE").map_err(failed)?;
        let mut batch = Batch::new(&connection, &mut self.streams);
        let outcomes = changes
            .iter()
            .map(|change| batch.apply(change))
            .collect::<Result<_, _>>()
            .map_err(failed)?;
        say(&connection, "COMMIT").map_err(|error| commit_failure(&error, &self.path))?;
        self.connection = Some(connection);
        self.commits = self.commits.saturating_add(1);
        Ok(outcomes)
    }
}

/// A statement without rows, which is read once and kept: it comes with every commit.
fn say(connection: &Connection, statement: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(statement)?.execute([]).map(drop)
}

/// A full disk stops a commit before its last page, the one that makes it count, is in the log: then nothing was written.
/// After any other failure that page may be on disk or not.
fn commit_failure(error: &rusqlite::Error, path: &Path) -> Failure {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Failure::NothingWritten(JournalFault::Full { path: path.to_owned() }),
        _ => Failure::Unknown(error.to_string()),
    }
}

impl Failure {
    fn fault_for(&self, stream: &Stream) -> JournalFault {
        match self {
            Self::NothingWritten(fault) => fault.clone(),
            Self::Unknown(cause) => JournalFault::UnknownOutcome {
                stream: stream.clone(),
                cause: cause.clone(),
            },
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Change, JournalFault, Outcome, Stream, Writer};
    use crate::journal::Bundle;
    use bytes::Bytes;
    use tempfile::TempDir;

    fn append(stream: &str, expected_seq: u64, payload_bytes: usize) -> Change {
        Change::Append {
            stream: Stream::new(stream),
            expected_seq,
            bundle: Bundle::of(vec![Bytes::from(vec![b'x'; payload_bytes])]),
        }
    }

    fn writer(folder: &TempDir) -> Writer {
        Writer::open(&folder.path().join("journal.db")).unwrap()
    }

    fn unknown(outcome: &Outcome) -> Option<&Stream> {
        match outcome {
            Err(JournalFault::UnknownOutcome { stream, .. }) => Some(stream),
            _ => None,
        }
    }

    #[test]
    fn a_full_disk_is_said_to_be_full_to_everyone_in_the_batch_and_writing_goes_on_when_there_is_space() {
        let folder = TempDir::new().unwrap();
        let mut writer = writer(&folder);
        assert_eq!(writer.write(&[append("a", 0, 10)]), [Ok(1)]);
        writer
            .connection
            .as_ref()
            .unwrap()
            .pragma_update(None, "max_page_count", 20)
            .unwrap();
        let full = JournalFault::Full {
            path: writer.path.clone(),
        };
        assert_eq!(
            writer.write(&[append("b", 0, 10), append("a", 1, 500_000)]),
            [Err(full.clone()), Err(full)]
        );
        assert_eq!(writer.write(&[append("b", 0, 10), append("a", 1, 500_000)]), [Ok(1), Ok(2)]);
    }

    /// A foreign key that is only looked at in the commit makes that very statement fail.
    #[test]
    fn a_failed_commit_is_an_unknown_outcome_for_everyone_in_it_and_the_file_is_opened_again() {
        let folder = TempDir::new().unwrap();
        let mut writer = writer(&folder);
        assert_eq!(writer.write(&[append("a", 0, 10)]), [Ok(1)]);
        let trap = "CREATE TEMP TABLE parents (id INTEGER PRIMARY KEY);
                    CREATE TEMP TABLE children (parent INTEGER REFERENCES parents DEFERRABLE INITIALLY DEFERRED);
                    CREATE TEMP TRIGGER trap AFTER INSERT ON records BEGIN INSERT INTO children VALUES (7); END;";
        writer.connection.as_ref().unwrap().execute_batch(trap).unwrap();
        let outcomes = writer.write(&[append("a", 1, 10), append("b", 0, 10)]);
        assert_eq!(
            outcomes.iter().map(unknown).collect::<Vec<_>>(),
            [Some(&Stream::new("a")), Some(&Stream::new("b"))]
        );
        assert!(
            writer.connection.is_none(),
            "a connection whose commit failed is not to be used again"
        );
        assert_eq!(writer.write(&[append("a", 1, 10), append("b", 0, 10)]), [Ok(2), Ok(1)]);
    }
}
