//! Brings the hub, which knows when a room closes, together with the archive, which knows how an outcome is written.
//!
//! A close does not wait for the document of a renderer that fails: where the PDF or the DOCX can't be made, the folder is sealed
//! without it, and the manifest says which is missing and why. What is read by programs, and Markdown and the page for people, has
//! to be there.

use crate::archive::{self, Meta, Place};
use crate::hub::seal::{NotSealed, Prepared, Records, Sealer};
use crate::outcome::record::{RECORD, RecordLines};
use crate::outcome::{AsOf, Document, NotRendered, Outcome, compose};
use crate::room::Room;
use crate::room::event::Definition;
use crate::room::ids::Seq;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

/// Makes a document.
type Render = fn(Document, &Outcome) -> Result<Vec<u8>, NotRendered>;

/// What could be made of an outcome, and why the rest could not.
#[derive(Default)]
struct Documents {
    files: Vec<(&'static str, Vec<u8>)>,
    not_made: BTreeMap<String, String>,
}

/// Writes sealed outcomes into the data directory.
pub struct Seals {
    data: PathBuf,
    key: [u8; 32],
    render: Render,
}

impl Seals {
    /// Under this folder, signed with this ed25519 seed.
    pub fn new(data: PathBuf, key: [u8; 32]) -> Self {
        Self {
            data,
            key,
            render: Document::render,
        }
    }

    /// Every document that can be made, and why the others can't.
    fn documents(&self, outcome: &Outcome) -> Result<Documents, NotSealed> {
        let mut documents = Documents::default();
        for document in Document::ALL {
            let name = document.file_name();
            let rendered = caught(|| (self.render)(document, outcome));
            let reason = match rendered {
                Some(Ok(bytes)) => {
                    documents.files.push((name, bytes));
                    continue;
                }
                Some(Err(error)) => error.to_string(),
                None => "the program failed while it made it".to_owned(),
            };
            tracing::error!(room.id = %outcome.room.id, document = name, reason, "a document of the outcome could not be made");
            if !matches!(document, Document::Pdf | Document::Docx) {
                return Err(NotSealed::NotMade(format!("{name}: {reason}")));
            }
            documents.not_made.insert(name.to_owned(), reason);
        }
        Ok(documents)
    }
}

impl Sealer for Seals {
    fn prepare(&self, room: &Room, seq: Seq, records: &mut Records<'_>) -> Result<Box<dyn Prepared>, NotSealed> {
        let as_of = AsOf {
            seq,
            at: room.changed_at,
        };
        let failed = || NotSealed::NotMade("the program failed while it composed the outcome".to_owned());
        let outcome = caught(|| compose(room, as_of)).ok_or_else(failed)?;
        let Documents { mut files, not_made } = self.documents(&outcome)?;
        let record = caught(|| record_of(room, records)).ok_or_else(failed)?;
        files.extend(record?.map(|lines| (RECORD, lines)));
        let meta = Meta {
            meeting: room.definition.meeting.clone(),
            room: room.definition.room.clone(),
            revision: room.revision,
            sealed_at: outcome.as_of,
            seq: seq.0,
            not_made,
        };
        let prepared = archive::prepare(&self.data, &meta, &files, &self.key).map_err(not_written)?;
        Ok(Box::new(Folder(prepared)))
    }

    fn is_sealed(&self, definition: &Definition, revision: u32) -> bool {
        let place = Place::of(&self.data, &definition.meeting, &definition.room, revision);
        place.is_ok_and(|place| archive::sealed(&place).is_some())
    }

