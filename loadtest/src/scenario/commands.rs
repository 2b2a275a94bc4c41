//! Asking the server for something, and its answer: the one who asks waits for it, the one who listens brings it.

use crate::phone::Mouth;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout};

/// What a command came to.
#[derive(Debug)]
pub struct Done {
    /// The position at which it took effect.
    pub seq: u64,
    /// What it made.
    pub made: Option<String>,
    /// When the answer came.
    pub at: Instant,
}

/// Why there is nothing done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undone {
    /// The server said no, in its words.
    Refused(String),
    /// It said nothing in time, or the connection is gone.
    Unanswered,
}

type Answer = Result<Done, Undone>;

/// Those of one phone who wait for an answer, by the ids of their commands.
#[derive(Debug, Clone, Default)]
pub struct Waiting(Arc<Mutex<HashMap<String, oneshot::Sender<Answer>>>>);

impl Waiting {
    /// Brings an answer; false where nobody waits for it.
    pub fn bring(&self, id: &str, answer: Answer) -> bool {
        let waits = self.lock().remove(id);
        // Whoever has gone meanwhile has counted it as unanswered.
        waits.map(|waits| waits.send(answer)).is_some()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, oneshot::Sender<Answer>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The commands of one phone.
#[derive(Debug)]
pub struct Commands {
    mouth: Mouth,
    waiting: Waiting,
    run: u32,
    phone: u32,
    next: AtomicU32,
    patience: Duration,
}

impl Commands {
    /// Of a phone of this run; `waiting` is where its listener brings the answers.
    pub fn of(mouth: Mouth, waiting: Waiting, run: u32, phone: u32, patience: Duration) -> Self {
        Self {
            mouth,
            waiting,
            run,
            phone,
            next: AtomicU32::new(1),
            patience,
        }
    }

    /// The phone's number.
    pub fn phone(&self) -> u32 {
        self.phone
    }

    /// What it speaks with.
    pub fn mouth(&self) -> Mouth {
        self.mouth.clone()
    }

    /// An id that no other command of the run has.
    pub fn id(&self) -> String {
        let next = self.next.fetch_add(1, Ordering::Relaxed);
        format!(
            "{:08x}-0000-4000-8000-{:06x}{:06x}",
            self.run,
            self.phone & 0xff_ffff,
            next & 0xff_ffff
        )
    }

    /// Asks and waits for the answer.
    pub async fn ask(&self, command: Value) -> Answer {
        self.ask_as(&self.id(), command).await
    }

    /// The same with an id, which may be that of a command that was not answered: then it is that command.
    pub async fn ask_as(&self, id: &str, mut command: Value) -> Answer {
        command["id"] = json!(id);
        let (sender, answer) = oneshot::channel();
        self.waiting.lock().insert(id.to_owned(), sender);
        if self.mouth.send_text(command.to_string()).await.is_err() {
            return Err(Undone::Unanswered);
        }
        match timeout(self.patience, answer).await {
            Ok(Ok(answer)) => answer,
            _ => Err(Undone::Unanswered),
        }
    }
}
