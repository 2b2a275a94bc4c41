//! Updates that no honest client sends. Each is refused before the engine sees it.

use super::support::{At, Forged, assert_sound, edit, element, item, letters, mark, paragraph, refused, seat, text};
use crate::room::notes::growth::{Growth, Source};
use crate::room::notes::limits::{CLOCK_END_MAX, SERVER_CLIENT, WORK_MAX};
use crate::room::notes::outline::Outline;
use crate::room::notes::reader::write_number;
use crate::room::notes::update::Update;
use crate::room::notes::{Checked, Notes};
use crate::room::refusal::Code;

/// Notes with seat a's paragraph `one` under client 1, and seat b's `two` under client 2.
fn notes() -> Notes {
    let mut notes = Notes::new();
    edit(&mut notes, &seat("a"), &paragraph(1, "one").bytes()).unwrap();
    edit(&mut notes, &seat("b"), &paragraph(2, "two").bytes()).unwrap();
    notes
}

fn assert_invalid(notes: &Notes, why: &str, update: &[u8]) {
    assert_eq!(refused(notes, "c", update), Some(Code::NotesInvalid), "{why}");
}

/// One struct of client 3, the third writer.
fn one(item: Vec<u8>) -> Vec<u8> {
    Forged::new().section(3, 0, &[item]).bytes()
}

