//! The stored form of what one command made happen: JSON, so that a journal can be read with any tool, but binary for an
//! edit of the notes, because those are most of a journal.
//!
//! Binary: `N`, version, varint of the time (zigzag), length and text of the seat (length 0: none), 1 and the 16 bytes of the
//! request id (or 0), then the update to the end.

use super::event::{BoardEvent, CommentEvent, Event, ReportEvent, Stamp};
use super::ids::{Millis, SeatId};
use super::misread::misread;
use super::upcast;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const NOTES_EDIT: u8 = b'N';
const NOTES_EDIT_VERSION: u8 = 1;

/// What one command made happen, when, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The moment, on the server's clock.
    pub at: Millis,
    /// The seat that asked; none where the server itself acted.
    pub by: Option<SeatId>,
    /// The id of the command, by which a repeat is known.
    pub request: Option<Uuid>,
    /// The id of what it made, where it made something.
    pub made: Option<String>,
    /// What happened.
    pub events: Vec<Event>,
}

/// A stored record is not of a form that this program knows. Always a fault: the journal was damaged, or written by a newer
/// version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordUnreadable {
    /// Written by another version.
    #[error("the record is of version {0}, which this program does not know")]
    Version(u64),
    /// Not a record at all.
    #[error("the record cannot be read: {0}")]
    Form(String),
}

#[derive(Serialize, Deserialize)]
struct Stored<Events> {
    v: u64,
    at: Millis,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<SeatId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    request: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    made: Option<String>,
    events: Events,
    /// Base64 of the notes updates among the events, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    updates: Vec<String>,
}

/// The id of what these events made: a request for the floor, a poll, a card, a comment, a remark, a version.
pub fn made(events: &[Event]) -> Option<String> {
    events.iter().find_map(|event| match event {
        Event::FloorRequested { request, .. } | Event::SpeakerQueued { request, .. } => Some(request.to_string()),
        Event::PollDrafted { poll, .. } => Some(poll.to_string()),
        Event::Board(BoardEvent::CardAdded { card, .. }) => Some(card.to_string()),
        Event::Comment(CommentEvent::CommentAdded { comment, .. }) => Some(comment.to_string()),
        Event::Report(ReportEvent::RemarkMade { remark, .. }) => Some(remark.to_string()),
        Event::VersionNamed { version, .. } => Some(version.to_string()),
        _ => None,
    })
}

impl Record {
    /// With what its events are applied.
    pub fn stamp(&self) -> Stamp {
        Stamp {
            at: self.at,
            by: self.by.clone(),
        }
    }

    /// The bytes to store.
    pub fn encode(&self) -> Vec<u8> {
        match (self.events.as_slice(), &self.made) {
            ([Event::NotesEdited { update }], None) => self.encode_notes_edit(update),
            _ => self.encode_json(),
        }
    }

    /// The record that the bytes hold.
    pub fn decode(bytes: &[u8]) -> Result<Self, RecordUnreadable> {
        match bytes.split_first() {
            Some((&NOTES_EDIT, rest)) => decode_notes_edit(rest),
            _ => decode_json(bytes),
        }
    }

    /// The record as one line of JSON, whatever its stored form.
    pub fn to_json(&self) -> Vec<u8> {
        self.encode_json()
    }

    fn encode_json(&self) -> Vec<u8> {
        let updates = self.events.iter().filter_map(|event| match event {
            Event::NotesEdited { update } => Some(BASE64.encode(update)),
            _ => None,
        });
        let stored = Stored {
            v: upcast::CURRENT,
            at: self.at,
            by: self.by.clone(),
            request: self.request,
            made: self.made.clone(),
            events: &self.events,
            updates: updates.collect(),
        };
        // Structs and maps with text keys: this cannot fail.
        serde_json::to_vec(&stored).unwrap_or_default()
    }

