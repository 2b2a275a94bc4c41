//! Room for the log. A write that makes a file longer costs two to three times what one inside it does, and its sync several times as
//! long, because the file system has to write down where the new piece lies. So the log is given its length once, filled with zeros,
//! and SQLite writes inside it: what stands there says of itself that it is no part of the log.

use std::fs::{File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// What the log grows to before SQLite folds it into the file: a thousand pages with their heads, and some for the last commit.
const ROOM_BYTES: u64 = 4_608 * 1_024;
/// Zeros written at a time.
static PIECE: [u8; 64 * 1_024] = [0; 64 * 1_024];

/// Makes the log as long as it will become, if SQLite has made it and nobody has yet. Only beyond its end, where SQLite has written
/// nothing; the caller has to be the one who writes the journal.
pub(super) fn make_room(journal: &Path) -> io::Result<()> {
    let log = match OpenOptions::new().write(true).open(log_of(journal)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        opened => opened?,
    };
    let length = log.metadata()?.len();
    if length >= ROOM_BYTES {
        return Ok(());
    }
    let filled = fill(&log, length);
    if filled.is_err() {
        // A disk that is nearly full needs the piece more than the log does.
        log.set_len(length)?;
    }
    filled
}

fn fill(mut log: &File, from: u64) -> io::Result<()> {
    log.seek(SeekFrom::Start(from))?;
    let mut left = ROOM_BYTES - from;
    while left > 0 {
        let piece = left.min(PIECE.len() as u64);
        log.write_all(&PIECE[..usize::try_from(piece).unwrap_or(PIECE.len())])?;
        left -= piece;
    }
    log.sync_all()
}

/// The file that SQLite keeps beside the journal.
pub(super) fn log_of(journal: &Path) -> PathBuf {
    let mut log = journal.as_os_str().to_owned();
    log.push("-wal");
    log.into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::batch::Change;
    use super::super::connection::{open_for_reading, open_for_writing};
    use super::super::writer::Writer;
    use super::*;
    use crate::journal::{Bundle, Stream};
    use bytes::Bytes;
    use tempfile::TempDir;

    fn append(expected_seq: u64) -> Change {
        Change::Append {
            stream: Stream::new("room"),
            expected_seq,
            bundle: Bundle::of(vec![Bytes::from(vec![b'x'; 3_000])]),
        }
    }

    fn records(path: &Path) -> i64 {
        let reader = open_for_reading(path).unwrap();
        reader
            .query_row("SELECT count(*) FROM records", [], |row| row.get(0))
            .unwrap()
    }

    #[test]
    fn a_log_that_has_its_room_does_not_grow_and_is_read_after_a_crash_as_any_other() {
        let (folder, crashed) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let path = folder.path().join("journal.db");
        let mut writer = Writer::open(&path).unwrap();
        for seq in 0..700 {
            assert_eq!(writer.write(&[append(seq)]), [Ok(seq + 1)]);
            writer.make_room();
        }
        assert_eq!(log_of(&path).metadata().unwrap().len(), ROOM_BYTES);
        for file in [path.clone(), log_of(&path)] {
            std::fs::copy(&file, crashed.path().join(file.file_name().unwrap())).unwrap();
        }
        let path = crashed.path().join("journal.db");
        assert_eq!(records(&path), 700);
        drop(open_for_writing(&path).unwrap());
        assert_eq!(records(&path), 700);
    }

    #[test]
    fn a_log_of_zeros_alone_is_an_empty_one() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("journal.db");
        drop(open_for_writing(&path).unwrap());
        std::fs::write(log_of(&path), vec![0; 100_000]).unwrap();
        let mut writer = Writer::open(&path).unwrap();
        assert_eq!(writer.write(&[append(0)]), [Ok(1)]);
        assert_eq!(records(&path), 1);
    }

    #[test]
    fn without_a_log_none_is_made() {
        let folder = TempDir::new().unwrap();
        make_room(&folder.path().join("journal.db")).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
