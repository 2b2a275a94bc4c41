//! The two sockets of a room. What everybody gets is written by the room's task itself; a connection's own task reads, and writes only
//! what is for it alone or what could not be written at once.

mod handshake;
mod reading;
mod stream;
mod writing;

use super::App;
use super::allowance::Kind as AllowanceKind;
use super::auth::{self, Place};
use super::error::{ErrorBody, HttpError};
use super::extract::{Path, Query};
use super::refusals::Reading;
use super::rooms;
use super::token::Claims;
use crate::hub::connection::{Connection, Kind};
use crate::hub::handle::RoomHandle;
use crate::hub::message::Message;
use crate::protocol::disconnect::Disconnect;
use crate::room::ids::Seq;
use crate::room::seat::Role;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use bytes::Bytes;
pub use handshake::Handshake;
use serde::Deserialize;
use std::pin::pin;
use std::sync::Arc;
pub use stream::{Incoming, Message as Frame};
use tokio::net::TcpStream;
use tokio::time::Instant;

/// The subprotocol of the live socket.
const SUBPROTOCOL: &str = "roundtable.v1";
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
    security(("seat" = [])),
    responses((status = 101), Reading, (status = 403, body = ErrorBody), (status = 426, body = ErrorBody)))]
pub async fn live(
    State(app): State<Arc<App>>,
    Path(place): Path<(String, String)>,
    Query(query): Query<SocketQuery>,
    headers: HeaderMap,
    handshake: Result<Handshake, HttpError>,
) -> Result<Response, HttpError> {
    accept(app, place, query, headers, handshake, Kind::Live).await
}

/// The notes socket: plain y-protocols, for any Yjs client.
#[utoipa::path(get, path = "/api/meetings/{meeting}/rooms/{room}/notes",
    params(("meeting" = String, Path), ("room" = String, Path), ("token" = Option<String>, Query), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 101), Reading, (status = 403, body = ErrorBody), (status = 426, body = ErrorBody)))]
pub async fn notes(
    State(app): State<Arc<App>>,
    Path(place): Path<(String, String)>,
    Query(query): Query<SocketQuery>,
    headers: HeaderMap,
    handshake: Result<Handshake, HttpError>,
) -> Result<Response, HttpError> {
    accept(app, place, query, headers, handshake, Kind::Notes).await
}

async fn accept(
    app: Arc<App>,
    (meeting, room): (String, String),
    query: SocketQuery,
    headers: HeaderMap,
    handshake: Result<Handshake, HttpError>,
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
    let handshake = handshake?;
    auth::take(&app, &caller, AllowanceKind::Socket)?;
    let handle = rooms::enter(&app, &meeting, &room, &caller).await?;
    let since = query.since.as_deref().and_then(parse_since);
    Ok(handshake.accept(move |stream, read| {
        let stream = Arc::new(stream);
        let outlet = stream.clone();
        let id = app.hub.next_connection_id();
        let connection = Arc::new(Connection::new(id, caller.seat.clone(), caller.role, kind, outlet));
        serve(app, handle, connection, (caller, since), (stream, read))
    }))
}

/// `E.N`: an epoch and a position.
fn parse_since(text: &str) -> Option<(String, Seq)> {
    let (epoch, seq) = text.rsplit_once('.')?;
    Some((epoch.to_owned(), Seq(seq.parse().ok()?)))
}

async fn serve(
    app: Arc<App>,
    room: RoomHandle,
    connection: Arc<Connection>,
    (caller, since): (Claims, Option<(String, Seq)>),
    (stream, read): (Arc<TcpStream>, Bytes),
) {
    let _open = app.hub.begin_socket();
    let _leaving = Leaving(&room, &connection);
    let ends_at = Instant::now() + caller.holds_for(app.hub.now());
    begin(&app, &room, &connection, (caller, since)).await;
    let incoming = Incoming::new(stream.clone(), connection.clone(), &read);
    // It is a piece of the request's buffer, which would stay as long as the socket.
    drop(read);
    // By reference: a future that is handed on by value has its place in each that holds it, which is kilobytes for every idle phone.
    let reading = pin!(reading::read(app.clone(), room.clone(), connection.clone(), incoming));
    hold(&room, &connection, (&stream, ends_at), reading).await;
    // A room that has ended forgets its connections by itself.
    let _ = room.send(Message::Leave(connection.clone())).await;
}

/// Makes the connection known to the room. Whoever was shown out in the meantime was not known yet when sockets were ended for it.
async fn begin(app: &App, room: &RoomHandle, connection: &Arc<Connection>, (caller, since): (Claims, Option<(String, Seq)>)) {
    room.connect(connection.clone(), since).await;
    let name = room.shared.stream.as_str().rsplit('/').next().unwrap_or_default();
    if let Err(reason) = auth::may_stay(app, &caller, name) {
        connection.end(reason);
    }
}

/// Reads, in whatever way, and writes side by side until one of them ends or the seat's time is over, then says goodbye.
pub async fn hold(
    room: &RoomHandle,
    connection: &Arc<Connection>,
    (stream, ends_at): (&TcpStream, Instant),
    reading: impl Future<Output = Disconnect>,
) {
    let reason = tokio::select! {
        reason = reading => reason,
        reason = writing::write(room, connection, stream, ends_at) => reason,
    };
    connection.end(reason);
    writing::goodbye(room, connection, stream, connection.ended().unwrap_or(reason)).await;
}

/// Should the connection's task panic, the room hears that it has gone all the same.
struct Leaving<'a>(&'a RoomHandle, &'a Arc<Connection>);

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        if std::thread::panicking()
            && let Ok(runtime) = tokio::runtime::Handle::try_current()
        {
            let (room, connection) = (self.0.clone(), self.1.clone());
            connection.end(Disconnect::Gone);
            runtime.spawn(async move { drop(room.send(Message::Leave(connection)).await) });
        }
    }
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
