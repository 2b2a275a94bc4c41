//! The report of a whole meeting and everything of it in one file, for the organiser. Rooms that are closed are told as they were
//! sealed, open ones as they stand.

use super::App;
use super::auth::{self, Place};
use super::error::HttpError;
use super::extract::Path;
use super::outcome::{Found, answer, not_rendered};
use crate::archive;
use crate::bundles::{self, NotBundled, RoomPart};
use crate::hub::fault::Fault;
use crate::outcome::combined::{Combined, ReportDocument, combine};
use crate::outcome::{AsOf, Outcome, compose};
use crate::room::seat::Role;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Name of the file with everything, of a room and of a meeting.
pub const ZIP: &str = "outcome.zip";
/// Its media type.
pub const ZIP_TYPE: &str = "application/zip";

/// Which file of which meeting.
#[derive(Deserialize)]
pub struct MeetingFile {
    meeting: String,
    file: String,
}

/// `report.docx`, `report.pdf`, `report.html`, `report.md`, `report.json`, `points.csv` of all rooms, or `outcome.zip` with everything.
#[utoipa::path(get, path = "/api/meetings/{meeting}/{file}", params(("meeting" = String, Path), ("file" = String, Path)),
    responses((status = 200), (status = 304), (status = 404, body = super::error::ErrorBody)))]
pub async fn file(
    State(app): State<Arc<App>>,
    Path(MeetingFile { meeting, file }): Path<MeetingFile>,
    headers: HeaderMap,
) -> Result<Response, HttpError> {
    let place = Place {
        meeting: &meeting,
        room: None,
        role: None,
    };
    if auth::reader(&app, &headers, place)?.role != Role::Organiser {
        return Err(HttpError::not_found());
    }
    let document = ReportDocument::ALL.into_iter().find(|document| document.file_name() == file);
    if document.is_none() && file != ZIP {
        let message = "The report of the meeting can be had as report.docx, report.pdf, report.html, report.md and report.json, its points \
                       as points.csv, and everything as outcome.zip.";
        return Err(HttpError::new(StatusCode::NOT_FOUND, "unknown-format", message));
    }
    let parts = parts(&app, &meeting).await?;
    let name = format!("{meeting}-{file}");
    let rendering = tokio::task::spawn_blocking(move || match document {
        Some(document) => report(&parts).and_then(|report| document.render(&report).map_err(not_rendered)),
        None => bundles::of_meeting(parts).map_err(not_bundled),
    });
    let bytes = rendering.await.map_err(|_| Fault::Unavailable)??;
    let found = Found {
        tag: tag_of(&bytes),
        name,
        bytes,
    };
    let media_type = document.map_or(ZIP_TYPE, ReportDocument::media_type);
    Ok(answer(found, media_type, document == Some(ReportDocument::Html), &headers))
}

/// A tag for bytes that no position stands for.
pub fn tag_of(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let digits: Vec<String> = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{}\"", digits.concat())
}

/// What went wrong with packing, for a program and for a person.
pub fn not_bundled(error: NotBundled) -> HttpError {
    match error {
        NotBundled::NotRendered(error) => not_rendered(error),
        NotBundled::NotPacked(_) => HttpError::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "not-packed",
            "The files are too large for one archive; take them room by room.",
        ),
    }
}

fn report(parts: &[RoomPart]) -> Result<Combined, HttpError> {
    let outcomes: Vec<Outcome> = parts.iter().map(|part| part.outcome.clone()).collect();
    combine(&outcomes).ok_or_else(HttpError::not_found)
}

async fn parts(app: &App, meeting: &str) -> Result<Vec<RoomPart>, HttpError> {
    let plan = app.hub.registry.meeting(meeting).ok_or_else(HttpError::not_found)?;
    let mut parts = Vec::with_capacity(plan.rooms.len());
    for room in &plan.rooms {
        parts.push(part(app, meeting, &room.id).await?);
    }
    Ok(parts)
}

/// One room as it is told: with what was sealed, where it is closed.
pub async fn part(app: &App, meeting: &str, room: &str) -> Result<RoomPart, HttpError> {
    let handle = app.hub.open(meeting, room).await?;
    let (outcome, closed) = handle
        .inspect(|inspected| {
            let as_of = AsOf {
                seq: inspected.seq,
                at: inspected.room.changed_at,
            };
            let closed = inspected.room.closed_at.map(|_| inspected.room.revision);
            (compose(inspected.room, as_of), closed)
        })
        .await?;
    let sealed = match closed {
        Some(revision) => sealed(app, meeting, room, revision).await?,
        None => None,
    };
    Ok(RoomPart {
        room: room.to_owned(),
        outcome,
        sealed,
    })
}

/// Every file of a revision; none where it is not there.
pub async fn sealed(app: &App, meeting: &str, room: &str, revision: u32) -> Result<Option<Vec<archive::Named>>, HttpError> {
    let unreadable = |fault: archive::Fault| Fault::Unreadable(fault.to_string());
    let place = archive::Place::of(&app.data, meeting, room, revision).map_err(unreadable)?;
    let read = tokio::task::spawn_blocking(move || archive::read_folder(&place));
    Ok(read.await.map_err(|_| Fault::Unavailable)?.map_err(unreadable)?)
}
