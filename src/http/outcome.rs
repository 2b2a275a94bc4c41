//! Downloads of a room's outcome: composed as a draft while the room is open, as it was sealed once it is closed. For
//! those who run the room; a final document tells of polls that the room was not shown.

use super::App;
use super::allowance::Kind;
use super::auth;
use super::entity_tag;
use super::error::HttpError;
use super::extract::{Path, Query, RoomAddress, RoomReader};
use super::refusals::{Making, Reading};
use super::standing::{Sealed, Standing, draft, tag_of};
use crate::bundles::{self, NotBundled};
use crate::outcome::{Document, NotRendered, schema};
use crate::room::seat::Role;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::sync::Arc;

/// Name of the file with everything, of a room and of a meeting.
pub const ZIP: &str = "outcome.zip";
/// Its media type.
pub const ZIP_TYPE: &str = "application/zip";
/// A document is opened apart from everything else: its own styles, no scripts, nothing from elsewhere.
const DOCUMENT_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; \
frame-ancestors 'none'; sandbox allow-popups allow-modals";

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

/// A file that can be sent, known before it is made.
pub(super) struct Download {
    /// By which it is known again.
    pub(super) tag: String,
    /// As what it is kept.
    pub(super) name: String,
    /// What it is.
    pub(super) media_type: &'static str,
    /// Whether it is looked at, as a page; the rest is kept.
    pub(super) is_page: bool,
}

/// One document of the outcome: `outcome.docx`, `outcome.pdf`, `outcome.html`, `outcome.md`, `outcome.json`, `points.csv`, `polls.csv`,
/// `speakers.csv`, `board.csv`; or `outcome.zip` with all of it.
#[utoipa::path(get, path = "/api/meetings/{meeting}/rooms/{room}/{document}",
    params(("meeting" = String, Path), ("room" = String, Path), ("document" = String, Path, pattern = "^(outcome[.](docx|pdf|html|md|json|zip)|(points|polls|speakers|board)[.]csv)$"), ("revision" = Option<u32>, Query),
        ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, content((Object = "application/json"), (String = "text/html"), (String = "text/markdown"),
        (String = "text/csv"), (Vec<u8> = "application/pdf"), (Vec<u8> = "application/zip"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))), Reading, Making))]
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
    let document = named(&document)?;
    auth::take(&app, &reader.claims, Kind::Document)?;
    let handle = app.hub.open(&meeting, &room).await?;
    let standing = match query.revision {
        Some(revision) => Standing::at(&app, &meeting, &room, handle, revision).await?,
        None => Standing::of(&app, &meeting, &room, handle).await?,
    };
    let kept_as = format!("{meeting}-{room}-{}", standing.called());
    match document {
        None => everything(&app, standing, &room, kept_as, &headers).await,
        Some(document) => one(&app, standing, document, &kept_as, &headers).await,
    }
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
async fn everything(
    app: &App,
    standing: Standing,
    room: &str,
    kept_as: String,
    headers: &HeaderMap,
) -> Result<Response, HttpError> {
    let download = Download {
        tag: tag_of([standing.tag().as_str()]),
        name: format!("{kept_as}-{ZIP}"),
        media_type: ZIP_TYPE,
        is_page: false,
    };
    if download.is_known(headers) {
        return Ok(download.not_modified());
    }
    let turn = app.renderings.turn().await?;
    let part = standing.part(room).await?;
    let bytes = turn.make(move || bundles::of_room(part).map_err(not_bundled)).await?;
    Ok(download.answer(bytes))
}

/// One document: as it was sealed, or as a draft.
async fn one(
    app: &App,
    standing: Standing,
    document: Document,
    kept_as: &str,
    headers: &HeaderMap,
) -> Result<Response, HttpError> {
    let tag = match &standing {
        Standing::Closed(sealed) => tag_of_sealed(sealed, document)?,
        Standing::Open(..) => tag_of([standing.tag().as_str()]),
    };
    let download = Download {
        tag,
        name: format!("{kept_as}-{}", document.file_name()),
        media_type: document.media_type(),
        is_page: document == Document::Html,
    };
    if download.is_known(headers) {
        return Ok(download.not_modified());
    }
    let bytes = match standing {
        Standing::Closed(sealed) => {
            let read = sealed.file(document.file_name()).await?;
            read.ok_or_else(|| not_among(&sealed, document))?
        }
        Standing::Open(handle, _) => {
            let turn = app.renderings.turn().await?;
            let outcome = draft(&handle).await?;
            turn.make(move || document.render(&outcome).map_err(not_rendered)).await?
        }
    };
    Ok(download.answer(bytes))
}

