//! Everything in one file: of a room all that was sealed, or its drafts while it is open; of a meeting all rooms, and the report of
//! all of them together; and of a meeting that is put away its plan and every earlier close as well. The server sends these, the
//! command line writes them.

use crate::archive::{self, Chapter, Cover, Named};
use crate::outcome::combined::{BesideRooms, ReportDocument, combine};
use crate::outcome::{Document, NotRendered, Outcome, Status};
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
    /// The room is closed, and what was sealed then is not there: nothing else may pass for it.
    #[error(
        "the sealed outcome of room {room} is not in its place; start the server once to have it written, or put the folder back"
    )]
    NotSealed {
        /// The room's id.
        room: String,
    },
    /// What was sealed can't be read.
    #[error("the sealed outcome of room {room} can't be read; roundtable verify says whether it was altered")]
    Unreadable {
        /// The room's id.
        room: String,
    },
}

/// A room of the meeting.
pub struct RoomPart {
    /// Its id.
    room: String,
    /// Its outcome, as it is or as it was sealed.
    pub outcome: Outcome,
    /// What was sealed at its close; none while it is open.
    sealed: Option<Vec<Named>>,
}

impl RoomPart {
    /// A room without sealed files: an open one. Of a closed one whose files are missing it is good for a report, not for an archive.
    pub fn open(room: &str, outcome: Outcome) -> Self {
        Self {
            room: room.to_owned(),
            outcome,
            sealed: None,
        }
    }

    /// A room as it was sealed, by its files alone.
    ///
    /// # Errors
    /// Where its outcome can't be read from them.
    pub fn of_sealed(room: &str, files: Vec<Named>) -> Result<Self, NotBundled> {
        let json = files.iter().find(|(name, _)| name == Document::Json.file_name());
        let outcome = json.and_then(|(_, bytes)| serde_json::from_slice(bytes).ok());
        let unreadable = || NotBundled::Unreadable { room: room.to_owned() };
        Ok(Self {
            room: room.to_owned(),
            outcome: outcome.ok_or_else(unreadable)?,
            sealed: Some(files),
        })
    }
}

/// All of one room.
pub fn of_room(part: RoomPart) -> Result<Vec<u8>, NotBundled> {
    Ok(archive::packed(&files(part)?)?)
}

/// All rooms, each in a folder of its own, with the report of the whole meeting on top, which has also what comes from no room, and
/// other files of the meeting.
pub fn of_meeting(parts: Vec<RoomPart>, beside_rooms: BesideRooms, others: Vec<Named>) -> Result<Vec<u8>, NotBundled> {
    let mut all = report(&parts, beside_rooms)?;
    all.extend(others);
    for part in parts {
        let folder = part.room.clone();
        let inside = files(part)?.into_iter();
        all.extend(inside.map(|(name, bytes)| (format!("{folder}/{name}"), bytes)));
    }
    Ok(archive::packed(&all)?)
}

/// A room of a meeting that is put away.
pub struct RoomKept {
    /// Its title.
    pub title: String,
    /// As it stands: its last close, or its drafts.
    pub part: RoomPart,
    /// How often it was closed.
    pub last: u32,
    /// The files of its earlier closes, by their numbers.
    pub earlier: Vec<(u32, Vec<Named>)>,
}

/// A whole meeting to be put away: what was planned, the report of all rooms with what comes from none of them, and each room with all
/// its closes.
pub fn of_archive(
    cover: &Cover,
    planned: Vec<Named>,
    beside_rooms: BesideRooms,
    rooms: Vec<RoomKept>,
) -> Result<Vec<u8>, NotBundled> {
    let mut chapters = vec![Chapter {
        heading: "Plan".to_owned(),
        files: planned,
    }];
    let (mut parts, mut around) = (Vec::new(), Vec::new());
    for room in rooms {
        parts.push(room.part);
        around.push((room.title, room.last, room.earlier));
    }
    let report = report(&parts, beside_rooms)?;
    if !report.is_empty() {
        chapters.push(Chapter {
            heading: "Report of all rooms".to_owned(),
            files: report,
        });
    }
    for (part, (heading, closes, earlier)) in parts.into_iter().zip(around) {
        let folder = format!("rooms/{}", part.room);
        let last = match part.sealed {
            Some(_) => format!("revision-{closes}"),
            None => "draft".to_owned(),
        };
        let mut kept = Vec::new();
        for (revision, inside) in earlier {
            kept.extend(within(&format!("{folder}/revision-{revision}"), inside));
        }
        kept.extend(within(&format!("{folder}/{last}"), files(part)?));
        chapters.push(Chapter { heading, files: kept });
    }
    Ok(archive::archive(cover, chapters)?)
}

fn within(folder: &str, files: Vec<Named>) -> impl Iterator<Item = Named> {
    files
        .into_iter()
        .map(move |(name, bytes)| (format!("{folder}/{name}"), bytes))
}

/// The report of all rooms; nothing where there is none.
fn report(parts: &[RoomPart], beside_rooms: BesideRooms) -> Result<Vec<Named>, NotBundled> {
    let outcomes: Vec<Outcome> = parts.iter().map(|part| part.outcome.clone()).collect();
    let Some(report) = combine(&outcomes) else {
        return Ok(Vec::new());
    };
    let report = report.with(beside_rooms);
    let rendered = |document: ReportDocument| Ok((document.file_name().to_owned(), document.render(&report)?));
    ReportDocument::ALL.into_iter().map(rendered).collect()
}

fn files(part: RoomPart) -> Result<Vec<Named>, NotBundled> {
    if let Some(sealed) = part.sealed {
        return Ok(sealed);
    }
    if part.outcome.status == Status::Final {
        return Err(NotBundled::NotSealed { room: part.room });
    }
    let draft = |document: Document| Ok((format!("draft-{}", document.file_name()), document.render(&part.outcome)?));
    Document::ALL.into_iter().map(draft).collect()
}
