//! What a connection has asked, and how much of that may be unanswered. A question has a weight, and it is given back when its answer has
//! been taken to be written: a connection whose other side reads nothing soon has no weight left to ask with.

use super::connection::Connection;
use super::sending::Private;
use std::sync::Arc;
use tokio::sync::OwnedSemaphorePermit;

/// What one connection may have asked and not been answered: 64 commands, enough for fast typing over a slow disk, or half
/// a megabyte of updates. Its reader takes nothing more from the socket until something is answered.
pub(super) const WEIGHT_MAX: u32 = 64;
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
        self.units = self.connection.put(frames, self.units);
        self.connection.wake();
    }
}

impl Drop for Question {
    fn drop(&mut self) {
        self.connection.give_back(self.units);
    }
}

impl Connection {
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hub::connection::Kind;
    use crate::hub::outlet::tests::Tray;
    use crate::hub::recall::Recall;
    use crate::hub::sending::Sent;
    use crate::room::ids::SeatId;
    use crate::room::seat::Role;
    use bytes::Bytes;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    fn connection(tray: &Tray) -> Arc<Connection> {
        let seat = SeatId::new("a").unwrap();
        Arc::new(Connection::new(
            1,
            seat,
            Role::Participant,
            Kind::Live,
            Arc::new(tray.clone()),
        ))
    }

    fn ask_now(connection: &Arc<Connection>, weight: Weight) -> Option<Question> {
        let asking = pin!(connection.ask(weight));
        match asking.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(question) => Some(question),
            Poll::Pending => None,
        }
    }

    #[test]
    fn a_reader_that_takes_no_answers_soon_cannot_ask() {
        let tray = Tray::default();
        let connection = connection(&tray);
        let recall = Recall::default();
        let first = ask_now(&connection, Weight::Light).expect("nothing is asked yet");
        first.answer([Private::Text(Bytes::from_static(b"x"))]);
        assert_eq!(connection.send(&recall), Sent::Stuck, "the other side takes nothing");
        for _ in 0..WEIGHT_MAX {
            let question = ask_now(&connection, Weight::Light).expect("there is weight left");
            question.answer([Private::Text(Bytes::from_static(b"x"))]);
        }
        assert_eq!(connection.send(&recall), Sent::Stuck);
        assert!(
            ask_now(&connection, Weight::Light).is_none(),
            "answers that wait to be written keep their weight"
        );
        tray.allow(usize::MAX);
        assert_eq!(connection.send(&recall), Sent::All);
        assert!(ask_now(&connection, Weight::Light).is_some());
    }

    #[test]
    fn the_whole_document_is_asked_for_once_at_a_time() {
        let tray = Tray::default();
        let connection = connection(&tray);
        let recall = Recall::default();
        let question = ask_now(&connection, Weight::Whole).expect("nothing else is open");
        assert!(ask_now(&connection, Weight::Light).is_none());
        question.answer([
            Private::Binary(Bytes::from(vec![1; 100_000])),
            Private::Binary(Bytes::from_static(b"2")),
        ]);
        assert_eq!(connection.send(&recall), Sent::Stuck);
        assert!(ask_now(&connection, Weight::Whole).is_none(), "its last frame still waits");
        tray.allow(usize::MAX);
        assert_eq!(connection.send(&recall), Sent::All);
        assert!(ask_now(&connection, Weight::Whole).is_some());
    }

    #[test]
    fn a_question_without_an_answer_gives_its_weight_back() {
        let connection = connection(&Tray::default());
        ask_now(&connection, Weight::Bytes(1 << 20))
            .expect("nothing else is open")
            .answer(None);
        drop(ask_now(&connection, Weight::Whole).expect("the first gave everything back"));
        assert!(ask_now(&connection, Weight::Whole).is_some());
    }
}
