//! Downloads of a room's outcome: composed as a draft while the room is open, as it was sealed once it is closed. For
//! those who run the room; a final document tells of polls that the room was not shown.

use super::App;
use super::entity_tag;
use super::error::HttpError;
use super::extract::{Path, Query, RoomAddress, RoomReader};
use super::whole_meeting::{self, ZIP, ZIP_TYPE};
use crate::archive;
use crate::bundles;
use crate::hub::fault::Fault;
use crate::outcome::{AsOf, Document, NotRendered, compose, schema};
use crate::room::seat::Role;
use crate::room::view::RoomState;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::sync::Arc;

/// A document is opened apart from everything else: its own styles, no scripts, nothing from elsewhere.
const DOCUMENT_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-modals";

/// Which of the outcomes.
#[derive(Deserialize)]
pub struct OutcomeQuery {
    revision: Option<u32>,
}

/// Which of the documents.
#[derive(Deserialize)]
pub struct DocumentAddress {
    document: String,
}

/// What there is to send.
pub(super) struct Found {
    /// By which it is known again.
    pub(super) tag: String,
    /// As what it is kept.
    pub(super) name: String,
    /// The file.
    pub(super) bytes: Vec<u8>,
}

/// One document of the outcome: `outcome.docx`, `outcome.pdf`, `outcome.html`, `outcome.md`, `outcome.json`, `points.csv`, `polls.csv`,
/// `speakers.csv`, `board.csv`; or `outcome.zip` with all of it.
#[utoipa::path(get, path = "/api/meetings/{meeting}/rooms/{room}/{document}",
    params(("meeting" = String, Path), ("room" = String, Path), ("document" = String, Path), ("revision" = Option<u32>, Query),
        ("as" = Option<Role>, Query)),
    responses((status = 200), (status = 304), (status = 404, body = super::error::ErrorBody)))]
pub async fn document(
    State(app): State<Arc<App>>,
    reader: RoomReader,
    Path(DocumentAddress { document }): Path<DocumentAddress>,
    Query(query): Query<OutcomeQuery>,
    headers: HeaderMap,
) -> Result<Response, HttpError> {
    let RoomAddress { meeting, room } = reader.address;
    if matches!(reader.claims.role, Role::Participant | Role::Screen) {
        return Err(HttpError::not_found());
    }
    if document == ZIP {
        let found = everything(&app, &meeting, &room, query.revision).await?;
        return Ok(answer(found, ZIP_TYPE, false, &headers));
    }
    let document = named(&document)?;
    let handle = app.hub.open(&meeting, &room).await?;
    let (state, current) = handle
        .inspect(|inspected| (inspected.room.state, inspected.room.revision))
        .await?;
    let found = match query.revision {
        Some(revision) => sealed(&app, &meeting, &room, revision, document).await?,
        None if state == RoomState::Closed => sealed(&app, &meeting, &room, current, document).await?,
        None => draft(&handle, &meeting, &room, document).await?,
    };
    Ok(answer(found, document.media_type(), document == Document::Html, &headers))
}

/// The published form of `outcome.json`, for programs that take it in.
pub async fn schema() -> Json<serde_json::Value> {
    Json(schema::of_outcome())
}

/// The same of `report.json`.
pub async fn report_schema() -> Json<serde_json::Value> {
    Json(schema::of_report())
}

/// All of a room in one file: what was sealed, or the drafts.
async fn everything(app: &App, meeting: &str, room: &str, revision: Option<u32>) -> Result<Found, HttpError> {
    let mut part = whole_meeting::part(app, meeting, room).await?;
    if let Some(revision) = revision {
        let sealed = whole_meeting::sealed(app, meeting, room, revision).await?;
        part.sealed = Some(sealed.ok_or_else(|| unknown_revision(revision))?);
    }
    let name = format!("{meeting}-{room}-{ZIP}");
    let packing = tokio::task::spawn_blocking(move || bundles::of_room(part));
    let bytes = packing
        .await
        .map_err(|_| Fault::Unavailable)?
        .map_err(whole_meeting::not_bundled)?;
    Ok(Found {
        tag: whole_meeting::tag_of(&bytes),
        name,
        bytes,
    })
}

