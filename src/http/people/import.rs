//! Taking over a file of participants. It is told first what it would do, with every fault by row and field; with any fault nothing is done.

use super::{NO_STORE, count_guesses, plan_of};
use crate::http::App;
use crate::http::allowance::Kind;
use crate::http::auth;
use crate::http::client_address::ClientAddress;
use crate::http::error::HttpError;
use crate::http::extract::{Bytes, Json, MeetingWriter, Query};
use crate::http::refusals::{Bringing, Reading};
use crate::hub::registry::random;
use crate::people::command::Command;
use crate::people::import::Report;
use crate::people::limits::{FAULTS_TOLD_MAX, FILE_BYTES_MAX};
use crate::people::sheet::{self, NotRead, Sheet};
use crate::room::refusal::{Code, Refusal};
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

/// By which request a file comes.
#[derive(Deserialize)]
pub struct Coming {
    /// Chosen by the client: a repeat with the same id is done once.
    #[serde(default)]
    id: Option<Uuid>,
    #[serde(default)]
    dry_run: bool,
    /// The `seen` of the report on what the file would do: where the list has changed since, nothing is done.
    #[serde(default)]
    seen: Option<u64>,
}

/// A file that has faults: nothing was done.
#[derive(Serialize, ToSchema)]
struct Faulty {
    #[serde(flatten)]
    refusal: Refusal,
    #[serde(flatten)]
    report: Report,
}

/// The one route that takes more than a plain request.
pub fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(import))
        .layer(DefaultBodyLimit::max(FILE_BYTES_MAX))
}

/// Takes over the rows of a CSV file: `name`, and where there are such columns `delegation`, `class`, `rank`, `language`, `room`, `code`. For the
/// organiser. With `dry_run` it is only told what would be done.
#[utoipa::path(post, path = "/api/meetings/{meeting}/people/import",
    params(("meeting" = String, Path), ("dry_run" = Option<bool>, Query), ("id" = Option<Uuid>, Query), ("seen" = Option<u64>, Query)),
    request_body(content = String, content_type = "text/csv"),
    security(("seat" = [])),
    responses((status = 200, body = Report), Reading, Bringing, (status = 422, body = Faulty)))]
pub async fn import(
    State(app): State<Arc<App>>,
    address: ClientAddress,
    writer: MeetingWriter,
    Query(Coming { id, dry_run, seen }): Query<Coming>,
    body: Result<Bytes, HttpError>,
) -> Result<Response, HttpError> {
    let writer = writer.organiser()?;
    auth::take(&app, &writer.claims, Kind::Document)?;
    let Bytes(body) = body.map_err(|error| error.where_more_is_taken(FILE_BYTES_MAX))?;
    let meeting = plan_of(&app, &writer.meeting)?;
    let reading = tokio::task::spawn_blocking(move || sheet::read(&body));
    let read = reading.await.map_err(|_| crate::hub::fault::Fault::Unavailable)?;
    let mut sheet = read.map_err(not_read)?;
    sheet.rows.seen = seen;
    let request = id.unwrap_or_else(|| uuid::Builder::from_random_bytes(random()).into_uuid());
    let command = Command::Import(sheet.rows.clone());
    count_guesses(&app, address, &meeting.id, &command).await?;
    let weighed = app.hub.weigh_import(&meeting, &sheet.rows, request).await?;
    let report = together(&sheet, weighed);
    if report.faulty > 0 && !dry_run {
        return Ok(faulty(report));
    }
    if !dry_run {
        let context = writer.context(&app, request);
        app.hub.ask_people(&meeting, command, context).await?;
        tracing::info!(meeting.id = %meeting.id, new = report.new, changed = report.changed, "participants imported");
    }
    Ok((NO_STORE, Json(report)).into_response())
}

/// What is wrong with the rows by themselves, and with what they would do.
fn together(sheet: &Sheet, mut report: Report) -> Report {
    report.faulty += sheet.faulty;
    report.faults.extend(sheet.faults.iter().cloned());
    report.faults.sort_by_key(|fault| (fault.row, fault.field));
    report.faults.truncate(FAULTS_TOLD_MAX);
    report.ignored.clone_from(&sheet.ignored);
    report
}

fn faulty(report: Report) -> Response {
    let first = report.faults.first().map(ToString::to_string).unwrap_or_default();
    let faults = if report.faulty == 1 { "fault" } else { "faults" };
    let message = format!("The file has {} {faults}, and nothing was imported. {first}", report.faulty);
    let refusal = Refusal::new(Code::ImportInvalid, message);
    (StatusCode::UNPROCESSABLE_ENTITY, NO_STORE, Json(Faulty { refusal, report })).into_response()
}

fn not_read(NotRead { code, message }: NotRead) -> HttpError {
    HttpError::new(StatusCode::BAD_REQUEST, code, message)
}
