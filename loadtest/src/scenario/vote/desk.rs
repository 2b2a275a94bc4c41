//! The chair's desk: one command after the other, each answered before the next.

use super::voter::is_answer;
use crate::fault::Fault;
use crate::phone::{Mouth, Phone};
use crate::scenario::command_ids::CommandIds;
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};
use tokio_tungstenite::tungstenite::Message;

/// The chair has one command under way; a few more answers than that never wait here.
const ANSWERS_MAX: usize = 8;

/// A chair at work.
pub struct Desk {
    mouth: Mouth,
    answers: mpsc::Receiver<String>,
    listening: JoinHandle<Option<String>>,
    ids: CommandIds,
    patience: Duration,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Answer {
    Done { made: Option<String> },
    Refused { message: String },
}

impl Desk {
    /// On this phone.
    pub fn on(phone: Phone, run: u32, patience: Duration, stop: watch::Receiver<bool>) -> Self {
        let (sender, answers) = mpsc::channel(ANSWERS_MAX);
        let ids = CommandIds::of(run, phone.number);
        let (ear, mouth) = phone.split();
        let take = move |message: &Message, _| {
            if let Message::Text(text) = message
                && is_answer(text)
            {
                // Nobody waits for it any more where the channel is full or gone.
                let _ = sender.try_send(text.as_str().to_owned());
            }
        };
        let listening = tokio::spawn(ear.listen(stop, take));
        Self {
            mouth,
            answers,
            listening,
            ids,
            patience,
        }
    }

    /// Has something done; answers with when it was asked and what it made.
    pub async fn has_done(&mut self, mut command: Value) -> Result<(Instant, Option<String>), Fault> {
        let what = command["do"].as_str().unwrap_or_default().to_owned();
        let failed = |why: String| Fault::Connection {
            what: format!("the chair's {what}"),
            why,
        };
        command["id"] = json!(self.ids.next());
        let asked = Instant::now();
        self.mouth
            .send_text(command.to_string())
            .await
            .map_err(|error| failed(error.to_string()))?;
        let answer = timeout(self.patience, self.answers.recv())
            .await
            .ok()
            .flatten()
            .ok_or_else(|| failed("not answered".into()))?;
        match serde_json::from_str(&answer).map_err(|error| failed(error.to_string()))? {
            Answer::Done { made } => Ok((asked, made)),
            Answer::Refused { message } => Err(failed(message)),
        }
    }

    /// Leaves; the answer is why the connection had ended before, if it had.
    pub async fn leave(self) -> Option<String> {
        drop(self.mouth);
        self.listening.await.ok().flatten()
    }
}
