//! The way to a room that is open, and what its task shares with its connections.

use super::connection::Connection;
use super::fault::Fault;
use super::history::Kept;
use super::message::{Inspected, Message};
use super::question::Weight;
use super::recall::Recall;
use crate::journal::Stream;
use crate::protocol::disconnect::Disconnect;
use crate::room::event::Attribution;
use crate::room::ids::Seq;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, AtomicU64};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot};

/// Updates that a room holds before they are answered: 16 MiB, many times what a room full of writers makes while the disk
/// is slow.
const UNANSWERED_KIB_MAX: u32 = 16 * 1_024;

/// What a room's task shares with its connections.
pub struct Shared {
    /// The room's stream in the journal, `meeting/room`.
    pub stream: Stream,
    /// Names this run of the room; positions of another run mean nothing.
    pub epoch: String,
    /// The rule that the room is under; it changes only when the room is opened.
    pub attribution: Attribution,
    /// The participants' code at that time, which the room's own page shows.
    pub join_code: String,
    /// Recent frames.
    pub recall: Recall,
    /// The position last told.
    pub seq: AtomicU64,
    /// How many seats are connected.
    pub people: AtomicU32,
    /// What is kept of its history while it is open.
    pub history: Arc<Kept>,
    connections: Mutex<Connected>,
    unanswered: Arc<Semaphore>,
    /// Closed when the task has ended, whole.
    at_work: Semaphore,
}

/// The connections of a room, and why it ended once it has.
#[derive(Default)]
struct Connected {
    ended: Option<Disconnect>,
    by_id: HashMap<u64, Arc<Connection>>,
}

impl Shared {
    /// For a room that begins at this position.
    pub fn new(stream: Stream, epoch: String, seq: Seq, attribution: Attribution) -> Self {
        Self {
            stream,
            epoch,
            attribution,
            join_code: String::new(),
            recall: Recall::default(),
            seq: AtomicU64::new(seq.0),
            people: AtomicU32::new(0),
            history: Arc::default(),
            connections: Mutex::default(),
            unanswered: Arc::new(Semaphore::new(UNANSWERED_KIB_MAX as usize)),
            at_work: Semaphore::new(0),
        }
    }

    /// Waits until the room may hold so many bytes more of updates that it has not answered, however many connections
    /// they come from.
    pub async fn claim(&self, bytes: usize) -> Option<OwnedSemaphorePermit> {
        let kib = u32::try_from(bytes / 1_024 + 1)
            .unwrap_or(UNANSWERED_KIB_MAX)
            .min(UNANSWERED_KIB_MAX);
        self.unanswered.clone().acquire_many_owned(kib).await.ok()
    }

    /// The task has ended, with all that it had to write.
    pub(super) fn end_of_work(&self) {
        self.at_work.close();
    }

    /// Waits until the task has ended, with all that it had to write.
    pub(super) async fn gone(&self) {
        // It never has a permit: it only closes.
        let _ = self.at_work.acquire().await;
    }

    fn remember(&self, connection: &Arc<Connection>) {
        let mut all = self.connections.lock().unwrap_or_else(PoisonError::into_inner);
        match all.ended {
            Some(reason) => connection.end(reason),
            None => drop(all.by_id.insert(connection.id, connection.clone())),
        }
    }

    /// A connection has ended.
    pub fn forget(&self, connection: &Connection) {
        self.connections
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .by_id
            .remove(&connection.id);
    }

    /// Ends some of the connections.
    pub(super) fn end_those(&self, reason: Disconnect, are_meant: impl Fn(&Connection) -> bool) {
        let all = self.connections.lock().unwrap_or_else(PoisonError::into_inner);
        let meant = all.by_id.values().filter(|connection| are_meant(connection));
        meant.for_each(|connection| connection.end(reason));
    }

    /// Ends each connection that there is a reason for, with it.
    pub(super) fn end_each(&self, reason: impl Fn(&Connection) -> Option<Disconnect>) {
        let all = self.connections.lock().unwrap_or_else(PoisonError::into_inner);
        for connection in all.by_id.values() {
            if let Some(reason) = reason(connection) {
                connection.end(reason);
            }
        }
    }

    /// Ends all connections, those of the past and those to come; the first reason counts.
    pub fn end(&self, reason: Disconnect) {
        let mut all = self.connections.lock().unwrap_or_else(PoisonError::into_inner);
        let reason = *all.ended.get_or_insert(reason);
        all.by_id.drain().for_each(|(_, connection)| connection.end(reason));
    }
}

/// The way to a room that is open.
#[derive(Clone)]
pub struct RoomHandle {
    mailbox: mpsc::Sender<Message>,
    /// What the room's task shares with its connections.
    pub shared: Arc<Shared>,
}

impl RoomHandle {
    /// The way to a room's mailbox.
    pub fn new(mailbox: mpsc::Sender<Message>, shared: Arc<Shared>) -> Self {
        Self { mailbox, shared }
    }

    /// Whether this run of the room has ended.
    pub fn is_closed(&self) -> bool {
        self.mailbox.is_closed()
    }

    /// Sends a message; waits while the room has too many.
    pub async fn send(&self, message: Message) -> Result<(), Fault> {
        self.try_send(message).await.map_err(|_| Fault::Unavailable)
    }

    /// Sends a message, or gives it back where this run of the room has ended.
    pub async fn try_send(&self, message: Message) -> Result<(), Box<Message>> {
        self.mailbox.send(message).await.map_err(|unsent| Box::new(unsent.0))
    }

    /// Begins a connection. It is known before the room hears of it, so that it ends with the room whatever happens to the
    /// room in between.
    pub async fn connect(&self, connection: Arc<Connection>, since: Option<(String, Seq)>) {
        self.shared.remember(&connection);
        let question = connection.ask(Weight::Whole).await;
        if self.send(Message::Connect(question, since)).await.is_err() {
            connection.end(Disconnect::RoomReopened);
        }
    }

    /// Looks at the room as it is on disk.
    pub async fn inspect<T: Send + 'static>(&self, look: impl FnOnce(&Inspected<'_>) -> T + Send + 'static) -> Result<T, Fault> {
        let (sender, receiver) = oneshot::channel();
        let look = move |inspected: &Inspected<'_>| drop(sender.send(look(inspected)));
        self.send(Message::Inspect(Box::new(look))).await?;
        receiver.await.map_err(|_| Fault::Unavailable)
    }
}
