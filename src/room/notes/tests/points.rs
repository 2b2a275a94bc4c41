//! The marks of outcome points: which paragraphs carry one, and what no client may put in its place.

use super::support::{At, Forged, assert_sound, edit, element, item, letters, paragraph, refused, seat, text};
use crate::room::notes::point::{PointKind, Standing};
use crate::room::notes::reader::{write_bytes, write_number};
use crate::room::notes::{Block, Notes, Point};
use crate::room::refusal::Code;

/// Texts as the values of one struct.
fn values(texts: &[&str]) -> Vec<u8> {
    let mut content = Vec::new();
    write_number(&mut content, texts.len() as u64);
    for text in texts {
        content.push(119);
        write_bytes(&mut content, text.as_bytes());
    }
    content
}

fn attribute(client: u64, clock: u32, name: &str, value: &str) -> Vec<u8> {
    item(At::AttributeOf(client, clock, name), 8, &values(&[value]))
}

/// Notes with seat a's paragraph under client 1.
fn notes() -> Notes {
    let mut notes = Notes::new();
    edit(&mut notes, &seat("a"), &paragraph(1, "one").bytes()).unwrap();
    notes
}

/// Seat c's attributes of that paragraph.
fn marking(attributes: &[(&str, &str)]) -> Vec<u8> {
    let structs: Vec<Vec<u8>> = attributes.iter().map(|(name, value)| attribute(1, 0, name, value)).collect();
    Forged::new().section(3, 0, &structs).bytes()
}

fn point_of(notes: &Notes) -> Option<Point> {
    match &notes.blocks()[0] {
        Block::Paragraph { point, .. } => point.as_deref().cloned(),
        other => panic!("{other:?} is no paragraph"),
    }
}

#[test]
fn a_point_keeps_its_name_while_its_marks_and_words_change() {
    let mut notes = notes();
    edit(&mut notes, &seat("c"), &marking(&[("point", "gap"), ("standing", "raised")])).unwrap();
    let first = point_of(&notes).unwrap();
    assert_eq!((first.kind, first.standing), (PointKind::Gap, Some(Standing::Raised)));
    assert!(first.id.len() == 16 && first.id.bytes().all(|digit| digit.is_ascii_hexdigit()));
    let again = [
        item(At::After(3, 0), 8, &values(&["need"])),
        letters(At::After(1, 4), " more"),
    ];
    edit(
        &mut notes,
        &seat("c"),
        &Forged::new().section(3, 2, &again).delete(3, 1, 1).bytes(),
    )
    .unwrap();
    let second = point_of(&notes).unwrap();
    assert_eq!((second.kind, second.standing), (PointKind::Need, None));
    assert_eq!(second.id, first.id);
    assert_sound(&notes);
    let other = paragraph(4, "two").section(5, 0, &[attribute(4, 0, "point", "gap")]);
    let mut elsewhere = Notes::new();
    edit(&mut elsewhere, &seat("a"), &other.bytes()).unwrap();
    assert_ne!(point_of(&elsewhere).unwrap().id, first.id);
}

#[test]
fn the_same_paragraph_of_two_rooms_is_two_points() {
    let of = |meeting: &str, room: &str| {
        let mut notes = notes();
        edit(&mut notes, &seat("c"), &marking(&[("point", "gap")])).unwrap();
        let before = point_of(&notes).unwrap().id;
        notes.belong_to(meeting, room);
        assert_ne!(point_of(&notes).unwrap().id, before);
        let kept = notes.blocks_as_named_before();
        assert!(
            format!("{kept:?}").contains(&before),
            "old fingerprints are of the name before"
        );
        point_of(&notes).unwrap().id
    };
    let ids = [of("spring", "group-a"), of("spring", "group-b"), of("autumn", "group-a")];
    assert!(ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2], "{ids:?}");
    assert_eq!(of("spring", "group-a"), ids[0], "it stays the same in its room");
}

#[test]
fn a_mark_without_a_kind_is_no_point() {
    let mut notes = notes();
    edit(
        &mut notes,
        &seat("c"),
        &marking(&[("standing", "raised"), ("owner", "Nobody")]),
    )
    .unwrap();
    assert_eq!(point_of(&notes), None);
    assert_sound(&notes);
}

#[test]
fn an_owner_of_blanks_is_none_and_one_in_words_is_trimmed() {
    let mut blank = notes();
    edit(&mut blank, &seat("c"), &marking(&[("point", "gap"), ("owner", "  ")])).unwrap();
    assert_eq!(point_of(&blank).unwrap().owner, None);
    let mut spaced = notes();
    let longest = format!("{} ", "部".repeat(119));
    edit(&mut spaced, &seat("c"), &marking(&[("point", "gap"), ("owner", &longest)])).unwrap();
    assert_eq!(point_of(&spaced).unwrap().owner.as_deref(), Some(longest.trim()));
}

