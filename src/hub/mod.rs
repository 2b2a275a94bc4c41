//! One task per room, and the way to it. The hub opens a room from the journal when somebody first asks for it (once,
//! however many ask), lets it rest when it has been idle, and opens it again after a fault.
//!
//! It never touches a socket and never decides: rules are `room/`, bytes on disk `journal/`, sockets `http/`.

pub mod answered;
pub mod batch;
pub mod connection;
pub mod cursors;
pub mod fault;
pub mod links;
pub mod load;
pub mod message;
pub mod metrics;
pub mod presence;
pub mod publisher;
pub mod recall;
pub mod registry;
pub mod room_task;
pub mod seal;

use crate::clock::Clock;
use crate::journal::{Journal, Stream};
use crate::protocol::disconnect::Disconnect;
use crate::protocol::server::ServerFrame;
use crate::room::event::{Definition, Event, Stamp};
use crate::room::ids::{Millis, Seq};
use crate::room::record::Record;
use bytes::Bytes;
use connection::Connection;
use dashmap::DashMap;
use fault::Fault;
use load::Loaded;
use message::{Inspected, Message};
use recall::Recall;
use registry::Registry;
use room_task::RoomTask;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OnceCell, mpsc, oneshot};

/// Messages that may wait for a room: enough for a burst of everybody in it; beyond, senders wait.
const MAILBOX_MESSAGES_MAX: usize = 4_096;
/// Times that opening a room is tried again when it ended in the same instant.
const OPENING_TRIES: usize = 3;

/// What every room's task needs.
pub struct Services {
    /// Where records go.
    pub journal: Arc<dyn Journal>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Who writes outcomes.
    pub sealer: Arc<dyn seal::Sealer>,
    /// A room without connections rests after this.
    pub idle_after: Duration,
    /// Figures.
    pub metrics: metrics::HubMetrics,
}

/// What a room's task shares with its connections.
pub struct Shared {
    /// The room's stream in the journal, `meeting/room`.
    pub stream: Stream,
    /// Names this run of the room; positions of another run mean nothing.
    pub epoch: String,
    /// Recent frames.
    pub recall: Recall,
    /// The position last told.
    pub seq: AtomicU64,
    /// How many seats are connected.
    pub people: AtomicU32,
    connections: Mutex<Connected>,
}

/// The connections of a room, and why it ended once it has.
#[derive(Default)]
struct Connected {
    ended: Option<Disconnect>,
    by_id: HashMap<u64, Arc<Connection>>,
}

impl Shared {
    fn remember(&self, connection: &Arc<Connection>) {
        let mut all = self.connections.lock().unwrap_or_else(PoisonError::into_inner);
        match all.ended {
            Some(reason) => connection.end(reason),
            None => drop(all.by_id.insert(connection.id, connection.clone())),
        }
    }

    fn forget(&self, connection: &Connection) {
        self.connections
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .by_id
            .remove(&connection.id);
    }

