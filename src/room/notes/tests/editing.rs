//! The notes as their users know them: batches, broadcast, resuming, keeping, reading.

use super::support::{At, letters, text};
use super::support::{Forged, Writer, assert_sound, edit, element, paragraph, refused, seat};
use crate::room::notes::limits::{CLIENTS_PER_SEAT_MAX, DOCUMENT_BYTES_MAX};
use crate::room::notes::{Block, Checked, Notes, NotesUnreadable, Run};
use crate::room::refusal::Code;
use yrs::{Text, XmlElementPrelim, XmlFragment, XmlTextPrelim};

fn plain(text: &str) -> Block {
    Block::Paragraph {
        runs: vec![Run {
            text: text.into(),
            ..Run::default()
        }],
        point: None,
    }
}

fn written(name: &str, client: u64, text: &str) -> (Writer, Vec<u8>) {
    let writer = Writer::new(name, client);
    let update = writer.write(|root, transaction| {
        let paragraph = root.push_back(transaction, XmlElementPrelim::empty("paragraph"));
        paragraph.push_back(transaction, XmlTextPrelim::new(text));
    });
    (writer, update)
}

#[test]
fn an_empty_update_is_no_edit() {
    let notes = Notes::new();
    assert_eq!(notes.check(&seat("a"), &[0, 0]), Ok(Checked::Empty));
    assert!(notes.knows(&[0, 0]));
}

#[test]
fn a_single_update_is_handed_on_as_it_came() {
    let (writer, update) = written("a", 7, "Good morning");
    let mut notes = Notes::new();
    assert_eq!(edit(&mut notes, &writer.seat, &update), Ok(Some(update.clone())));
    assert_eq!(notes.blocks(), [plain("Good morning")]);
    assert!(notes.knows(&update));
    assert_eq!(
        edit(&mut notes, &writer.seat, &update),
        Ok(None),
        "nothing to tell the second time"
    );
}

#[test]
fn a_batch_becomes_one_update_that_gives_others_the_same() {
    let mut notes = Notes::new();
    for (name, client) in [("a", 1), ("b", 2), ("c", 3)] {
        let (writer, update) = written(name, client, name);
        assert_eq!(notes.check(&writer.seat, &update), Ok(Checked::Edit));
        notes.accept(&writer.seat, &update);
    }
    let merged = notes.flush().unwrap();
    let (reader, _) = written("d", 4, "mine");
    reader.receive(&merged);
    edit(&mut notes, &reader.seat, &reader.everything()).unwrap();
    assert_eq!(notes.blocks().len(), 4);
    assert_sound(&notes);
}

#[test]
fn the_second_update_of_a_batch_may_build_on_the_first() {
    let (writer, first) = written("a", 7, "one");
    let second = writer.write(|root, transaction| {
        root.push_back(transaction, XmlElementPrelim::empty("horizontal_rule"));
    });
    let mut notes = Notes::new();
    assert_eq!(
        refused(&notes, "a", &second),
        Some(Code::NotesInvalid),
        "its beginning is missing"
    );
    notes.accept(&writer.seat, &first);
    assert_eq!(notes.check(&writer.seat, &second), Ok(Checked::Edit));
    notes.accept(&writer.seat, &second);
    notes.flush().unwrap();
    assert_eq!(notes.blocks(), [plain("one"), Block::Rule]);
}

#[test]
fn whoever_returns_gets_only_what_is_missing() {
    let mut notes = Notes::new();
    let (writer, first) = written("a", 7, "one");
    edit(&mut notes, &writer.seat, &first).unwrap();
    let before = notes.state_vector();
    let (other, second) = written("b", 8, "two");
    edit(&mut notes, &other.seat, &second).unwrap();
    let missing = notes.diff(&before).unwrap();
    assert!(missing.len() < notes.diff(&[]).unwrap().len());
    writer.receive(&missing);
    assert!(notes.knows(&writer.everything()));
    assert_eq!(notes.diff(&[0]), notes.diff(&[]));
    assert_eq!(notes.diff(&notes.state_vector()).unwrap(), [0, 0]);
}

#[test]
fn a_state_vector_is_read_with_suspicion() {
    let (writer, update) = written("a", 7, "one");
    let mut notes = Notes::new();
    edit(&mut notes, &writer.seat, &update).unwrap();
    for bytes in [&[1][..], &[1, 7], &[0, 0], &[0xff, 0xff, 0xff, 0xff, 0x0f], &[1, 0x87, 0, 1]] {
        assert_eq!(notes.diff(bytes).unwrap_err().code, Code::NotesInvalid, "{bytes:?}");
    }
    let ahead = [1, 7, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];
    assert_eq!(notes.diff(&ahead).unwrap(), [0, 0], "a client that knows more lacks nothing");
}

#[test]
fn what_is_kept_is_read_back_with_its_authors() {
    let (writer, update) = written("a", 7, "mine");
    let mut notes = Notes::new();
    edit(&mut notes, &writer.seat, &update).unwrap();
    let mut again = Notes::restore(&notes.snapshot()).unwrap();
    assert_eq!(again.blocks(), notes.blocks());
    let more = Forged::new()
        .section(7, 6, &[element(At::Root("notes"), "horizontal_rule")])
        .bytes();
    assert_eq!(refused(&again, "b", &more), Some(Code::NotesInvalid));
    assert!(edit(&mut again, &writer.seat, &more).unwrap().is_some());
    assert_sound(&again);
}

#[test]
fn bytes_that_are_no_snapshot_are_an_error() {
    let (writer, update) = written("a", 7, "mine");
    let mut notes = Notes::new();
    edit(&mut notes, &writer.seat, &update).unwrap();
    let snapshot = notes.snapshot();
    for length in 0..snapshot.len() {
        let broken: Result<Notes, NotesUnreadable> = Notes::restore(&snapshot[..length]);
        assert!(broken.is_err(), "{length} bytes");
    }
}

