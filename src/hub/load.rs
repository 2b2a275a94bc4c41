//! Reads a room back from the journal: the newest snapshot, then what followed.

use super::answered::{Answered, Outcome};
use super::fault::Fault;
use super::slips;
use crate::journal::{Journal, Snapshot, Stream};
use crate::room::Room;
use crate::room::event::Event;
use crate::room::ids::{Millis, Seq};
use crate::room::record::Record;
use bytes::Bytes;
use serde::{Deserialize, Serialize};

/// Version of the stored form below; another one is passed over and the journal read from its start.
const VERSION: u8 = 1;
/// Records read at a time where the whole history is wanted.
const PAGE_RECORDS: usize = 10_000;

/// A room as the journal has it.
pub struct Loaded {
    /// The room.
    pub room: Room,
    /// Its position.
    pub seq: Seq,
    /// The position of the snapshot that it was read from.
    pub snapshot_seq: Seq,
    /// The answers it has given.
    pub answered: Answered,
}

impl Loaded {
    fn empty() -> Self {
        Self {
            room: Room::new(),
            seq: Seq(0),
            snapshot_seq: Seq(0),
            answered: Answered::default(),
        }
    }

    fn replay(&mut self, seq: Seq, payload: &[u8]) -> Result<bool, Fault> {
        let record = Record::decode(payload).map_err(|error| Fault::Unreadable(format!("record {}: {error}", seq.0)))?;
        let stamp = record.stamp();
        self.room.begin_record(seq);
        for event in &record.events {
            self.room.apply(&stamp, event);
        }
        self.room.end_record(record.by.as_ref(), payload.len());
        if let (Some(seat), Some(id)) = (&stamp.by, record.request) {
            self.answered.remember(seat, id, Outcome::Done { seq, made: record.made });
        }
        self.seq = seq;
        Ok(record.events.iter().any(|event| matches!(event, Event::RoomClosed { .. })))
    }

    fn settle(mut self) -> Self {
        self.room.notes.flush();
        self.room.take_touched();
        self
    }
}

/// The stored form of a snapshot: the answers before the room's own bytes.
#[derive(Serialize, Deserialize)]
struct Answers {
    answered: Answered,
}

/// A snapshot of a room at a position.
pub fn snapshot(room: &Room, seq: Seq, answered: &Answered) -> Option<Snapshot> {
    let answers = serde_json::to_vec(&Answers {
        answered: answered.clone(),
    })
    .ok()?;
    let length = u32::try_from(answers.len()).ok()?;
    let payload = [&[VERSION][..], &length.to_le_bytes(), &answers, &room.snapshot()].concat();
    Some(Snapshot {
        seq: seq.0,
        payload: Bytes::from(payload),
    })
}

fn restore(snapshot: &Snapshot) -> Option<Loaded> {
    let (version, rest) = snapshot.payload.split_first()?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (answers, room) = rest.split_at_checked(length)?;
    if *version != VERSION {
        return None;
    }
    let answers: Answers = serde_json::from_slice(answers).ok()?;
    Some(Loaded {
        room: Room::restore(room).ok()?,
        seq: Seq(snapshot.seq),
        snapshot_seq: Seq(snapshot.seq),
        answered: answers.answered,
    })
}

/// The room as it stands. A stream without records is a room before its first event.
pub async fn load(journal: &dyn Journal, stream: &Stream) -> Result<Loaded, Fault> {
    let recovered = journal.recover(stream).await?;
    let mut loaded = match &recovered.snapshot {
        None => Loaded::empty(),
        Some(snapshot) => match restore(snapshot) {
            Some(restored) => restored,
            None => replay_all(journal, stream, |loaded, _closes| loaded.seq.0 == snapshot.seq).await?,
        },
    };
    for record in &recovered.records {
        loaded.replay(Seq(record.seq), &record.payload)?;
    }
    slips::refill(&mut loaded.room, recovered.slips)?;
    Ok(loaded.settle())
}

/// The room as it stood when it closed with this revision, from the first record on; as it stands, where there was no such
/// close. Secret ballots that are in are not read: when a room closes, there are none.
pub async fn load_until(journal: &dyn Journal, stream: &Stream, revision: u32) -> Result<Loaded, Fault> {
    let is_it = |loaded: &Loaded, closes| closes && loaded.room.revision == revision;
    Ok(replay_all(journal, stream, is_it).await?.settle())
}

/// When the last record of any room was written; none where there is no room yet. A room that can't be read is passed over: that is
/// said when somebody asks for it.
pub async fn last_moment(journal: &dyn Journal) -> Result<Option<Millis>, Fault> {
    let mut last = None;
    for (stream, seq) in journal.streams().await? {
        let is_room = stream.as_str().contains('/');
        if let Some(before) = seq.checked_sub(1).filter(|_| is_room)
            && let Ok(records) = journal.read(&stream, before, 1).await
            && let Some(record) = records.first().and_then(|stored| Record::decode(&stored.payload).ok())
        {
            last = last.max(Some(record.at));
        }
    }
    Ok(last)
}

/// The records of a stream from the first to the one at `until`, read as they are asked for. To be used where waiting is allowed:
/// on a thread that may wait, as in `block_in_place`.
pub fn history<'a>(
    journal: &'a dyn Journal,
    stream: &'a Stream,
    until: Seq,
) -> impl Iterator<Item = Result<(Seq, Record), String>> + 'a {
    let waiter = tokio::runtime::Handle::current();
    let mut page = Vec::new().into_iter();
    let mut last = 0;
    std::iter::from_fn(move || {
        if last >= until.0 {
            return None;
        }
        let mut next = page.next();
        if next.is_none() {
            match waiter.block_on(journal.read(stream, last, PAGE_RECORDS)) {
                Ok(read) => page = read.into_iter(),
                Err(fault) => {
                    last = until.0;
                    return Some(Err(fault.to_string()));
                }
            }
            next = page.next();
        }
        let stored = next?;
        last = stored.seq;
        let record = Record::decode(&stored.payload).map_err(|error| format!("record {last}: {error}"));
        Some(record.map(|record| (Seq(last), record)))
    })
}

/// Every record from the first on, to the one after which that is enough; it is told whether the record closed the room.
async fn replay_all(journal: &dyn Journal, stream: &Stream, enough: impl Fn(&Loaded, bool) -> bool) -> Result<Loaded, Fault> {
    let mut loaded = Loaded::empty();
    loop {
        let page = journal.read(stream, loaded.seq.0, PAGE_RECORDS).await?;
        for record in &page {
            let closes = loaded.replay(Seq(record.seq), &record.payload)?;
            if enough(&loaded, closes) {
                return Ok(loaded);
            }
        }
        if page.len() < PAGE_RECORDS {
            return Ok(loaded);
        }
    }
}