#[test]
fn the_helpers_write_what_the_guard_lets_pass() {
    let structs = [
        element(At::Root("notes"), "heading"),
        item(At::AttributeOf(3, 0, "level"), 8, &[1, 125, 2]),
        text(At::Within(3, 0)),
        mark(At::Within(3, 2), "strong", "{}"),
        letters(At::After(3, 3), "x"),
        mark(At::After(3, 4), "strong", "null"),
        mark(At::After(3, 5), "link--aB3/+=0z", r#"{"href":"HTTPS://un.org","title":null}"#),
    ];
    let mut notes = notes();
    edit(
        &mut notes,
        &seat("c"),
        &Forged::new().section(3, 0, &structs).delete(1, 2, 3).bytes(),
    )
    .unwrap();
    assert_eq!(notes.blocks().len(), 3);
    assert_sound(&notes);
}

#[test]
fn malformed_bytes() {
    let notes = notes();
    let good = one(element(At::Root("notes"), "paragraph"));
    for length in 0..good.len() {
        assert_invalid(&notes, "cut short", &good[..length]);
    }
    assert_invalid(&notes, "more follows", &[good.as_slice(), &[0]].concat());
    assert_invalid(&notes, "a number spelled too long", &[&[0x81, 0], &good[1..]].concat());
    assert_invalid(
        &notes,
        "a number beyond 2^53",
        &[1, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1f, 0, 0, 1, 0],
    );
    assert_invalid(&notes, "a number without end", &[0xff; 40]);
    assert_invalid(&notes, "version 2 of the format", &[0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    assert_invalid(&notes, "two billion clients", &[0xff, 0xff, 0xff, 0xff, 7, 0]);
    let poison = [0xff, 0xff, 0xff, 0x7f, 0x86, 0x05, 0x01, 0x29, 0x72, 0x01];
    assert_invalid(&notes, "the inner bytes of the known 13-byte frame", &poison);
    assert_invalid(&notes, "and one byte further", &poison[1..]);
    assert_invalid(
        &notes,
        "a client twice",
        &Forged::new()
            .section(3, 0, &[vec![0, 1]])
            .section(3, 1, &[vec![0, 1]])
            .bytes(),
    );
    assert_invalid(&notes, "a client for nothing", &[1, 0, 3, 0, 0]);
}

#[test]
fn structs_of_no_length_gaps_and_clocks_at_the_end_of_the_world() {
    let notes = notes();
    assert_invalid(&notes, "forgotten, of no length", &one(vec![0, 0]));
    assert_invalid(&notes, "deleted, of no length", &one(item(At::Root("notes"), 1, &[0])));
    assert_invalid(
        &notes,
        "no letters",
        &Forged::new().section(3, 0, &[letters(At::After(1, 2), "")]).bytes(),
    );
    assert_invalid(&notes, "a gap", &one(vec![10, 5]));
    for start in [CLOCK_END_MAX, u64::from(u32::MAX), u64::from(u32::MAX) + 1, (1 << 53) - 2] {
        let mut update = vec![1, 1, 3];
        write_number(&mut update, start);
        update.extend([0, 1, 0]);
        assert_invalid(&notes, "a clock too far ahead", &update);
        let mut long = vec![1, 1, 3, 0, 0];
        write_number(&mut long, start + 1);
        long.push(0);
        assert_invalid(&notes, "a length too far", &long);
    }
}

#[test]
fn content_that_the_notes_do_not_have() {
    let mut notes = notes();
    for (kind, content) in [
        (2, vec![1, 2, b'1', b'2']),
        (3, vec![1, 1]),
        (5, vec![2, b'{', b'}']),
        (9, vec![1, b'g', 118, 0]),
    ] {
        assert_invalid(
            &notes,
            "json, binary, embed, document",
            &one(item(At::Within(1, 1), kind, &content)),
        );
    }
    for kind in 11..32 {
        assert_invalid(
            &notes,
            "a kind that does not exist",
            &one(item(At::Within(1, 1), kind, &[1, 1])),
        );
    }
    for shared in [0, 1, 2, 4, 7, 9, 15] {
        assert_invalid(&notes, "another shared type", &one(item(At::Within(1, 0), 7, &[shared])));
    }
    assert_invalid(&notes, "a hook", &one(item(At::Within(1, 0), 7, &[5, 1, b'h'])));
    assert_invalid(&notes, "a node by another name", &one(element(At::Root("notes"), "script")));
    for name in ["Notes", "", "notes2", "prosemirror"] {
        assert_invalid(&notes, "another root", &one(element(At::Root(name), "paragraph")));
    }
    edit(&mut notes, &seat("c"), &one(element(At::Root("notes"), "paragraph"))).unwrap();
}

#[test]
fn nested_values_do_not_reach_the_stack() {
    let notes = notes();
    let list = [vec![1], [117, 1].repeat(7_000), vec![126]].concat();
    assert_invalid(
        &notes,
        "14 KB of nested values as a child",
        &one(item(At::Within(1, 1), 8, &list)),
    );
    assert_invalid(
        &notes,
        "and as an attribute",
        &one(item(At::AttributeOf(1, 0, "level"), 8, &list)),
    );
    let json = ["[".repeat(2_000), "]".repeat(2_000)].concat();
    assert_invalid(&notes, "and as a mark's value", &one(mark(At::Within(1, 1), "link", &json)));
}

#[test]
fn marks_and_links_that_are_not_allowed() {
    let notes = notes();
    for name in ["ychange", "underline", "code", "link--short", "--aaaaaaaa", ""] {
        assert_invalid(&notes, name, &one(mark(At::Within(1, 1), name, "{}")));
    }
    for json in ["", "1", "\"x\"", "false", "{\"x\":1}", "[]", "{", "undefined"] {
        assert_invalid(&notes, json, &one(mark(At::Within(1, 1), "strong", json)));
    }
    for href in [
        "javascript:alert(1)",
        "https:",
        "https://",
        "//un.org",
        "data:text/html,x",
        "https://a b",
        "\u{9}http://x",
    ] {
        let json = serde_json::json!({ "href": href }).to_string();
        assert_invalid(&notes, href, &one(mark(At::Within(1, 1), "link", &json)));
    }
    let long = serde_json::json!({ "href": format!("https://{}", "x".repeat(3_000)) }).to_string();
    assert_invalid(&notes, "too long", &one(mark(At::Within(1, 1), "link", &long)));
    let extra = r#"{"href":"https://un.org","onclick":"x"}"#;
    assert_invalid(&notes, "another field", &one(mark(At::Within(1, 1), "link", extra)));
    assert_invalid(&notes, "no address", &one(mark(At::Within(1, 1), "link", "{}")));
}

#[test]
fn attributes_that_are_not_allowed() {
    let mut notes = notes();
    edit(&mut notes, &seat("c"), &one(element(At::Root("notes"), "heading"))).unwrap();
    let next = |item| Forged::new().section(3, 1, &[item]).bytes();
    for (name, value) in [
        ("level", vec![1, 125, 0]),
        ("level", vec![1, 125, 4]),
        ("level", vec![1, 125, 0x41]),
    ] {
        assert_invalid(&notes, "out of bounds", &next(item(At::AttributeOf(3, 0, name), 8, &value)));
    }
    for value in [
        vec![0],
        vec![2, 125, 1, 125, 4],
        vec![1, 126],
        vec![1, 119, 1, b'1'],
        vec![1, 123, 0, 0, 0, 0, 0, 0, 0, 0],
    ] {
        assert_invalid(
            &notes,
            "not one whole number",
            &next(item(At::AttributeOf(3, 0, "level"), 8, &value)),
        );
    }
    assert_invalid(
        &notes,
        "no such attribute",
        &next(item(At::AttributeOf(3, 0, "style"), 8, &[1, 125, 1])),
    );
    assert_invalid(
        &notes,
        "of another node",
        &next(item(At::AttributeOf(3, 0, "order"), 8, &[1, 125, 1])),
    );
    assert_invalid(
        &notes,
        "of a paragraph",
        &next(item(At::AttributeOf(1, 0, "level"), 8, &[1, 125, 1])),
    );
    assert_invalid(&notes, "a value as a child", &next(item(At::Within(3, 0), 8, &[1, 125, 1])));
    assert_invalid(&notes, "a node as a value", &next(text(At::AttributeOf(3, 0, "level"))));
    assert!(
        edit(
            &mut notes,
            &seat("c"),
            &next(item(At::AttributeOf(3, 0, "level"), 8, &[1, 125, 3]))
        )
        .is_ok()
    );
}

#[test]
fn things_where_they_do_not_belong() {
    let notes = notes();
    for name in ["paragraph", "bullet_list", "list_item", "horizontal_rule"] {
        assert_invalid(&notes, name, &one(element(At::Within(1, 0), name)));
    }
    for name in ["list_item", "hard_break"] {
        assert_invalid(&notes, name, &one(element(At::Root("notes"), name)));
    }
    assert_invalid(&notes, "text in the root", &one(text(At::Root("notes"))));
    assert_invalid(&notes, "letters in the root", &one(letters(At::Root("notes"), "x")));
    assert_invalid(&notes, "letters in a paragraph", &one(letters(At::Within(1, 0), "x")));
    assert_invalid(&notes, "letters beside a paragraph", &one(letters(At::After(1, 0), "x")));
    assert_invalid(&notes, "a mark in a paragraph", &one(mark(At::Within(1, 0), "strong", "{}")));
    assert_invalid(&notes, "a node in a text", &one(element(At::Within(1, 1), "hard_break")));
    assert_invalid(&notes, "a node between letters", &one(element(At::After(1, 2), "hard_break")));
    assert_invalid(&notes, "inside letters", &one(letters(At::Within(1, 2), "x")));
}

#[test]
fn what_refers_to_something_missing_or_to_itself() {
    let notes = notes();
    let letter = |at| one(letters(at, "x"));
    for at in [
        At::After(1, 5),
        At::Before(9, 0),
        At::Within(9, 0),
        At::Between((1, 2), (1, 99)),
        At::After(3, 0),
    ] {
        assert_invalid(&notes, "missing", &letter(at));
    }
    assert_invalid(
        &notes,
        "later than known",
        &Forged::new().section(3, 1, &[vec![0, 1]]).bytes(),
    );
    let circle = Forged::new()
        .section(3, 0, &[letters(At::After(4, 0), "x")])
        .section(4, 0, &[letters(At::After(3, 0), "y")])
        .bytes();
    assert_invalid(&notes, "each after the other", &circle);
    assert_invalid(&notes, "within itself", &one(element(At::Within(3, 0), "paragraph")));
    for range in [(1, 4, 2), (9, 0, 1), (1, 5, 1)] {
        assert_invalid(
            &notes,
            "deletes what is not there",
            &Forged::new().delete(range.0, range.1, range.2).bytes(),
        );
    }
    assert_invalid(&notes, "deletions out of order", &[0, 1, 1, 2, 2, 1, 0, 1]);
    assert_invalid(&notes, "deletions that overlap", &[0, 1, 1, 2, 0, 2, 1, 2]);
    assert_invalid(&notes, "a deletion of nothing", &[0, 1, 1, 1, 0, 0]);
}

#[test]
fn clients_of_one_update_may_refer_to_each_other_in_any_order() {
    let mut notes = notes();
    let update = Forged::new()
        .section(3, 0, &[letters(At::After(4, 0), "c"), letters(At::After(4, 1), "e")])
        .section(4, 0, &[letters(At::After(1, 4), "b"), letters(At::After(3, 0), "d")])
        .bytes();
    edit(&mut notes, &seat("c"), &update).unwrap();
    assert!(format!("{:?}", notes.blocks()).contains("onebcde"));
    assert_sound(&notes);
}

#[test]
fn neighbours_in_different_places() {
    let notes = notes();
    for (left, right) in [((1, 2), (2, 2)), ((1, 0), (1, 1)), ((1, 4), (2, 0)), ((1, 1), (1, 3))] {
        assert_invalid(&notes, "woven", &one(item(At::Between(left, right), 1, &[1])));
    }
    let retold = Forged::new().section(3, 0, &[letters(At::Within(1, 1), "abc")]).bytes();
    let mut notes = notes;
    edit(&mut notes, &seat("c"), &retold).unwrap();
    let elsewhere = Forged::new().section(3, 0, &[letters(At::Within(2, 1), "abcdef")]).bytes();
    assert_invalid(&notes, "a known part told differently", &elsewhere);
    let longer = Forged::new().section(3, 0, &[letters(At::Within(1, 1), "abcdef")]).bytes();
    edit(&mut notes, &seat("c"), &longer).unwrap();
    assert!(format!("{:?}", notes.blocks()).contains("abcdef"));
    assert_sound(&notes);
}

#[test]
fn neighbours_that_never_stood_so() {
    // Of the five units of each paragraph, the last three are its letters.
    let mut notes = notes();
    for (left, right) in [((1, 4), (1, 2)), ((1, 3), (1, 2)), ((1, 4), (1, 3)), ((2, 0), (1, 0))] {
        assert_invalid(&notes, "the wrong way round", &one(item(At::Between(left, right), 1, &[1])));
    }
    let between = one(item(At::Between((1, 0), (2, 0)), 1, &[1]));
    assert_eq!(refused(&notes, "c", &between), None, "the right way round");
    assert_invalid(
        &notes,
        "in front of what was written behind something",
        &one(letters(At::Before(1, 3), "x")),
    );
    assert_invalid(&notes, "one on both sides", &one(letters(At::Between((1, 4), (1, 4)), "x")));
    let empty = [
        mark(At::After(1, 4), "strong", "{}"),
        mark(At::Between((3, 0), (3, 0)), "strong", "null"),
    ];
    edit(&mut notes, &seat("c"), &Forged::new().section(3, 0, &empty).bytes()).unwrap();
    assert_sound(&notes);
}

/// The known part of a struct is to the left of the rest, whatever the struct says of its own left neighbour.
#[test]
fn neighbours_that_never_stood_so_beside_the_rest_of_a_struct_that_is_known_in_part() {
    let mut notes = notes();
    edit(&mut notes, &seat("c"), &one(letters(At::Before(1, 2), "abcd"))).unwrap();
    let rest = |item| Forged::new().section(3, 3, &[item]).bytes();
    let retold = rest(letters(At::Between((3, 0), (3, 1)), "dx"));
    assert_invalid(&notes, "letters behind what follows them", &retold);
    let deleted = rest(item(At::Between((3, 2), (3, 2)), 1, &[2]));
    assert_invalid(&notes, "what is deleted already", &deleted);
    edit(&mut notes, &seat("c"), &rest(letters(At::Between((3, 2), (1, 2)), "de"))).unwrap();
    assert!(format!("{:?}", notes.blocks()).contains("abcdeone"));
    assert_sound(&notes);
}

#[test]
fn writing_in_the_name_of_others() {
    let notes = notes();
    let more = Forged::new().section(1, 5, &[letters(At::After(1, 4), "!")]).bytes();
    assert_eq!(refused(&notes, "b", &more), Some(Code::NotesInvalid));
    assert_eq!(refused(&notes, "a", &more), None);
    let again = paragraph(1, "six");
    assert_eq!(
        notes.check(&seat("b"), &again.bytes()),
        Ok(Checked::Edit),
        "what is known is only repeated"
    );
    let mut after = notes;
    edit(&mut after, &seat("b"), &again.bytes()).unwrap();
    assert!(!format!("{:?}", after.blocks()).contains("six"), "and another's words stay");
    let server = Forged::new()
        .section(SERVER_CLIENT, 0, &[element(At::Root("notes"), "paragraph")])
        .bytes();
    assert_invalid(&after, "the server's name", &server);
}

#[test]
fn one_batch_knows_its_own_authors() {
    let mut notes = Notes::new();
    notes.accept(&seat("a"), &paragraph(1, "one").bytes());
    let more = Forged::new().section(1, 5, &[letters(At::After(1, 4), "!")]).bytes();
    assert_eq!(refused(&notes, "b", &more), Some(Code::NotesInvalid));
    assert_eq!(refused(&notes, "a", &more), None);
}

#[test]
fn nodes_too_deep_in_each_other() {
    let mut notes = Notes::new();
    let quotes = |from: u32, to: u32| -> Vec<u8> {
        let quote = |clock: u32| match clock {
            0 => element(At::Root("notes"), "blockquote"),
            _ => element(At::Within(3, clock - 1), "blockquote"),
        };
        Forged::new()
            .section(3, from, &(from..to).map(quote).collect::<Vec<_>>())
            .bytes()
    };
    assert_invalid(&notes, "ten thousand at once", &quotes(0, 10_000));
    assert_invalid(&notes, "one too many", &quotes(0, 25));
    edit(&mut notes, &seat("c"), &quotes(0, 20)).unwrap();
    assert_invalid(&notes, "one too many, in two parts", &quotes(20, 25));
    edit(&mut notes, &seat("c"), &quotes(20, 24)).unwrap();
    assert_sound(&notes);
    assert_invalid(
        &Notes::restore(&notes.snapshot()).unwrap(),
        "after a restart",
        &quotes(24, 25),
    );
}

#[test]
fn many_clients_in_one_update() {
    let notes = notes();
    let mut update = Forged::new();
    for client in 10..10 + 65 {
        update = update.section(client, 0, &[letters(At::After(1, 4), "x")]);
    }
    assert_eq!(refused(&notes, "c", &update.bytes()), Some(Code::NotesFull));
    let mut update = Forged::new();
    for client in 0..5_000 {
        update = update.section(client, 0, &[vec![0, 1]]);
    }
    assert_invalid(&notes, "thousands", &update.bytes());
}

/// The steps that applying the update may take, were it let pass.
fn work(update: &[u8]) -> u64 {
    let update = Update::read(update).unwrap();
    Growth::of(&update, &Outline::new(), Source::Record).unwrap().work
}

#[test]
fn contention_for_one_place_is_counted_and_bounded() {
    let contended = |count: u32| {
        let mut structs = vec![
            element(At::Root("notes"), "paragraph"),
            text(At::Within(3, 0)),
            letters(At::Within(3, 1), "ab"),
        ];
        structs.extend((0..count).map(|_| letters(At::Between((3, 2), (3, 3)), "x")));
        Forged::new().section(3, 0, &structs).bytes()
    };
    assert!(work(&contended(1_000)) > 1_000 * 1_000 / 2);
    assert!(work(&contended(6_000)) > WORK_MAX);
    assert_invalid(&Notes::new(), "quadratic", &contended(6_000));
    let mut structs = vec![element(At::Root("notes"), "paragraph")];
    structs.extend((0..10_000).map(|clock| element(At::After(3, clock), "horizontal_rule")));
    let honest = Forged::new().section(3, 0, &structs).bytes();
    assert!(work(&honest) < 100_000, "one after the other costs no more than its length");
    assert_eq!(refused(&Notes::new(), "c", &honest), None);
}
