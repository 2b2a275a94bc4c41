//! `record.jsonl`: what happened in the room, event by event, one record a line, for those who want to see how an outcome came about
//! or to reckon it anew. The lines have the form in which the journal keeps them, with their position and moment beside.
//!
//! It tells no more than the documents do. What only the chair sees is left out, as are ids of commands and the join code. Ballots
//! are there where the poll was a named one, else only what was fixed at the close; texts of voters where the chair let them
//! through; cards where everybody saw them. Under the Chatham House Rule every seat, name and delegation is a pseudonym
//! ([`Veil`]); of a room that is closed to the outside there is no record.

use super::moments::utc;
use crate::room::Room;
use crate::room::command::Secrecy;
use crate::room::event::{Attribution, BoardEvent, Event};
use crate::room::ids::{CardId, PollId, Seq};
use crate::room::polls::PollResult;
use crate::room::polls::attribution::as_told;
use crate::room::record::Record;
use crate::room::veil::Veil;
use serde::Serialize;
use serde_json::value::RawValue;

/// The name of the file.
pub const RECORD: &str = "record.jsonl";

/// The lines so far.
pub struct RecordLines<'a> {
    /// As it is at the end: it knows what came to be seen.
    room: &'a Room,
    veil: Option<Veil>,
    bytes: Vec<u8>,
}

#[derive(Serialize)]
struct Line {
    seq: Seq,
    time: String,
    #[serde(flatten)]
    record: std::collections::BTreeMap<String, Box<RawValue>>,
}

impl<'a> RecordLines<'a> {
    /// For a room as it is at the end of its record; none where nothing of it may leave the room.
    pub fn of(room: &'a Room) -> Option<Self> {
        let veil = match room.definition.attribution {
            Attribution::OnTheRecord => None,
            Attribution::ChathamHouse => Some(Veil::default()),
            Attribution::Closed => return None,
        };
        Some(Self {
            room,
            veil,
            bytes: Vec::new(),
        })
    }

    /// Adds a record; they come in their order.
    pub fn add(&mut self, seq: Seq, record: &Record) {
        let told: Vec<Event> = record.events.iter().filter_map(|event| self.told(event)).collect();
        let record = Record {
            at: record.at,
            by: record.by.clone(),
            request: None,
            made: record.made.clone(),
            events: told,
        };
        // The veil is asked of every record, also of one that is not told, so that pseudonyms do not depend on what is.
        let record = match &mut self.veil {
            Some(veil) => veil.over(&record),
            None => record,
        };
        if record.events.is_empty() {
            return;
        }
        let line = serde_json::from_slice(&record.to_json()).and_then(|fields| {
            serde_json::to_vec(&Line {
                seq,
                time: utc(record.at),
                record: fields,
            })
        });
        // A record is texts, numbers and lists, which JSON can always hold.
        self.bytes.extend(line.unwrap_or_default());
        self.bytes.push(b'\n');
    }

    /// All of it.
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }

    /// The event as far as it may be told.
    fn told(&self, event: &Event) -> Option<Event> {
        let mut event = event.clone();
        match &mut event {
            Event::SecretBallotCast { .. } | Event::RequestNoted { .. } | Event::AllowanceSet { .. } => return None,
            Event::BallotCast { poll, .. } | Event::BallotEntered { poll, .. } if !self.is_named(*poll) => return None,
            Event::RoomOpened { definition } | Event::RoomConfigured { definition } => {
                definition.join_code.clear();
                definition.speakers.iter_mut().for_each(|entry| entry.note = None);
            }
            Event::SpeakerQueued { entry, .. } => entry.note = None,
            Event::FloorGiven { allowance_s, .. } => *allowance_s = 0,
            Event::PollClosed { poll, result } => self.without_hidden(*poll, result),
            Event::PollVoided { receipts, .. } => receipts.clear(),
            Event::Board(BoardEvent::CardAdded { card, text, .. } | BoardEvent::CardEdited { card, text, .. })
                if !self.was_seen(*card) =>
            {
                text.clear();
            }
            _ => {}
        }
        Some(event)
    }

    /// Whether ballots of the poll may be told: it was a named one, and the room's rule was not made stricter since.
    fn is_named(&self, poll: PollId) -> bool {
        let attribution = self.room.definition.attribution;
        let poll = self.room.polls.get(poll);
        poll.is_some_and(|poll| as_told(attribution, poll.paper.rules.secrecy) == Secrecy::Named)
    }

    /// Whether everybody saw the card in the end.
    fn was_seen(&self, card: CardId) -> bool {
        self.room.board.card(card).is_some_and(|card| card.is_seen_by(false))
    }

    fn without_hidden(&self, poll: PollId, result: &mut PollResult) {
        result.receipts.clear();
        let poll = self.room.polls.get(poll);
        result
            .detail
            .texts
            .retain(|text, _| poll.is_some_and(|poll| poll.passed.has(text)));
    }
}