fn tag_of_sealed(sealed: &Sealed, document: Document) -> Result<String, HttpError> {
    let file = sealed.manifest.files.get(document.file_name());
    file.map(|file| tag_of([file.sha256.as_str()]))
        .ok_or_else(|| not_among(sealed, document))
}

/// The file by its name, none where it is the one with everything.
fn named(name: &str) -> Result<Option<Document>, HttpError> {
    if name == ZIP {
        return Ok(None);
    }
    let found = Document::ALL.into_iter().find(|document| document.file_name() == name);
    found.map(Some).ok_or_else(|| {
        if name.starts_with("outcome.") {
            let message = "The outcome can be had as outcome.docx, outcome.pdf, outcome.html, outcome.md and outcome.json, its tables as \
                           points.csv, polls.csv, speakers.csv and board.csv, and everything as outcome.zip.";
            HttpError::new(StatusCode::NOT_FOUND, "unknown-format", message)
        } else {
            HttpError::not_found()
        }
    })
}

/// A document that the close went on without.
fn not_among(sealed: &Sealed, document: Document) -> HttpError {
    let (name, revision) = (document.file_name(), sealed.manifest.revision);
    let why = match sealed.manifest.not_made.get(name) {
        Some(reason) => format!("it could not be made when the room closed ({reason})"),
        None => "it was not among the documents then".to_owned(),
    };
    let message = format!("Revision {revision} has no {name}: {why}. Take another format.");
    HttpError::new(StatusCode::NOT_FOUND, "not-made", message)
}

pub(super) fn not_rendered(error: NotRendered) -> HttpError {
    let message = format!("{error}; take it in another format.");
    HttpError::new(StatusCode::INTERNAL_SERVER_ERROR, "not-rendered", message)
}

/// The program itself failed at it.
pub(super) fn failed_rendering() -> HttpError {
    let message = "The server failed while it made this document; take it in another format, and tell the operator.";
    HttpError::new(StatusCode::INTERNAL_SERVER_ERROR, "not-rendered", message)
}

/// What went wrong with packing, for a program and for a person.
pub(super) fn not_bundled(error: NotBundled) -> HttpError {
    match error {
        NotBundled::NotRendered(error) => not_rendered(error),
        NotBundled::NotPacked(_) => HttpError::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "not-packed",
            "The files are too large for one archive; take them room by room.",
        ),
        NotBundled::NotSealed { .. } | NotBundled::Unreadable { .. } => {
            HttpError::new(StatusCode::SERVICE_UNAVAILABLE, "storage-fault", format!("{error}."))
        }
    }
}

impl Download {
    /// Whether the client has it already.
    pub(super) fn is_known(&self, headers: &HeaderMap) -> bool {
        entity_tag::is_known(headers, &self.tag)
    }

    /// What such a client is told.
    pub(super) fn not_modified(&self) -> Response {
        self.with_headers(StatusCode::NOT_MODIFIED.into_response())
    }

    /// The file with its headers.
    pub(super) fn answer(&self, bytes: Vec<u8>) -> Response {
        self.with_headers(bytes.into_response())
    }

    fn with_headers(&self, mut response: Response) -> Response {
        let out = response.headers_mut();
        let place = if self.is_page { "inline" } else { "attachment" };
        let disposition = format!("{place}; filename=\"{}\"", self.name);
        let values = [
            (header::ETAG, self.tag.as_str()),
            (header::CONTENT_DISPOSITION, disposition.as_str()),
            (header::CONTENT_TYPE, self.media_type),
            (header::CACHE_CONTROL, "private, no-cache"),
            (header::CONTENT_SECURITY_POLICY, DOCUMENT_POLICY),
        ];
        for (name, value) in values {
            // In the place of the type that a body of bytes has by itself: with two of them it would be a browser's guess.
            if let Ok(value) = HeaderValue::from_str(value) {
                out.insert(name, value);
            }
        }
        response
    }
}