    /// Ends all connections, those of the past and those to come; the first reason counts.
    fn end(&self, reason: Disconnect) {
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
    /// Sends a message; waits while the room has too many.
    pub async fn send(&self, message: Message) -> Result<(), Fault> {
        self.mailbox.send(message).await.map_err(|_| Fault::Unavailable)
    }

    /// Begins a connection. It is known before the room hears of it, so that it ends with the room whatever happens to the
    /// room in between.
    pub async fn connect(&self, connection: Arc<Connection>, since: Option<(String, Seq)>) {
        self.shared.remember(&connection);
        if self.send(Message::Connect(connection.clone(), since)).await.is_err() {
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

type Slot = Arc<OnceCell<RoomHandle>>;

/// All rooms.
pub struct Hub {
    services: Arc<Services>,
    /// Meetings, rooms and codes.
    pub registry: Arc<Registry>,
    rooms: DashMap<Stream, Slot>,
    tasks: Mutex<tokio::task::JoinSet<()>>,
    connection_ids: AtomicU64,
    stopping: std::sync::atomic::AtomicBool,
}

impl Hub {
    /// A hub with no room open.
    pub fn new(services: Services, registry: Arc<Registry>) -> Self {
        Self {
            services: Arc::new(services),
            registry,
            rooms: DashMap::new(),
            tasks: Mutex::default(),
            connection_ids: AtomicU64::new(1),
            stopping: std::sync::atomic::AtomicBool::new(false),
        }
    }

    /// What time it is.
    pub fn now(&self) -> Millis {
        self.services.clock.now()
    }

    /// The hub's figures.
    pub fn metrics(&self) -> &metrics::HubMetrics {
        &self.services.metrics
    }

    /// A number that no other connection of this run has.
    pub fn next_connection_id(&self) -> u64 {
        self.connection_ids.fetch_add(1, Ordering::Relaxed)
    }

    /// Whether the journal answers.
    pub async fn is_ready(&self) -> bool {
        // One record of one stream: the answer takes the same time however much there is.
        !self.stopping.load(Ordering::Acquire) && self.services.journal.read(&Stream::new("server"), 0, 1).await.is_ok()
    }

    /// The room, opened from the journal if nobody has asked for it yet. Unknown rooms are not opened.
    pub async fn open(&self, meeting: &str, room: &str) -> Result<RoomHandle, Fault> {
        let definition = self.registry.definition(meeting, room).ok_or(Fault::UnknownRoom)?;
        let stream = Stream::new(&format!("{meeting}/{room}"));
        for _ in 0..OPENING_TRIES {
            if self.stopping.load(Ordering::Acquire) {
                return Err(Fault::Unavailable);
            }
            let slot = self.slot(&stream);
            let handle = slot.get_or_try_init(|| self.start(&stream, &definition)).await?;
            if !handle.mailbox.is_closed() {
                return Ok(handle.clone());
            }
            // It rested or failed in the meantime: whoever comes first makes place for the next run.
            self.rooms.remove_if(&stream, |_, known| Arc::ptr_eq(known, &slot));
        }
        Err(Fault::Unavailable)
    }

    /// In a function of its own, so that no guard of the map lives across a wait.
    fn slot(&self, stream: &Stream) -> Slot {
        self.rooms.entry(stream.clone()).or_default().clone()
    }

    async fn start(&self, stream: &Stream, definition: &Definition) -> Result<RoomHandle, Fault> {
        let journal = &*self.services.journal;
        let mut loaded = load::load(journal, stream).await?;
        self.configure(stream, definition, &mut loaded).await?;
        self.seal_again(stream, &loaded).await;
        let (mailbox, messages) = mpsc::channel(MAILBOX_MESSAGES_MAX);
        let shared = Arc::new(Shared {
            stream: stream.clone(),
            epoch: registry::random_text(8),
            recall: Recall::default(),
            seq: AtomicU64::new(loaded.seq.0),
            people: AtomicU32::new(0),
            connections: Mutex::default(),
        });
        let task = RoomTask::new(self.services.clone(), shared.clone(), messages, loaded);
        let figures = self.services.metrics.clone();
        figures.rooms(1);
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        while tasks.try_join_next().is_some() {}
        tasks.spawn(async move {
            task.run().await;
            figures.rooms(-1);
        });
        Ok(RoomHandle { mailbox, shared })
    }

    /// Writes what the meeting file says into the room's own journal where it says something new.
    async fn configure(&self, stream: &Stream, definition: &Definition, loaded: &mut Loaded) -> Result<(), Fault> {
        let event = match loaded.seq {
            Seq(0) => Event::RoomOpened {
                definition: Box::new(definition.clone()),
            },
            _ if loaded.room.definition == *definition => return Ok(()),
            _ => Event::RoomConfigured {
                definition: Box::new(definition.clone()),
            },
        };
        let stamp = Stamp {
            at: self.now(),
            by: None,
        };
        loaded.room.apply(&stamp, &event);
        loaded.room.take_touched();
        let record = Record {
            at: stamp.at,
            by: None,
            request: None,
            made: None,
            events: vec![event],
        };
        let seq = self
            .services
            .journal
            .append(stream, loaded.seq.0, vec![Bytes::from(record.encode())])
            .await?;
        loaded.seq = Seq(seq);
        Ok(())
    }

    /// A crash between the close and the outcome's last step left the room without its folder: it is written again,
    /// from the journal as it stood at the close.
    async fn seal_again(&self, stream: &Stream, loaded: &Loaded) {
        use crate::room::view::RoomState;
        if loaded.room.state == RoomState::Open || self.services.sealer.is_sealed(&loaded.room) {
            return;
        }
        let written = match load::load_until(&*self.services.journal, stream, Some(loaded.room.revision)).await {
            Ok(closed) => tokio::task::block_in_place(|| self.services.sealer.prepare(&closed.room, closed.seq)?.commit()),
            Err(fault) => Err(fault.to_string()),
        };
        match written {
            Ok(()) => tracing::info!(room.id = %stream, "sealed outcome written after an interruption"),
            Err(reason) => tracing::error!(room.id = %stream, reason, "sealed outcome still missing"),
        }
    }

    /// Ends all rooms: what waits is finished, connections are told to come back, then the journal is closed.
    pub async fn stop(&self) {
        self.stopping.store(true, Ordering::Release);
        let handles: Vec<RoomHandle> = self.rooms.iter().filter_map(|slot| slot.get().cloned()).collect();
        for handle in handles {
            // A room that has ended by itself has nothing left to finish.
            let _ = handle.send(Message::Stop).await;
        }
        let mut tasks = std::mem::take(&mut *self.tasks.lock().unwrap_or_else(PoisonError::into_inner));
        while tasks.join_next().await.is_some() {}
        if let Err(fault) = self.services.journal.close().await {
            tracing::error!(%fault, "journal did not close cleanly; nothing acknowledged is lost");
        }
    }
}

/// A frame as JSON. Our own types always encode; should one not, nothing is sent rather than something wrong.
pub fn encode(frame: &ServerFrame) -> Option<Bytes> {
    match serde_json::to_vec(frame) {
        Ok(bytes) => Some(bytes.into()),
        Err(error) => {
            tracing::error!(%error, "frame not encoded");
            None
        }
    }
}
