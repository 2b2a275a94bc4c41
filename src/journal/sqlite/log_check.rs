//! Whether the log beside the file is whole. SQLite reads its log up to the first piece that does not match its checksum and takes that
//! for its end, which after a crash it is: a commit that was under way. But where further commits follow, each of which was begun
//! only when the one before was on disk, something in the middle was damaged, and to go on would be to leave out what was acknowledged.
//! So that is looked for first. What can't be told from a crash is damage to the very last commit.

use super::super::JournalFault;
use super::log_room::log_of;
use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read};
use std::path::Path;

const HEAD_BYTES: usize = 32;
const FRAME_HEAD_BYTES: usize = 24;
/// The first four bytes, but for the last bit, which says how the words are read for the checksum.
const MAGIC: u32 = 0x377f_0682;
const PAGE_BYTES_MAX: u32 = 65_536;
/// Read at a time.
const BUFFER_BYTES: usize = 256 * 1_024;

/// Refuses a log that is damaged in its middle. Somebody may be writing to it meanwhile, so what is found has to be found twice.
pub(super) fn check(journal: &Path) -> Result<(), JournalFault> {
    let log = log_of(journal);
    let io = |error: io::Error| JournalFault::Io {
        path: log.clone(),
        doing: "reading the log beside the journal",
        cause: error.to_string(),
    };
    match first_damaged(&log).map_err(io)? {
        Some(frame) if first_damaged(&log).map_err(io)? == Some(frame) => Err(JournalFault::Damaged {
            path: log,
            cause: format!("piece {frame} does not match its checksum, and commits follow that would be left out"),
        }),
        _ => Ok(()),
    }
}

/// The number of the first damaged piece, 0 for the head, if it is not simply where the log ends.
fn first_damaged(log: &Path) -> io::Result<Option<u64>> {
    let file = match File::open(log) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        opened => opened?,
    };
    let mut bytes = BufReader::with_capacity(BUFFER_BYTES, file);
    let mut head = [0; HEAD_BYTES];
    if !fill(&mut bytes, &mut head)? {
        return Ok(None);
    }
    match Scan::new(&head) {
        Some(scan) => scan.run(bytes),
        None => Ok(None),
    }
}

/// Going through the log, piece by piece.
struct Scan {
    is_big_endian: bool,
    page_bytes: usize,
    /// What marks the pieces of this turn of the log; those behind them are left from an earlier one.
    salts: [u8; 8],
    /// The checksum as the last piece says it.
    sum: [u32; 2],
    damaged: Option<u64>,
    /// Commits since the last piece that did not follow from the one before.
    commits_in_chain: u32,
}

impl Scan {
    /// None where this is no log of SQLite: then it reads nothing of it either.
    fn new(head: &[u8; HEAD_BYTES]) -> Option<Self> {
        let magic = word(head, 0);
        let page_bytes = word(head, 8);
        if magic & !1 != MAGIC || !page_bytes.is_power_of_two() || !(512..=PAGE_BYTES_MAX).contains(&page_bytes) {
            return None;
        }
        let mut scan = Self {
            is_big_endian: magic & 1 == 1,
            page_bytes: usize::try_from(page_bytes).ok()?,
            salts: head[16..24].try_into().ok()?,
            sum: [word(head, 24), word(head, 28)],
            damaged: None,
            commits_in_chain: 0,
        };
        if scan.summed([0, 0], &head[..24]) != scan.sum {
            scan.damaged = Some(0);
        }
        Some(scan)
    }

    fn run(mut self, mut bytes: impl Read) -> io::Result<Option<u64>> {
        let mut piece = vec![0; FRAME_HEAD_BYTES + self.page_bytes];
        for number in 1.. {
            if !fill(&mut bytes, &mut piece)? {
                break;
            }
            if number == 1 && self.damaged.is_some() {
                // The head may have lost its own.
                self.salts.copy_from_slice(&piece[8..16]);
            }
            self.take(number, &piece);
            // One commit alone was under way when the power went, or failed; each that failed leaves a chain of its own.
            if self.damaged.is_some() && self.commits_in_chain > 1 {
                return Ok(self.damaged);
            }
        }
        Ok(None)
    }

    /// The next piece. What does not follow from the one before begins a chain of its own, since damage may reach over several pieces.
    fn take(&mut self, number: u64, piece: &[u8]) {
        let is_of_this_turn = piece[8..16] == self.salts;
        let stored = [word(piece, 16), word(piece, 20)];
        let follows = self.summed(self.summed(self.sum, &piece[..8]), &piece[FRAME_HEAD_BYTES..]) == stored;
        let lost_its_mark = follows && !is_of_this_turn && self.damaged.is_none();
        if !follows || !is_of_this_turn {
            self.damaged.get_or_insert(number);
            self.commits_in_chain = 0;
        }
        self.sum = stored;
        // Those of an earlier turn follow from each other too, and are of no account.
        let is_commit = word(piece, 4) != 0 && (is_of_this_turn || lost_its_mark);
        self.commits_in_chain += u32::from(is_commit);
    }

