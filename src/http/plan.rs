//! The plan of a meeting for its organisers: what it says, what is worth a look in it, how its rooms are doing; changes, part by part; and
//! the same as a meeting file.

use super::App;
use super::error::HttpError;
use super::extract::{Json, MeetingReader, MeetingWriter};
use super::plan_refused::{PlanRefusal, PlanRefused};
use super::refusals::{Bringing, Reading};
use crate::meeting::edit::{self, Command, RoomNow, warnings};
use crate::meeting::{Meeting, RoomPlan, to_toml};
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use utoipa::ToSchema;
use uuid::Uuid;

/// The largest command: a room as it was seen and as it shall be, each with all the polls and speakers that fit.
pub const COMMAND_BYTES_MAX: usize = 4 * 1_024 * 1_024;
/// Rooms of which it is told how they are doing; of a larger meeting the desk tells it, room by room.
const ROOMS_LOOKED_AT_MAX: usize = 100;
/// Rooms that are looked at at the same time: each may have to be read from the disk.
const ROOMS_AT_ONCE: usize = 8;

/// The plan as organisers see it.
#[derive(Serialize, ToSchema)]
struct PlanSeen {
    /// What it says.
    plan: Meeting,
    /// What is allowed in it and still worth a look.
    warnings: Vec<warnings::Warning>,
    /// How those of its rooms are doing that somebody has opened, by id.
    rooms_now: BTreeMap<String, RoomNow>,
    /// Rooms that have left the plan and can be put back, with everything that was in them.
    removed: Vec<RoomPlan>,
}

/// A change of the plan.
#[derive(Deserialize, ToSchema)]
pub struct PlanCommand {
    /// Chosen by the client.
    id: Uuid,
    /// What is to change. A change that is there already is done, so a repeat does no harm.
    #[serde(flatten)]
    command: Command,
}

/// What a change is answered with.
#[derive(Serialize, ToSchema)]
struct Changed {
    /// The command's own id.
    id: Uuid,
    /// What is worth a look in the plan now.
    warnings: Vec<warnings::Warning>,
}

/// The plan.
#[utoipa::path(get, path = "/api/meetings/{meeting}/plan", params(("meeting" = String, Path)),
    security(("seat" = [])),
    responses((status = 200, body = PlanSeen), Reading))]
pub async fn plan(State(app): State<Arc<App>>, reader: MeetingReader) -> Result<Response, HttpError> {
    let MeetingReader { meeting: id, .. } = reader.organiser()?;
    let plan = app.hub.registry.meeting(&id).ok_or_else(HttpError::not_found)?;
    let seen = PlanSeen {
        warnings: warnings::of(&plan),
        rooms_now: rooms_now(&app, &plan).await,
        removed: app.hub.registry.removed_rooms(&id),
        plan: Meeting::clone(&plan),
    };
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(seen)).into_response())
}

/// A room that can't be looked at is left out: that is said where somebody enters it.
async fn rooms_now(app: &Arc<App>, plan: &Meeting) -> BTreeMap<String, RoomNow> {
    let asked = plan.rooms.iter().take(ROOMS_LOOKED_AT_MAX).map(|room| {
        let (app, meeting, room) = (app.clone(), plan.id.clone(), room.id.clone());
        async move {
            let now = app.hub.room_now(&meeting, &room).await.ok()??;
            Some((room, now))
        }
    });
    let asked: Vec<_> = asked.collect();
    let found: Vec<_> = stream::iter(asked).buffer_unordered(ROOMS_AT_ONCE).collect().await;
    found.into_iter().flatten().collect()
}

/// One change of the plan.
#[utoipa::path(post, path = "/api/meetings/{meeting}/plan/commands", params(("meeting" = String, Path)),
    security(("seat" = [])), request_body = PlanCommand,
    responses((status = 200, body = Changed), Reading, Bringing, (status = 422, body = PlanRefusal)))]
pub async fn command(State(app): State<Arc<App>>, writer: MeetingWriter, request: Request) -> Result<Response, PlanRefused> {
    let MeetingWriter { meeting: id, claims } = writer.organiser()?;
    super::auth::take(&app, &claims, super::allowance::Kind::Request)?;
    let PlanCommand { id: request, command } = large_json(request, COMMAND_BYTES_MAX).await?;
    let now = match command.room() {
        Some(room) => app.hub.room_now(&id, room).await?,
        None => None,
    };
    let change = move |plan: Option<&Meeting>| match plan {
        Some(plan) => edit::decide(plan, &command, now.as_ref())
            .map(|plan| (plan, ()))
            .map_err(PlanRefused::from),
        None => Err(HttpError::not_found().into()),
    };
    app.hub.change_meeting(&id, None, change).await??;
    let plan = app.hub.registry.meeting(&id).ok_or_else(HttpError::not_found)?;
    let changed = Changed {
        id: request,
        warnings: warnings::of(&plan),
    };
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(changed)).into_response())
}

/// The plan as a meeting file, which `roundtable check` reads and which can be imported again.
#[utoipa::path(get, path = "/api/meetings/{meeting}/plan.toml", params(("meeting" = String, Path)),
    security(("seat" = [])),
    responses((status = 200, body = String, content_type = "application/toml"), Reading))]
pub async fn file(State(app): State<Arc<App>>, reader: MeetingReader) -> Result<Response, HttpError> {
    let MeetingReader { meeting: id, .. } = reader.organiser()?;
    let plan = app.hub.registry.meeting(&id).ok_or_else(HttpError::not_found)?;
    // An id has nothing in it that would have to be quoted.
    let name = HeaderValue::from_str(&format!("attachment; filename=\"{id}.toml\"")).map_err(|_| HttpError::not_found())?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/toml")),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, to_toml(&plan)).into_response())
}

/// A body in JSON that may be larger than others.
pub(super) async fn large_json<T: DeserializeOwned>(request: Request, bytes_max: usize) -> Result<T, HttpError> {
    match Json::from_request(request, &()).await {
        Ok(Json(value)) => Ok(value),
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            let message = format!("This is larger than the {bytes_max} bytes that are taken here.");
            Err(HttpError::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", message))
        }
        Err(error) => Err(error),
    }
}
