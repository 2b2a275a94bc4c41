//! The whole room as bytes, so that opening it again need not replay all its records. A snapshot is a shortcut, never the
//! truth: where it cannot be read, the room is replayed from its first record.

use super::Room;
use super::board::Board;
use super::command::Writers;
use super::comments::Comments;
use super::event::Definition;
use super::floor::Floor;
use super::history_size::HistorySize;
use super::ids::{Millis, SeatId, Seq};
use super::joining::Headcount;
use super::members::Members;
use super::misread::misread;
use super::notes::Notes;
use super::polls::Polls;
use super::report::Report;
use super::seat::Seat;
use super::session::Session;
use super::touched::Touched;
use super::versions::Versions;
use super::view::RoomState;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The version that is written, and the only one that is read. Goes up whenever the state of a room takes another form.
const VERSION: u32 = 9;

/// The bytes are not a snapshot that this program can read; replay from the start instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SnapshotUnreadable {
    /// Written by another version.
    #[error("the snapshot is of version {0}; this program reads version {VERSION}")]
    Version(u32),
    /// Damaged, or not a snapshot.
    #[error("the snapshot cannot be read: {0}")]
    Form(String),
}

#[derive(Deserialize)]
struct Header {
    v: u32,
}

#[derive(Serialize, Deserialize)]
struct Stored<'a> {
    v: u32,
    definition: Cow<'a, Definition>,
    state: RoomState,
    revision: u32,
    closed_at: Option<Millis>,
    opened_at: Millis,
    changed_at: Millis,
    seats: Cow<'a, BTreeMap<SeatId, Seat>>,
    floor: Cow<'a, Floor>,
    polls: Cow<'a, Polls>,
    writers: Writers,
    allowed: Cow<'a, BTreeSet<SeatId>>,
    notes: String,
    versions: Cow<'a, Versions>,
    comments: Cow<'a, Comments>,
    board: Cow<'a, Board>,
    report: Cow<'a, Report>,
    history: Cow<'a, HistorySize>,
    session: Cow<'a, Session>,
}

impl Room {
    /// The room as it is now. What its viewers have yet to be told is not part of it.
    pub fn snapshot(&self) -> Vec<u8> {
        let stored = Stored {
            v: VERSION,
            definition: Cow::Borrowed(&self.definition),
            state: self.state,
            revision: self.revision,
            closed_at: self.closed_at,
            opened_at: self.opened_at,
            changed_at: self.changed_at,
            seats: Cow::Borrowed(&self.seats),
            floor: Cow::Borrowed(&self.floor),
            polls: Cow::Borrowed(&self.polls),
            writers: self.writers,
            allowed: Cow::Borrowed(&self.allowed),
            notes: BASE64.encode(self.notes.snapshot()),
            versions: Cow::Borrowed(&self.versions),
            comments: Cow::Borrowed(&self.comments),
            board: Cow::Borrowed(&self.board),
            report: Cow::Borrowed(&self.report),
            history: Cow::Borrowed(&self.history),
            session: Cow::Borrowed(&self.session),
        };
        // Structs and maps with text keys: this cannot fail.
        serde_json::to_vec(&stored).unwrap_or_default()
    }

    /// The room as it was.
    pub fn restore(bytes: &[u8]) -> Result<Self, SnapshotUnreadable> {
        let header: Header = serde_json::from_slice(bytes).map_err(of_json)?;
        if header.v != VERSION {
            return Err(SnapshotUnreadable::Version(header.v));
        }
        let stored: Stored<'_> = serde_json::from_slice(bytes).map_err(of_json)?;
        let notes = BASE64.decode(&stored.notes).map_err(unreadable)?;
        let mut notes = Notes::restore(&notes).map_err(unreadable)?;
        notes.belong_to(&stored.definition.meeting, &stored.definition.room);
        let seats = stored.seats.into_owned();
        Ok(Self {
            definition: stored.definition.into_owned(),
            state: stored.state,
            revision: stored.revision,
            closed_at: stored.closed_at,
            opened_at: stored.opened_at,
            changed_at: stored.changed_at,
            headcount: Headcount::of(seats.values()),
            members: Members::of(seats.values()),
            seats,
            floor: stored.floor.into_owned(),
            polls: stored.polls.into_owned(),
            writers: stored.writers,
            allowed: stored.allowed.into_owned(),
            notes,
            versions: stored.versions.into_owned(),
            comments: stored.comments.into_owned().restored(),
            board: stored.board.into_owned().restored(),
            report: stored.report.into_owned().restored(),
            history: stored.history.into_owned(),
            session: stored.session.into_owned(),
            seq: Seq(0),
            touched: Touched::default(),
        })
    }
}

fn of_json(error: serde_json::Error) -> SnapshotUnreadable {
    SnapshotUnreadable::Form(misread(&error))
}

fn unreadable(error: impl std::fmt::Display) -> SnapshotUnreadable {
    SnapshotUnreadable::Form(error.to_string())
}
