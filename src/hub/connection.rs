//! One connection as the room's task sees it: who it is, how to write to it, and how to wake its own task.
//!
//! What everybody gets is in the ring (`recall.rs`); for itself alone it gets answers to what it asked (`question.rs`), and the newest
//! `you` frame: it tells everything of the seat, so that an older one that nobody has read yet need not be sent.

use super::outlet::Outlet;
use super::question::WEIGHT_MAX;
use super::recall::{News, Recall};
use super::sending::{Private, Sending, Sent, Waiting};
use crate::protocol::disconnect::Disconnect;
use crate::protocol::wire;
use crate::room::ids::SeatId;
use crate::room::seat::Role;
use bytes::Bytes;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use tokio::sync::{Notify, Semaphore};

/// Which of the two sockets it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The live socket: JSON, and the notes once asked for.
    Live,
    /// The notes socket: plain y-protocols.
    Notes,
}

/// The connection. Shared by its own task and the room's.
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
    outlet: Arc<dyn Outlet>,
    sending: Mutex<Sending>,
    wake: Notify,
    pub(super) questions: Semaphore,
    reads_notes: AtomicBool,
    heard: AtomicBool,
    ended: OnceLock<Disconnect>,
}

impl Connection {
    /// A connection that has heard nothing yet.
    pub fn new(id: u64, seat: SeatId, role: Role, kind: Kind, outlet: Arc<dyn Outlet>) -> Self {
        Self {
            id,
            seat,
            role,
            kind,
            outlet,
            sending: Mutex::default(),
            wake: Notify::new(),
            questions: Semaphore::new(WEIGHT_MAX as usize),
            reads_notes: AtomicBool::new(kind == Kind::Notes),
            heard: AtomicBool::new(true),
            ended: OnceLock::new(),
        }
    }

    pub(super) fn outlet(&self) -> &dyn Outlet {
        &*self.outlet
    }

    fn sending(&self) -> MutexGuard<'_, Sending> {
        self.sending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes what waits, as far as the socket takes it. For the connection's own task.
    pub fn send(&self, recall: &Recall) -> Sent {
        self.sending().send(self, recall)
    }

    /// Writes what everybody gets. For the room's task: what can't be written at once is left to the connection's own.
    pub fn tell(&self, news: &News, recall: &Recall) {
        self.write_now(|sending| sending.tell(self, news, recall));
    }

    /// Writes a page that was turned and whatever else waits. For the room's task, as [`Connection::tell`].
    pub fn tell_page(&self, recall: &Recall) {
        self.write_now(|sending| sending.send(self, recall));
    }

    fn write_now(&self, write: impl FnOnce(&mut Sending) -> Sent) {
        let mut sending = self.sending();
        if sending.unwritten() > 0 {
            return;
        }
        let sent = write(&mut sending);
        drop(sending);
        match sent {
            Sent::All => {}
            Sent::Stuck | Sent::Behind => self.wake(),
            Sent::Broken => self.end(Disconnect::Gone),
        }
    }

    /// What still waits for this connection alone, then its last frame, if there is one, are the last that will be written.
    pub fn finish(&self, close: Option<Bytes>) {
        self.sending().finish(self, close);
    }

    /// Nothing more from the ring until the room has sent a fresh view.
    pub fn leave_ring(&self) {
        self.sending().leave_ring();
    }

    /// Bytes that were to be written and that the socket has not taken.
    pub fn unwritten(&self) -> usize {
        self.sending().unwritten()
    }

    /// Puts frames into the outbox, the last of them with the weight that is given back when it is written. Returns the weight
    /// where there is no frame that could carry it.
    pub(super) fn put(&self, frames: impl IntoIterator<Item = Private>, weight: u32) -> u32 {
        let mut sending = self.sending();
        let before = sending.outbox.len();
        sending
            .outbox
            .extend(frames.into_iter().map(|frame| Waiting { frame, gives_back: 0 }));
        if sending.outbox.len() == before {
            return weight;
        }
        if let Some(last) = sending.outbox.back_mut() {
            last.gives_back = weight;
        }
        0
    }

    /// Gives back the weight of a question.
    pub(super) fn give_back(&self, weight: u32) {
        self.questions.add_permits(weight as usize);
    }

    /// Puts the newest `you` frame before the writer, or takes it away where something that has it all is on its way.
    pub fn turn_page(&self, you: Option<Bytes>) {
        self.sending().page = you;
    }

    /// Puts the WebSocket's own answer before the writer, in its envelope.
    pub fn control(&self, frame: Bytes) {
        let is_last = wire::is_close(&frame);
        self.sending().control(frame, is_last);
        self.wake();
    }

    /// Tells the connection's own task that there is something to send.
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
        // Whoever waits to ask goes on and finds out that it has ended.
        self.questions.close();
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
