//! Reads streams back, and names what is damaged. Knows no threads; see `reader_threads`.

use super::super::{JournalFault, Record, Recovered, Slip, Snapshot, Stream};
use super::bags;
use super::checksum::StreamChecksum;
use super::connection::open_for_reading;
use super::fault::fault;
use super::place;
use bytes::Bytes;
use rusqlite::types::Type;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, params};
use std::path::{Path, PathBuf};

/// Room for records is set aside for at most this many before they are seen: a damaged count must not ask for all memory.
const RECORDS_FORESEEN_MAX: u64 = 1_000_000;

/// A connection that only reads.
#[derive(Debug)]
pub(super) struct Reader {
    path: PathBuf,
    connection: Connection,
}

/// One stream, as one reading transaction sees it.
struct Found<'reader> {
    reader: &'reader Reader,
    stream: &'reader Stream,
    id: i64,
    last_seq: u64,
    checksum: StreamChecksum,
}

impl Reader {
    pub(super) fn open(path: &Path) -> Result<Self, JournalFault> {
        Ok(Self {
            path: path.to_owned(),
            connection: open_for_reading(path)?,
        })
    }

    /// The latest snapshot of a stream and all that follows it.
    pub(super) fn recover(&self, stream: &Stream) -> Result<Recovered, JournalFault> {
        self.at_one_moment(|| {
            let Some(found) = self.find(stream)? else {
                return Ok(Recovered::default());
            };
            let snapshot = found.snapshot()?;
            let after_seq = snapshot.as_ref().map_or(0, |snapshot| snapshot.seq);
            Ok(Recovered {
                snapshot,
                records: found.records(after_seq, usize::MAX)?,
                slips: found.slips()?,
            })
        })
    }

    /// At most `limit` records after `after_seq`.
    pub(super) fn read(&self, stream: &Stream, after_seq: u64, limit: usize) -> Result<Vec<Record>, JournalFault> {
        self.at_one_moment(|| match self.find(stream)? {
            Some(found) if after_seq < found.last_seq => found.records(after_seq, limit),
            _ => Ok(Vec::new()),
        })
    }

    /// Every stream and its last sequence number.
    pub(super) fn streams(&self) -> Result<Vec<(Stream, u64)>, JournalFault> {
        let listed = || {
            let mut select = self
                .connection
                .prepare_cached("SELECT name, last_seq FROM streams ORDER BY name")?;
            let rows = select.query_map([], |row| {
                let name: String = row.get(0)?;
                Ok((Stream::new(&name), row.get::<_, i64>(1)?.cast_unsigned()))
            })?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        };
        listed().map_err(|error| self.failed(&error))
    }

    /// Reads under one transaction, so that what a writer commits meanwhile is either wholly seen or not at all.
    fn at_one_moment<T>(&self, read: impl FnOnce() -> Result<T, JournalFault>) -> Result<T, JournalFault> {
        let transaction = self.connection.unchecked_transaction().map_err(|error| self.failed(&error))?;
        let outcome = read();
        drop(transaction);
        outcome
    }

    fn find<'reader>(&'reader self, stream: &'reader Stream) -> Result<Option<Found<'reader>>, JournalFault> {
        let asked = || {
            let mut select = self
                .connection
                .prepare_cached("SELECT id, last_seq FROM streams WHERE name = ?1")?;
            select
                .query_row([stream.as_str()], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))
                .optional()
        };
        let row = asked().map_err(|error| self.failed(&error))?;
        Ok(row.map(|(id, last_seq)| Found {
            reader: self,
            stream,
            id,
            last_seq: last_seq.cast_unsigned(),
            checksum: StreamChecksum::new(stream),
        }))
    }

    fn failed(&self, error: &rusqlite::Error) -> JournalFault {
        fault(error, &self.path, "reading it")
    }
}

