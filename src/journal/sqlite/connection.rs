//! Connections to the file and their settings.

use super::super::JournalFault;
use super::fault::fault;
use super::schema;
use rusqlite::{Connection, OpenFlags};
use std::fs::OpenOptions;
use std::path::Path;
use std::time::Duration;

/// How long a connection waits for another process that holds the file for a moment, for example an export that is just
/// opening it.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// The write-ahead log is cut back to this after a burst: 64 MiB, so that a busy hour does not cost disk space for ever.
const LOG_BYTES_KEPT: i64 = 64 * 1024 * 1024;

/// Opens the file for writing; makes it, or brings it up to date, if need be.
pub(super) fn open_for_writing(path: &Path) -> Result<Connection, JournalFault> {
    make_private(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags).map_err(|error| fault(&error, path, "opening it"))?;
    set_up(&connection).map_err(|error| fault(&error, path, "opening it"))?;
    schema::known_format(&connection, path)?;
    set_up_for_writing(&connection).map_err(|error| fault(&error, path, "opening it"))?;
    schema::bring_up_to_date(&mut connection, path)?;
    Ok(connection)
}

/// Opens the file to read what is committed in it.
pub(super) fn open_for_reading(path: &Path) -> Result<Connection, JournalFault> {
    if !path.exists() {
        return Err(JournalFault::Missing { path: path.to_owned() });
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| fault(&error, path, "opening it"))?;
    set_up(&connection).map_err(|error| fault(&error, path, "opening it"))?;
    schema::check(&connection, path)?;
    Ok(connection)
}

/// Makes a new file readable for this user alone: it will hold secret ballots. SQLite gives its side files the same rights.
fn make_private(path: &Path) -> Result<(), JournalFault> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_file) => Ok(()),
        Err(cause) => Err(JournalFault::Io {
            path: path.to_owned(),
            doing: "opening it",
            cause: cause.to_string(),
        }),
    }
}

fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "cell_size_check", true)
}

/// `FULL` syncs the log at every commit; `fullfsync` makes that reach the disk on macOS too and changes nothing elsewhere.
fn set_up_for_writing(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "journal_size_limit", LOG_BYTES_KEPT)
}
