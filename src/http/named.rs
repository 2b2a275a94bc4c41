//! Which names stand in what a room under the Chatham House Rule would tell, for those who run it: they read those passages once more
//! before the report goes round and before the room closes. Nobody else gets this answer, because it says who is in the room.

use super::App;
use super::error::HttpError;
use super::extract::{Json, RoomReader};
use super::refusals::Reading;
use crate::hub::fault::Fault;
use crate::outcome::attribution::{Named, Search};
use crate::room::event::Attribution;
use crate::room::seat::Role;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// What was found.
#[derive(Serialize, ToSchema)]
struct Found {
    attribution: Attribution,
    named: Vec<Named>,
}

/// Names and delegations in what the room would tell; none unless the room is under the Chatham House Rule.
#[utoipa::path(get, path = "/api/meetings/{meeting}/rooms/{room}/named",
    params(("meeting" = String, Path), ("room" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = Found), Reading))]
pub async fn named(State(app): State<Arc<App>>, RoomReader { address, claims }: RoomReader) -> Result<Response, HttpError> {
    if matches!(claims.role, Role::Participant | Role::Screen) {
        return Err(HttpError::not_found());
    }
    let handle = app.hub.open(&address.meeting, &address.room).await?;
    // The room gives its texts out and goes on; they are searched elsewhere.
    let search = handle.inspect(|inspected| Search::of(inspected.room)).await?;
    let searching = tokio::task::spawn_blocking(move || search.named());
    let found = Found {
        attribution: handle.shared.attribution,
        named: searching.await.map_err(|_| Fault::Unavailable)?,
    };
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(found)).into_response())
}
