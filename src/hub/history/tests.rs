//! A long history, read back from a journal.

use super::gathered::Gathered;
use super::*;
use crate::journal::memory::MemoryJournal;
use crate::journal::{Journal, Stream};
use crate::room::event::Event;
use crate::room::ids::VersionId;
use crate::room::notes::Notes;
use crate::room::record::Record;
use bytes::Bytes;
use tokio::time::Instant;
use yrs::block::ClientID;
use yrs::{Doc, OffsetKind, Options, Text, Transact, XmlElementPrelim, XmlFragment, XmlTextPrelim};

const EDITS: u64 = 20_000;

/// Records of authors who type in turns, a letter at a time, each in a paragraph of their own.
fn records() -> Vec<Record> {
    let doc = |client| {
        let options = Options::with_client_id(ClientID::new(client));
        Doc::with_options(Options {
            offset_kind: OffsetKind::Utf16,
            ..options
        })
    };
    let authors: Vec<(SeatId, Doc)> = (0..4)
        .map(|number| (SeatId::new(&format!("seat-{number}")).unwrap(), doc(100 + number)))
        .collect();
    let edit = |number: u64| {
        let (seat, doc) = &authors[(number % 4) as usize];
        let root = doc.get_or_insert_xml_fragment("notes");
        let mut transaction = doc.transact_mut();
        // A new paragraph every hundred letters.
        if (number / 4).is_multiple_of(100) {
            let paragraph = root.push_back(&mut transaction, XmlElementPrelim::empty("paragraph"));
            paragraph.push_back(&mut transaction, XmlTextPrelim::new("x"));
        } else if let Some(yrs::XmlOut::Element(last)) = root.get(&transaction, root.len(&transaction) - 1)
            && let Some(yrs::XmlOut::Text(text)) = last.get(&transaction, 0)
        {
            text.push(&mut transaction, "y");
        }
        Record {
            at: Millis(number as i64 * 300),
            by: Some(seat.clone()),
            request: None,
            made: None,
            events: vec![Event::NotesEdited {
                update: transaction.encode_update_v1(),
            }],
        }
    };
    (0..EDITS).map(edit).collect()
}

/// A room's history in a journal, and what is kept of it while it is open.
struct Scene {
    journal: MemoryJournal,
    stream: Stream,
    keeping: Arc<Keeping>,
}

impl Scene {
    async fn of(records: &[Record]) -> Self {
        let (journal, stream) = (MemoryJournal::default(), Stream::new("meeting/room"));
        let encoded: Vec<Bytes> = records.iter().map(|record| record.encode().into()).collect();
        journal.append(&stream, 0, encoded).await.unwrap();
        let keeping = Keeping {
            kept: Arc::default(),
            memory: Histories::default().memory,
            distance: KEPT_EVERY,
        };
        Self {
            journal,
            stream,
            keeping: Arc::new(keeping),
        }
    }

    async fn gathered(&self, until: u64) -> Gathered {
        let start = self.keeping.kept.gathered();
        let gathered = read_on(&self.journal, &self.stream, Seq(until), start, &self.keeping)
            .await
            .unwrap();
        self.keeping.kept.keep_gathered(gathered.clone(), &self.keeping.memory);
        gathered
    }

    async fn past(&self, seq: u64) -> Past {
        let start = Rebuilt::from_checkpoint(self.keeping.kept.nearest(Seq(seq)).as_deref());
        let rebuilt = read_on(&self.journal, &self.stream, Seq(seq), start, &self.keeping)
            .await
            .unwrap();
        rebuilt.finish().unwrap()
    }
}

/// The notes that an update holds.
fn notes_of(update: &[u8]) -> Notes {
    let mut notes = Notes::new();
    notes.accept(&SeatId::new("reader").unwrap(), update);
    notes.flush();
    notes
}

/// The notes after the first so many records, written without a history.
fn written(records: &[Record]) -> Notes {
    let mut notes = Notes::new();
    for record in records {
        if let [Event::NotesEdited { update }] = record.events.as_slice() {
            notes.accept(record.by.as_ref().unwrap(), update);
            notes.flush();
        }
    }
    notes
}

