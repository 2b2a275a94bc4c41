//! A phone that reads along: which edits it saw, and when.

use super::author::OwnEdits;
use crate::latency::Latencies;
use crate::ledger::{Ledger, Seen};
use crate::marker;
use crate::phone::Ear;
use serde::Deserialize;
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::watch;
use tokio_tungstenite::tungstenite::Message;

/// What one phone has to tell at the end.
#[derive(Debug)]
pub struct Witness {
    /// The index of its room.
    pub room: usize,
    /// Its number.
    pub number: u32,
    /// Others' edits that it saw.
    pub seen: Seen,
    /// From another's sending to this phone's seeing.
    pub seeing: Latencies,
    /// From its own sending to the server's word that it is on disk.
    pub saving: Latencies,
    /// What the server refused, in its words.
    pub refused: Vec<String>,
    /// Messages that came.
    pub messages: u64,
    /// Bytes of those.
    pub bytes: u64,
    /// Why the connection ended before the test did, if so.
    pub ended: Option<String>,
    run: u32,
    answered: u32,
}

/// The answers to notes updates; everything else in text frames is of no interest here.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Answer {
    Saved {
        updates: u32,
    },
    Refused {
        message: String,
        updates: Option<u32>,
    },
    #[serde(other)]
    Other,
}

impl Witness {
    /// A phone that has seen nothing yet.
    pub fn new(room: usize, number: u32, run: u32) -> Self {
        let (seen, seeing, saving) = (Seen::default(), Latencies::default(), Latencies::default());
        Self {
            room,
            number,
            seen,
            seeing,
            saving,
            refused: Vec::new(),
            messages: 0,
            bytes: 0,
            ended: None,
            run,
            answered: 0,
        }
    }

    /// Listens until told to stop.
    pub async fn watch(mut self, ear: Ear, ledger: Arc<Ledger>, own: Arc<OwnEdits>, stop: watch::Receiver<bool>) -> Self {
        let ended = ear.listen(stop, |message, now| self.take(message, now, &ledger, &own)).await;
        self.ended = ended.map(|why| format!("phone {}: {why}", self.number));
        self
    }

    fn take(&mut self, message: &Message, now: Instant, ledger: &Ledger, own: &OwnEdits) {
        self.messages += 1;
        self.bytes += message.len() as u64;
        match message {
            Message::Binary(bytes) => marker::scan(bytes, self.run, |edit| {
                if self.seen.insert(edit)
                    && let Some(after) = ledger.see(edit, self.number, now)
                {
                    self.seeing.record(after);
                }
            }),
            Message::Text(text) => self.take_answer(text, now, ledger, own),
            _ => {}
        }
    }

    fn take_answer(&mut self, text: &str, now: Instant, ledger: &Ledger, own: &OwnEdits) {
        match serde_json::from_str(text) {
            Ok(Answer::Saved { updates }) => {
                let newly = (self.answered..updates).filter_map(|nth| own.nth(nth));
                newly
                    .filter_map(|edit| ledger.since_sent(edit, now))
                    .for_each(|after| self.saving.record(after));
                self.answered_so_far(updates, ledger);
            }
            Ok(Answer::Refused { message, updates }) => {
                self.refused.push(message);
                self.answered_so_far(updates.unwrap_or_default(), ledger);
            }
            Ok(Answer::Other) => {}
            Err(error) => self
                .refused
                .push(format!("a text frame that is not of the protocol: {error}")),
        }
    }

    fn answered_so_far(&mut self, updates: u32, ledger: &Ledger) {
        ledger.answer(updates.saturating_sub(self.answered));
        self.answered = self.answered.max(updates);
    }

    /// How many of all edits are missing here. Its own are on its page without the server.
    pub fn missing(&mut self, ledger: &Ledger) -> u32 {
        for edit in ledger.written_by(self.number) {
            self.seen.insert(edit);
        }
        self.seen.missing(ledger.sent())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yjs::Paragraph;

    fn edit(run: u32, edit: u32) -> Message {
        Message::Binary(Paragraph::new(1).append(&marker::text(run, edit, 24)).into())
    }

    #[test]
    fn a_phone_counts_an_edit_once_and_misses_the_one_that_never_came() {
        let (ledger, own) = (Ledger::new(2), OwnEdits::new(0));
        let mut witness = Witness::new(0, 5, 1);
        ledger.send(9).expect("the first");
        ledger.send(9).expect("the second");
        let now = Instant::now();
        for message in [edit(1, 0), edit(1, 0), edit(2, 1)] {
            witness.take(&message, now, &ledger, &own);
        }
        assert_eq!((witness.seeing.count(), ledger.deliveries()), (1, 1));
        assert_eq!(
            witness.missing(&ledger),
            1,
            "the edit of another run is not this run's second"
        );
    }

    #[test]
    fn saved_is_counted_off_against_the_phones_own_edits() {
        let (ledger, own) = (Ledger::new(3), OwnEdits::new(3));
        let mut witness = Witness::new(0, 5, 1);
        for nth in 0..3 {
            own.note(nth, ledger.send(5).expect("an edit"));
        }
        for text in [
            r#"{"type":"saved","updates":2}"#,
            r#"{"type":"saved","updates":2}"#,
            r#"{"type":"presence","count":1}"#,
        ] {
            witness.take(&Message::text(text), Instant::now(), &ledger, &own);
        }
        assert_eq!((witness.saving.count(), ledger.answered()), (2, 2));
        assert!(witness.refused.is_empty());
        assert_eq!(witness.missing(&ledger), 0, "its own edits need no delivery");
    }

    #[test]
    fn a_refusal_is_kept_in_the_servers_words() {
        let (ledger, own) = (Ledger::new(1), OwnEdits::new(1));
        let mut witness = Witness::new(0, 5, 1);
        let text = r#"{"type":"refused","code":"notes-full","message":"The notes are full.","updates":1}"#;
        witness.take(&Message::text(text), Instant::now(), &ledger, &own);
        assert_eq!(witness.refused, ["The notes are full."]);
    }
}
