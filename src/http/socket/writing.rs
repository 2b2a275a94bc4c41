//! The connection's own task beside the reading: it writes answers, and what the room's task could not because the socket took no more;
//! asks a silent other side whether it is there; and says goodbye.

use crate::hub::connection::Connection;
use crate::hub::handle::RoomHandle;
use crate::hub::message::Message;
use crate::hub::question::Weight;
use crate::hub::sending::Sent;
use crate::protocol::disconnect::Disconnect;
use crate::protocol::wire;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout, timeout_at};

/// A reader that takes nothing for so long is disconnected and told to come back.
const STALLED_AFTER: Duration = Duration::from_secs(30);
/// Silence after which the other side is asked whether it is there; at the second unanswered time it is gone.
const PING_AFTER: Duration = Duration::from_secs(25);
/// Pieces of what is still on its way that are read after the goodbye: a megabyte.
const UNREAD_MAX: usize = 1_024;
/// Time that the goodbye may take.
const GOODBYE: Duration = Duration::from_secs(2);

/// Writes until the connection ends, at the latest when its token does, and says why it did.
pub async fn write(room: &RoomHandle, connection: &Arc<Connection>, stream: &TcpStream, ends_at: Instant) -> Disconnect {
    let mut ping_at = Instant::now() + PING_AFTER;
    loop {
        if let Some(reason) = connection.ended() {
            return reason;
        }
        if Instant::now() >= ends_at {
            return Disconnect::SeatGone;
        }
        let written = match timeout_at(ping_at.min(ends_at), connection.woken()).await {
            Ok(()) => send(room, connection, stream, ends_at).await,
            Err(_) if ends_at <= ping_at => Err(Disconnect::SeatGone),
            Err(_) if !connection.was_heard() => Err(Disconnect::Gone),
            Err(_) => {
                ping_at = Instant::now() + PING_AFTER;
                connection.control(wire::ping());
                Ok(())
            }
        };
        if let Err(reason) = written {
            return reason;
        }
    }
}

/// Writes all that waits, however long the socket takes for it.
async fn send(room: &RoomHandle, connection: &Arc<Connection>, stream: &TcpStream, ends_at: Instant) -> Result<(), Disconnect> {
    loop {
        match connection.send(&room.shared.recall) {
            Sent::All => return Ok(()),
            Sent::Broken => return Err(Disconnect::Gone),
            Sent::Stuck => until_writable(connection, stream, ends_at).await?,
            Sent::Behind => return refresh(room, connection).await,
        }
    }
}

/// Waits for the socket to take something, or for the end of the connection.
async fn until_writable(connection: &Connection, stream: &TcpStream, ends_at: Instant) -> Result<(), Disconnect> {
    let stalled_at = Instant::now() + STALLED_AFTER;
    let (deadline, reason) = if ends_at < stalled_at {
        (ends_at, Disconnect::SeatGone)
    } else {
        (stalled_at, Disconnect::TooSlow)
    };
    loop {
        tokio::select! {
            writable = stream.writable() => return writable.map_err(|_| Disconnect::Gone),
            () = connection.woken() => if let Some(reason) = connection.ended() {
                return Err(reason);
            },
            () = tokio::time::sleep_until(deadline) => return Err(reason),
        }
    }
}

/// Too far behind: nothing more from the ring until the room has sent a fresh view.
async fn refresh(room: &RoomHandle, connection: &Arc<Connection>) -> Result<(), Disconnect> {
    connection.leave_ring();
    let question = connection.ask(Weight::Nothing).await;
    let asked = room.send(Message::Refresh(question)).await;
    asked.map_err(|_| Disconnect::RoomReopened)
}

/// What still waits, and why it ends; then nothing more is written. Whoever is gone or stalled does not hear it; the bound keeps that
/// from lasting.
pub async fn goodbye(room: &RoomHandle, connection: &Connection, stream: &TcpStream, reason: Disconnect) {
    let saying = async {
        let close = (reason != Disconnect::Gone).then(|| wire::close(reason.code(), reason.reason()));
        connection.finish(close);
        while connection.send(&room.shared.recall) == Sent::Stuck && stream.writable().await.is_ok() {}
        let _ = socket2::SockRef::from(stream).shutdown(std::net::Shutdown::Write);
        // Closing a socket of which something has not been read would take back what was just written.
        let mut rest = [0; 1_024];
        for _ in 0..UNREAD_MAX {
            // Whoever goes on sending must not keep the thread from others.
            tokio::task::coop::consume_budget().await;
            match stream.try_read(&mut rest) {
                Ok(1..) => {}
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => drop(stream.readable().await),
                Ok(0) | Err(_) => break,
            }
        }
    };
    let _ = timeout(GOODBYE, saying).await;
}
