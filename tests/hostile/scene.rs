//! A room whose notes are attacked, with two honest people in it: one who reads everything as it comes, and one who was there, writes
//! without a network and comes back at the end.

use crate::corpus::{document, edit_at_random, everything, receive};
use crate::extent::Chance;
use crate::support::server::meeting;
use roundtable::outcome::{AsOf, Document, compose};
use roundtable::room::event::{Event, Stamp};
use roundtable::room::ids::{Millis, SeatId, Seq};
use roundtable::room::notes::{Block, Notes};
use roundtable::room::record::Record;
use roundtable::room::refusal::Refusal;
use roundtable::room::seat::Role;
use roundtable::room::{Context, Room};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use yrs::updates::decoder::Decode;
use yrs::{Doc, ReadTxn, StateVector, Transact};

/// The client id of the one who is away.
const AWAY: u64 = 70_001;
/// The client id of the one who reads.
const READER: u64 = 70_002;

/// The room, and what came to be of it elsewhere.
pub struct Scene {
    pub room: Room,
    records: Vec<Vec<u8>>,
    reader: Doc,
    away: Doc,
    unsent: Vec<Vec<u8>>,
}

impl Scene {
    /// A room that has just been opened.
    pub fn new() -> Self {
        let definition = Box::new(meeting().definition("alpha", "CODE").unwrap());
        let mut scene = Self {
            room: Room::new(),
            records: Vec::new(),
            reader: document(READER),
            away: document(AWAY),
            unsent: Vec::new(),
        };
        scene.record(None, vec![Event::RoomOpened { definition }]);
        scene
    }

    /// What the rules say to an update of that seat. Changes nothing.
    pub fn decide(&self, seat: &str, update: &[u8]) -> Result<Option<Event>, Refusal> {
        let context = Context {
            now: Millis(self.records.len() as i64),
            seat: SeatId::new(seat).unwrap(),
            role: Role::Rapporteur,
            request: None,
            present: None,
        };
        self.room.decide_edit(update, &context)
    }

    /// An update of that seat, as the room's task takes it; whether it was let pass and is recorded.
    pub fn take(&mut self, seat: &str, update: &[u8]) -> bool {
        let Ok(Some(event)) = self.decide(seat, update) else {
            return false;
        };
        self.record(Some(seat), vec![event]);
        if let Some(told) = self.room.notes.flush() {
            receive(&self.reader, &told);
        }
        true
    }

    fn record(&mut self, seat: Option<&str>, events: Vec<Event>) {
        let stamp = Stamp {
            at: Millis(self.records.len() as i64),
            by: seat.and_then(SeatId::new),
        };
        self.room.begin_record(Seq(self.records.len() as u64 + 1));
        events.iter().for_each(|event| self.room.apply(&stamp, event));
        let Stamp { at, by } = stamp;
        let record = Record {
            at,
            by,
            request: None,
            made: None,
            events,
        };
        self.records.push(record.encode());
    }

    /// What each client has written, as far as the room knows.
    pub fn clocks(&self) -> Vec<(u64, u64)> {
        let state = StateVector::decode_v1(&self.room.notes.state_vector()).unwrap();
        let mut clocks: Vec<_> = state
            .iter()
            .map(|(client, clock)| (client.get(), u64::from(*clock)))
            .collect();
        clocks.sort_unstable();
        clocks
    }

    /// The one who is away sees the room for the last time.
    pub fn begin_absence(&mut self) {
        receive(&self.away, &self.room.notes.diff(&[]).unwrap());
    }

    /// The one who is away writes something.
    pub fn write_away(&mut self, chance: &mut Chance) {
        let update = edit_at_random(&self.away, chance);
        if update != [0, 0] {
            self.unsent.push(update);
        }
    }

    /// Says that the room is whole: it can be kept, read back, told, shown and printed; its record gives the same room; and everybody
    /// who is in it sees the same. What was let pass is shown where it is not.
    pub fn assert_whole(mut self) {
        let whole = catch_unwind(AssertUnwindSafe(|| {
            self.assert_kept();
            self.assert_told();
            self.assert_welcome_back();
        }));
        if let Err(panic) = whole {
            for record in &self.records[1..] {
                let digits: String = record.iter().map(|byte| format!("{byte:02x}")).collect();
                println!("{digits}");
            }
            resume_unwind(panic);
        }
    }

    fn assert_kept(&self) {
        let kept = self.room.snapshot();
        let restored = Room::restore(&kept).unwrap();
        assert!(restored.snapshot() == kept, "what is read back is kept otherwise");
        let mut replayed = Room::new();
        for (number, bytes) in self.records.iter().enumerate() {
            let record = Record::decode(bytes).unwrap();
            replayed.begin_record(Seq(number as u64 + 1));
            record.events.iter().for_each(|event| replayed.apply(&record.stamp(), event));
        }
        replayed.notes.flush();
        assert!(replayed.snapshot() == kept, "the record gives another room");
        assert_eq!(blocks(&self.room.notes), blocks(&restored.notes));
    }

    fn assert_told(&self) {
        let newcomer = document(1);
        receive(&newcomer, &self.room.notes.diff(&[]).unwrap());
        let known = newcomer.transact().state_vector();
        assert!(!newcomer.transact().has_missing_updates(), "a newcomer waits for something");
        assert_eq!(known, StateVector::decode_v1(&self.room.notes.state_vector()).unwrap());
        assert_eq!(
            self.blocks_of(&newcomer),
            blocks(&self.room.notes),
            "a newcomer sees something else"
        );
        assert_eq!(
            self.blocks_of(&self.reader),
            blocks(&self.room.notes),
            "who read all the time sees something else"
        );
        let as_of = AsOf {
            seq: Seq(self.records.len() as u64),
            at: Millis(0),
        };
        let outcome = compose(&self.room, as_of);
        for document in [Document::Markdown, Document::Json, Document::Points] {
            document.render(&outcome).unwrap();
        }
    }

    /// The one who was away sends what they wrote, and gets what they missed.
    fn assert_welcome_back(&mut self) {
        for update in std::mem::take(&mut self.unsent) {
            let decided = self.decide("away", &update);
            assert!(decided.is_ok(), "an honest edit is refused: {decided:?}");
            self.take("away", &update);
        }
        receive(&self.away, &self.room.notes.diff(&[]).unwrap());
        assert_eq!(
            self.blocks_of(&self.away),
            blocks(&self.room.notes),
            "who was away sees something else"
        );
        assert_eq!(
            self.blocks_of(&self.reader),
            blocks(&self.room.notes),
            "the others see something else"
        );
        self.assert_kept();
    }

    fn blocks_of(&self, doc: &Doc) -> Vec<Block> {
        let mut notes = Notes::new();
        notes.accept(&SeatId::new("reader").unwrap(), &everything(doc));
        notes.flush();
        blocks(&notes)
    }
}

/// The blocks, without the names of points, which are of one room alone.
fn blocks(notes: &Notes) -> Vec<Block> {
    notes.blocks_as_named_before()
}
