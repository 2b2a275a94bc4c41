//! What can be written, and how it is written inside a transaction.

use super::super::{Bundle, JournalFault, Snapshot, Stream};
use super::bags;
use super::checksum::StreamChecksum;
use super::place;
use bytes::Bytes;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::HashMap;

/// Something to write.
#[derive(Debug)]
pub(super) enum Change {
    /// Records for the end of a stream, and what is done beside them.
    Append {
        /// The stream.
        stream: Stream,
        /// Where it has to stand.
        expected_seq: u64,
        /// What to store.
        bundle: Bundle,
    },
    /// A snapshot in place of an older one.
    SaveSnapshot {
        /// The stream.
        stream: Stream,
        /// The snapshot.
        snapshot: Snapshot,
    },
    /// All records of a stream in place of those that it has, and no snapshot.
    Replace {
        /// The stream.
        stream: Stream,
        /// As many as it has.
        records: Vec<Bytes>,
    },
}

impl Change {
    /// The stream that it changes.
    pub(super) fn stream(&self) -> &Stream {
        match self {
            Self::Append { stream, .. } | Self::SaveSnapshot { stream, .. } | Self::Replace { stream, .. } => stream,
        }
    }

    /// Whether something is to be in no file any more after it.
    pub(super) fn wipes(&self) -> bool {
        match self {
            Self::Append { bundle, .. } => !bundle.wipes.is_empty(),
            Self::SaveSnapshot { .. } => false,
            Self::Replace { .. } => true,
        }
    }
}

/// What became of a change: the last sequence number of its stream, or why nothing was written.
pub(super) type Outcome = Result<u64, JournalFault>;

/// What is known of a stream, so that it need not be looked up at every append.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    id: i64,
    last_seq: u64,
    checksum: StreamChecksum,
}

/// One transaction under way.
pub(super) struct Batch<'writer> {
    connection: &'writer Connection,
    streams: &'writer mut HashMap<Stream, Held>,
}

impl<'writer> Batch<'writer> {
    pub(super) fn new(connection: &'writer Connection, streams: &'writer mut HashMap<Stream, Held>) -> Self {
        Self { connection, streams }
    }

    /// Makes one change. A refusal leaves the transaction as it was; an error spoils it.
    pub(super) fn apply(&mut self, change: &Change) -> rusqlite::Result<Outcome> {
        match change {
            Change::Append {
                stream,
                expected_seq,
                bundle,
            } => self.append(stream, *expected_seq, bundle),
            Change::SaveSnapshot { stream, snapshot } => self.save_snapshot(stream, snapshot),
            Change::Replace { stream, records } => self.replace(stream, records),
        }
    }

    fn append(&mut self, stream: &Stream, expected: u64, bundle: &Bundle) -> rusqlite::Result<Outcome> {
        let found = self.find(stream)?;
        let actual = found.map_or(0, |held| held.last_seq);
        if actual != expected {
            return Ok(Err(JournalFault::Conflict {
                stream: stream.clone(),
                expected,
                actual,
            }));
        }
        if bundle.is_empty() {
            return Ok(Ok(actual));
        }
        let mut held = self.found_or_made(stream, found)?;
        self.insert_records(&mut held, &bundle.records)?;
        bags::put(self.connection, held.id, held.checksum, &bundle.slips)?;
        bags::wipe(self.connection, held.id, &bundle.wipes)?;
        self.streams.insert(stream.clone(), held);
        Ok(Ok(held.last_seq))
    }

    fn insert_records(&self, held: &mut Held, payloads: &[Bytes]) -> rusqlite::Result<()> {
        if payloads.is_empty() {
            return Ok(());
        }
        let mut insert = self
            .connection
            .prepare_cached("INSERT INTO records (key, checksum, payload) VALUES (?1, ?2, ?3)")?;
        for payload in payloads {
            held.last_seq += 1;
            let checksum = held.checksum.record(held.last_seq, payload);
            insert.execute(params![place::key(held.id, held.last_seq), checksum, payload.as_ref()])?;
        }
        let mut update = self
            .connection
            .prepare_cached("UPDATE streams SET last_seq = ?2 WHERE id = ?1")?;
        update.execute(params![held.id, held.last_seq.cast_signed()])?;
        Ok(())
    }

    fn replace(&mut self, stream: &Stream, records: &[Bytes]) -> rusqlite::Result<Outcome> {
        let found = self.find(stream)?;
        let (expected, actual) = (records.len() as u64, found.map_or(0, |held| held.last_seq));
        let held = match found {
            Some(held) if actual == expected => held,
            _ => {
                return Ok(Err(JournalFault::Conflict {
                    stream: stream.clone(),
                    expected,
                    actual,
                }));
            }
        };
        let mut update = self
            .connection
            // What stays as it is costs no page: of a long row often only a few are written over.
            .prepare_cached("UPDATE records SET checksum = ?2, payload = ?3 WHERE key = ?1 AND payload IS NOT ?3")?;
        for (seq, payload) in (1..).zip(records) {
            let checksum = held.checksum.record(seq, payload);
            update.execute(params![place::key(held.id, seq), checksum, payload.as_ref()])?;
        }
        self.connection
            .execute("DELETE FROM snapshots WHERE stream = ?1", params![held.id])?;
        Ok(Ok(actual))
    }

    fn save_snapshot(&mut self, stream: &Stream, snapshot: &Snapshot) -> rusqlite::Result<Outcome> {
        let found = self.find(stream)?;
        let last_seq = found.map_or(0, |held| held.last_seq);
        if snapshot.seq > last_seq {
            return Ok(Err(JournalFault::SnapshotAhead {
                stream: stream.clone(),
                snapshot_seq: snapshot.seq,
                last_seq,
            }));
        }
        let held = self.found_or_made(stream, found)?;
        let mut replace = self.connection.prepare_cached(
            "INSERT INTO snapshots (stream, seq, checksum, payload) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq, checksum = excluded.checksum, payload = excluded.payload
             WHERE excluded.seq >= seq",
        )?;
        let checksum = held.checksum.snapshot(snapshot.seq, &snapshot.payload);
        replace.execute(params![
            held.id,
            snapshot.seq.cast_signed(),
            checksum,
            snapshot.payload.as_ref()
        ])?;
        Ok(Ok(last_seq))
    }

    /// The stream, if something was ever stored in it.
    fn find(&mut self, stream: &Stream) -> rusqlite::Result<Option<Held>> {
        if let Some(held) = self.streams.get(stream) {
            return Ok(Some(*held));
        }
        let mut select = self
            .connection
            .prepare_cached("SELECT id, last_seq FROM streams WHERE name = ?1")?;
        let row = select
            .query_row([stream.as_str()], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))
            .optional()?;
        let Some((id, last_seq)) = row else { return Ok(None) };
        let held = Held {
            id,
            last_seq: last_seq.cast_unsigned(),
            checksum: StreamChecksum::new(stream),
        };
        self.streams.insert(stream.clone(), held);
        Ok(Some(held))
    }

    fn found_or_made(&mut self, stream: &Stream, found: Option<Held>) -> rusqlite::Result<Held> {
        if let Some(held) = found {
            return Ok(held);
        }
        let mut insert = self
            .connection
            .prepare_cached("INSERT INTO streams (name, last_seq) VALUES (?1, 0)")?;
        let held = Held {
            id: insert.insert([stream.as_str()])?,
            last_seq: 0,
            checksum: StreamChecksum::new(stream),
        };
        self.streams.insert(stream.clone(), held);
        Ok(held)
    }
}
