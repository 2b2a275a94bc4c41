//! The task that owns one room: gather what waits, decide and apply in private, append, and only then tell. Nobody
//! else changes the room, and nobody sees it but between two batches, so whatever is seen is on disk.
//!
//! A failed append is an unknown outcome: the task ends, its connections are told to come back, and the room is opened
//! again from the journal. The same when a rule panics: the update that did it was never appended.

mod check;
mod commit;
mod decide;
mod gather;
mod serve;
mod storage;
mod tell;
mod warn;

use super::Services;
use super::answered::Answered;
use super::batch::{Batch, closes_room};
use super::connected::Connected;
use super::cursors::Cursors;
use super::fault::Fault;
use super::first_shown::FirstShown;
use super::handle::Shared;
use super::load::Loaded;
use super::message::Message;
use super::news::Voice;
use super::presence::Present;
use super::publisher::Publisher;
use super::registry::Registry;
use crate::protocol::disconnect::Disconnect;
use crate::room::Room;
use crate::room::history_size::Fill;
use crate::room::ids::{Millis, Seq};
use bytes::Bytes;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use tokio::sync::mpsc;
use tokio::time::Instant;

/// Time that phones have to come back to a room that was opened again: until then nobody knows who is there.
const RETURN_MS: i64 = 30_000;
/// Records after which a snapshot is worth its writing. It is written when the room is quiet, because that of a large room takes
/// a moment in which nothing else happens.
const SNAPSHOT_RECORDS: u64 = 2_000;
/// Records after which it is written all the same: as many as are read back within a second.
const SNAPSHOT_RECORDS_MAX: u64 = 30_000;

/// The task's own.
pub struct RoomTask {
    services: Arc<Services>,
    registry: Arc<Registry>,
    shared: Arc<Shared>,
    mailbox: mpsc::Receiver<Message>,
    carried: VecDeque<Message>,
    room: Room,
    seq: Seq,
    snapshot_seq: Seq,
    answered: Answered,
    publisher: Publisher,
    handouts: HashMap<(serve::Handout, Vec<u8>), Bytes>,
    connections: Connected,
    present: Present,
    /// Who is not connected after this is not there.
    all_are_back_at: Millis,
    cursors: Cursors,
    first_shown: FirstShown,
    told_at: Instant,
    ballots_told_at: Instant,
    ticked_at: Instant,
    storage: storage::Watched,
    /// Why the task ends after this turn, if it does.
    stopping: Option<Disconnect>,
    /// When everybody is to be told what they should have by now; none where nothing has changed since that was told.
    check_at: Option<Instant>,
    /// Where those who look at all rooms hear that something has changed in this one.
    news: Voice,
    /// What the meeting file says is still to be written, when the disk takes something again.
    is_to_be_configured: bool,
    /// What those who run the room were last told of the size of its history.
    warned_of: Fill,
}

/// Ends every connection when the task ends, however it ends, and lets go of what was kept for questions about its past.
struct EndOfRoom(Arc<Shared>);

impl Drop for EndOfRoom {
    fn drop(&mut self) {
        self.0.history.close();
        self.0.end(Disconnect::RoomReopened);
        self.0.end_of_work();
    }
}

impl RoomTask {
    /// A task for a room that was read from the journal.
    pub fn new(
        (services, registry): (Arc<Services>, Arc<Registry>),
        shared: Arc<Shared>,
        mailbox: mpsc::Receiver<Message>,
        loaded: Loaded,
    ) -> Self {
        let now = Instant::now();
        // To a room that nobody has joined, nobody comes back.
        let return_ms = if loaded.room.seats.is_empty() { 0 } else { RETURN_MS };
        let storage = storage::Watched::new(&services.storage);
        let mut present = Present::default();
        present.tell_of(storage.trouble());
        let all_are_back_at = Millis(services.clock.now().0.saturating_add(return_ms));
        Self {
            publisher: Publisher::new(&loaded.room),
            is_to_be_configured: false,
            warned_of: loaded.room.history.fill(),
            storage,
            news: services.news.of_room(&shared.stream),
            services,
            registry,
            shared,
            mailbox,
            carried: VecDeque::new(),
            room: loaded.room,
            seq: loaded.seq,
            snapshot_seq: loaded.snapshot_seq,
            answered: loaded.answered,
            handouts: HashMap::new(),
            connections: Connected::default(),
            present,
            all_are_back_at,
            cursors: Cursors::default(),
            first_shown: FirstShown::default(),
            told_at: now,
            ballots_told_at: now,
            ticked_at: now,
            stopping: None,
            check_at: None,
        }
    }

    /// The room stands as it was before the meeting file was changed: it is opened anew when that can be written.
    pub fn is_to_be_configured(&mut self) {
        self.is_to_be_configured = true;
    }

    /// Serves the room until it has been idle for long, the server stops, or the machine fails.
    pub async fn run(self) {
        let _end = EndOfRoom(self.shared.clone());
        // The task falls before that and its mailbox with it, also where a rule panics: whoever is told to come back finds the next run
        // of the room, not this one.
        self.serve_to_the_end().await;
    }

    async fn serve_to_the_end(mut self) {
        loop {
            let waiting = self.gather().await;
            if waiting.is_empty() && !self.storage.has_news() && self.may_rest() {
                break;
            }
            if let Err(fault) = self.turn(waiting).await {
                tracing::error!(room.id = %self.shared.stream, %fault, "room stopped and will be read again from its journal");
                return;
            }
            if let Some(reason) = self.stopping {
                self.shared.end(reason);
                break;
            }
        }
        self.mailbox.close();
        while let Some(message) = self.mailbox.recv().await {
            // It was sent in the instant in which the room came to rest: whoever sent it comes back and opens it again.
            if let Message::Connect(question, _) | Message::Refresh(question) = message {
                question.connection().end(Disconnect::RoomReopened);
            }
        }
        if self.seq > self.snapshot_seq {
            self.take_snapshot().await;
        }
    }

    /// One turn: the batch, the telling, the answers, then those who only look.
    async fn turn(&mut self, waiting: Vec<Message>) -> Result<(), Fault> {
        let mut looks = Vec::new();
        let mut batch = Batch::default();
        let is_quiet = waiting.is_empty();
        self.look_at_storage();
        if self.is_to_be_configured && self.storage.trouble().is_none() {
            self.stopping.get_or_insert(Disconnect::RoomReopened);
        }
        self.take_due(&mut batch);
        let mut waiting = waiting.into_iter();
        for message in waiting.by_ref() {
            if closes_room(&message) && !batch.bundle.is_empty() {
                self.carried.push_back(message);
                break;
            }
            self.take(message, &mut batch, &mut looks);
            if batch.sealed.is_some() {
                break;
            }
        }
        self.carried.extend(waiting);
        self.commit(batch).await?;
        self.warn_of_history();
        if looks.iter().any(serve::sees_the_view) {
            self.tell_waiting_ballots().await;
        }
        for look in looks {
            self.serve(look);
        }
        self.tell_check_if_due().await;
        if (is_quiet && self.owes_snapshot()) || self.seq.0 >= self.snapshot_seq.0 + SNAPSHOT_RECORDS_MAX {
            self.take_snapshot().await;
        }
        Ok(())
    }

    fn owes_snapshot(&self) -> bool {
        self.seq.0 >= self.snapshot_seq.0 + SNAPSHOT_RECORDS
    }
}
