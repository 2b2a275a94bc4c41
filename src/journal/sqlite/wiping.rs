//! Emptying the log after a wipe. A wipe fills pages with zeros, but the log beside the file still has them as they were, until
//! it is folded into the file and cut to nothing. Somebody who is reading keeps SQLite from that; then it is tried again, after
//! every write, in every pause, and whenever the file is opened for writing.

use super::connection::BUSY_TIMEOUT;
use rusqlite::Connection;
use std::time::Duration;

/// How long a wipe waits for those who are reading before it is answered all the same. Reading back a large room takes about
/// as long.
pub(super) const PATIENCE_AT_ONCE: Duration = Duration::from_millis(500);

/// How long the writer rests between two tries while nothing is to be written.
pub(super) const PAUSE: Duration = Duration::from_millis(50);

/// Whether the log may hold what was wiped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Remnants {
    /// It does not.
    None,
    /// It may.
    Possible,
    /// It may, and that has been said in the server's log.
    Reported,
}

/// Folds the log into the file and cuts it to nothing, if that can be done now.
pub(super) fn empty_log(connection: &Connection, patience: Duration, before: Remnants) -> Remnants {
    let patience = if before == Remnants::Reported {
        Duration::ZERO
    } else {
        patience
    };
    let emptied = connection.busy_timeout(patience).and_then(|()| {
        let busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0));
        connection.busy_timeout(BUSY_TIMEOUT)?;
        busy
    });
    match (emptied, before) {
        (Ok(false), Remnants::Reported) => {
            tracing::info!("the journal's log is emptied: what was wiped is gone");
            Remnants::None
        }
        (Ok(false), _) => Remnants::None,
        (_, Remnants::Reported) => Remnants::Reported,
        (Ok(true), _) => {
            tracing::warn!("the journal's log could not be emptied after a wipe because somebody is reading; it is tried again");
            Remnants::Reported
        }
        (Err(error), _) => {
            tracing::warn!(%error, "the journal's log could not be emptied after a wipe; it is tried again");
            Remnants::Reported
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::batch::Change;
    use super::super::writer::Writer;
    use crate::journal::{Bag, Bundle, JournalFault, Slip, Stream};
    use bytes::Bytes;
    use rusqlite::Connection;
    use std::path::{Path, PathBuf};
    use std::time::Duration;
    use tempfile::TempDir;

    /// What must not be left. Long enough for pages of its own.
    fn ballot() -> Vec<u8> {
        b"<a secret ballot>".repeat(1_000)
    }

    fn change(expected_seq: u64, slips: Vec<Slip>, wipes: Vec<Bag>) -> Change {
        Change::Append {
            stream: Stream::new("room"),
            expected_seq,
            bundle: Bundle {
                records: vec![Bytes::from_static(b"one more")],
                slips,
                wipes,
            },
        }
    }

    fn put(expected_seq: u64) -> Change {
        let slip = |payload| Slip {
            bag: Bag::new("ballots"),
            payload,
        };
        let small = Bytes::from_static(b"<a secret ballot>");
        change(expected_seq, vec![slip(small), slip(Bytes::from(ballot()))], Vec::new())
    }

    fn wipe(expected_seq: u64) -> Change {
        change(expected_seq, Vec::new(), vec![Bag::new("ballots")])
    }

    fn journal(folder: &TempDir) -> PathBuf {
        folder.path().join("journal.db")
    }

    fn log(path: &Path) -> PathBuf {
        path.with_extension("db-wal")
    }

    /// How often the ballot is in any file of the folder.
    fn remnants(folder: &TempDir) -> usize {
        let files = std::fs::read_dir(folder.path()).unwrap();
        let bytes = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
        let needle = b"<a secret ballot>";
        bytes
            .map(|bytes| bytes.windows(needle.len()).filter(|window| window == needle).count())
            .sum()
    }

    #[test]
    fn after_a_wipe_nothing_is_left_in_the_file_or_its_log() {
        let folder = TempDir::new().unwrap();
        let mut writer = Writer::open(&journal(&folder)).unwrap();
        assert_eq!(writer.write(&[put(0)]), [Ok(1)]);
        writer.checkpoint(Duration::ZERO).unwrap();
        assert_eq!(writer.write(&[put(1)]), [Ok(2)]);
        assert!(remnants(&folder) > 900, "the slips should be on disk before");
        assert_eq!(writer.write(&[wipe(2)]), [Ok(3)]);
        assert_eq!(remnants(&folder), 0);
        assert_eq!(std::fs::metadata(log(&journal(&folder))).unwrap().len(), 0);
    }

    #[test]
    fn after_a_power_cut_between_the_wipe_and_the_emptying_of_the_log_the_next_start_leaves_nothing() {
        let (before, after) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let mut writer = Writer::open(&journal(&before)).unwrap();
        writer.write(&[put(0)]);
        let reader = reading(&journal(&before));
        assert_eq!(writer.write(&[wipe(1)]), [Ok(2)]);
        for path in [journal(&before), log(&journal(&before))] {
            std::fs::copy(&path, after.path().join(path.file_name().unwrap())).unwrap();
        }
        drop(reader);
        assert!(remnants(&after) > 900, "the log should still have them");
        let mut writer = Writer::open(&journal(&after)).unwrap();
        assert_eq!(remnants(&after), 0);
        assert_eq!(writer.write(&[put(2)]), [Ok(3)], "the wipe itself was committed");
    }

    #[test]
    fn a_reader_who_keeps_the_log_from_being_emptied_does_so_only_as_long_as_it_reads() {
        let folder = TempDir::new().unwrap();
        let mut writer = Writer::open(&journal(&folder)).unwrap();
        writer.write(&[put(0)]);
        let reader = reading(&journal(&folder));
        assert_eq!(writer.write(&[wipe(1)]), [Ok(2)]);
        assert!(writer.has_remnants() && remnants(&folder) > 0);
        drop(reader);
        writer.empty_log(Duration::ZERO);
        assert!(!writer.has_remnants());
        assert_eq!(remnants(&folder), 0);
    }

    #[test]
    fn a_log_that_may_hold_what_was_wiped_when_the_journal_is_closed_is_told_of() {
        let folder = TempDir::new().unwrap();
        let mut writer = Writer::open(&journal(&folder)).unwrap();
        writer.write(&[put(0)]);
        let reader = reading(&journal(&folder));
        assert_eq!(writer.checkpoint(Duration::ZERO), Ok(()), "nothing was wiped yet");
        writer.write(&[wipe(1)]);
        assert!(matches!(
            writer.checkpoint(Duration::ZERO),
            Err(JournalFault::NotEmptied { .. })
        ));
        assert!(remnants(&folder) > 900);
        drop(reader);
        assert_eq!(writer.checkpoint(Duration::ZERO), Ok(()));
        assert_eq!((remnants(&folder), writer.has_remnants()), (0, false));
    }

    /// Somebody in the middle of reading what there is now.
    fn reading(path: &Path) -> Connection {
        let reader = Connection::open(path).unwrap();
        reader
            .execute_batch("BEGIN; SELECT count(*) FROM streams; SELECT * FROM records;")
            .unwrap();
        reader
    }
}
