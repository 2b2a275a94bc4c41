//! One connection as the room's task sees it: who it is, what waits for it alone, and how to wake its writer.
//!
//! What everybody gets is in the ring (`recall.rs`); here wait only answers to what this connection asked, and it may
//! have no more than [`OUTSTANDING_MAX`] questions open, so the outbox is bounded.

use super::recall::Position;
use crate::protocol::disconnect::Disconnect;
use crate::room::ids::SeatId;
use crate::room::seat::Role;
use bytes::Bytes;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use tokio::sync::{Notify, Semaphore};

/// Questions of one connection that may wait for their answer: enough for fast typing over a slow disk. Its reader
/// takes nothing more from the socket until one is answered.
pub const OUTSTANDING_MAX: usize = 64;

/// Which of the two sockets it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The live socket: JSON, and the notes once asked for.
    Live,
    /// The notes socket: plain y-protocols.
    Notes,
}

/// Something for this connection alone.
#[derive(Debug)]
pub enum Private {
    /// Go on from this place of the ring; on the live socket the text (a welcome) comes first.
    Start(Position, Option<Bytes>),
    /// A JSON frame.
    Text(Bytes),
    /// A y-protocols message.
    Binary(Bytes),
}

/// The connection. Shared by its reader, its writer and the room's task.
#[derive(Debug)]
pub struct Connection {
    /// Unique in this run of the server.
    pub id: u64,
    /// Who is connected.
    pub seat: SeatId,
    /// As what.
    pub role: Role,
    /// Over which socket.
    pub kind: Kind,
    outbox: Mutex<VecDeque<Private>>,
    wake: Notify,
    questions: Semaphore,
    reads_notes: AtomicBool,
    heard: AtomicBool,
    ended: OnceLock<Disconnect>,
}

impl Connection {
    /// A connection that has heard nothing yet.
    pub fn new(id: u64, seat: SeatId, role: Role, kind: Kind) -> Self {
        Self {
            id,
            seat,
            role,
            kind,
            outbox: Mutex::default(),
            wake: Notify::new(),
            questions: Semaphore::new(OUTSTANDING_MAX),
            reads_notes: AtomicBool::new(kind == Kind::Notes),
            heard: AtomicBool::new(true),
            ended: OnceLock::new(),
        }
    }

    /// Waits until another question may be asked. Each is given back by the answer's [`Connection::answer`].
    pub async fn ask(&self) {
        if let Ok(permit) = self.questions.acquire().await {
            permit.forget();
        }
    }

    /// Answers one question; several frames may make up the answer, or none.
    pub fn answer(&self, frames: impl IntoIterator<Item = Private>) {
        self.outbox.lock().unwrap_or_else(PoisonError::into_inner).extend(frames);
        self.questions.add_permits(1);
        self.wake.notify_one();
    }

    /// Takes the next frame for this connection alone.
    pub fn next_private(&self) -> Option<Private> {
        let mut outbox = self.outbox.lock().unwrap_or_else(PoisonError::into_inner);
        let next = outbox.pop_front();
        if outbox.is_empty() && outbox.capacity() > 8 {
            // An idle connection holds no memory for a burst that is over.
            *outbox = VecDeque::new();
        }
        next
    }

    /// Tells the writer that the ring or the outbox has something.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// Waits for [`Connection::wake`].
    pub async fn woken(&self) {
        self.wake.notified().await;
    }

    /// Ends it, for the first reason given.
    pub fn end(&self, reason: Disconnect) {
        let _ = self.ended.set(reason);
        self.questions.add_permits(1);
        self.wake.notify_one();
    }

    /// Why it ended, if it did.
    pub fn ended(&self) -> Option<Disconnect> {
        self.ended.get().copied()
    }

    /// Something came from the other side.
    pub fn heard(&self) {
        self.heard.store(true, Ordering::Relaxed);
    }

    /// Whether something came since this was last asked.
    pub fn was_heard(&self) -> bool {
        self.heard.swap(false, Ordering::Relaxed)
    }

    /// From now on it gets the notes.
    pub fn begin_notes(&self) {
        self.reads_notes.store(true, Ordering::Release);
    }

    /// Whether it gets the notes.
    pub fn reads_notes(&self) -> bool {
        self.reads_notes.load(Ordering::Acquire)
    }
}