#[test]
fn deleted_text_is_gone_from_the_blocks_and_cannot_be_missed() {
    let (writer, update) = written("a", 7, "one two");
    let mut notes = Notes::new();
    edit(&mut notes, &writer.seat, &update).unwrap();
    let other = Writer::new("b", 8);
    other.receive(&update);
    let deletion = other.write(|root, transaction| root.remove(transaction, 0));
    edit(&mut notes, &other.seat, &deletion).unwrap();
    assert_eq!(notes.blocks(), []);
    // Somebody who has not heard of it goes on writing in the paragraph that is no more.
    let late = writer.write(|root, transaction| {
        let paragraph = root.get(transaction, 0).unwrap().into_xml_element().unwrap();
        let text = paragraph.get(transaction, 0).unwrap().into_xml_text().unwrap();
        text.insert(transaction, 3, " and a half");
    });
    let mut again = Notes::restore(&notes.snapshot()).unwrap();
    for notes in [&mut notes, &mut again] {
        edit(notes, &writer.seat, &late).unwrap();
        assert_eq!(notes.blocks(), []);
        assert_sound(notes);
    }
}

#[test]
fn a_full_document_takes_deletions_only() {
    let mut notes = Notes::new();
    let chapter = "x".repeat(200_000);
    let mut client = 1;
    while notes.size() + 200_100 < DOCUMENT_BYTES_MAX {
        edit(&mut notes, &seat("a"), &paragraph(client, &chapter).bytes()).unwrap();
        client += 1;
    }
    assert_eq!(
        refused(&notes, "a", &paragraph(client, &chapter).bytes()),
        Some(Code::NotesFull)
    );
    for whole in 1..client {
        edit(&mut notes, &seat("b"), &Forged::new().delete(whole, 0, 1).bytes()).unwrap();
    }
    assert!(
        notes.size() < DOCUMENT_BYTES_MAX * 3 / 4,
        "a document without text is small again"
    );
    edit(&mut notes, &seat("a"), &paragraph(client, &chapter).bytes()).unwrap();
}

#[test]
fn an_update_that_is_too_long_is_told_so() {
    let notes = Notes::new();
    assert_eq!(refused(&notes, "a", &vec![0; 256 * 1024 + 1]), Some(Code::NotesFull));
}

#[test]
fn a_seat_cannot_use_client_ids_without_end() {
    let mut notes = Notes::new();
    for client in 0..CLIENTS_PER_SEAT_MAX as u64 {
        let rule = Forged::new()
            .section(client, 0, &[element(At::Root("notes"), "horizontal_rule")])
            .bytes();
        assert_eq!(notes.check(&seat("a"), &rule), Ok(Checked::Edit));
        notes.accept(&seat("a"), &rule);
    }
    let rule = Forged::new()
        .section(9_999, 0, &[element(At::Root("notes"), "horizontal_rule")])
        .bytes();
    assert_eq!(refused(&notes, "a", &rule), Some(Code::NotesFull));
    assert_eq!(refused(&notes, "b", &rule), None);
}

#[test]
fn control_characters_do_not_reach_the_blocks() {
    let mut notes = Notes::new();
    edit(&mut notes, &seat("a"), &paragraph(1, "a\u{0}b\u{1b}c\td\ne").bytes()).unwrap();
    assert_eq!(notes.blocks(), [plain("abc d e")]);
}

#[test]
fn letters_beyond_the_basic_plane_count_twice() {
    let mut notes = Notes::new();
    edit(&mut notes, &seat("a"), &paragraph(1, "🌍!").bytes()).unwrap();
    let right = Forged::new()
        .section(2, 0, &[letters(At::Between((1, 3), (1, 4)), "x")])
        .bytes();
    let beyond = Forged::new().section(2, 0, &[letters(At::After(1, 5), "x")]).bytes();
    assert_eq!(refused(&notes, "b", &beyond), Some(Code::NotesInvalid));
    edit(&mut notes, &seat("b"), &right).unwrap();
    assert_eq!(notes.blocks(), [plain("🌍x!")]);
    // Between the halves of the globe: the engine makes two of it, and goes on.
    let torn = Forged::new()
        .section(3, 0, &[letters(At::Between((1, 2), (1, 3)), "y")])
        .bytes();
    edit(&mut notes, &seat("c"), &torn).unwrap();
    assert_eq!(notes.blocks(), [plain("\u{fffd}y\u{fffd}x!")]);
    assert_sound(&notes);
}

#[test]
fn an_update_that_was_never_checked_does_no_harm() {
    let mut notes = Notes::new();
    notes.accept(&seat("a"), &[9, 9, 9]);
    notes.accept(&seat("a"), &Forged::new().section(1, 5, &[text(At::Root("notes"))]).bytes());
    assert_eq!(notes.flush(), None);
    assert_eq!(notes.blocks(), []);
}

#[test]
fn notes_travel_between_threads() {
    fn travels<T: Send + Sync>() {}
    travels::<Notes>();
}

#[test]
fn blocks_have_what_still_waits_for_its_batch() {
    let (ana, one) = written("ana", 1, "one");
    let (ben, two) = written("ben", 2, "two");
    let mut notes = Notes::new();
    edit(&mut notes, &ana.seat, &one).unwrap();
    notes.accept(&ben.seat, &two);
    let waiting = notes.blocks();
    assert_eq!(waiting, [plain("one"), plain("two")]);
    notes.flush();
    assert_eq!(notes.blocks(), waiting);
}
