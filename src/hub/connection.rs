//! One connection as the room's task sees it: who it is, what waits for it alone, and how to wake its writer.
//!
//! What everybody gets is in the ring (`recall.rs`); here wait only answers to what this connection asked, and the newest `you`
//! frame: it tells everything of the seat, so that an older one that nobody has read yet need not be sent. A question
//! has a weight, and it is given back when its answer has been taken from the outbox to be written: a connection whose
//! other side reads nothing soon has no weight left to ask with.

use super::recall::Position;
use crate::protocol::disconnect::Disconnect;
use crate::room::ids::SeatId;
use crate::room::seat::Role;
use bytes::Bytes;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

/// What one connection may have asked and not been answered: 64 commands, enough for fast typing over a slow disk, or half
/// a megabyte of updates. Its reader takes nothing more from the socket until something is answered.
const WEIGHT_MAX: u32 = 64;
/// Bytes of an update that weigh as much as a command.
const BYTES_PER_WEIGHT: usize = 8 * 1_024;

/// How much a question weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// A command, or anything else with a small answer.
    Light,
    /// An update of so many bytes.
    Bytes(usize),
    /// What the server asks of itself for this connection; there is never more than one.
    Nothing,
    /// Something whose answer may be the whole document: nothing else may be open beside it.
    Whole,
}

impl Weight {
    fn units(self) -> u32 {
        match self {
            Self::Nothing => 0,
            Self::Light => 1,
            Self::Bytes(bytes) => u32::try_from(1 + bytes / BYTES_PER_WEIGHT)
                .unwrap_or(WEIGHT_MAX)
                .min(WEIGHT_MAX),
            Self::Whole => WEIGHT_MAX,
        }
    }
}

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

/// A frame in the outbox, and the weight that is given back when it is taken.
#[derive(Debug)]
struct Waiting {
    frame: Private,
    gives_back: u32,
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
    outbox: Mutex<VecDeque<Waiting>>,
    page: Mutex<Option<Bytes>>,
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
            page: Mutex::default(),
            wake: Notify::new(),
            questions: Semaphore::new(WEIGHT_MAX as usize),
            reads_notes: AtomicBool::new(kind == Kind::Notes),
            heard: AtomicBool::new(true),
            ended: OnceLock::new(),
        }
    }

    /// Waits until a question of this weight may be asked.
    pub async fn ask(self: &Arc<Self>, weight: Weight) -> Question {
        let units = weight.units();
        if let Ok(permits) = self.questions.acquire_many(units).await {
            permits.forget();
        }
        Question {
            connection: self.clone(),
            units,
            _claim: None,
        }
    }

    /// Takes the next frame for this connection alone.
    pub fn next_private(&self) -> Option<Private> {
        let mut outbox = self.outbox.lock().unwrap_or_else(PoisonError::into_inner);
        let next = outbox.pop_front();
        if outbox.is_empty() && outbox.capacity() > 8 {
            // An idle connection holds no memory for a burst that is over.
            *outbox = VecDeque::new();
        }
        drop(outbox);
        next.map(|waiting| {
            self.questions.add_permits(waiting.gives_back as usize);
            waiting.frame
        })
    }

    /// Puts the newest `you` frame before the writer, or takes it away where something that has it all is on its way.
    pub fn turn_page(&self, you: Option<Bytes>) {
        *self.page.lock().unwrap_or_else(PoisonError::into_inner) = you;
    }

    /// Takes the newest `you` frame, if it has not been sent.
    pub fn take_page(&self) -> Option<Bytes> {
        self.page.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Tells the writer that the ring, the outbox or the page has something.
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

/// Something that a connection asked and that will be answered, be it by nothing: a question that is dropped gives its
/// weight back.
#[derive(Debug)]
pub struct Question {
    connection: Arc<Connection>,
    units: u32,
    /// Its share of what the room may hold of unanswered updates.
    _claim: Option<OwnedSemaphorePermit>,
}

impl Question {
    /// Who asks.
    pub fn connection(&self) -> &Arc<Connection> {
        &self.connection
    }

    /// The question with its share of the room's bound, which it holds until it is answered.
    pub fn with_claim(mut self, claim: Option<OwnedSemaphorePermit>) -> Self {
        self._claim = claim;
        self
    }

    /// Answers; several frames may make up the answer, or none.
    pub fn answer(mut self, frames: impl IntoIterator<Item = Private>) {
        let mut outbox = self.connection.outbox.lock().unwrap_or_else(PoisonError::into_inner);
        let before = outbox.len();
        outbox.extend(frames.into_iter().map(|frame| Waiting { frame, gives_back: 0 }));
        if outbox.len() > before
            && let Some(last) = outbox.back_mut()
        {
            last.gives_back = std::mem::take(&mut self.units);
        }
        drop(outbox);
        self.connection.wake();
    }
}

impl Drop for Question {
    fn drop(&mut self) {
        self.connection.questions.add_permits(self.units as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Waker};

    fn connection() -> Arc<Connection> {
        Arc::new(Connection::new(1, SeatId::new("a").unwrap(), Role::Participant, Kind::Live))
    }

    fn ask_now(connection: &Arc<Connection>, weight: Weight) -> Option<Question> {
        let asking = pin!(connection.ask(weight));
        match asking.poll(&mut Context::from_waker(Waker::noop())) {
            std::task::Poll::Ready(question) => Some(question),
            std::task::Poll::Pending => None,
        }
    }

    #[test]
    fn a_reader_that_takes_no_answers_soon_cannot_ask() {
        let connection = connection();
        for _ in 0..WEIGHT_MAX {
            let question = ask_now(&connection, Weight::Light).expect("there is weight left");
            question.answer([Private::Text(Bytes::from_static(b"x"))]);
        }
        assert!(
            ask_now(&connection, Weight::Light).is_none(),
            "answers that wait to be written keep their weight"
        );
        connection.next_private();
        assert!(ask_now(&connection, Weight::Light).is_some());
    }

    #[test]
    fn the_whole_document_is_asked_for_once_at_a_time() {
        let connection = connection();
        let question = ask_now(&connection, Weight::Whole).expect("nothing else is open");
        assert!(ask_now(&connection, Weight::Light).is_none());
        question.answer([
            Private::Binary(Bytes::from_static(b"1")),
            Private::Binary(Bytes::from_static(b"2")),
        ]);
        connection.next_private();
        assert!(ask_now(&connection, Weight::Whole).is_none(), "its last frame still waits");
        connection.next_private();
        assert!(ask_now(&connection, Weight::Whole).is_some());
    }

    #[test]
    fn a_question_without_an_answer_gives_its_weight_back() {
        let connection = connection();
        ask_now(&connection, Weight::Bytes(1 << 20))
            .expect("nothing else is open")
            .answer(None);
        drop(ask_now(&connection, Weight::Whole).expect("the first gave everything back"));
        assert!(ask_now(&connection, Weight::Whole).is_some());
    }
}
