//! A phone that keeps its view of the room by merging what changes, and remembers when it had which position.

use crate::patch;
use crate::phone::{Ear, Phone};
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::{mpsc, watch};
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::Message;

/// The answer to a command.
#[derive(Debug)]
pub struct Done {
    /// The command's id.
    pub id: String,
    /// The position at which it took effect.
    pub seq: u64,
    /// The request that it made.
    pub made: Option<String>,
    /// When the answer came.
    pub at: Instant,
}

/// What one phone has to tell at the end.
#[derive(Debug)]
pub struct Onlooker {
    /// The index of its room.
    pub room: usize,
    /// What the server refused, in its words.
    pub refused: Vec<String>,
    /// Messages that came.
    pub messages: u64,
    /// Bytes of those.
    pub bytes: u64,
    /// Why the connection ended before the test did, if so.
    pub ended: Option<String>,
    number: u32,
    view: Value,
    /// Changes that came and are not merged yet: a thousand phones have a thousand processors for that, this program has not,
    /// so it merges them when all have come.
    unmerged: Vec<String>,
    /// The positions that the view had, each with the moment; rising.
    shown: Vec<(u64, Instant)>,
    position: Arc<AtomicU64>,
    answers: mpsc::Sender<Done>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Frame {
    Welcome {
        seq: u64,
        view: Value,
    },
    Change {
        seq: u64,
        patch: Value,
    },
    Done {
        id: String,
        seq: u64,
        made: Option<String>,
    },
    Refused {
        message: String,
    },
    #[serde(other)]
    Other,
}

/// The position of a change, read from the frame's beginning alone.
fn position_of_change(text: &str) -> Option<u64> {
    let rest = text.strip_prefix(r#"{"type":"change","seq":"#)?;
    rest.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

impl Onlooker {
    /// With the view that the phone was welcomed with.
    pub fn new(room: usize, phone: &Phone, answers: mpsc::Sender<Done>) -> Self {
        let (refused, shown, position) = (Vec::new(), Vec::new(), Arc::default());
        let (view, number) = (Value::Null, phone.number);
        let mut new = Self {
            room,
            refused,
            messages: 0,
            bytes: 0,
            ended: None,
            number,
            view,
            unmerged: Vec::new(),
            shown,
            position,
            answers,
        };
        new.take_text(&phone.welcome);
        new
    }

    /// The position that the view has, for others to watch.
    pub fn position(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.position)
    }

    /// Listens until told to stop.
    pub async fn watch(mut self, ear: Ear, stop: watch::Receiver<bool>) -> Self {
        let ended = ear.listen(stop, |message, _| self.take(message)).await;
        self.ended = ended.map(|why| format!("phone {}: {why}", self.number));
        self
    }

    fn take(&mut self, message: &Message) {
        self.messages += 1;
        self.bytes += message.len() as u64;
        if let Message::Text(text) = message {
            self.take_text(text);
        }
    }

    fn take_text(&mut self, text: &str) {
        if let Some(seq) = position_of_change(text) {
            self.unmerged.push(text.to_owned());
            self.moved_to(seq);
            return;
        }
        match serde_json::from_str(text) {
            Ok(Frame::Welcome { seq, view }) => {
                self.view = view;
                self.unmerged.clear();
                self.moved_to(seq);
            }
            Ok(Frame::Change { seq, .. }) => {
                self.unmerged.push(text.to_owned());
                self.moved_to(seq);
            }
            Ok(Frame::Done { id, seq, made }) => {
                // The asker waits for each answer, so the channel is never full; if it is gone, nobody asks any more.
                let _ = self.answers.try_send(Done {
                    id,
                    seq,
                    made,
                    at: Instant::now(),
                });
            }
            Ok(Frame::Refused { message }) => self.refused.push(message),
            Ok(Frame::Other) => {}
            Err(error) => self
                .refused
                .push(format!("a text frame that is not of the protocol: {error}")),
        }
    }

    fn moved_to(&mut self, seq: u64) {
        self.shown.push((seq, Instant::now()));
        self.position.store(seq, Ordering::Release);
    }

    fn merge(&mut self) {
        for text in std::mem::take(&mut self.unmerged) {
            match serde_json::from_str(&text) {
                Ok(Frame::Change { patch, .. }) => patch::apply(&mut self.view, &patch),
                _ => self.refused.push("a change that cannot be read".to_owned()),
            }
        }
    }

    /// When the view first had this position or a later one.
    pub fn showed(&self, seq: u64) -> Option<Instant> {
        let at = self.shown.partition_point(|(shown, _)| *shown < seq);
        self.shown.get(at).map(|(_, moment)| *moment)
    }

    /// The list of speakers as this phone shows it; the chair's desk beside it is nobody else's.
    pub fn list(&mut self) -> String {
        self.merge();
        let mut list = self.view.get("floor").cloned().unwrap_or_default();
        if let Some(fields) = list.as_object_mut() {
            fields.remove("desk");
        }
        list.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::position_of_change;

    #[test]
    fn the_position_of_a_change_is_read_from_its_beginning() {
        assert_eq!(position_of_change(r#"{"type":"change","seq":17,"patch":{}}"#), Some(17));
        assert_eq!(position_of_change(r#"{"type":"done","id":"x","seq":17}"#), None);
        assert_eq!(position_of_change(r#"{"type":"change","patch":{},"seq":17}"#), None);
    }
}
