//! A phone in a room, whatever is going on there: the edits it sees, the positions of its view, the answers to what it said.

use super::author::OwnEdits;
use super::commands::{Done, Undone, Waiting};
use super::equality::Page;
use super::onlooker::Onlooker;
use super::stage::Stage;
use super::witness::Witness;
use crate::ledger::Ledger;
use crate::phone::{Ear, Listener, Weather};
use crate::report::Report;
use crate::story::{Audience, Diary, Heard};
use serde::Deserialize;
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::watch;
use tokio_tungstenite::tungstenite::Message;

/// One phone.
#[derive(Debug)]
pub struct Attendee {
    /// The index of its room.
    pub room: usize,
    /// Its edits.
    pub witness: Witness,
    /// Its view.
    pub onlooker: Onlooker,
    /// Those of it who wait for an answer.
    pub waiting: Waiting,
    diary: Diary,
    refused: Vec<String>,
    messages: u64,
    bytes: u64,
    ended: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Answer {
    Saved {
        updates: u32,
    },
    Done {
        id: String,
        seq: u64,
        made: Option<String>,
    },
    Refused {
        id: Option<String>,
        message: String,
        updates: Option<u32>,
    },
    #[serde(other)]
    Other,
}

impl Listener for Attendee {
    fn take(&mut self, message: &Message, now: Instant) {
        self.messages += 1;
        self.bytes += message.len() as u64;
        match self.diary.take(message) {
            Heard::Edits(edits) => edits.iter().for_each(|edit| self.witness.see(*edit, now)),
            Heard::Position(seq) => self.onlooker.moved_to(seq, now),
            Heard::Text(text) => self.take_answer(text, now),
            Heard::Wrong(why) => self.refused.push(why),
            Heard::Nothing => {}
        }
    }

    fn start_again(&mut self) -> Option<String> {
        self.diary.start_again();
        self.diary.since()
    }
}

impl Attendee {
    /// Somebody who has heard nothing yet.
    pub fn new(room: usize, diary: Diary, witness: Witness, onlooker: Onlooker) -> Self {
        Self {
            room,
            witness,
            onlooker,
            waiting: Waiting::default(),
            diary,
            refused: Vec::new(),
            messages: 0,
            bytes: 0,
            ended: None,
        }
    }

    /// Somebody who writes nothing and need not see any edit.
    pub fn reading(stage: &Stage<'_>, room: usize, number: u32, audience: Audience) -> Self {
        let witness = Witness::new(number, Arc::new(Ledger::new(0)), OwnEdits::new(0));
        Self::new(room, Diary::new(&stage.stories[room], audience), witness, Onlooker::default())
    }

    /// The same in bad weather: what it shows late is no figure of the server's.
    pub fn in_weather(mut self, weather: &Weather) -> Self {
        self.witness = self.witness.in_weather(weather.is_fair());
        self
    }

    /// Listens until told to stop.
    pub async fn attend(mut self, ear: Ear, weather: Weather, stop: watch::Receiver<bool>) -> Self {
        let ended = ear.listen(stop, weather, &mut self).await;
        self.ended = ended.map(|why| format!("phone {}: {why}", self.witness.number));
        self
    }

    fn take_answer(&mut self, text: &str, now: Instant) {
        match serde_json::from_str(text) {
            Ok(Answer::Saved { updates }) => self.witness.saved(updates, now),
            Ok(Answer::Done { id, seq, made }) => {
                let at = now.into();
                self.waiting.bring(&id, Ok(Done { seq, made, at }));
            }
            Ok(Answer::Refused { id, message, updates }) => {
                self.witness.answered_so_far(updates.unwrap_or_default());
                let answer = Err(Undone::Refused(message.clone()));
                let is_brought = id.is_some_and(|id| self.waiting.bring(&id, answer));
                if !is_brought {
                    self.refused.push(message);
                }
            }
            Ok(Answer::Other) => {}
            Err(error) => self
                .refused
                .push(format!("a text frame that is not of the protocol: {error}")),
        }
    }

    /// Puts what it saw into the report; what it ends with is left.
    pub fn account(mut self, own: Vec<Vec<u8>>, report: &mut Report) -> Page {
        let missing = self.witness.missing();
        report.lost += u64::from(missing);
        report.deliveries += self.witness.delivered();
        report.messages += self.messages;
        report.bytes += self.bytes;
        report.seeing.merge(&self.witness.seeing);
        report.catching_up.merge(&self.witness.catching_up);
        report.saving.merge(&self.witness.saving);
        self.refused.drain(..).for_each(|message| report.note_refused(message));
        self.ended.take().into_iter().for_each(|why| report.note_ended(why));
        Page {
            room: self.room,
            diary: self.diary,
            own,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Story;

    #[test]
    fn a_refusal_is_kept_in_the_servers_words_where_nobody_waits_for_it() {
        let ledger = Ledger::new(1).into();
        let witness = Witness::new(5, ledger, OwnEdits::new(1));
        let diary = Diary::new(&Story::new(1), Audience::Participant);
        let mut attendee = Attendee::new(0, diary, witness, Onlooker::default());
        for text in [
            r#"{"type":"refused","code":"notes-full","message":"The notes are full.","updates":1}"#,
            r#"{"type":"presence","count":1}"#,
            "nonsense",
        ] {
            attendee.take(&Message::text(text), Instant::now());
        }
        assert_eq!(attendee.refused[0], "The notes are full.");
        assert!(attendee.refused.len() == 2 && attendee.refused[1].contains("not of the protocol"));
    }
}
