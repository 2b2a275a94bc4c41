//! Connections to the file and their settings.

use super::super::JournalFault;
use super::fault::fault;
use super::log_check;
use super::log_room::log_of;
use super::schema;
use rusqlite::{Connection, OpenFlags};
use std::ffi::OsStr;
use std::fs::OpenOptions;
use std::path::Path;
use std::time::Duration;

/// How long a connection waits for another process that holds the file for a moment, for example an export that is just
/// opening it.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// The write-ahead log is cut back to this after a burst: 64 MiB, so that a busy hour does not cost disk space for ever.
const LOG_BYTES_KEPT: i64 = 64 * 1024 * 1024;

/// Opens the file for writing; makes it, or brings it up to date, if need be.
pub(super) fn open_for_writing(path: &Path) -> Result<Connection, JournalFault> {
    refuse_emptied(path)?;
    make_private(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags).map_err(|error| fault(&error, path, "opening it"))?;
    set_up(&connection).map_err(|error| fault(&error, path, "opening it"))?;
    schema::known_format(&connection, path)?;
    set_up_for_writing(&connection).map_err(|error| fault(&error, path, "opening it"))?;
    schema::bring_up_to_date(&mut connection, path)?;
    Ok(connection)
}

/// Opens the file to read what is committed in it, beside a server or without one.
pub(super) fn open_for_reading(path: &Path) -> Result<Connection, JournalFault> {
    if !path.exists() {
        return Err(JournalFault::Missing { path: path.to_owned() });
    }
    log_check::check(path)?;
    match open_to_read(path, path.as_os_str(), OpenFlags::empty()) {
        Err(JournalFault::Io { .. }) if !log_of(path).exists() => open_on_read_only_medium(path),
        outcome => outcome,
    }
}

/// Where no file can be made, as on a backup that is mounted for reading only, SQLite can't keep the side files by which it
/// sees others at work. Without a log beside it the file is complete, and nobody can be at work on it.
fn open_on_read_only_medium(path: &Path) -> Result<Connection, JournalFault> {
    let name = format!("file:{}?immutable=1", percent_encoded(path.as_os_str().as_encoded_bytes()));
    open_to_read(path, name.as_ref(), OpenFlags::SQLITE_OPEN_URI)
}

fn open_to_read(path: &Path, name: &OsStr, more_flags: OpenFlags) -> Result<Connection, JournalFault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | more_flags;
    let connection = Connection::open_with_flags(name, flags).map_err(|error| fault(&error, path, "opening it"))?;
    set_up(&connection).map_err(|error| fault(&error, path, "opening it"))?;
    schema::check(&connection, path)?;
    Ok(connection)
}

/// Writes a path so that nothing in it is taken for a part of a URI.
fn percent_encoded(path: &[u8]) -> String {
    path.iter().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"/-_.".contains(byte) {
            encoded.push(char::from(*byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
        encoded
    })
}

/// Refuses a file in which nothing is any more, though there is a log of it: SQLite would take it for a new one and the log away.
fn refuse_emptied(path: &Path) -> Result<(), JournalFault> {
    let length = |path: &Path| std::fs::metadata(path).map_or(0, |file| file.len());
    if path.exists() && length(path) == 0 && length(&log_of(path)) > 0 {
        return Err(JournalFault::Damaged {
            path: path.to_owned(),
            cause: "it is empty, but its log is not".to_owned(),
        });
    }
    Ok(())
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
/// `secure_delete` fills with zeros what is taken away, and `temp_store` keeps SQLite's notes for undoing a statement in memory.
fn set_up_for_writing(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "journal_size_limit", LOG_BYTES_KEPT)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::log_room::log_of;
    use super::{open_for_writing, open_on_read_only_medium};
    use tempfile::TempDir;

    #[test]
    fn a_file_that_was_emptied_beside_its_log_does_not_pass_for_a_new_one() {
        let folder = TempDir::new().unwrap();
        let (path, copy) = (folder.path().join("journal.db"), folder.path().join("copy.db"));
        let writing = open_for_writing(&path).unwrap();
        writing
            .execute("INSERT INTO streams (name, last_seq) VALUES ('room', 0)", [])
            .unwrap();
        std::fs::copy(log_of(&path), log_of(&copy)).unwrap();
        std::fs::write(&copy, "").unwrap();
        let fault = open_for_writing(&copy).unwrap_err();
        assert!(fault.to_string().contains("it is empty"), "{fault}");
        assert!(std::fs::metadata(log_of(&copy)).unwrap().len() > 0, "the log was taken away");
    }

    #[test]
    fn a_journal_on_a_read_only_medium_is_read_without_making_a_file_whatever_its_folder_is_called() {
        let medium = TempDir::with_prefix("100% of Geneva? #1 & côte d'or ").unwrap();
        let path = medium.path().join("journal.db");
        let writing = open_for_writing(&path).unwrap();
        writing
            .execute("INSERT INTO streams (name, last_seq) VALUES ('room', 0)", [])
            .unwrap();
        writing.close().unwrap();
        let reading = open_on_read_only_medium(&path).unwrap();
        let name: String = reading.query_row("SELECT name FROM streams", [], |row| row.get(0)).unwrap();
        assert_eq!(name, "room");
        assert_eq!(std::fs::read_dir(medium.path()).unwrap().count(), 1);
    }
}
