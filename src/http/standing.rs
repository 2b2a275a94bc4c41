//! How a room stands for somebody who downloads what came of it: closed, with what was sealed then, or open, at a position. A closed room
//! is told by its sealed files alone, whoever has looked in since and whatever was erased; a folder that is missing is written again first.

use super::App;
use super::error::HttpError;
use crate::archive::{self, Manifest};
use crate::bundles::RoomPart;
use crate::hub::fault::Fault;
use crate::hub::handle::RoomHandle;
use crate::outcome::{AsOf, Outcome, compose};
use crate::room::ids::Seq;
use axum::http::StatusCode;
use sha2::{Digest, Sha256};

/// The program that makes documents; another one may make other bytes of the same room.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How the room stands.
pub enum Standing {
    /// It is closed, or it is an earlier close that is asked for.
    Closed(Box<Sealed>),
    /// It is open.
    Open(RoomHandle, Seq),
}

/// What was sealed at a close.
pub struct Sealed {
    /// Where it is.
    pub place: archive::Place,
    /// What it holds.
    pub manifest: Manifest,
}

impl Standing {
    fn closed(sealed: Sealed) -> Self {
        Self::Closed(Box::new(sealed))
    }

    /// As it is now.
    pub async fn of(app: &App, meeting: &str, room: &str, handle: RoomHandle) -> Result<Self, HttpError> {
        let looked = handle.inspect(|inspected| {
            let closed = inspected.room.closed_at.map(|_| inspected.room.revision);
            (inspected.seq, closed)
        });
        match looked.await? {
            (_, Some(revision)) => sealed(app, meeting, room, revision).await.map(Self::closed),
            (seq, None) => Ok(Self::Open(handle, seq)),
        }
    }

    /// As it was at an earlier close, or at the last.
    pub async fn at(app: &App, meeting: &str, room: &str, handle: RoomHandle, revision: u32) -> Result<Self, HttpError> {
        let closes = handle.inspect(|inspected| inspected.room.closes()).await?;
        if !(1..=closes).contains(&revision) {
            let message =
                format!("There is no sealed outcome of revision {revision}. A room has one more with each time it is closed.");
            return Err(HttpError::new(StatusCode::NOT_FOUND, "unknown-revision", message));
        }
        sealed(app, meeting, room, revision).await.map(Self::closed)
    }

    /// Which of its states this is, as part of a name of a file.
    pub fn called(&self) -> String {
        match self {
            Self::Closed(sealed) => format!("revision-{}", sealed.manifest.revision),
            Self::Open(..) => "draft".to_owned(),
        }
    }

    /// By which the whole of it is known again, before anything is made of it.
    pub fn tag(&self) -> String {
        match self {
            // Its text is the same where the manifest is.
            Self::Closed(sealed) => serde_json::to_string(&sealed.manifest).unwrap_or_default(),
            Self::Open(_, Seq(seq)) => seq.to_string(),
        }
    }

    /// What there is of the room.
    pub async fn part(self, room: &str) -> Result<RoomPart, HttpError> {
        match self {
            Self::Open(handle, _) => Ok(RoomPart::open(room, draft(&handle).await?)),
            Self::Closed(sealed) => {
                let place = sealed.place;
                let room = room.to_owned();
                let reading = tokio::task::spawn_blocking(move || {
                    let files = archive::read_folder(&place).map_err(unreadable)?.ok_or_else(not_in_place)?;
                    RoomPart::of_sealed(&room, files).map_err(super::outcome::not_bundled)
                });
                reading.await.map_err(|_| Fault::Unavailable)?
            }
        }
    }
}

impl Sealed {
    /// One of its files; none where it was sealed without it.
    pub async fn file(&self, name: &'static str) -> Result<Option<Vec<u8>>, HttpError> {
        let place = self.place.clone();
        let read = tokio::task::spawn_blocking(move || archive::read_sealed(&place, name));
        Ok(read.await.map_err(|_| Fault::Unavailable)?.map_err(unreadable)?)
    }
}

/// The outcome of an open room as it stands.
pub async fn draft(handle: &RoomHandle) -> Result<Outcome, Fault> {
    let composing = handle.inspect(|inspected| {
        let as_of = AsOf {
            seq: inspected.seq,
            at: inspected.room.changed_at,
        };
        compose(inspected.room, as_of)
    });
    composing.await
}

/// A tag for what these say of it, made by this program.
pub fn tag_of<'a>(what: impl IntoIterator<Item = &'a str>) -> String {
    let mut digest = Sha256::new().chain_update(VERSION);
    for part in what {
        digest.update(part.len().to_le_bytes());
        digest.update(part);
    }
    let digits: Vec<String> = digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{}\"", digits.concat())
}

/// What was sealed at a close that there was; a crash or a full disk may have left it unwritten.
async fn sealed(app: &App, meeting: &str, room: &str, revision: u32) -> Result<Sealed, HttpError> {
    let place = archive::Place::of(&app.data, meeting, room, revision).map_err(unreadable)?;
    if let Some(manifest) = look(&place).await? {
        return Ok(Sealed { place, manifest });
    }
    app.hub.seal_missing(meeting, room, revision).await?;
    let manifest = look(&place).await?.ok_or_else(not_in_place)?;
    Ok(Sealed { place, manifest })
}

async fn look(place: &archive::Place) -> Result<Option<Manifest>, Fault> {
    let place = place.clone();
    let looking = tokio::task::spawn_blocking(move || archive::sealed(&place));
    looking.await.map_err(|_| Fault::Unavailable)
}

fn unreadable(fault: archive::Fault) -> Fault {
    Fault::Unreadable(fault.to_string())
}

fn not_in_place() -> HttpError {
    let message = "The sealed outcome is not on the server's disk as it has to be, and could not be written again. Please tell the operator: \
                   the server's log says why, and `roundtable verify` which file it is.";
    HttpError::new(StatusCode::SERVICE_UNAVAILABLE, "storage-fault", message)
}
