//! The mapping of a meeting as data: `mapping.json` and `mapping.csv`, for organisers and rapporteurs.

use super::boards::Age;
use crate::annexes::{Form, mapping, mapping_files};
use crate::http::App;
use crate::http::allowance::Kind;
use crate::http::auth;
use crate::http::error::HttpError;
use crate::http::extract::MeetingReader;
use crate::http::matchmaking::partnerships;
use crate::http::outcome::Download;
use crate::http::refusals::{Making, Reading};
use crate::http::standing::tag_of;
use crate::plenary::mapping::Mapping;
use crate::room::seat::Role;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Needs, offers, initiatives and gaps of all rooms, with stable codes. For an organiser and for rapporteurs.
#[utoipa::path(get, path = "/api/meetings/{meeting}/mapping.json", params(("meeting" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = Mapping), Reading, Making))]
pub async fn json(State(app): State<Arc<App>>, reader: MeetingReader, headers: HeaderMap) -> Result<Response, HttpError> {
    file(&app, reader, &headers, Form::Json).await
}

/// The same as a table.
#[utoipa::path(get, path = "/api/meetings/{meeting}/mapping.csv", params(("meeting" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = String, content_type = "text/csv"), Reading, Making))]
pub async fn csv(State(app): State<Arc<App>>, reader: MeetingReader, headers: HeaderMap) -> Result<Response, HttpError> {
    file(&app, reader, &headers, Form::Csv).await
}

/// The published form of `mapping.json`, for programs that take it in.
pub async fn schema() -> Json<serde_json::Value> {
    Json(crate::plenary::mapping::schema())
}

async fn file(app: &App, reader: MeetingReader, headers: &HeaderMap, form: Form) -> Result<Response, HttpError> {
    let MeetingReader { meeting, claims } = reader;
    if !matches!(claims.role, Role::Organiser | Role::Rapporteur) {
        return Err(HttpError::not_found());
    }
    auth::take(app, &claims, Kind::Document)?;
    let bytes = form.written(&of_meeting(app, &meeting).await?);
    let digest = Sha256::digest(&bytes);
    let digits: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let download = Download {
        tag: tag_of([digits.concat().as_str()]),
        name: format!("{meeting}-{}", form.file_name()),
        media_type: form.media_type(),
        is_page: false,
    };
    if download.is_known(headers) {
        return Ok(download.not_modified());
    }
    Ok(download.answer(bytes))
}

/// The mapping of a meeting as it stands.
async fn of_meeting(app: &App, meeting: &str) -> Result<Mapping, HttpError> {
    let plan = app.hub.registry.meeting(meeting).ok_or_else(HttpError::not_found)?;
    let (board, _) = app.boards.of(app, meeting, Age::Now, None).await?;
    let view = board.of_role(Role::Organiser);
    let matched = partnerships(app, meeting).await?;
    Ok(mapping(meeting, &plan.title, view, &matched))
}

/// Both files, for the archive of the whole meeting.
pub async fn files(app: &App, meeting: &str) -> Result<Vec<(String, Vec<u8>)>, HttpError> {
    Ok(mapping_files(&of_meeting(app, meeting).await?))
}
