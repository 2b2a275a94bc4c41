//! One task per room, and the way to it. The hub opens a room from the journal when somebody first asks for it (once,
//! however many ask), lets it rest when it has been idle, and opens it again after a fault.
//!
//! It never touches a socket and never decides: rules are `room/`, bytes on disk `journal/`, sockets `http/`.

pub mod admission;
pub mod answered;
mod apart;
pub mod batch;
pub mod connected;
pub mod connection;
pub mod cursors;
pub mod extended;
pub mod fault;
mod first_shown;
pub mod forgetting;
pub mod guests;
pub mod handle;
pub mod history;
pub mod ledger;
pub mod links;
pub mod load;
pub mod message;
pub mod metrics;
pub mod news;
mod opening;
pub mod outlet;
pub mod people;
mod planning;
pub mod plans;
pub mod presence;
pub mod publisher;
pub mod question;
pub mod recall;
pub mod registry;
mod removal;
mod rest;
pub mod room_task;
pub mod seal;
pub mod sending;
mod slips;
pub mod storage;
mod to_its_end;
mod waking;

use crate::clock::Clock;
use crate::journal::{Journal, Stream};
use crate::protocol::disconnect::Disconnect;
use crate::protocol::server::{ServerFrame, StorageTrouble};
use crate::room::event::Definition;
use crate::room::ids::Millis;
use crate::room::seat::Role;
use bytes::Bytes;
use dashmap::DashMap;
use fault::Fault;
use handle::RoomHandle;
use message::Message;
use registry::Registry;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;
use to_its_end::to_its_end;
use tokio::sync::{OnceCell, mpsc};

/// What waits is finished within this, or it is cut off.
const FINISHING_MAX: Duration = Duration::from_secs(5);
/// Time that sockets have to say goodbye where that was not finished.
const GOODBYE_MAX: Duration = Duration::from_secs(1);
/// Times that opening a room is tried again when it ended in the same instant.
const OPENING_TRIES: usize = 3;

/// What every room's task needs.
pub struct Services {
    /// Where records go.
    pub journal: Arc<dyn Journal>,
    /// Whether records can be written.
    pub storage: storage::Storage,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Who writes outcomes.
    pub sealer: Arc<dyn seal::Sealer>,
    /// Whose turn it is to have one written.
    pub sealing: seal::Turns,
    /// A room without connections rests after this.
    pub idle_after: Duration,
    /// Figures.
    pub metrics: metrics::HubMetrics,
    /// What has changed, for those who look at more than one room.
    pub news: news::News,
    /// By how much sessions were extended.
    pub extended: extended::Known,
}

type Slot = Arc<OnceCell<RoomHandle>>;

/// By what a room goes that is opened.
#[derive(Clone, Copy)]
enum Ground<'a> {
    /// What the plan of a meeting says of it.
    Plan(&'a str, &'a str),
    /// What it was last told.
    Journal,
}

/// All rooms.
pub struct Hub {
    services: Arc<Services>,
    /// Meetings, rooms and codes.
    pub registry: Arc<Registry>,
    rooms: DashMap<Stream, Slot>,
    books: ledger::Books,
    /// Held by whoever asks something of a list of participants.
    people_turn: tokio::sync::Mutex<()>,
    /// What is known of the forgetting of people.
    watch: forgetting::Watch,
    tasks: Mutex<tokio::task::JoinSet<()>>,
    connection_ids: AtomicU64,
    stopping: AtomicBool,
    /// What the histories of all rooms share.
    histories: history::Histories,
    sockets: RwLock<Option<mpsc::Sender<()>>>,
    sockets_closed: Mutex<Option<mpsc::Receiver<()>>>,
}

