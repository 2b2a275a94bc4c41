//! What real editors send. The fixtures were recorded from ProseMirror editors bound to Yjs documents: one line an
//! update, with the writer's name in front; beside it the blocks that the editor showed in the end.

use super::support::{assert_sound, edit, seat};
use crate::room::notes::{Checked, Notes};
use serde_json::Value;

fn updates(recording: &str) -> Vec<(&str, Vec<u8>)> {
    let line = |line: &'static str| line.split_once(' ').unwrap();
    let recording: &'static str = Box::leak(recording.to_owned().into_boxed_str());
    recording.lines().map(line).map(|(who, hex)| (who, bytes(hex))).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
        .collect()
}

fn replay(recording: &str, shown: &str) -> Notes {
    let shown: Value = serde_json::from_str(shown).unwrap();
    let mut notes = Notes::new();
    for (number, (who, update)) in updates(recording).into_iter().enumerate() {
        edit(&mut notes, &seat(who), &update).unwrap_or_else(|refusal| panic!("update {number} of {who}: {refusal}"));
    }
    assert_eq!(serde_json::to_value(notes.blocks()).unwrap(), shown);
    assert_sound(&notes);
    notes
}

#[test]
fn everything_that_the_schema_has_passes_and_is_read() {
    replay(
        include_str!("../../../../tests/fixtures/notes/everything.hex"),
        include_str!("../../../../tests/fixtures/notes/everything.json"),
    );
}

#[test]
fn typing_marking_deleting_and_undoing_passes() {
    replay(
        include_str!("../../../../tests/fixtures/notes/typing.hex"),
        include_str!("../../../../tests/fixtures/notes/typing.json"),
    );
}

#[test]
fn two_writers_meet_again_after_one_was_offline() {
    replay(
        include_str!("../../../../tests/fixtures/notes/two_writers.hex"),
        include_str!("../../../../tests/fixtures/notes/two_writers.json"),
    );
}

#[test]
fn three_writers_at_random_with_late_delivery() {
    let recording = include_str!("../../../../tests/fixtures/notes/three_writers.hex");
    let notes = replay(recording, include_str!("../../../../tests/fixtures/notes/three_writers.json"));
    let (_, full_copy) = updates(recording).pop().unwrap();
    assert!(notes.knows(&full_copy), "a full copy of what is known brings nothing");
    assert_eq!(
        notes.check(&seat("somebody-else"), &full_copy),
        Ok(Checked::Edit),
        "and nobody is blamed for it"
    );
}

#[test]
fn three_writers_who_undo_and_redo_a_lot() {
    replay(
        include_str!("../../../../tests/fixtures/notes/undoing_at_random.hex"),
        include_str!("../../../../tests/fixtures/notes/undoing_at_random.json"),
    );
}

/// Among them values that were replaced while away, which the editor sends as one because they may be undone.
#[test]
fn marks_of_points_are_set_changed_and_taken_off() {
    replay(
        include_str!("../../../../tests/fixtures/notes/points.hex"),
        include_str!("../../../../tests/fixtures/notes/points.json"),
    );
}

#[test]
fn one_flush_for_all_updates_gives_the_same_document() {
    let recording = include_str!("../../../../tests/fixtures/notes/three_writers.hex");
    let (mut one_by_one, mut at_once) = (Notes::new(), Notes::new());
    for (who, update) in updates(recording) {
        edit(&mut one_by_one, &seat(who), &update).unwrap();
        at_once.check(&seat(who), &update).unwrap();
        at_once.accept(&seat(who), &update);
    }
    let merged = at_once.flush().unwrap();
    assert_eq!(at_once.snapshot(), one_by_one.snapshot());
    let mut third = Notes::new();
    third.accept(&seat("server"), &merged);
    third.flush();
    assert_eq!(third.blocks(), one_by_one.blocks());
    assert_sound(&at_once);
}
