//! Keeps a book of a meeting in the journal: decide, append, apply, tell. One command at a time, since a book is asked something a
//! few times a second where a room is a hundred times; and an answer means 'on disk', as it does in a room. Some rules think for seconds,
//! over who meets whom at which table: they do so on a thread for work that blocks, and whoever only reads the book goes on meanwhile.

use super::fault::Fault;
use super::forgetting::{Emptied, tells_of_nobody};
use super::news::Voice;
use super::registry::Registry;
use super::{Hub, Services, to_its_end};
use crate::book::{Book, Context};
use crate::journal::{Journal, Stream};
use crate::room::event::Stamp;
use crate::room::ids::{Millis, SeatId};
use crate::room::misread::misread;
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use bytes::Bytes;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::any::Any;
use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedRwLockReadGuard, RwLock};
use tokio::task::spawn_blocking;
use uuid::Uuid;

/// Records read at a time.
const PAGE_RECORDS: usize = 1_000;

/// Changes that one seat may make in a book: a day of changing one's mind every ten seconds.
const RECORDS_PER_SEAT_MAX: u32 = 3_000;

/// Bytes of a book that is taken from others than organisers: 10,000 people with a dozen changes each, of a kilobyte.
const BYTES_MAX: usize = 128 * 1_024 * 1_024;

/// In the place of whoever wrote a record of a book that was emptied.
const ERASED: &str = "erased";

/// Books by their streams.
pub(super) type Books = dashmap::DashMap<Stream, Arc<dyn Emptied>>;

/// Why a command was not done.
#[derive(Debug, Clone, thiserror::Error)]
pub enum NotDone {
    /// A rule said no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The machine failed.
    #[error(transparent)]
    Failed(#[from] Fault),
    /// The people of the meeting are forgotten: nothing is taken that tells of one.
    #[error("The people of this meeting are forgotten.")]
    Forgotten,
}

/// A book and its place in the journal.
pub struct Ledger<B: Book> {
    stream: Stream,
    meeting: String,
    services: Arc<Services>,
    registry: Arc<Registry>,
    news: Voice,
    /// Whoever changes the book has it, from before the rules are asked until it is changed.
    turn: Mutex<()>,
    /// None before it has been read, and after an append of which nobody knows how it ended: then it is read again. Only read while the
    /// rules think and the disk writes.
    opened: Arc<RwLock<Option<Opened<B>>>>,
}

/// A book that is looked at, and does not change meanwhile.
type Looked<B> = OwnedRwLockReadGuard<Option<Opened<B>>, Opened<B>>;

/// A book as it is on disk.
struct Opened<B> {
    book: B,
    seq: u64,
    answered: HashMap<(SeatId, Uuid), u64>,
    /// How many records there are of each seat.
    of_seats: HashMap<SeatId, u32>,
    bytes: usize,
}

/// A record of a book's stream.
#[derive(Serialize, Deserialize)]
struct Entry<E> {
    at: Millis,
    by: SeatId,
    request: Uuid,
    events: Vec<E>,
}

impl Hub {
    /// A book of a meeting, whether anything was written into it yet or not.
    pub fn book<B: Book>(&self, meeting: &str) -> Arc<Ledger<B>> {
        let stream = stream_of(B::NAME, meeting);
        let known = self.books.get(&stream).map(|book| book.clone());
        let book = known.unwrap_or_else(|| {
            let made = || -> Arc<dyn Emptied> { Arc::new(Ledger::<B>::new(self, stream.clone(), meeting)) };
            self.books.entry(stream.clone()).or_insert_with(made).clone()
        });
        let book: Arc<dyn Any + Send + Sync> = book;
        // Two kinds of books never share a name; should they, each works on its own and the journal refuses who comes second.
        book.downcast()
            .unwrap_or_else(|_| Arc::new(Ledger::new(self, stream, meeting)))
    }
}

/// The stream of a book. No room's has this form: theirs begin with the meeting's id, which has no colon.
pub fn stream_of(book: &str, meeting: &str) -> Stream {
    Stream::new(&format!("book:{book}:{meeting}"))
}

/// A book as the journal has it, for whoever reads a meeting without a server.
pub async fn read_book<B: Book>(journal: &dyn Journal, meeting: &str) -> Result<B, Fault> {
    Ok(replayed(journal, &stream_of(B::NAME, meeting)).await?.book)
}

async fn replayed<B: Book>(journal: &dyn Journal, stream: &Stream) -> Result<Opened<B>, Fault> {
    let mut opened = Opened {
        book: B::default(),
        seq: 0,
        answered: HashMap::new(),
        of_seats: HashMap::new(),
        bytes: 0,
    };
    loop {
        let page = journal.read(stream, opened.seq, PAGE_RECORDS).await?;
        for record in &page {
            let entry = serde_json::from_slice(&record.payload)
                .map_err(|error| Fault::Unreadable(format!("record {} of {stream}: {}", record.seq, misread(&error))))?;
            opened.take(entry, record.payload.len());
        }
        if page.len() < PAGE_RECORDS {
            return Ok(opened);
        }
    }
}

impl<B: Book> Ledger<B> {
    fn new(hub: &Hub, stream: Stream, meeting: &str) -> Self {
        Self {
            stream,
            meeting: meeting.to_owned(),
            services: hub.services.clone(),
            registry: hub.registry.clone(),
            news: hub.services.news.of(meeting),
            turn: Mutex::new(()),
            opened: Arc::default(),
        }
    }

