//! The decoders that have nothing to remember: messages about the notes, records and snapshots read back from a journal, the meeting
//! file, tokens, join codes, and the manifest of a sealed folder.

use crate::corpus;
use crate::extent::{Chance, extent};
use crate::measured::{Meter, run};
use crate::mutator::{mutated, noise};
use crate::scene::Scene;
use crate::support::server::MEETING_FILE;
use roundtable::archive::{self, Meta};
use roundtable::http::token::{Claims, Tokens};
use roundtable::hub::admission::Issue;
use roundtable::meeting;
use roundtable::protocol::notes::{self, AwarenessState, NotesMessage};
use roundtable::room::Room;
use roundtable::room::ids::{Millis, SeatId};
use roundtable::room::record::Record;
use roundtable::room::seat::Role;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;

/// Gives a decoder what is real, changed, and now and then noise.
fn feed(meter: &mut Meter, chance: &mut Chance, real: &[Vec<u8>], inputs: u64, mut decoder: impl FnMut(&[u8]) -> bool) {
    for bytes in real {
        assert!(
            meter.input(bytes, &mut decoder),
            "what is real is refused: {}",
            String::from_utf8_lossy(bytes)
        );
    }
    for _ in 0..inputs {
        let bytes = match chance.below(10) {
            0 => noise(chance),
            _ => {
                let source: &Vec<u8> = chance.one_of(real);
                mutated(source, real, chance)
            }
        };
        meter.input(&bytes, &mut decoder);
    }
}

fn cursor(client: u64, state: Option<serde_json::Value>) -> AwarenessState {
    AwarenessState { client, clock: 7, state }
}

/// Every kind of message about the notes.
pub fn messages(chance: &mut Chance) -> Vec<Vec<u8>> {
    let edits = corpus::written(chance, 30);
    let states = [
        cursor(
            1,
            Some(json!({ "user": { "name": "Ana" }, "cursor": { "anchor": { "type": null } } })),
        ),
        cursor((1 << 53) - 1, None),
    ];
    let frames = [
        notes::step1(&[0]),
        notes::step1(&[1, 0x84, 7, 3]),
        notes::step2(&[0, 0]),
        notes::awareness(&states),
        notes::awareness(&[]),
        notes::permission_denied("No."),
        vec![3],
    ];
    let updates = edits.iter().map(|(_, update)| notes::update(update));
    frames.into_iter().chain(updates).collect()
}

#[test]
fn messages_about_the_notes() {
    run("messages about the notes", |meter, chance| {
        let real = messages(chance);
        feed(meter, chance, &real, extent(20_000, 2_000_000), |frame| {
            match notes::decode(frame) {
                Ok(NotesMessage::Awareness { states }) => {
                    let told = notes::awareness(&states);
                    assert_eq!(
                        notes::decode(&told),
                        Ok(NotesMessage::Awareness { states }),
                        "it is told otherwise"
                    );
                    true
                }
                decoded => decoded.is_ok(),
            }
        });
    });
}

#[test]
fn records_of_a_journal() {
    run("records", |meter, chance| {
        let mut real: Vec<Vec<u8>> = include_str!("../fixtures/events/v1.jsonl")
            .lines()
            .map(|line| line.as_bytes().to_vec())
            .collect();
        real.extend(include_str!("../fixtures/events/v1-notes.hex").lines().map(corpus::bytes));
        let mut room = Room::new();
        feed(meter, chance, &real, extent(3_000, 500_000), |bytes| {
            let Ok(record) = Record::decode(bytes) else { return false };
            assert_eq!(Record::decode(&record.encode()).as_ref(), Ok(&record), "it is kept otherwise");
            record.events.iter().for_each(|event| room.apply(&record.stamp(), event));
            room.notes.flush();
            true
        });
    });
}

#[test]
fn snapshots_of_a_room() {
    run("snapshots", |meter, chance| {
        let mut scene = Scene::new();
        for (who, update) in corpus::written(chance, 40) {
            scene.take(&who, &update);
        }
        let real = vec![scene.room.snapshot()];
        feed(meter, chance, &real, extent(1_500, 100_000), |bytes| {
            match Room::restore(bytes) {
                Ok(room) => !room.snapshot().is_empty(),
                Err(_) => false,
            }
        });
    });
}

#[test]
fn meeting_files() {
    run("meeting files", |meter, chance| {
        let real = [meeting::EXAMPLE, MEETING_FILE].map(|text| text.as_bytes().to_vec());
        feed(
            meter,
            chance,
            &real,
            extent(250, 20_000),
            |bytes| match meeting::parse_bytes(bytes) {
                Ok(_) => true,
                Err(errors) => {
                    assert!(!errors.is_empty() && errors.iter().all(|error| error.line > 0 && !error.message.is_empty()));
                    false
                }
            },
        );
    });
}

#[test]
fn tokens_are_those_that_were_given_out_or_nothing() {
    run("tokens", |meter, chance| {
        let tokens = Tokens::new(&[7; 32]);
        let claims = [Role::Participant, Role::Chair, Role::Organiser].map(|role| Claims {
            meeting: "tests".into(),
            room: (role != Role::Organiser).then(|| "alpha".into()),
            seat: SeatId::new("seat-1").unwrap(),
            role,
            issued_at: Millis(1_000),
            issue: Issue::default(),
        });
        let real: Vec<Vec<u8>> = claims
            .iter()
            .map(|claims| tokens.issue(claims).unwrap().into_bytes())
            .collect();
        feed(meter, chance, &real, extent(5_000, 1_000_000), |bytes| {
            let text = String::from_utf8_lossy(bytes);
            let _ = meeting::codes::normalise(&text);
            let read = tokens.read(&text, Millis(2_000));
            assert!(
                read.as_ref().is_err() || claims.contains(read.as_ref().unwrap()),
                "{text} was never given out"
            );
            read.is_ok()
        });
    });
}

#[test]
fn manifests_are_what_was_sealed_or_found_out() {
    run("manifests", |meter, chance| {
        let folder = tempfile::tempdir().unwrap();
        let meta = Meta {
            meeting: "tests".into(),
            room: "alpha".into(),
            revision: 1,
            sealed_at: "2024-05-10T21:00:00Z".into(),
            seq: 42,
            not_made: BTreeMap::new(),
        };
        let prepared = archive::prepare(folder.path(), &meta, &[("outcome.md", "text")], &[7; 32]).unwrap();
        let sealed = prepared.destination().to_owned();
        prepared.commit().unwrap();
        let file = |name: &str| sealed.join(name);
        let real = vec![fs::read(file("manifest.json")).unwrap()];
        feed(meter, chance, &real.clone(), extent(300, 10_000), |bytes| {
            fs::write(file("manifest.json"), bytes).unwrap();
            let verified = archive::verify(&sealed, None);
            assert_eq!(verified.is_ok(), bytes == real[0], "an altered manifest: {verified:?}");
            verified.is_ok()
        });
    });
}
