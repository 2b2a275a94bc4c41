//! The outcome of one room. A closed room, or an earlier close, is told by its sealed files. Nothing is written into the data directory,
//! which a server may be using: where the files are missing, a document is made anew from the journal as it stood at that close, and is
//! the same; an archive, which has to hold the manifest, is refused.

use super::super::Failure;
use super::Format;
use roundtable::archive::{self, Place};
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
    if format == Format::Archive {
        return Err(Failure::wrong_use("an archive is of a whole meeting; name it with --meeting"));
    }
    let loaded = loaded(journal, data, room, revision).await?;
    let Some(document) = document(format) else {
        return bundles::of_room(part(journal, data, loaded).await?).map_err(Failure::failed);
    };
    if let Some(place) = place(data, &loaded)?
        && let Some(manifest) = archive::sealed(&place)
    {
        if let Some(reason) = manifest.not_made.get(document.file_name()) {
            let name = document.file_name();
            let message = format!("{name} could not be made when the room closed ({reason}); take another format");
            return Err(Failure::failed(message));
        }
        let sealed = archive::read_sealed(&place, document.file_name()).map_err(Failure::failed)?;
        if let Some(bytes) = sealed {
            return Ok(bytes);
        }
    }
    document
        .render(&outcome(&at_its_close(journal, loaded).await?))
        .map_err(Failure::failed)
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
pub(super) async fn part(journal: &SqliteJournal, data: &Path, loaded: Loaded) -> Result<RoomPart, Failure> {
    let id = loaded.room.definition.room.clone();
    if let Some(place) = place(data, &loaded)?
        && let Some(files) = archive::read_folder(&place).map_err(Failure::failed)?
    {
        return RoomPart::of_sealed(&id, files).map_err(Failure::failed);
    }
    Ok(RoomPart::open(&id, outcome(&at_its_close(journal, loaded).await?)))
}

/// Where the outcome of a closed room is.
fn place(data: &Path, loaded: &Loaded) -> Result<Option<Place>, Failure> {
    let definition = &loaded.room.definition;
    let place = Place::of(data, &definition.meeting, &definition.room, loaded.room.revision).map_err(Failure::failed)?;
    Ok(loaded.room.closed_at.map(|_| place))
}

/// A closed room as it was when it closed: since then somebody may have come in to read, and the meeting file may say something else.
async fn at_its_close(journal: &SqliteJournal, loaded: Loaded) -> Result<Loaded, Failure> {
    if loaded.room.closed_at.is_none() {
        return Ok(loaded);
    }
    let definition = &loaded.room.definition;
    let stream = Stream::new(&format!("{}/{}", definition.meeting, definition.room));
    load_until(journal, &stream, loaded.room.revision)
        .await
        .map_err(Failure::failed)
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
        Format::Zip | Format::Archive => return None,
    })
}