    fn summed(&self, [mut first, mut second]: [u32; 2], bytes: &[u8]) -> [u32; 2] {
        let read = |bytes: [u8; 4]| match self.is_big_endian {
            true => u32::from_be_bytes(bytes),
            false => u32::from_le_bytes(bytes),
        };
        for [a, b, c, d, e, f, g, h] in bytes.as_chunks::<8>().0 {
            first = first.wrapping_add(read([*a, *b, *c, *d])).wrapping_add(second);
            second = second.wrapping_add(read([*e, *f, *g, *h])).wrapping_add(first);
        }
        [first, second]
    }
}

/// A number of the log's own, which are big-endian everywhere.
fn word(bytes: &[u8], at: usize) -> u32 {
    bytes[at..].first_chunk::<4>().map_or(0, |chunk| u32::from_be_bytes(*chunk))
}

/// Whether there was enough to fill it.
fn fill(bytes: &mut impl Read, into: &mut [u8]) -> io::Result<bool> {
    match bytes.read_exact(into) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        read => read.map(|()| true),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::batch::Change;
    use super::super::writer::Writer;
    use super::*;
    use crate::journal::{Bundle, Stream};
    use bytes::Bytes;
    use std::fs;
    use std::path::PathBuf;
    use tempfile::TempDir;

    const COMMITS: u64 = 40;

    /// A journal as a crash leaves it, and the length of its log before the last commit.
    fn crashed(folder: &TempDir) -> (PathBuf, usize) {
        let (path, copy) = (folder.path().join("journal.db"), folder.path().join("copy.db"));
        let mut writer = Writer::open(&path).unwrap();
        let mut before_last = 0;
        for seq in 0..COMMITS {
            before_last = fs::metadata(log_of(&path)).map_or(0, |log| usize::try_from(log.len()).unwrap());
            let append = Change::Append {
                stream: Stream::new("room"),
                expected_seq: seq,
                bundle: Bundle::of(vec![Bytes::from(vec![b'x'; 3_000])]),
            };
            assert_eq!(writer.write(&[append]), [Ok(seq + 1)]);
        }
        fs::copy(&path, &copy).unwrap();
        fs::copy(log_of(&path), log_of(&copy)).unwrap();
        (copy, before_last)
    }

    #[test]
    fn a_log_that_was_damaged_before_its_last_commit_is_refused_and_named_and_one_that_breaks_off_is_not() {
        let folder = TempDir::new().unwrap();
        let (path, before_last) = crashed(&folder);
        let log = log_of(&path);
        let whole = fs::read(&log).unwrap();
        check(&path).unwrap();
        for cut in (0..whole.len()).step_by(777) {
            fs::write(&log, &whole[..cut]).unwrap();
            check(&path).unwrap();
        }
        for place in (HEAD_BYTES + FRAME_HEAD_BYTES..before_last).step_by(4_999) {
            let mut damaged = whole.clone();
            damaged[place] ^= 0b100;
            fs::write(&log, damaged).unwrap();
            let fault = check(&path).unwrap_err();
            assert!(
                matches!(&fault, JournalFault::Damaged { path, .. } if *path == log),
                "{place}: {fault}"
            );
        }
    }

    #[test]
    fn a_log_of_which_a_whole_block_was_lost_or_what_its_pieces_say_of_themselves_is_refused() {
        let folder = TempDir::new().unwrap();
        let (path, before_last) = crashed(&folder);
        let log = log_of(&path);
        let whole = fs::read(&log).unwrap();
        let piece_bytes = FRAME_HEAD_BYTES + 4_096;
        let last_but_some = before_last - 6 * piece_bytes;
        for place in (4_096..last_but_some).step_by(4_096) {
            let mut damaged = whole.clone();
            damaged[place..place + 4_096].fill(0);
            fs::write(&log, damaged).unwrap();
            check(&path).expect_err("a block of nothing");
        }
        for piece in 0..last_but_some / piece_bytes {
            for of_head in 0..FRAME_HEAD_BYTES {
                let mut damaged = whole.clone();
                damaged[HEAD_BYTES + piece * piece_bytes + of_head] ^= 1;
                fs::write(&log, damaged).unwrap();
                check(&path).expect_err("a changed head of a piece");
            }
        }
        for of_head in 12..HEAD_BYTES {
            let mut damaged = whole.clone();
            damaged[of_head] ^= 1;
            fs::write(&log, damaged).unwrap();
            check(&path).expect_err("a changed head");
        }
    }

    #[test]
    fn what_is_left_behind_the_end_by_a_longer_commit_that_failed_is_no_damage() {
        let folder = TempDir::new().unwrap();
        let (path, before_last) = crashed(&folder);
        let log = log_of(&path);
        let mut bytes = fs::read(&log).unwrap();
        let last = bytes[before_last..].to_vec();
        // The piece before it is another than the one that it was written after.
        bytes.truncate(before_last - (FRAME_HEAD_BYTES + 4_096));
        bytes.extend_from_slice(&last);
        fs::write(&log, bytes).unwrap();
        check(&path).unwrap();
    }

    #[test]
    fn a_head_that_was_damaged_is_found_while_its_mark_is_whole() {
        let folder = TempDir::new().unwrap();
        let (path, _) = crashed(&folder);
        let log = log_of(&path);
        let mut bytes = fs::read(&log).unwrap();
        bytes[13] ^= 1;
        fs::write(&log, bytes).unwrap();
        let fault = check(&path).unwrap_err();
        assert!(fault.to_string().contains("piece 0 does not match"), "{fault}");
    }
}