    fn is_intact(&self, definition: &Definition, revision: u32) -> bool {
        let Ok(place) = Place::of(&self.data, &definition.meeting, &definition.room, revision) else {
            return false;
        };
        let trusted = archive::read_public_key(&archive::public_key_of(&self.key));
        // A copy of another folder is whole in itself.
        archive::verify(&place.revision, trusted.as_ref()).is_ok_and(|verified| place.is_of(&verified.manifest))
    }
}

/// What the work gives; none where it panics. Nothing that it was doing is used afterwards.
fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// What happened in the room, as far as it may be told.
fn record_of(room: &Room, records: &mut Records<'_>) -> Result<Option<Vec<u8>>, NotSealed> {
    let Some(mut lines) = RecordLines::of(room) else {
        return Ok(None);
    };
    for record in records {
        let (seq, record) = record.map_err(NotSealed::NotWritten)?;
        lines.add(seq, &record);
    }
    Ok(Some(lines.finish()))
}

fn not_written(fault: archive::Fault) -> NotSealed {
    NotSealed::NotWritten(fault.to_string())
}

struct Folder(archive::Prepared);

impl Prepared for Folder {
    fn commit(self: Box<Self>) -> Result<(), NotSealed> {
        self.0.commit().map(drop).map_err(not_written)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::room::event::{Event, Stamp};
    use crate::room::ids::Millis;

    /// A room that was opened and closed.
    fn closed() -> Room {
        let said = r#"{"meeting": "m", "meeting_title": "M", "room": "r", "title": "R", "writers": "everyone", "speaking_limit_s": 60,
            "list_open": true}"#;
        let definition = Box::new(serde_json::from_str(said).unwrap());
        let mut room = Room::new();
        let at = Stamp {
            at: Millis(1_715_342_400_000),
            by: None,
        };
        room.apply(&at, &Event::RoomOpened { definition });
        room.apply(&at, &Event::RoomClosed { revision: 1 });
        room
    }

    fn sealed_with(render: Render) -> (tempfile::TempDir, Result<(), NotSealed>) {
        let data = tempfile::tempdir().unwrap();
        let seals = Seals {
            render,
            ..Seals::new(data.path().to_owned(), [7; 32])
        };
        let sealed = seals
            .prepare(&closed(), Seq(2), &mut std::iter::empty())
            .and_then(Prepared::commit);
        assert_eq!(seals.is_sealed(&closed().definition, 1), sealed.is_ok());
        (data, sealed)
    }

    fn verified(data: &tempfile::TempDir) -> archive::Manifest {
        let definition = closed().definition;
        let place = Place::of(data.path(), &definition.meeting, &definition.room, 1).unwrap();
        archive::verify(&place.revision, None).unwrap().manifest
    }

    #[test]
    fn a_room_closes_without_the_pdf_and_docx_that_cannot_be_made_and_the_manifest_says_which() {
        let (data, sealed) = sealed_with(|document, outcome| match document {
            Document::Pdf => Err(NotRendered),
            Document::Docx => panic!("a fault of the program"),
            other => other.render(outcome),
        });
        sealed.unwrap();
        let manifest = verified(&data);
        assert_eq!(manifest.not_made.keys().collect::<Vec<_>>(), ["outcome.docx", "outcome.pdf"]);
        assert!(
            ["outcome.md", "outcome.json", "outcome.html", "polls.csv"]
                .iter()
                .all(|name| manifest.files.contains_key(*name))
        );
        assert!(!manifest.files.contains_key("outcome.pdf"));
    }

    #[test]
    fn without_what_programs_read_nothing_is_sealed_and_it_is_not_called_a_fault_of_the_disk() {
        for broken in [Document::Json, Document::Markdown] {
            let render: Render = match broken {
                Document::Json => |document, outcome| match document {
                    Document::Json => panic!("a fault of the program"),
                    other => other.render(outcome),
                },
                _ => |document, outcome| match document {
                    Document::Markdown => Err(NotRendered),
                    other => other.render(outcome),
                },
            };
            let (data, sealed) = sealed_with(render);
            assert!(matches!(sealed, Err(NotSealed::NotMade(_))), "{sealed:?}");
            assert!(!data.path().join("outcomes").exists());
        }
    }

    #[test]
    fn whatever_can_be_made_is_sealed() {
        let (data, sealed) = sealed_with(Document::render);
        sealed.unwrap();
        let manifest = verified(&data);
        assert!(manifest.not_made.is_empty() && manifest.files.contains_key("outcome.pdf"));
    }
}
