//! The two sockets of a room. Reading and writing are separate tasks: what is written comes from the room's ring and the
//! connection's outbox, and the reader is never polled for it.

mod reading;
mod writing;

use super::App;
use super::auth::{self, Place};
use super::error::HttpError;
use super::extract::{Path, Query};
use crate::hub::connection::{Connection, Kind};
use crate::hub::handle::RoomHandle;
use crate::hub::message::Message;
use crate::room::ids::Seq;
use crate::room::seat::Role;
use axum::extract::State;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::ws::{WebSocket, WebSocketUpgrade};
use axum::http::HeaderMap;
use axum::response::Response;
use futures_util::StreamExt;
use serde::Deserialize;
use std::sync::Arc;

/// The subprotocol of the live socket.
const SUBPROTOCOL: &str = "roundtable.v1";
/// Bytes read from a socket at a time. The WebSocket library zeroes this buffer at every read, so it is small.
const READ_BUFFER_BYTES: usize = 2_048;
/// The largest message taken: a notes update at its bound, and its envelope.
const MESSAGE_BYTES_MAX: usize = 320 * 1_024;

/// What may stand in a socket's address.
#[derive(Deserialize)]
pub struct SocketQuery {
    token: Option<String>,
    since: Option<String>,
    r#as: Option<Role>,
}

/// The live socket.
#[utoipa::path(get, path = "/api/meetings/{meeting}/rooms/{room}/live",
    params(("meeting" = String, Path), ("room" = String, Path), ("token" = Option<String>, Query), ("since" = Option<String>, Query),
        ("as" = Option<Role>, Query)),
    responses((status = 101), (status = 404, body = super::error::ErrorBody)))]
pub async fn live(
    State(app): State<Arc<App>>,
    Path(place): Path<(String, String)>,
    Query(query): Query<SocketQuery>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response, HttpError> {
    accept(app, place, query, headers, upgrade, Kind::Live).await
}

/// The notes socket: plain y-protocols, for any Yjs client.
#[utoipa::path(get, path = "/api/meetings/{meeting}/rooms/{room}/notes",
    params(("meeting" = String, Path), ("room" = String, Path), ("token" = Option<String>, Query), ("as" = Option<Role>, Query)),
    responses((status = 101), (status = 404, body = super::error::ErrorBody)))]
pub async fn notes(
    State(app): State<Arc<App>>,
    Path(place): Path<(String, String)>,
    Query(query): Query<SocketQuery>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response, HttpError> {
    accept(app, place, query, headers, upgrade, Kind::Notes).await
}

async fn accept(
    app: Arc<App>,
    (meeting, room): (String, String),
    query: SocketQuery,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
    kind: Kind,
) -> Result<Response, HttpError> {
    let caller = auth::writer(
        &app,
        &headers,
        query.token.as_deref(),
        Place {
            meeting: &meeting,
            room: Some(&room),
            role: query.r#as,
        },
    )?;
    let upgrade = upgrade
        .map_err(|rejection| HttpError::bad_request(format!("A WebSocket is expected here. {}", rejection.body_text())))?;
    let handle = app.hub.open(&meeting, &room).await?;
    let since = query.since.as_deref().and_then(parse_since);
    let connection = Arc::new(Connection::new(app.hub.next_connection_id(), caller.seat, caller.role, kind));
    let upgrade = upgrade
        .read_buffer_size(READ_BUFFER_BYTES)
        .max_message_size(MESSAGE_BYTES_MAX)
        .max_frame_size(MESSAGE_BYTES_MAX)
        .protocols([SUBPROTOCOL]);
    Ok(upgrade.on_upgrade(move |socket| serve(app, handle, connection, since, socket)))
}

/// `E.N`: an epoch and a position.
fn parse_since(text: &str) -> Option<(String, Seq)> {
    let (epoch, seq) = text.rsplit_once('.')?;
    Some((epoch.to_owned(), Seq(seq.parse().ok()?)))
}

async fn serve(app: Arc<App>, room: RoomHandle, connection: Arc<Connection>, since: Option<(String, Seq)>, socket: WebSocket) {
    let _open = app.hub.begin_socket();
    let (sink, stream) = socket.split();
    room.connect(connection.clone(), since).await;
    let reader = tokio::spawn(reading::read(app.clone(), room.clone(), connection.clone(), stream));
    writing::write(&room, &connection, sink).await;
    reader.abort();
    // A room that has ended forgets its connections by itself.
    let _ = room.send(Message::Leave(connection)).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_an_epoch_and_a_number() {
        assert_eq!(parse_since("AB12.7"), Some(("AB12".into(), Seq(7))));
        assert_eq!(parse_since("AB12"), None);
        assert_eq!(parse_since("AB12.-1"), None);
    }
}