impl Hub {
    /// A hub with no room open.
    pub fn new(services: Services, registry: Arc<Registry>) -> Self {
        let (sockets, sockets_closed) = mpsc::channel(1);
        Self {
            services: Arc::new(services),
            registry,
            rooms: DashMap::new(),
            books: DashMap::new(),
            people_turn: tokio::sync::Mutex::default(),
            watch: forgetting::Watch::default(),
            tasks: Mutex::default(),
            connection_ids: AtomicU64::new(1),
            stopping: AtomicBool::new(false),
            histories: history::Histories::default(),
            sockets: RwLock::new(Some(sockets)),
            sockets_closed: Mutex::new(Some(sockets_closed)),
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

    /// Whether the server can serve, or one sentence that says why it can't.
    pub async fn readiness(&self) -> Result<(), &'static str> {
        if self.stopping.load(Ordering::Acquire) {
            return Err("the server is stopping");
        }
        match self.services.storage.trouble() {
            Some(StorageTrouble::Full) => {
                return Err("the disk that holds the journal is full; make space, no restart is needed");
            }
            Some(StorageTrouble::Failing) => {
                return Err("the journal can't be written to; look at the disk and at the server's log, then restart the server");
            }
            None => {}
        }
        // One record of one stream: the answer takes the same time however much there is.
        let read = self.services.journal.read(&Stream::new("server"), 0, 1).await;
        read.map(drop)
            .map_err(|_| "the journal does not answer; look at the server's log")
    }

    /// As long as the server runs: when a disk that took nothing takes something again, what came due meanwhile happens.
    pub async fn mend(&self) {
        loop {
            self.services.storage.wait_for_the_end_of_trouble().await;
            self.wake_rooms().await;
        }
    }

    /// The room, opened from the journal if nobody has asked for it yet. Unknown rooms are not opened.
    pub async fn open(&self, meeting: &str, room: &str) -> Result<RoomHandle, Fault> {
        let stream = Stream::new(&format!("{meeting}/{room}"));
        let join_code = self.planned(meeting, room)?.join_code;
        let handle = self.open_by(&stream, Ground::Plan(meeting, room)).await?;
        if handle.shared.join_code != join_code {
            self.reopen_with_new_code(meeting, room, &handle).await;
        }
        Ok(handle)
    }

    /// A room as its own journal has it, whether the plan has it still or not: for what the server itself has to do in it. Nobody comes into
    /// one that is not in the plan.
    async fn open_as_it_is(&self, stream: &Stream) -> Result<RoomHandle, Fault> {
        self.open_by(stream, Ground::Journal).await
    }

    async fn open_by(&self, stream: &Stream, ground: Ground<'_>) -> Result<RoomHandle, Fault> {
        for _ in 0..OPENING_TRIES {
            if self.stopping.load(Ordering::Acquire) {
                return Err(Fault::Unavailable);
            }
            let slot = self.slot(stream);
            // Its definition as it is when the room is opened, not as it was when somebody began to wait for it.
            let handle = slot
                .get_or_try_init(async || {
                    let definition = match ground {
                        Ground::Plan(meeting, room) => self.planned(meeting, room)?,
                        Ground::Journal => load::load(&*self.services.journal, stream).await?.room.definition,
                    };
                    self.start(stream, &definition).await
                })
                .await?;
            if !handle.is_closed() {
                return Ok(handle.clone());
            }
            // It rested or failed in the meantime: whoever comes first makes place for the next run. Not before all is written that it had
            // to write: there are never two of a room, and what an earlier one knew never comes after what a later one has changed.
            handle.shared.gone().await;
            self.rooms.remove_if(stream, |_, known| Arc::ptr_eq(known, &slot));
        }
        Err(Fault::Unavailable)
    }

    fn planned(&self, meeting: &str, room: &str) -> Result<Definition, Fault> {
        self.registry.definition(meeting, room).ok_or(Fault::UnknownRoom)
    }

    /// Where the participants' code was replaced while the room was being opened, nobody could tell it so: it is opened once more.
    async fn reopen_with_new_code(&self, meeting: &str, room: &str, handle: &RoomHandle) {
        let now = self.registry.code(meeting, Some(room), Role::Participant);
        // Whoever looked before it was replaced sees a difference in a room that has been told. Where there is none any more, nobody comes in.
        if now.is_some_and(|now| now != handle.shared.join_code) {
            let _ = handle.send(Message::Reopen).await;
        }
    }

    /// The same for a room that is in the journal already; none where nobody has opened it yet, which a mere look does not.
    pub async fn open_begun(&self, meeting: &str, room: &str) -> Result<Option<RoomHandle>, Fault> {
        let stream = Stream::new(&format!("{meeting}/{room}"));
        if !self.rooms.contains_key(&stream) && self.services.journal.read(&stream, 0, 1).await?.is_empty() {
            return Ok(None);
        }
        self.open(meeting, room).await.map(Some)
    }

    /// Sends a message to a room, opening it again where it ended in that instant.
    pub async fn send(&self, meeting: &str, room: &str, message: Message) -> Result<(), Fault> {
        let mut message = Box::new(message);
        for _ in 0..OPENING_TRIES {
            match self.open(meeting, room).await?.try_send(*message).await {
                Ok(()) => return Ok(()),
                Err(unsent) => message = unsent,
            }
        }
        Err(Fault::Unavailable)
    }

    /// In a function of its own, so that no guard of the map lives across a wait.
    fn slot(&self, stream: &Stream) -> Slot {
        self.rooms.entry(stream.clone()).or_default().clone()
    }

    /// Counts a socket, until what is returned is dropped; [`Hub::stop`] waits for it.
    pub fn begin_socket(&self) -> OpenSocket {
        OpenSocket {
            _counted: self.services.metrics.count_connection(),
            _open: self.sockets.read().map_or(None, |open| open.clone()),
        }
    }

    /// Ends all rooms: what waits is finished, connections are told to come back, then the journal is closed. Takes no longer
    /// than six seconds, whatever a disk or a phone does; the journal is made for being cut off.
    pub async fn stop(&self) {
        self.stopping.store(true, Ordering::Release);
        self.services.news.end();
        // Held to the end: when it is dropped, so are the rooms' tasks, and then their connections would hear another reason.
        let mut finishing = pin!(self.finish());
        if tokio::time::timeout(FINISHING_MAX, &mut finishing).await.is_ok() {
            return;
        }
        tracing::warn!("not everything ended in time; nothing acknowledged is lost");
        // A room that waits for its disk tells nobody anything; that they are to come back is true all the same.
        for handle in self.handles() {
            handle.shared.end(Disconnect::Restart);
        }
        // Whoever does not take that in time finds out by itself.
        let _ = tokio::time::timeout(GOODBYE_MAX, self.sockets_closed()).await;
    }

    fn handles(&self) -> Vec<RoomHandle> {
        self.rooms.iter().filter_map(|slot| slot.get().cloned()).collect()
    }

    async fn finish(&self) {
        for handle in self.handles() {
            // A room that has ended by itself has nothing left to finish.
            let _ = handle.send(Message::Stop).await;
        }
        let mut tasks = std::mem::take(&mut *self.tasks.lock().unwrap_or_else(PoisonError::into_inner));
        while tasks.join_next().await.is_some() {}
        if let Err(fault) = self.services.journal.close().await {
            tracing::error!(%fault, "journal did not close cleanly; nothing acknowledged is lost");
        }
        self.sockets_closed().await;
    }

    /// Waits until every socket has said its goodbye.
    async fn sockets_closed(&self) {
        drop(self.sockets.write().map(|mut open| open.take()));
        let closed = self.sockets_closed.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(mut closed) = closed {
            // Nobody ever sends: it ends when the last socket drops its sender.
            while closed.recv().await.is_some() {}
        }
    }
}

/// A socket that is open.
pub struct OpenSocket {
    _counted: metrics::Counted,
    _open: Option<mpsc::Sender<()>>,
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