    /// Asks something of the book; answers with its position, once that is on disk. The same request again gets the first answer, also after a restart. It
    /// goes on where whoever asked has gone away meanwhile.
    ///
    /// # Errors
    /// [`NotDone::Refused`] where a rule says no; [`NotDone::Failed`] where the disk does not take it, or nobody knows whether it did.
    pub async fn command(self: &Arc<Self>, command: B::Command, context: Context) -> Result<u64, NotDone> {
        let ledger = self.clone();
        to_its_end(async move { ledger.carry_out(command, context).await }).await
    }

    /// Looks at the book as it is on disk, and at its position.
    pub async fn read<T>(&self, look: impl FnOnce(&B, u64) -> T) -> Result<T, Fault> {
        let opened = self.look().await?;
        Ok(look(&opened.book, opened.seq))
    }

    /// The same on a thread for work that blocks, for whoever has to reckon over what the book says.
    pub async fn read_apart<T: Send + 'static>(&self, look: impl FnOnce(&B, u64) -> T + Send + 'static) -> Result<T, Fault> {
        let opened = self.look().await?;
        let looking = spawn_blocking(move || look(&opened.book, opened.seq));
        looking.await.map_err(|_| Fault::Unavailable)
    }

    async fn carry_out(&self, command: B::Command, context: Context) -> Result<u64, NotDone> {
        let _turn = self.turn.lock().await;
        let opened = self.look().await?;
        if let Some(seq) = opened.answered.get(&(context.seat.clone(), context.request)) {
            return Ok(*seq);
        }
        // Asked here, where nobody empties the book meanwhile.
        if !tells_of_nobody(B::NAME) && self.registry.is_forgotten(&self.meeting) {
            return Err(NotDone::Forgotten);
        }
        let deciding = spawn_blocking(move || {
            let decided = opened.book.decide(&command, &context);
            (opened, context, decided)
        });
        let (opened, context, decided) = deciding.await.map_err(|_| Fault::Unavailable)?;
        let events = decided?;
        if events.is_empty() {
            // All is so already: a repeat finds that again.
            return Ok(opened.seq);
        }
        opened.require_space(&context)?;
        if let Some(trouble) = self.services.storage.trouble() {
            return Err(Fault::Journal(trouble.sentence().to_owned()).into());
        }
        let entry = Entry {
            at: context.now,
            by: context.seat,
            request: context.request,
            events,
        };
        let seq = opened.seq;
        drop(opened);
        let appended = self.append(seq, &entry).await;
        let mut kept = self.opened.write().await;
        if appended.is_err() {
            // What is on disk now is known only to the disk.
            kept.take();
        }
        let bytes = appended?;
        if let Some(opened) = kept.as_mut() {
            opened.take(entry, bytes);
        }
        self.news.tell(B::NAME);
        Ok(seq + 1)
    }

