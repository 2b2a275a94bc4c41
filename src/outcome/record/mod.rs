//! `record.jsonl`: what happened in the room, event by event, one record a line, for those who want to see how an outcome came about
//! or to reckon it anew. The lines have the form in which the journal keeps them, with their position and moment beside. What is
//! told of an event is decided in `told.rs`.
//!
//! Under the Chatham House Rule every seat, name and delegation is a pseudonym ([`Veil`]); of a room that is closed to the outside
//! there is no record.

mod cards;
mod told;

use super::moments::utc;
use crate::room::Room;
use crate::room::event::Attribution;
use crate::room::ids::Seq;
use crate::room::record::Record;
use crate::room::veil::Veil;
use cards::SeenCards;
use serde::Serialize;
use serde_json::value::RawValue;
use told::Told;

/// The name of the file.
pub const RECORD: &str = "record.jsonl";

/// The records so far. They become lines at the end, because a card may be let through long after it was written.
pub struct RecordLines<'a> {
    /// As it is at the end: it knows what came to be seen, and what stands.
    room: &'a Room,
    veil: Option<Veil>,
    cards: SeenCards,
    records: Vec<(Seq, Record)>,
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
            cards: SeenCards::default(),
            records: Vec::new(),
        })
    }

    /// Adds a record; they come in their order.
    pub fn add(&mut self, seq: Seq, record: &Record) {
        record.events.iter().for_each(|event| self.cards.see(event));
        self.records.push((seq, record.clone()));
    }

    /// All of it.
    pub fn finish(self) -> Vec<u8> {
        let (told, mut veil) = (Told::new(self.room, self.cards), self.veil);
        let mut bytes = Vec::new();
        for (seq, record) in self.records {
            if let Some(line) = line(seq, record, &told, veil.as_mut()) {
                bytes.extend(line);
                bytes.push(b'\n');
            }
        }
        bytes
    }
}

/// A record as far as it may be told; none where nothing of it may.
fn line(seq: Seq, record: Record, told: &Told<'_>, mut veil: Option<&mut Veil>) -> Option<Vec<u8>> {
    // The veil is asked of the whole record, also of one that is not told, so that pseudonyms do not depend on what is.
    let by = match &mut veil {
        Some(veil) => veil.by(&record),
        None => record.by.clone(),
    };
    let record = Record {
        request: None,
        events: record.events.into_iter().filter_map(|event| told.event(event)).collect(),
        ..record
    };
    if record.events.is_empty() {
        return None;
    }
    let veiled = match veil {
        Some(veil) => veil.over(&record),
        None => record,
    };
    let record = Record { by, ..veiled };
    let line = serde_json::from_slice(&record.to_json()).and_then(|fields| {
        serde_json::to_vec(&Line {
            seq,
            time: utc(record.at),
            record: fields,
        })
    });
    // A record is texts, numbers and lists, which JSON can always hold.
    line.ok()
}