#[test]
fn values_outside_their_set_are_refused() {
    let notes = notes();
    let long = "x".repeat(121);
    for (name, value) in [
        ("point", "idea"),
        ("point", "Gap"),
        ("point", ""),
        ("standing", "gap"),
        ("component", "money"),
        ("reach", "local"),
        ("region", "africa"),
        ("owner", long.as_str()),
        ("owner", "two\nlines"),
        ("owner", "turned \u{202e}round"),
        ("source", "12"),
        ("source", "c0"),
        ("source", "c01"),
        ("source", "c4294967296"),
        ("level", "1"),
        ("id", "x"),
        ("onclick", "x"),
    ] {
        let update = marking(&[(name, value)]);
        assert_eq!(refused(&notes, "c", &update), Some(Code::NotesInvalid), "{name} {value}");
    }
    let huge = marking(&[("owner", &"x".repeat(2 * 1024 * 1024))]);
    assert_eq!(refused(&notes, "c", &huge), Some(Code::NotesFull), "two megabytes");
    let large = marking(&[("owner", &"x".repeat(200 * 1024))]);
    assert_eq!(
        refused(&notes, "c", &large),
        Some(Code::NotesInvalid),
        "what an update may hold"
    );
}

#[test]
fn a_value_that_is_no_text_and_one_that_hides_behind_another_are_refused() {
    let notes = notes();
    let hidden = [&values(&["gap", "need"])[..], &[119, 1, b'x']].concat();
    let hidden = [&[3], &hidden[1..]].concat();
    for (why, content) in [
        ("a number", vec![1, 125, 1]),
        ("null", vec![1, 126]),
        ("true", vec![1, 120]),
        ("a list", vec![1, 117, 1, 119, 1, b'x']),
        ("a map", vec![1, 118, 1, 1, b'x', 119, 1, b'x']),
        ("bytes", vec![1, 116, 1, 0]),
        ("text that is not UTF-8", vec![1, 119, 1, 0xff]),
        ("behind a proper one", hidden),
    ] {
        let update = Forged::new().section(3, 0, &[item(At::AttributeOf(1, 0, "point"), 8, &content)]);
        assert_eq!(refused(&notes, "c", &update.bytes()), Some(Code::NotesInvalid), "{why}");
    }
    for (why, forged) in [
        ("a shared text", text(At::AttributeOf(1, 0, "point"))),
        ("a node", element(At::AttributeOf(1, 0, "owner"), "paragraph")),
        ("letters", letters(At::AttributeOf(1, 0, "owner"), "x")),
    ] {
        let update = Forged::new().section(3, 0, &[forged]).bytes();
        assert_eq!(refused(&notes, "c", &update), Some(Code::NotesInvalid), "{why}");
    }
}

#[test]
fn a_mark_sits_on_paragraphs_alone() {
    for name in ["heading", "bullet_list", "ordered_list", "blockquote", "horizontal_rule"] {
        let structs = [element(At::Root("notes"), name), attribute(3, 0, "point", "gap")];
        let update = Forged::new().section(3, 0, &structs).bytes();
        assert_eq!(refused(&Notes::new(), "c", &update), Some(Code::NotesInvalid), "{name}");
    }
    let of_text = Forged::new().section(3, 0, &[attribute(1, 1, "point", "gap")]).bytes();
    assert_eq!(refused(&notes(), "c", &of_text), Some(Code::NotesInvalid), "a text");
    let of_root = Forged::new().section(3, 0, &[item(At::Root("notes"), 8, &values(&["gap"]))]);
    assert_eq!(
        refused(&notes(), "c", &of_root.bytes()),
        Some(Code::NotesInvalid),
        "the document"
    );
}

/// A value takes the place of another by standing behind it, without saying again which attribute it is of.
#[test]
fn a_value_is_judged_by_the_attribute_that_it_replaces() {
    let mut notes = notes();
    edit(&mut notes, &seat("c"), &marking(&[("point", "gap"), ("owner", "Nobody")])).unwrap();
    let replace = |clock, value| {
        Forged::new()
            .section(3, 2, &[item(At::After(3, clock), 8, &values(&[value]))])
            .bytes()
    };
    assert_eq!(refused(&notes, "c", &replace(0, "a free text")), Some(Code::NotesInvalid));
    assert_eq!(refused(&notes, "c", &replace(0, "raised")), Some(Code::NotesInvalid));
    assert_eq!(refused(&notes, "c", &replace(1, "raised")), None, "an owner may be called so");
}

#[test]
fn a_value_of_an_older_set_is_kept_in_our_own_record_and_passed_over_in_reading() {
    let mut notes = notes();
    notes.accept(&seat("c"), &marking(&[("point", "gap"), ("standing", "rejected")]));
    notes.flush();
    let point = point_of(&notes).unwrap();
    assert_eq!((point.kind, point.standing), (PointKind::Gap, None));
    assert_sound(&notes);
}