#[tokio::test]
async fn twenty_thousand_edits_are_rebuilt_as_they_were_and_told_in_few_steps() {
    let records = records();
    let scene = Scene::of(&records).await;
    let began = Instant::now();
    let past = scene.past(EDITS).await;
    let first = began.elapsed();
    assert_eq!(notes_of(&past.update).blocks(), written(&records).blocks());
    assert_eq!(past.writers.len(), 4);
    for seq in [EDITS, 7_777, 12_345] {
        let began = Instant::now();
        let again = scene.past(seq).await;
        println!("the notes at {seq}: first request {first:?}, then {:?}", began.elapsed());
        let before = usize::try_from(seq).unwrap();
        assert_eq!(
            notes_of(&again.update).blocks(),
            written(&records[..before]).blocks(),
            "at {seq}"
        );
        assert_eq!(again.at, records[before - 1].at);
        let nearest = scene.keeping.kept.nearest(Seq(seq)).unwrap().seq;
        assert!(
            seq - nearest.0 <= 2 * KEPT_EVERY,
            "it is read on from {nearest:?}, not from the beginning"
        );
    }
    let began = Instant::now();
    let gathered = scene.gathered(EDITS).await;
    let first = began.elapsed();
    let steps = gathered.finish().steps;
    assert!((100..=steps::STEPS_MAX).contains(&steps.len()), "{}", steps.len());
    assert_eq!(steps.last().unwrap().seq, Seq(EDITS));
    let began = Instant::now();
    let again = scene.gathered(EDITS).await.finish();
    println!("the steps: first request {first:?}, then {:?}", began.elapsed());
    assert_eq!(again.steps, steps);
}

#[tokio::test]
async fn steps_that_are_read_on_are_those_that_are_read_at_once() {
    let records = records();
    let (at_once, bit_by_bit) = (Scene::of(&records).await, Scene::of(&records).await);
    for until in [1, 700, 6_000, 6_001, 13_000] {
        bit_by_bit.gathered(until).await;
    }
    let whole = at_once.gathered(EDITS).await.finish();
    assert_eq!(bit_by_bit.gathered(EDITS).await.finish().steps, whole.steps);
    bit_by_bit.keeping.kept.close();
    assert_eq!(reading::Reading::seq(&bit_by_bit.keeping.kept.gathered()), Seq(0));
    bit_by_bit.past(EDITS).await;
    assert!(
        bit_by_bit.keeping.kept.nearest(Seq(EDITS)).is_none(),
        "a room at rest keeps nothing any more"
    );
    assert_eq!(bit_by_bit.keeping.memory.available_permits(), KEPT_KIB_MAX);
}

#[tokio::test]
async fn what_finds_no_room_is_read_again() {
    let records = records();
    let mut scene = Scene::of(&records).await;
    scene.keeping = Arc::new(Keeping {
        kept: Arc::default(),
        memory: Arc::new(Semaphore::new(0)),
        distance: KEPT_EVERY,
    });
    for _ in 0..2 {
        assert_eq!(scene.past(5_000).await.at, records[4_999].at);
        assert_eq!(scene.gathered(5_000).await.finish().steps.last().unwrap().seq, Seq(5_000));
    }
    assert!(scene.keeping.kept.nearest(Seq(EDITS)).is_none());
}

#[tokio::test]
async fn a_state_that_is_named_and_unnamed_without_end_does_not_keep_its_history_from_being_told() {
    let edits = records();
    let mut records = Vec::new();
    for (edit, number) in edits.into_iter().zip(1..=1_200) {
        let at = Millis(i64::from(number) * 60_000);
        let by = edit.by.clone();
        let said = |event| Record {
            at,
            by: by.clone(),
            request: None,
            made: None,
            events: vec![event],
        };
        let version = VersionId(number);
        let name = format!("version {number}");
        records.push(Record { at, ..edit });
        records.push(said(Event::VersionNamed { version, name }));
        records.push(said(Event::VersionUnnamed { version }));
    }
    let until = records.len() as u64;
    let history = Scene::of(&records).await.gathered(until).await.finish();
    assert!(history.steps.len() <= steps::STEPS_MAX, "{}", history.steps.len());
    assert_eq!(history.steps.last().unwrap().seq, Seq(until - 2));
}
