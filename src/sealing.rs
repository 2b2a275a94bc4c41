//! Brings the hub, which knows when a room closes, together with the archive, which knows how an outcome is written.

use crate::archive::{self, Meta, Place};
use crate::hub::seal::{Prepared, Records, Sealer};
use crate::outcome::record::{RECORD, RecordLines};
use crate::outcome::{AsOf, Document, compose};
use crate::room::Room;
use crate::room::event::Definition;
use crate::room::ids::Seq;
use std::path::PathBuf;

/// Writes sealed outcomes into the data directory.
pub struct Seals {
    data: PathBuf,
    key: [u8; 32],
}

impl Seals {
    /// Under this folder, signed with this ed25519 seed.
    pub fn new(data: PathBuf, key: [u8; 32]) -> Self {
        Self { data, key }
    }
}

impl Sealer for Seals {
    fn prepare(&self, room: &Room, seq: Seq, records: &mut Records<'_>) -> Result<Box<dyn Prepared>, String> {
        let outcome = compose(
            room,
            AsOf {
                seq,
                at: room.changed_at,
            },
        );
        let mut files = Vec::new();
        for document in Document::ALL {
            let bytes = document.render(&outcome).map_err(|error| error.to_string())?;
            files.push((document.file_name(), bytes));
        }
        files.extend(record_of(room, records)?.map(|lines| (RECORD, lines)));
        let meta = Meta {
            meeting: room.definition.meeting.clone(),
            room: room.definition.room.clone(),
            revision: room.revision,
            sealed_at: outcome.as_of,
            seq: seq.0,
        };
        let prepared = archive::prepare(&self.data, &meta, &files, &self.key).map_err(|fault| fault.to_string())?;
        Ok(Box::new(Folder(prepared)))
    }

    fn is_sealed(&self, definition: &Definition, revision: u32) -> bool {
        let place = Place::of(&self.data, &definition.meeting, &definition.room, revision);
        place.is_ok_and(|place| place.revision.join(archive::MANIFEST).is_file())
    }
}

/// What happened in the room, as far as it may be told.
fn record_of(room: &Room, records: &mut Records<'_>) -> Result<Option<Vec<u8>>, String> {
    let Some(mut lines) = RecordLines::of(room) else {
        return Ok(None);
    };
    for record in records {
        let (seq, record) = record?;
        lines.add(seq, &record);
    }
    Ok(Some(lines.finish()))
}

struct Folder(archive::Prepared);

impl Prepared for Folder {
    fn commit(self: Box<Self>) -> Result<(), String> {
        self.0.commit().map(drop).map_err(|fault| fault.to_string())
    }
}