fn unknown_revision(revision: u32) -> HttpError {
    let message = format!("There is no sealed outcome of revision {revision}. A room has one more with each time it is closed.");
    HttpError::new(StatusCode::NOT_FOUND, "unknown-revision", message)
}

fn named(name: &str) -> Result<Document, HttpError> {
    Document::ALL
        .into_iter()
        .find(|document| document.file_name() == name)
        .ok_or_else(|| {
            if name.starts_with("outcome.") {
                let message = "The outcome can be had as outcome.docx, outcome.pdf, outcome.html, outcome.md and outcome.json, its tables as \
                               points.csv, polls.csv, speakers.csv and board.csv, and everything as outcome.zip.";
                HttpError::new(StatusCode::NOT_FOUND, "unknown-format", message)
            } else {
                HttpError::not_found()
            }
        })
}

async fn draft(
    handle: &crate::hub::handle::RoomHandle,
    meeting: &str,
    room: &str,
    document: Document,
) -> Result<Found, HttpError> {
    let outcome = handle
        .inspect(|inspected| {
            compose(
                inspected.room,
                AsOf {
                    seq: inspected.seq,
                    at: inspected.room.changed_at,
                },
            )
        })
        .await?;
    let tag = format!("\"draft-{}\"", outcome.seq);
    let name = format!("{meeting}-{room}-draft-{}", document.file_name());
    let bytes = tokio::task::spawn_blocking(move || document.render(&outcome))
        .await
        .map_err(|_| Fault::Unavailable)?
        .map_err(not_rendered)?;
    Ok(Found { tag, name, bytes })
}

pub(super) fn not_rendered(error: NotRendered) -> HttpError {
    HttpError::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "not-rendered",
        format!("{error}; take it in another format."),
    )
}

async fn sealed(app: &App, meeting: &str, room: &str, revision: u32, document: Document) -> Result<Found, HttpError> {
    let mut bytes = read_sealed(app, meeting, room, revision, document).await?;
    if bytes.is_none() {
        // A crash or a full disk may have left it unwritten.
        app.hub.seal_missing(meeting, room).await?;
        bytes = read_sealed(app, meeting, room, revision, document).await?;
    }
    let bytes = bytes.ok_or_else(|| unknown_revision(revision))?;
    let name = format!("{meeting}-{room}-revision-{revision}-{}", document.file_name());
    Ok(Found {
        tag: format!("\"revision-{revision}\""),
        name,
        bytes,
    })
}

async fn read_sealed(
    app: &App,
    meeting: &str,
    room: &str,
    revision: u32,
    document: Document,
) -> Result<Option<Vec<u8>>, HttpError> {
    let unreadable = |fault: archive::Fault| Fault::Unreadable(fault.to_string());
    let place = archive::Place::of(&app.data, meeting, room, revision).map_err(unreadable)?;
    let read = tokio::task::spawn_blocking(move || archive::read_sealed(&place, document.file_name()));
    Ok(read.await.map_err(|_| Fault::Unavailable)?.map_err(unreadable)?)
}

/// The file with its headers; a page is looked at, the rest is kept.
pub(super) fn answer(found: Found, media_type: &str, is_page: bool, headers: &HeaderMap) -> Response {
    let mut response = if entity_tag::is_known(headers, &found.tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        found.bytes.into_response()
    };
    let out = response.headers_mut();
    let place = if is_page { "inline" } else { "attachment" };
    let disposition = format!("{place}; filename=\"{}\"", found.name);
    let values = [
        (header::ETAG, found.tag.as_str()),
        (header::CONTENT_DISPOSITION, disposition.as_str()),
        (header::CONTENT_TYPE, media_type),
        (header::CACHE_CONTROL, "private, no-cache"),
        (header::CONTENT_SECURITY_POLICY, DOCUMENT_POLICY),
    ];
    for (name, value) in values {
        out.extend(HeaderValue::from_str(value).ok().map(|value| (name, value)));
    }
    response
}
