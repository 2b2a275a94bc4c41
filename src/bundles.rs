//! Everything in one file: of a room all that was sealed, or its drafts while it is open; of a meeting all rooms, and the report of
//! all of them together. The server sends these, the command line writes them.

use crate::archive::{self, Named};
use crate::outcome::combined::{ReportDocument, combine};
use crate::outcome::{Document, NotRendered, Outcome};
use std::io;

/// Why there is no such file.
#[derive(Debug, thiserror::Error)]
pub enum NotBundled {
    /// A document could not be made.
    #[error(transparent)]
    NotRendered(#[from] NotRendered),
    /// The files could not be packed.
    #[error("the files could not be packed: {0}")]
    NotPacked(#[from] io::Error),
}

/// A room of the meeting.
pub struct RoomPart {
    /// Its id.
    pub room: String,
    /// Its outcome, as it is or as it was sealed.
    pub outcome: Outcome,
    /// What was sealed at its close; none while it is open.
    pub sealed: Option<Vec<Named>>,
}

/// All of one room.
pub fn of_room(part: RoomPart) -> Result<Vec<u8>, NotBundled> {
    Ok(archive::packed(&files(part)?)?)
}

/// All rooms, each in a folder of its own, with the report of the whole meeting on top.
pub fn of_meeting(parts: Vec<RoomPart>) -> Result<Vec<u8>, NotBundled> {
    let outcomes: Vec<Outcome> = parts.iter().map(|part| part.outcome.clone()).collect();
    let mut all = Vec::new();
    if let Some(report) = combine(&outcomes) {
        for document in ReportDocument::ALL {
            all.push((document.file_name().to_owned(), document.render(&report)?));
        }
    }
    for part in parts {
        let folder = part.room.clone();
        let inside = files(part)?.into_iter();
        all.extend(inside.map(|(name, bytes)| (format!("{folder}/{name}"), bytes)));
    }
    Ok(archive::packed(&all)?)
}

fn files(part: RoomPart) -> Result<Vec<Named>, NotRendered> {
    if let Some(sealed) = part.sealed {
        return Ok(sealed);
    }
    let draft = |document: Document| Ok((format!("draft-{}", document.file_name()), document.render(&part.outcome)?));
    Document::ALL.into_iter().map(draft).collect()
}
