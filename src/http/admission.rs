//! Showing people out: a link that got into wrong hands is replaced by the organiser, a single seat is ended by the chair or the
//! organiser. From then on requests with what was given out before are answered with 401, and sockets end.

use super::App;
use super::allowance::Kind;
use super::auth::{self, Place};
use super::error::HttpError;
use super::extract::{Json, Path};
use super::refusals::{Bringing, Reading};
use super::token::Claims;
use crate::hub::admission::{Grant, Seats};
use crate::hub::links;
use crate::room::ids::SeatId;
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;

/// Which link is replaced.
#[derive(Deserialize, ToSchema)]
pub struct LinkReplaced {
    /// Whose link.
    role: Role,
    /// Of which room; left out for the organiser's.
    #[serde(default)]
    room: Option<String>,
    /// What becomes of those who came with the old one; left out: they have to leave.
    #[serde(default)]
    seats: Seats,
}

/// The link that holds now.
#[derive(Serialize, ToSchema)]
pub struct Link {
    code: String,
    url: String,
}

/// A seat's address.
#[derive(Deserialize)]
pub struct SeatAddress {
    meeting: String,
    room: String,
    seat: String,
}

/// Replaces the code of a link; the old one opens nothing any more. For the organiser.
#[utoipa::path(post, path = "/api/meetings/{meeting}/links", params(("meeting" = String, Path)), request_body = LinkReplaced,
    security(("seat" = [])),
    responses((status = 200, body = Link), Reading, Bringing))]
pub async fn replace_link(
    State(app): State<Arc<App>>,
    Path(meeting): Path<String>,
    headers: HeaderMap,
    asked: Result<Json<LinkReplaced>, HttpError>,
) -> Result<Response, HttpError> {
    let place = Place {
        meeting: &meeting,
        room: None,
        role: None,
    };
    let caller = auth::writer(&app, &headers, None, place)?;
    if caller.role != Role::Organiser {
        return Err(HttpError::not_found());
    }
    auth::take(&app, &caller, Kind::Command)?;
    let Json(LinkReplaced { role, room, seats }) = asked?;
    let link = Grant { meeting, room, role };
    tracing::info!(meeting.id = %link.meeting, role = auth::name_of(role), ?seats, "a link is replaced");
    let code = app.hub.replace_link(link, seats).await?;
    let code = code.ok_or_else(HttpError::not_found)?;
    let url = links::url(&app.base_url(&headers), &code);
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(Link { code, url })).into_response())
}

/// Ends a seat: it can't be used any more, and what was done from it stays on record. For the organiser, and for the chair where it is
/// no chair's.
#[utoipa::path(delete, path = "/api/meetings/{meeting}/rooms/{room}/seats/{seat}",
    params(("meeting" = String, Path), ("room" = String, Path), ("seat" = String, Path)),
    security(("seat" = [])),
    responses((status = 204), Reading, Bringing))]
pub async fn end_seat(
    State(app): State<Arc<App>>,
    Path(SeatAddress { meeting, room, seat }): Path<SeatAddress>,
    headers: HeaderMap,
) -> Result<StatusCode, HttpError> {
    let place = Place {
        meeting: &meeting,
        room: Some(&room),
        role: None,
    };
    let caller = auth::writer(&app, &headers, None, place)?;
    if !matches!(caller.role, Role::Chair | Role::Organiser) {
        return Err(HttpError::not_found());
    }
    auth::take(&app, &caller, Kind::Command)?;
    let handle = app.hub.open(&meeting, &room).await?;
    let seat = SeatId::new(&seat).ok_or_else(unknown_seat)?;
    let look = seat.clone();
    let role = handle
        .inspect(move |inspected| inspected.room.seats.get(&look).map(|seat| seat.role))
        .await?;
    may_end(&caller, role.ok_or_else(unknown_seat)?)?;
    tracing::info!(room.id = %handle.shared.stream, "a seat is ended");
    app.hub.end_seat(&meeting, &seat).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn may_end(caller: &Claims, seat: Role) -> Result<(), Refusal> {
    if caller.role == Role::Chair && seat == Role::Chair {
        let message = "A chair may not end the seat of a chair; an organiser may.";
        return Err(Refusal::new(Code::NotAllowed, message));
    }
    Ok(())
}

fn unknown_seat() -> Refusal {
    Refusal::new(Code::UnknownSeat, "There is no such seat in this room.")
}