    async fn append(&self, seq: u64, entry: &Entry<B::Event>) -> Result<usize, Fault> {
        let record = serde_json::to_vec(entry).map_err(|error| Fault::Unreadable(error.to_string()))?;
        let bytes = record.len();
        let appended = self
            .services
            .journal
            .append(&self.stream, seq, vec![Bytes::from(record)])
            .await;
        if let Err(fault) = appended {
            self.services.storage.failed(&fault, bytes).await;
            return Err(fault.into());
        }
        Ok(bytes)
    }

    /// The book as it is on disk; it is read where that has not been done.
    async fn look(&self) -> Result<Looked<B>, Fault> {
        if let Some(opened) = looked(self.opened.clone().read_owned().await) {
            return Ok(opened);
        }
        let mut kept = self.opened.clone().write_owned().await;
        if kept.is_none() {
            *kept = Some(replayed(&*self.services.journal, &self.stream).await?);
        }
        looked(kept.downgrade()).ok_or(Fault::Unavailable)
    }
}

impl<B: Book> Emptied for Ledger<B> {
    fn empty(&self) -> Pin<Box<dyn Future<Output = Result<(), Fault>> + Send + '_>> {
        Box::pin(async {
            let _turn = self.turn.lock().await;
            let mut opened = self.opened.write().await;
            let emptied = emptied(&*self.services.journal, &self.stream).await;
            opened.take();
            self.news.tell(B::NAME);
            emptied
        })
    }
}

fn looked<B>(kept: OwnedRwLockReadGuard<Option<Opened<B>>>) -> Option<Looked<B>> {
    OwnedRwLockReadGuard::try_map(kept, Option::as_ref).ok()
}

/// Writes all records of a book anew, each in its place and with nothing in it.
pub(super) async fn emptied(journal: &dyn Journal, stream: &Stream) -> Result<(), Fault> {
    let unreadable = |seq, error: serde_json::Error| Fault::Unreadable(format!("record {seq} of {stream}: {}", misread(&error)));
    let by = SeatId::new(ERASED).ok_or(Fault::Unavailable)?;
    let (mut blank, mut says_something) = (Vec::new(), false);
    loop {
        let page = journal.read(stream, blank.len() as u64, PAGE_RECORDS).await?;
        for record in &page {
            let unreadable = |error| unreadable(record.seq, error);
            let entry: Entry<IgnoredAny> = serde_json::from_slice(&record.payload).map_err(unreadable)?;
            says_something |= !entry.events.is_empty() || entry.by != by;
            let entry = Entry::<()> {
                at: entry.at,
                by: by.clone(),
                request: Uuid::nil(),
                events: Vec::new(),
            };
            blank.push(Bytes::from(serde_json::to_vec(&entry).map_err(unreadable)?));
        }
        if page.len() < PAGE_RECORDS {
            break;
        }
    }
    if says_something {
        journal.replace_records(stream, blank).await?;
    }
    Ok(())
}

impl<B: Book> Opened<B> {
    /// Refuses what would let one seat, or all of them, fill the disk and the memory. Organisers set the meeting up and close it, also when
    /// others have written all that they may.
    fn require_space(&self, context: &Context) -> Result<(), Refusal> {
        if context.role == Role::Organiser {
            return Ok(());
        }
        let written = self.of_seats.get(&context.seat).copied().unwrap_or_default();
        let message = if written >= RECORDS_PER_SEAT_MAX {
            "From this seat more was changed here than anybody needs, and nothing more is taken from it. Please speak to the organiser."
        } else if self.bytes >= BYTES_MAX {
            "So much was changed here that nothing more is taken. Please speak to the organiser."
        } else {
            return Ok(());
        };
        Err(Refusal::new(Code::HistoryFull, message))
    }

    /// Goes by a record of so many bytes.
    fn take(&mut self, entry: Entry<B::Event>, bytes: usize) {
        self.seq += 1;
        self.bytes += bytes;
        *self.of_seats.entry(entry.by.clone()).or_default() += 1;
        let stamp = Stamp {
            at: entry.at,
            by: Some(entry.by.clone()),
        };
        for event in &entry.events {
            self.book.apply(&stamp, event);
        }
        self.answered.insert((entry.by, entry.request), self.seq);
    }
}
