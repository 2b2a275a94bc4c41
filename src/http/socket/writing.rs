//! The writing half: what waits for this connection alone, then what the ring has since its place, in one flush.

use crate::hub::RoomHandle;
use crate::hub::connection::{Connection, Kind, Private};
use crate::hub::message::Message;
use crate::hub::recall::{Frame as Told, Position};
use crate::protocol::disconnect::Disconnect;
use crate::room::view::Audience;
use axum::extract::ws::{CloseFrame, Message as Frame, Utf8Bytes, WebSocket};
use bytes::Bytes;
use futures_util::SinkExt;
use futures_util::stream::SplitSink;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, timeout, timeout_at};

/// A reader that takes nothing for so long is disconnected and told to come back.
const STALLED_AFTER: Duration = Duration::from_secs(30);
/// Silence after which the other side is asked whether it is there; at the second unanswered time it is gone.
const PING_AFTER: Duration = Duration::from_secs(25);
/// Time that the goodbye may take.
const GOODBYE: Duration = Duration::from_secs(2);

/// Writes until the connection ends.
pub async fn write(room: &RoomHandle, connection: &Arc<Connection>, sink: SplitSink<WebSocket, Frame>) {
    let mut writer = Writer {
        room,
        connection,
        sink,
        position: None,
        told: Vec::new(),
    };
    let mut ping_at = Instant::now() + PING_AFTER;
    let reason = loop {
        if let Some(reason) = connection.ended() {
            break reason;
        }
        let written = match timeout_at(ping_at, connection.woken()).await {
            Ok(()) => timeout(STALLED_AFTER, writer.round()).await,
            Err(_) if !connection.was_heard() => break Disconnect::Gone,
            Err(_) => {
                ping_at = Instant::now() + PING_AFTER;
                timeout(STALLED_AFTER, writer.ping()).await
            }
        };
        match written {
            Ok(Ok(())) => {}
            Ok(Err(_)) => break Disconnect::Gone,
            Err(_) => break Disconnect::TooSlow,
        }
    };
    // Whoever is gone or stalled does not hear it; the bound keeps that from lasting.
    let _ = timeout(GOODBYE, writer.goodbye(reason)).await;
}

struct Writer<'a> {
    room: &'a RoomHandle,
    connection: &'a Arc<Connection>,
    sink: SplitSink<WebSocket, Frame>,
    position: Option<Position>,
    told: Vec<Arc<Told>>,
}

impl Writer<'_> {
    async fn round(&mut self) -> Result<(), axum::Error> {
        self.privates().await?;
        self.ring().await?;
        // An answer that came while the ring was read refers to what has just been written.
        self.sink.flush().await
    }

    async fn privates(&mut self) -> Result<(), axum::Error> {
        while let Some(private) = self.connection.next_private() {
            match private {
                Private::Start(position, welcome) => {
                    self.position = Some(position);
                    self.text(welcome).await?;
                }
                Private::Text(text) => self.text(Some(text)).await?,
                Private::Binary(bytes) => self.sink.feed(Frame::Binary(bytes)).await?,
            }
        }
        Ok(())
    }

    async fn ring(&mut self) -> Result<(), axum::Error> {
        let Some(position) = self.position else { return Ok(()) };
        let mut told = std::mem::take(&mut self.told);
        match self.room.shared.recall.since(position, &mut told) {
            Ok(after) => {
                self.position = Some(after);
                for frame in told.drain(..) {
                    self.frame(&frame).await?;
                }
            }
            Err(_) => self.refresh().await,
        }
        self.told = told;
        Ok(())
    }

    /// Too far behind: nothing more from the ring until the room has sent a fresh view.
    async fn refresh(&mut self) {
        self.position = None;
        self.connection.ask().await;
        if self.room.send(Message::Refresh(self.connection.clone())).await.is_err() {
            self.connection.end(Disconnect::RoomReopened);
        }
    }

    async fn frame(&mut self, told: &Told) -> Result<(), axum::Error> {
        if self.connection.kind == Kind::Live {
            let audience = Audience::from(self.connection.role) as usize;
            self.text(told.changes[audience].clone()).await?;
            self.text(told.own.get(&self.connection.seat).cloned()).await?;
            self.text(told.presence[audience].clone()).await?;
            self.text(told.notice.clone()).await?;
        }
        if self.connection.reads_notes() {
            for bytes in told.notes.iter().chain(&told.awareness) {
                self.sink.feed(Frame::Binary(bytes.clone())).await?;
            }
        }
        Ok(())
    }

    async fn text(&mut self, bytes: Option<Bytes>) -> Result<(), axum::Error> {
        match bytes.and_then(|bytes| Utf8Bytes::try_from(bytes).ok()) {
            Some(text) => self.sink.feed(Frame::Text(text)).await,
            None => Ok(()),
        }
    }

    async fn ping(&mut self) -> Result<(), axum::Error> {
        self.sink.send(Frame::Ping(Bytes::new())).await
    }

    async fn goodbye(&mut self, reason: Disconnect) -> Result<(), axum::Error> {
        let _ = self.privates().await;
        let frame = CloseFrame {
            code: reason.code(),
            reason: reason.reason().into(),
        };
        self.sink.send(Frame::Close(Some(frame))).await?;
        self.sink.close().await
    }
}
