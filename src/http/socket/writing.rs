//! The writing half: what waits for this connection alone, then what the ring has since its place, in one flush.

use crate::hub::connection::{Connection, Kind, Private, Weight};
use crate::hub::handle::RoomHandle;
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
/// The slowest network on which a large document still gets through, bytes per second.
const SLOWEST_BYTES_PER_S: usize = 4_096;
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
        unflushed: 0,
    };
    let mut ping_at = Instant::now() + PING_AFTER;
    let reason = loop {
        if let Some(reason) = connection.ended() {
            break reason;
        }
        let written = match timeout_at(ping_at, connection.woken()).await {
            Ok(()) => writer.round().await,
            Err(_) if !connection.was_heard() => Err(Disconnect::Gone),
            Err(_) => {
                ping_at = Instant::now() + PING_AFTER;
                writer.ping().await
            }
        };
        if let Err(reason) = written {
            break reason;
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
    /// Bytes written since the last flush.
    unflushed: usize,
}

impl Writer<'_> {
    async fn round(&mut self) -> Result<(), Disconnect> {
        self.privates().await?;
        // Taken before the ring is read, so that the change that it belongs to is sent before it.
        let page = self.connection.take_page();
        self.ring().await?;
        self.text(page).await?;
        self.flush().await
    }

    /// Puts a frame before the socket; many become one write.
    async fn feed(&mut self, frame: Frame) -> Result<(), Disconnect> {
        self.unflushed += match &frame {
            Frame::Text(text) => text.len(),
            Frame::Binary(bytes) => bytes.len(),
            Frame::Ping(_) | Frame::Pong(_) | Frame::Close(_) => 0,
        };
        within(self.unflushed, self.sink.feed(frame)).await
    }

    async fn flush(&mut self) -> Result<(), Disconnect> {
        let unflushed = std::mem::take(&mut self.unflushed);
        within(unflushed, self.sink.flush()).await
    }

    async fn privates(&mut self) -> Result<(), Disconnect> {
        while let Some(private) = self.connection.next_private() {
            match private {
                Private::Start(position, welcome) => {
                    self.position = Some(position);
                    self.text(welcome).await?;
                }
                Private::Text(text) => self.text(Some(text)).await?,
                Private::Binary(bytes) => self.feed(Frame::Binary(bytes)).await?,
            }
        }
        Ok(())
    }

    async fn ring(&mut self) -> Result<(), Disconnect> {
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
        let question = self.connection.ask(Weight::Nothing).await;
        if self.room.send(Message::Refresh(question)).await.is_err() {
            self.connection.end(Disconnect::RoomReopened);
        }
    }

    async fn frame(&mut self, told: &Told) -> Result<(), Disconnect> {
        if self.connection.kind == Kind::Live {
            let audience = Audience::from(self.connection.role) as usize;
            self.text(told.changes[audience].clone()).await?;
            self.text(told.presence[audience].clone()).await?;
        }
        if self.connection.reads_notes() {
            for bytes in told.notes.iter().chain(&told.awareness) {
                self.feed(Frame::Binary(bytes.clone())).await?;
            }
        }
        Ok(())
    }

    async fn text(&mut self, bytes: Option<Bytes>) -> Result<(), Disconnect> {
        match bytes.and_then(|bytes| Utf8Bytes::try_from(bytes).ok()) {
            Some(text) => self.feed(Frame::Text(text)).await,
            None => Ok(()),
        }
    }

    async fn ping(&mut self) -> Result<(), Disconnect> {
        self.feed(Frame::Ping(Bytes::new())).await?;
        self.flush().await
    }

    async fn goodbye(&mut self, reason: Disconnect) -> Result<(), Disconnect> {
        let _ = self.privates().await;
        let frame = CloseFrame {
            code: reason.code(),
            reason: reason.reason().into(),
        };
        self.feed(Frame::Close(Some(frame))).await?;
        self.flush().await?;
        self.sink.close().await.map_err(|_| Disconnect::Gone)
    }
}

/// Waits for the socket to take so many bytes: the time that a stalled reader has, and what a slow network needs for them.
async fn within(bytes: usize, writing: impl Future<Output = Result<(), axum::Error>>) -> Result<(), Disconnect> {
    let needed = Duration::from_secs((bytes / SLOWEST_BYTES_PER_S) as u64);
    match timeout(STALLED_AFTER + needed, writing).await {
        Ok(written) => written.map_err(|_| Disconnect::Gone),
        Err(_) => Err(Disconnect::TooSlow),
    }
}
