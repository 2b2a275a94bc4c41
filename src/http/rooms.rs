//! A room over plain requests: the caller's view, and one command at a time.

use super::App;
use super::allowance::Kind;
use super::auth;
use super::error::{ErrorBody, HttpError};
use super::extract::{Bytes, Json, RoomReader, RoomWriter};
use super::refusals::{Bringing, Reading};
use super::token::Claims;
use crate::hub::answered::Outcome;
use crate::hub::fault::Fault;
use crate::hub::handle::RoomHandle;
use crate::hub::message::{Asked, Message, Reply};
use crate::protocol::client::CommandFrame;
use crate::protocol::server::ServerFrame;
use crate::room::ids::{Millis, Seq};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::{Role, Seat};
use crate::room::view::{View, You};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::sync::Arc;
use tokio::sync::oneshot;
use utoipa::ToSchema;

/// What `GET …/rooms/{room}` says.
#[derive(Serialize, ToSchema)]
pub struct Seen {
    epoch: String,
    seq: Seq,
    now: Millis,
    you: You,
    view: View,
}

/// The caller's view of the room.
#[utoipa::path(get, path = "/api/meetings/{meeting}/rooms/{room}", params(("meeting" = String, Path), ("room" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = Seen), Reading))]
pub async fn view(State(app): State<Arc<App>>, RoomReader { address, claims }: RoomReader) -> Result<Response, HttpError> {
    let now = app.hub.now();
    let handle = enter(&app, &address.meeting, &address.room, &claims).await?;
    let seen = handle
        .inspect(move |inspected| Seen {
            epoch: inspected.epoch.to_owned(),
            seq: inspected.seq,
            now,
            you: inspected.room.you(&claims.seat, claims.role),
            view: inspected.room.view(claims.role.into()),
        })
        .await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(seen)).into_response())
}

/// One command; the same as over the live socket.
#[utoipa::path(post, path = "/api/meetings/{meeting}/rooms/{room}/commands", params(("meeting" = String, Path), ("room" = String, Path)),
    request_body = CommandFrame,
    security(("seat" = [])),
    responses((status = 200, body = ServerFrame), Reading, Bringing, (status = 500, body = ErrorBody,
        description = "The room stays open: the documents of its outcome could not be made.")))]
pub async fn command(
    State(app): State<Arc<App>>,
    RoomWriter { address, claims }: RoomWriter,
    Bytes(body): Bytes,
) -> Result<Json<ServerFrame>, HttpError> {
    auth::take(&app, &claims, Kind::Command)?;
    let frame = parse(&body)?;
    let id = frame.id;
    enter(&app, &address.meeting, &address.room, &claims).await?;
    let (sender, receiver) = oneshot::channel();
    let asked = Asked {
        frame,
        seat: claims.seat,
        role: claims.role,
        reply: Reply::Request(sender),
    };
    app.hub
        .send(&address.meeting, &address.room, Message::Command(Box::new(asked)))
        .await?;
    match receiver.await.map_err(|_| Fault::Unavailable)?? {
        Outcome::Done { seq, made } => Ok(Json(ServerFrame::Done { id, seq, made })),
        Outcome::Refused(refusal) => Err(refusal.into()),
    }
}

/// The room for somebody who comes in. Others took their seat when they joined; whoever is on the list of participants takes theirs in each
/// room that they come into.
pub async fn enter(app: &App, meeting: &str, room: &str, claims: &Claims) -> Result<RoomHandle, HttpError> {
    let handle = app.hub.open(meeting, room).await?;
    if claims.is_personal()
        && let Some(seat) = app.hub.registry.guest_seat(meeting, &claims.seat)
    {
        take_seat(&handle, seat).await?;
    }
    Ok(handle)
}

/// Takes a seat; one that is taken already in the same role is the same.
pub async fn take_seat(handle: &RoomHandle, seat: Seat) -> Result<(), HttpError> {
    let (sender, receiver) = oneshot::channel();
    handle.send(Message::TakeSeat(seat, sender)).await?;
    receiver.await.map_err(|_| Fault::Unavailable)??;
    Ok(())
}

/// Reads a command; says in one sentence why it is none.
pub fn parse(body: &[u8]) -> Result<CommandFrame, Refusal> {
    serde_json::from_slice(body).map_err(|error| {
        let message = format!("This is not a command of the protocol: {error}. A command looks like {{\"id\":\"<uuid>\",\"tool\":\"floor\",\"do\":\"request\"}}.");
        Refusal::new(Code::BadCommand, message)
    })
}
