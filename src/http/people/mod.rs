//! The list of participants: for the organiser all of it, for each person on it their own day.

pub mod import;

use super::App;
use super::allowance::Kind;
use super::auth;
use super::client_address::ClientAddress;
use super::error::HttpError;
use super::extract::{Json, MeetingReader, MeetingWriter, Query};
use super::refusals::{Bringing, Reading};
use crate::meeting::Meeting;
use crate::people::command::Command;
use crate::people::day::{Around, Day};
use crate::people::plan::Plan;
use crate::people::sheet;
use crate::people::view::{Listed, Preview};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;
use uuid::Uuid;

const NO_STORE: [(header::HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-store")];

/// What `POST …/people/commands` takes.
#[derive(Deserialize, ToSchema)]
#[schema(as = ParticipantsAsked)]
pub struct Asked {
    /// Chosen by the client: a repeat with the same id is done once.
    id: Uuid,
    #[serde(flatten)]
    command: Command,
}

/// What it answers.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub enum Answered {
    /// It is done and on disk.
    Done {
        /// The position of the list after it.
        seq: u64,
    },
    /// Nothing was done: it was only asked what would be.
    Preview(Preview),
}

/// Whether it is only asked what would be done.
#[derive(Deserialize)]
pub struct Trying {
    #[serde(default)]
    dry_run: bool,
}

/// The list, with the groups and how evenly people are spread over them. For the organiser.
#[utoipa::path(get, path = "/api/meetings/{meeting}/people", params(("meeting" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = Listed), Reading))]
pub async fn people(State(app): State<Arc<App>>, reader: MeetingReader) -> Result<Response, HttpError> {
    let meeting = reader.organiser()?.meeting;
    let plan = groups_of(&app, &meeting)?;
    let listed = app.hub.register(&meeting);
    let listed = listed.read(|register, _| register.listed(&plan)).await?;
    Ok((NO_STORE, Json(listed)).into_response())
}

/// Asks something of the list. The organiser may ask everything, whoever is on it may choose their group. With `dry_run`, which
/// `spread` knows, it is told what would be done.
#[utoipa::path(post, path = "/api/meetings/{meeting}/people/commands", params(("meeting" = String, Path), ("dry_run" = Option<bool>, Query)),
    request_body = Asked,
    security(("seat" = [])),
    responses((status = 200, body = Answered), Reading, Bringing))]
pub async fn command(
    State(app): State<Arc<App>>,
    address: ClientAddress,
    writer: MeetingWriter,
    Query(Trying { dry_run }): Query<Trying>,
    asked: Result<Json<Asked>, HttpError>,
) -> Result<Response, HttpError> {
    if writer.claims.role != Role::Organiser && !writer.claims.is_personal() {
        return Err(HttpError::not_found());
    }
    auth::take(&app, &writer.claims, Kind::Command)?;
    let Json(Asked { id, command }) = asked?;
    let meeting = plan_of(&app, &writer.meeting)?;
    let context = writer.context(&app, id);
    let answered = match command {
        Command::Spread(asked) if dry_run && context.role == Role::Organiser => {
            Answered::Preview(app.hub.preview_spread(&meeting, &asked).await??)
        }
        _ if dry_run => {
            let message = "What this would do is not told in advance; that is so for “spread” and for an import.";
            return Err(Refusal::new(Code::BadCommand, message).into());
        }
        command => {
            count_guesses(&app, address, &meeting.id, &command).await?;
            Answered::Done {
                seq: app.hub.ask_people(&meeting, command, context).await?,
            }
        }
    };
    Ok((NO_STORE, Json(answered)).into_response())
}

/// The list as CSV, in the form in which it is imported. For the organiser.
#[utoipa::path(get, path = "/api/meetings/{meeting}/people.csv", params(("meeting" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = String, content_type = "text/csv"), Reading))]
pub async fn file(State(app): State<Arc<App>>, reader: MeetingReader) -> Result<Response, HttpError> {
    let meeting = reader.organiser()?.meeting;
    let plan = groups_of(&app, &meeting)?;
    let bytes = app.hub.register(&meeting);
    let bytes = bytes.read(|register, _| sheet::write(register, &plan)).await?;
    let name = format!("attachment; filename=\"{meeting}-people.csv\"");
    let name = HeaderValue::from_str(&name).map_err(|error| HttpError::bad_request(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, bytes).into_response())
}

/// The caller's own day: the whole programme with their rooms and groups in it, and what they may choose. For those on the list.
#[utoipa::path(get, path = "/api/meetings/{meeting}/day", params(("meeting" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = Day), Reading))]
pub async fn day(State(app): State<Arc<App>>, MeetingReader { meeting, claims }: MeetingReader) -> Result<Response, HttpError> {
    if !claims.is_personal() {
        return Err(HttpError::not_found());
    }
    let plan = groups_of(&app, &meeting)?;
    let whole = app.hub.registry.meeting(&meeting).ok_or_else(HttpError::not_found)?;
    let extended = app.hub.extended(&whole).await;
    let day = app.hub.register(&meeting);
    let around = Around {
        meeting: &whole,
        plan: &plan,
        extended: &extended,
        now: app.hub.now(),
    };
    let day = day.read(|register, _| register.day(&claims.seat, around)).await?;
    Ok((NO_STORE, Json(day.ok_or_else(HttpError::not_found)?)).into_response())
}

fn plan_of(app: &App, meeting: &str) -> Result<Arc<Meeting>, HttpError> {
    app.hub.registry.meeting(meeting).ok_or_else(HttpError::not_found)
}

fn groups_of(app: &App, meeting: &str) -> Result<Arc<Plan>, HttpError> {
    app.hub.registry.groups(meeting).ok_or_else(HttpError::not_found)
}

/// Codes that turn out to be somebody else's are counted as those that are tried at the door: else a list would be a way to find them out.
async fn count_guesses(app: &App, address: ClientAddress, meeting: &str, command: &Command) -> Result<(), HttpError> {
    let of_address = app.allowances.of_address(address.network());
    for _ in 0..app.hub.codes_of_others(meeting, command).await? {
        of_address.take(Kind::Guess).map_err(|_| HttpError::too_many_tries())?;
    }
    Ok(())
}
