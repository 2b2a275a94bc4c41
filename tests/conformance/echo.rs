//! A server that sends everything back, made of the parts that the real sockets are made of: the listener, the handshake, the reading end
//! with its limits, the sending end with its bounds and its goodbye. Only the room behind them is none: nobody hears of a connection.

use axum::Router;
use axum::response::Response;
use axum::routing::get;
use bytes::Bytes;
use roundtable::http::error::HttpError;
use roundtable::http::listening;
use roundtable::http::socket::{Frame, Handshake, Incoming, hold};
use roundtable::hub::connection::{Connection, Kind};
use roundtable::hub::handle::{RoomHandle, Shared};
use roundtable::hub::question::Weight;
use roundtable::hub::sending::Private;
use roundtable::journal::Stream;
use roundtable::protocol::disconnect::Disconnect;
use roundtable::room::event::Attribution;
use roundtable::room::ids::{SeatId, Seq};
use roundtable::room::seat::Role;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tokio::time::Instant;

/// A server that sends everything back, as long as this is kept.
pub struct Echo {
    pub address: SocketAddr,
    _serving: watch::Sender<bool>,
}

impl Echo {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (serving, stopping) = watch::channel(false);
        tokio::spawn(listening::serve(listener, Router::new().route("/", get(accept)), stopping));
        Self {
            address,
            _serving: serving,
        }
    }
}

async fn accept(handshake: Result<Handshake, HttpError>) -> Result<Response, HttpError> {
    Ok(handshake?.accept(converse))
}

async fn converse(stream: TcpStream, read: Bytes) {
    let stream = Arc::new(stream);
    let seat = SeatId::new("somebody").unwrap();
    let connection = Arc::new(Connection::new(1, seat, Role::Participant, Kind::Live, stream.clone()));
    let incoming = Incoming::new(stream.clone(), connection.clone(), &read);
    hold(
        &nowhere(),
        &connection,
        (&stream, long_after()),
        send_back(&connection, incoming),
    )
    .await;
}

async fn send_back(connection: &Arc<Connection>, mut incoming: Incoming) -> Disconnect {
    loop {
        let frame = match incoming.next().await {
            Ok(frame) => frame,
            Err(reason) => return reason,
        };
        connection.heard();
        let question = connection.ask(Weight::Bytes(frame.len())).await;
        question.answer(match frame {
            Frame::Text(text) => Some(Private::Text(text.into())),
            Frame::Binary(bytes) => Some(Private::Binary(bytes)),
            _ => None,
        });
    }
}

/// The way to a room that there is not.
fn nowhere() -> RoomHandle {
    let shared = Shared::new(Stream::new("none/none"), String::new(), Seq(0), Attribution::OnTheRecord);
    RoomHandle::new(mpsc::channel(1).0, Arc::new(shared))
}

/// No seat's time ends while the cases are played.
fn long_after() -> Instant {
    Instant::now() + Duration::from_secs(24 * 60 * 60)
}