impl Found<'_> {
    /// The stored snapshot. A damaged one is passed over: every record is kept, so reading them all gives the same state.
    fn snapshot(&self) -> Result<Option<Snapshot>, JournalFault> {
        let asked = || {
            let statement = "SELECT seq, checksum, payload FROM snapshots WHERE stream = ?1";
            let mut select = self.reader.connection.prepare_cached(statement)?;
            let read = |row: &Row<'_>| {
                let (seq, checksum, payload) = (row.get::<_, i64>(0)?.cast_unsigned(), row.get::<_, i64>(1)?, blob(row, 2)?);
                let sound = self.checksum.snapshot(seq, payload) == checksum;
                Ok(sound.then(|| Snapshot {
                    seq,
                    payload: Bytes::copy_from_slice(payload),
                }))
            };
            select.query_row([self.id], read).optional()
        };
        let stored = asked().map_err(|error| self.failed(&error, "its snapshot"))?;
        if matches!(stored, Some(None)) {
            tracing::warn!(stream = %self.stream, "the stored snapshot does not match its checksum; reading every record instead");
        }
        match stored.flatten() {
            Some(snapshot) if snapshot.seq > self.last_seq => Err(self.corrupt(format!(
                "it ends at record {}, but its snapshot is of record {}",
                self.last_seq, snapshot.seq
            ))),
            snapshot => Ok(snapshot),
        }
    }

    /// Records after `after_seq`, checked one by one; those of the whole rest must be as many as the stream has.
    fn records(&self, after_seq: u64, limit: usize) -> Result<Vec<Record>, JournalFault> {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        let expected = (self.last_seq - after_seq).min(limit);
        let mut records = Vec::with_capacity(expected.min(RECORDS_FORESEEN_MAX) as usize);
        let until = if limit > expected {
            place::last_key(self.id)
        } else {
            place::key(self.id, after_seq + expected)
        };
        self.collect(place::key(self.id, after_seq), until, &mut records)?;
        match records.last().map_or(after_seq, |record| record.seq) {
            last if last < after_seq + expected => Err(self.corrupt(format!("record {} is missing", last + 1))),
            last if last > after_seq + expected => Err(self.corrupt(format!("it should end at record {}", self.last_seq))),
            _ => Ok(records),
        }
    }

    fn slips(&self) -> Result<Vec<Slip>, JournalFault> {
        let read = bags::all(&self.reader.connection, self.id, self.checksum);
        let slips = read.map_err(|error| self.failed(&error, "what is kept beside its records"))?;
        slips.ok_or_else(|| self.corrupt("something beside its records does not match its checksum".to_owned()))
    }

    fn collect(&self, after: i64, until: i64, records: &mut Vec<Record>) -> Result<(), JournalFault> {
        let mut due = place::seq(after) + 1;
        let statement = "SELECT key, checksum, payload FROM records WHERE key > ?1 AND key <= ?2 ORDER BY key";
        let mut select = self
            .reader
            .connection
            .prepare_cached(statement)
            .map_err(|error| self.reader.failed(&error))?;
        let failed = |error: rusqlite::Error, due| self.failed(&error, &format!("record {due} (or one near it)"));
        let mut rows = select.query(params![after, until]).map_err(|error| failed(error, due))?;
        while let Some(row) = rows.next().map_err(|error| failed(error, due))? {
            let (seq, checksum, payload) = stored(row).map_err(|error| failed(error, due))?;
            if seq != due {
                return Err(self.corrupt(format!("record {due} is missing")));
            }
            if self.checksum.record(seq, payload) != checksum {
                return Err(self.corrupt(format!("record {seq} does not match its checksum")));
            }
            records.push(Record {
                seq,
                payload: Bytes::copy_from_slice(payload),
            });
            due += 1;
        }
        Ok(())
    }

    fn corrupt(&self, finding: String) -> JournalFault {
        JournalFault::Corrupt {
            stream: self.stream.clone(),
            finding,
        }
    }

    /// A page that SQLite itself can't make sense of is damage to the stream that was being read.
    fn failed(&self, error: &rusqlite::Error, what: &str) -> JournalFault {
        let damaged = matches!(
            error,
            rusqlite::Error::InvalidColumnType(..) | rusqlite::Error::IntegralValueOutOfRange(..)
        ) || error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt);
        if damaged {
            self.corrupt(format!("{what} can't be read ({error})"))
        } else {
            self.reader.failed(error)
        }
    }
}

fn stored<'row>(row: &'row Row<'_>) -> rusqlite::Result<(u64, i64, &'row [u8])> {
    Ok((place::seq(row.get(0)?), row.get(1)?, blob(row, 2)?))
}

/// A payload where SQLite holds it, before it is copied once.
fn blob<'row>(row: &'row Row<'_>, column: usize) -> rusqlite::Result<&'row [u8]> {
    let value = row.get_ref(column)?;
    value
        .as_blob()
        .map_err(|_other| rusqlite::Error::InvalidColumnType(column, "payload".to_owned(), Type::Blob))
}