    fn encode_notes_edit(&self, update: &[u8]) -> Vec<u8> {
        let seat = self.by.as_ref().map_or("", SeatId::as_str);
        let mut bytes = Vec::with_capacity(update.len() + seat.len() + 32);
        bytes.extend([NOTES_EDIT, NOTES_EDIT_VERSION]);
        push_varint(&mut bytes, zigzag(self.at.0));
        bytes.push(u8::try_from(seat.len()).unwrap_or_default());
        bytes.extend_from_slice(seat.as_bytes());
        bytes.push(u8::from(self.request.is_some()));
        bytes.extend(self.request.iter().flat_map(|request| *request.as_bytes()));
        bytes.extend_from_slice(update);
        bytes
    }
}

fn decode_json(bytes: &[u8]) -> Result<Record, RecordUnreadable> {
    let stored = match serde_json::from_slice::<Stored<Vec<Event>>>(bytes) {
        Ok(stored) if stored.v == upcast::CURRENT => stored,
        // Only what is not of the current form takes the longer way.
        _ => {
            let raised = upcast::raise(serde_json::from_slice(bytes).map_err(of_json)?)?;
            serde_json::from_value(raised).map_err(of_json)?
        }
    };
    let Stored {
        at,
        by,
        request,
        made,
        events,
        updates,
        ..
    } = stored;
    Ok(Record {
        at,
        by,
        request,
        made,
        events: with_updates(events, updates)?,
    })
}

fn with_updates(mut events: Vec<Event>, updates: Vec<String>) -> Result<Vec<Event>, RecordUnreadable> {
    let mut updates = updates.into_iter();
    for event in &mut events {
        if let Event::NotesEdited { update } = event {
            let text = updates
                .next()
                .ok_or_else(|| RecordUnreadable::Form("a notes update is missing".to_owned()))?;
            *update = BASE64.decode(text).map_err(unreadable)?;
        }
    }
    Ok(events)
}

fn decode_notes_edit(bytes: &[u8]) -> Result<Record, RecordUnreadable> {
    let mut reader = Reader(bytes);
    match reader.byte()? {
        NOTES_EDIT_VERSION => {}
        version => return Err(RecordUnreadable::Version(version.into())),
    }
    let at = Millis(unzigzag(reader.varint()?));
    let by = match reader.byte()? {
        0 => None,
        length => Some(reader.seat(length.into())?),
    };
    let request = match reader.byte()? {
        0 => None,
        _ => Some(Uuid::from_slice(reader.take(16)?).map_err(unreadable)?),
    };
    Ok(Record {
        at,
        by,
        request,
        made: None,
        events: vec![Event::NotesEdited {
            update: reader.0.to_vec(),
        }],
    })
}

/// Reads from the front of what is left.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], RecordUnreadable> {
        let (taken, rest) = self
            .0
            .split_at_checked(length)
            .ok_or_else(|| RecordUnreadable::Form("it is cut short".to_owned()))?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, RecordUnreadable> {
        Ok(self.take(1)?[0])
    }

    fn seat(&mut self, length: usize) -> Result<SeatId, RecordUnreadable> {
        let text = std::str::from_utf8(self.take(length)?).map_err(unreadable)?;
        SeatId::new(text).ok_or_else(|| RecordUnreadable::Form("its seat is none".to_owned()))
    }

    fn varint(&mut self) -> Result<u64, RecordUnreadable> {
        let mut value = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(RecordUnreadable::Form("a number is too long".to_owned()))
    }
}

fn push_varint(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    bytes.push(value.to_le_bytes()[0]);
}

fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)).cast_unsigned()
}

fn unzigzag(value: u64) -> i64 {
    (value >> 1).cast_signed() ^ -(value & 1).cast_signed()
}

fn of_json(error: serde_json::Error) -> RecordUnreadable {
    RecordUnreadable::Form(misread(&error))
}

fn unreadable(error: impl std::fmt::Display) -> RecordUnreadable {
    RecordUnreadable::Form(error.to_string())
}
