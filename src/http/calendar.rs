//! The programme as a calendar file, for everybody with a seat in the meeting: whole, or one session or room of it.

use super::App;
use super::error::HttpError;
use super::extract::{MeetingReader, Query};
use super::refusals::Reading;
use crate::meeting::ics::{self, Part};
use crate::room::seat::Role;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::sync::Arc;

/// Which part of the programme.
#[derive(Deserialize)]
pub struct Wanted {
    session: Option<String>,
    room: Option<String>,
}

/// The programme as a calendar file (RFC 5545): all sessions, or the one that is named, or those of a room.
#[utoipa::path(get, path = "/api/meetings/{meeting}/programme.ics",
    params(("meeting" = String, Path), ("session" = Option<String>, Query), ("room" = Option<String>, Query), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = String, content_type = "text/calendar"), Reading))]
pub async fn programme(
    State(app): State<Arc<App>>,
    MeetingReader { meeting, .. }: MeetingReader,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response, HttpError> {
    let plan = app.hub.registry.meeting(&meeting).ok_or_else(HttpError::not_found)?;
    let (part, name) = match (&wanted.room, &wanted.session) {
        (Some(room), _) => (Part::Room(room), format!("{meeting}-{room}")),
        (None, Some(session)) => (Part::Session(session), format!("{meeting}-{session}")),
        (None, None) => (Part::Whole, meeting.clone()),
    };
    let context = ics::Context {
        now: app.hub.now(),
        base_url: &app.base_url(&headers),
        changes: app.hub.registry.plan_changes(&meeting),
        extended: &app.hub.extended(&plan).await,
    };
    // What it is called comes from ids that there are, which are plain.
    let file = ics::calendar(&plan, part, context).ok_or_else(HttpError::not_found)?;
    let disposition =
        HeaderValue::from_str(&format!("attachment; filename=\"{name}.ics\"")).map_err(|_| HttpError::not_found())?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(ics::MEDIA_TYPE)),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, file).into_response())
}
