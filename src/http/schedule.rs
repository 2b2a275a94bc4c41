//! Taking over the programme of another tool, for the organiser: first to see what it would change, then in earnest.

use super::App;
use super::allowance::Kind;
use super::auth;
use super::error::HttpError;
use super::extract::{Bytes, Json, MeetingWriter, Query};
use super::refusals::{Bringing, Reading};
use crate::hub::fault::Fault;
use crate::meeting::Meeting;
use crate::meeting::limits::{FILE_BYTES_MAX, ROOMS_MAX, SESSIONS_MAX};
use crate::meeting::schedule::{self, Changes, Format, Imported, Made, Merged, Remark, Said};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;

/// Largest body: the file, and not more.
pub const BODY_BYTES_MAX: usize = FILE_BYTES_MAX;

/// Whether it is only to be seen what would change.
#[derive(Deserialize)]
pub struct Earnest {
    #[serde(default = "yes")]
    dry_run: bool,
}

fn yes() -> bool {
    true
}

/// What a file changes, or would.
#[derive(Serialize, ToSchema)]
pub struct ScheduleTaken {
    dry_run: bool,
    format: Format,
    changes: Changes,
    /// What was left out or taken otherwise than it stands in the file.
    warnings: Vec<Remark>,
}

/// Why a file was not taken.
#[derive(Serialize, ToSchema)]
pub struct ScheduleRefused {
    /// `schedule-invalid`.
    code: &'static str,
    /// In a sentence.
    message: String,
    /// Everything that is wrong with it, and where.
    errors: Vec<Remark>,
}

/// Brings a `schedule.json` (pretalx, frab) or a timetable of Indico into the meeting. Nothing that the meeting has is lost by it. Without
/// `dry_run=false` it only says what would change. For the organiser.
#[utoipa::path(post, path = "/api/meetings/{meeting}/schedule", params(("meeting" = String, Path), ("dry_run" = Option<bool>, Query)),
    request_body(content = Object, content_type = "application/json"),
    security(("seat" = [])),
    responses((status = 200, body = ScheduleTaken), (status = 422, body = ScheduleRefused), Reading, Bringing))]
pub async fn take(
    State(app): State<Arc<App>>,
    writer: MeetingWriter,
    asked: Result<Query<Earnest>, HttpError>,
    body: Result<Bytes, HttpError>,
) -> Result<Response, HttpError> {
    let writer = writer.organiser()?;
    auth::take(&app, &writer.claims, Kind::Document)?;
    let (Query(Earnest { dry_run }), Bytes(body)) = (asked?, body?);
    let plan = app.hub.registry.meeting(&writer.meeting).ok_or_else(HttpError::not_found)?;
    let base = plan.clone();
    let reading = tokio::task::spawn_blocking(move || {
        let text = std::str::from_utf8(&body).map_err(|_| vec![Remark::new("", Said::Encoding)])?;
        schedule::read(text, &base)
    });
    let read = reading.await.map_err(|_| Fault::Unavailable)?;
    let read = match read {
        Ok(read) => read,
        Err(errors) => return Ok(refused(errors)),
    };
    let merged = if dry_run {
        merged(&plan, &read).map(|merged| merged.changes)
    } else {
        taken_over(&app, &writer.meeting, read.clone()).await?
    };
    let changes = match merged {
        Ok(changes) => changes,
        Err(errors) => return Ok(refused(errors)),
    };
    let taken = ScheduleTaken {
        dry_run,
        format: read.format,
        changes,
        warnings: read.warnings,
    };
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(taken)).into_response())
}

/// Brings it into the plan as that stands at this very moment, so that nothing that somebody else changes meanwhile is lost.
async fn taken_over(app: &App, meeting: &str, read: Imported) -> Result<Result<Changes, Vec<Remark>>, HttpError> {
    tracing::info!(meeting.id = %meeting, "a programme is taken over from a file");
    let change = move |plan: Option<&Meeting>| {
        let merged = merged(plan.ok_or_else(Vec::new)?, &read)?;
        Ok::<_, Vec<Remark>>((merged.meeting, merged.changes))
    };
    match app.hub.change_meeting(meeting, None, change).await? {
        // No plan and no reason: the meeting is not there any more.
        Err(errors) if errors.is_empty() => Err(HttpError::not_found()),
        changed => Ok(changed),
    }
}

fn merged(plan: &Meeting, read: &Imported) -> Result<Merged, Vec<Remark>> {
    let merged = schedule::merge(plan, &read.meeting.programme, &read.meeting.rooms);
    within_bounds(&merged).map(|()| merged)
}

fn within_bounds(merged: &Merged) -> Result<(), Vec<Remark>> {
    let counts = [
        (Made::Rooms, merged.meeting.rooms.len(), ROOMS_MAX),
        (Made::Sessions, merged.meeting.programme.len(), SESSIONS_MAX),
    ];
    let beyond = counts.into_iter().filter(|(_, count, most)| count > most);
    let errors: Vec<Remark> = beyond
        .map(|(what, count, max)| Remark::new("", Said::MeetingMany { what, count, max }))
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

fn refused(errors: Vec<Remark>) -> Response {
    let body = ScheduleRefused {
        code: "schedule-invalid",
        message: format!("Nothing of the file was taken: {} of its places are wrong.", errors.len()),
        errors,
    };
    let headers = [(header::CACHE_CONTROL, "no-store")];
    (StatusCode::UNPROCESSABLE_ENTITY, headers, Json(body)).into_response()
}
