//! The tables of the file, and how a file of an older format is brought up to date.

use super::super::JournalFault;
use super::fault::fault;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// Marks the file as ours: "RTjr".
const APPLICATION_ID: i64 = 0x5254_6A72;

/// Step `n` brings a file of format `n` to format `n + 1`; an empty file has format 0. Steps are never edited, only added.
/// The two generated columns cost nothing and are for whoever looks into the file by hand.
const STEPS: &[&str] = &[RECORDS, BAGS];

const RECORDS: &str = "
    CREATE TABLE streams (
        id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 8388607),
        name TEXT NOT NULL UNIQUE,
        last_seq INTEGER NOT NULL CHECK (last_seq BETWEEN 0 AND 1099511627775)
    ) STRICT;
    CREATE TABLE records (
        key INTEGER PRIMARY KEY,
        checksum INTEGER NOT NULL,
        payload BLOB NOT NULL,
        stream INTEGER AS (key >> 40) VIRTUAL,
        seq INTEGER AS (key & 1099511627775) VIRTUAL
    ) STRICT;
    CREATE TABLE snapshots (
        stream INTEGER PRIMARY KEY REFERENCES streams,
        seq INTEGER NOT NULL,
        checksum INTEGER NOT NULL,
        payload BLOB NOT NULL
    ) STRICT;
";

/// Which bags a stream has. A bag's slips lie in a table of its own, called by its number, as long as it is there.
const BAGS: &str = "
    CREATE TABLE bags (
        number INTEGER PRIMARY KEY,
        stream INTEGER NOT NULL REFERENCES streams,
        name TEXT NOT NULL,
        UNIQUE (stream, name)
    ) STRICT;
";

/// The format that this Roundtable writes.
const FORMAT: i64 = STEPS.len() as i64;

/// Makes the tables of a new file, or brings one of an older format up to date.
pub(super) fn bring_up_to_date(connection: &mut Connection, path: &Path) -> Result<(), JournalFault> {
    let found = known_format(connection, path)?;
    if found < FORMAT {
        migrate(connection, found).map_err(|error| fault(&error, path, "bringing its format up to date"))?;
    }
    check_streams(connection, path)
}

/// Refuses a file that can't be read as it is.
pub(super) fn check(connection: &Connection, path: &Path) -> Result<(), JournalFault> {
    match known_format(connection, path)? {
        FORMAT => check_streams(connection, path),
        found => Err(JournalFault::Older {
            path: path.to_owned(),
            found,
        }),
    }
}

/// The format of the file; refuses one that is newer or not ours. Changes nothing, so a foreign file stays as it is. A file
/// without any table is a new one: the power may have gone before its first was made.
pub(super) fn known_format(connection: &Connection, path: &Path) -> Result<i64, JournalFault> {
    let number = |pragma| {
        let asked = connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
        asked.map_err(|error| fault(&error, path, "reading its format"))
    };
    let new = number("schema_version")? == 0;
    if !new && number("application_id")? != APPLICATION_ID {
        return Err(JournalFault::NotAJournal { path: path.to_owned() });
    }
    match number("user_version")? {
        found if found > FORMAT => Err(JournalFault::Newer {
            path: path.to_owned(),
            found,
            known: FORMAT,
        }),
        found => Ok(found),
    }
}

/// All steps and the new number in one transaction: a power cut leaves the old format or the new one.
fn migrate(connection: &mut Connection, found: i64) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = usize::try_from(found).unwrap_or(0);
    for step in STEPS.iter().skip(done) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", FORMAT)?;
    transaction.commit()
}

/// Makes sure that every stream is found by its name: one that is not would pass for new and be written over from record 1.
/// The table has one row for each room, so this takes no time worth sparing.
fn check_streams(connection: &Connection, path: &Path) -> Result<(), JournalFault> {
    let asked = connection.query_row("PRAGMA integrity_check('streams')", [], |row| row.get::<_, String>(0));
    match asked
        .map_err(|error| fault(&error, path, "checking its list of streams"))?
        .as_str()
    {
        "ok" => Ok(()),
        finding => Err(JournalFault::Damaged {
            path: path.to_owned(),
            cause: finding.to_owned(),
        }),
    }
}
