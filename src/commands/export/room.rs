//! The outcome of one room.

use super::super::Failure;
use super::Format;
use roundtable::archive::{Place, read_folder};
use roundtable::bundles::{self, RoomPart};
use roundtable::hub::load::{Loaded, load, load_until};
use roundtable::journal::Stream;
use roundtable::journal::sqlite::SqliteJournal;
use roundtable::outcome::{AsOf, Document, Outcome, compose};
use std::path::Path;

/// The bytes of the file.
pub(super) async fn export(
    journal: &SqliteJournal,
    data: &Path,
    room: &str,
    revision: Option<u32>,
    format: Format,
) -> Result<Vec<u8>, Failure> {
    let loaded = loaded(journal, data, room, revision).await?;
    let Some(document) = document(format) else {
        return bundles::of_room(part(data, &loaded)?).map_err(Failure::failed);
    };
    document.render(&outcome(&loaded)).map_err(Failure::failed)
}

/// The room as it stands or stood; an error where there is none.
pub(super) async fn loaded(journal: &SqliteJournal, data: &Path, room: &str, revision: Option<u32>) -> Result<Loaded, Failure> {
    let stream = Stream::new(room);
    let loaded = match revision {
        Some(revision) => load_until(journal, &stream, revision).await,
        None => load(journal, &stream).await,
    };
    let loaded = loaded.map_err(Failure::failed)?;
    if loaded.seq.0 == 0 {
        return Err(Failure::wrong_use(format!("there is no room {room} in {}", data.display())));
    }
    let is_it = |revision: u32| loaded.room.closed_at.is_some() && loaded.room.revision == revision;
    match revision {
        Some(revision) if !is_it(revision) => Err(Failure::wrong_use(format!(
            "room {room} was never closed with revision {revision}"
        ))),
        _ => Ok(loaded),
    }
}

/// The room with what was sealed of it.
pub(super) fn part(data: &Path, loaded: &Loaded) -> Result<RoomPart, Failure> {
    let definition = &loaded.room.definition;
    let place = Place::of(data, &definition.meeting, &definition.room, loaded.room.revision).map_err(Failure::failed)?;
    let sealed = match loaded.room.closed_at {
        Some(_) => read_folder(&place).map_err(Failure::failed)?,
        None => None,
    };
    Ok(RoomPart {
        room: definition.room.clone(),
        outcome: outcome(loaded),
        sealed,
    })
}

fn outcome(loaded: &Loaded) -> Outcome {
    let as_of = AsOf {
        seq: loaded.seq,
        at: loaded.room.changed_at,
    };
    compose(&loaded.room, as_of)
}

/// The document of a format; none where it is all of them.
fn document(format: Format) -> Option<Document> {
    Some(match format {
        Format::Docx => Document::Docx,
        Format::Pdf => Document::Pdf,
        Format::Html => Document::Html,
        Format::Md => Document::Markdown,
        Format::Json => Document::Json,
        Format::Csv => Document::Polls,
        Format::PointsCsv => Document::Points,
        Format::SpeakersCsv => Document::Speakers,
        Format::BoardCsv => Document::Board,
        Format::Zip => return None,
    })
}
