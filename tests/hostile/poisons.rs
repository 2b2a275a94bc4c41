//! Updates that the engine of the notes is known to choke on, byte by byte: from its own list of faults and from what was found while
//! the guard was written. Each is refused at once, with a stable code, and the document does not notice.

use crate::forged::{At, Forged, element, forgotten, item, letters, mark, paragraph, paragraph_structs, text, text_bytes};
use crate::mutator::varint;
use crate::scene::Scene;
use roundtable::room::refusal::Code;
use std::time::{Duration, Instant};

/// What a refusal may take. Without optimisation everything takes some fifty times as long, and others use the machine too.
const REFUSED_WITHIN: Duration = Duration::from_millis(if cfg!(debug_assertions) { 200 } else { 1 });
/// The quickest of so many tries counts.
const TRIES: usize = 5;

/// An update that must not pass.
pub struct Poison {
    /// What it does to an engine that trusts it.
    pub name: &'static str,
    pub update: Vec<u8>,
    pub code: Code,
}

/// The notes that are poisoned: seat a wrote under client id 1, seat b under 2, each a paragraph (0) with a text (1) of letters (2..).
pub fn poisoned() -> Scene {
    let mut scene = Scene::new();
    assert!(scene.take("a", &paragraph(1, "one👍").bytes()));
    assert!(scene.take("b", &paragraph(2, "two").bytes()));
    scene
}

/// Those that are no updates of these notes, whatever is in them already.
pub fn of_the_engine() -> Vec<Poison> {
    [nested(), engine_faults(), foreign()].into_iter().flatten().collect()
}

/// All of them.
pub fn all() -> Vec<Poison> {
    let lists = [nested(), engine_faults(), foreign(), missing(), too_much(), in_others_names()];
    lists.into_iter().flatten().collect()
}

fn poison(name: &'static str, update: Vec<u8>) -> Poison {
    Poison {
        name,
        update,
        code: Code::NotesInvalid,
    }
}

fn full(name: &'static str, update: Vec<u8>) -> Poison {
    Poison {
        name,
        update,
        code: Code::NotesFull,
    }
}

/// One struct of client 3, who is new.
fn one(name: &'static str, item: Vec<u8>) -> Poison {
    poison(name, Forged::new().section(3, 0, &[item]).bytes())
}

/// Exhaust the stack.
fn nested() -> Vec<Poison> {
    let lists = [vec![1], [117, 1].repeat(7_000), vec![126]].concat();
    let maps = [vec![1], [118, 1, 1, b'a'].repeat(4_000), vec![126]].concat();
    let json = ["[".repeat(2_000), "]".repeat(2_000)].concat();
    let quote = |clock: u64| match clock {
        0 => element(At::Root("notes"), "blockquote"),
        _ => element(At::Within((3, clock - 1)), "blockquote"),
    };
    let quotes: Vec<Vec<u8>> = (0..10_000).map(quote).collect();
    let lists_as_attribute = item(At::Attribute((1, 0), "level"), 8, &lists);
    let texts: Vec<Vec<u8>> = (0..10_000_u64)
        .map(|clock| text(At::Within(if clock == 0 { (1, 0) } else { (3, clock - 1) })))
        .collect();
    vec![
        one("14 KB of nested lists", item(At::Within((1, 1)), 8, &lists)),
        one("nested maps", item(At::Within((1, 1)), 8, &maps)),
        one("nested lists as an attribute", lists_as_attribute),
        one("nested JSON as a mark", mark(At::Within((1, 1)), "link", &json)),
        one("nested JSON as an embed", item(At::Within((1, 1)), 5, &text_bytes(&json))),
        poison(
            "ten thousand elements in each other",
            Forged::new().section(3, 0, &quotes).bytes(),
        ),
        poison(
            "ten thousand texts in each other",
            Forged::new().section(3, 0, &texts).bytes(),
        ),
    ]
}

/// Panic in the engine, at once or at every later encoding, or make it ask for more memory than there is.
fn engine_faults() -> Vec<Poison> {
    let huge = [&[1, 117], varint((1 << 53) - 1).as_slice()].concat();
    let terabytes = [
        0xd7, 0x54, 0x8f, 0x54, 0x77, 0x0c, 0x78, 0x00, 0x2d, 0x67, 0x76, 0x98, 0xfb, 0xbf, 0xd5, 0xf3, 0x57, 0x30, 0xee, 0x32,
        0x40,
    ];
    let clock = |start: u64| [&[1, 1, 3], varint(start).as_slice(), &[0, 1, 0]].concat();
    let length = |length: u64| [&[1, 1, 3, 0, 0], varint(length).as_slice(), &[0]].concat();
    vec![
        poison("21 bytes that ask for terabytes", terabytes.to_vec()),
        poison(
            "10 bytes that ask for 256 MiB",
            vec![0xff, 0xff, 0xff, 0x7f, 0x86, 5, 1, 0x29, 0x72, 1],
        ),
        one("a list of 2^53 values", item(At::Within((1, 1)), 8, &huge)),
        poison("two billion clients", vec![0xff, 0xff, 0xff, 0xff, 7, 0]),
        poison("two billion structs", vec![1, 0xff, 0xff, 0xff, 0xff, 7, 3, 0]),
        poison("a clock at the end of 31 bits", clock((1 << 31) - 1)),
        poison("a clock at the end of 32 bits", clock(u64::from(u32::MAX))),
        poison("a clock beyond 32 bits", clock(1 << 32)),
        poison("a length at the end of 32 bits", length(u64::from(u32::MAX))),
        poison("a length beyond 32 bits", length((1 << 32) + 1)),
        one("forgotten, of no length", forgotten(0)),
        one("deleted, of no length", item(At::Within((1, 1)), 1, &[0])),
        one("letters, of no length", letters(At::After((1, 2)), "")),
        one("an attribute of no values", item(At::Attribute((1, 0), "point"), 8, &[0])),
        one("a gap", vec![10, 5]),
        poison(
            "a gap before what is known",
            Forged::new().section(1, 0, &[vec![10, 3], forgotten(4)]).bytes(),
        ),
        poison(
            "deletes before the first unit of nobody",
            Forged::new().delete(9, 0, 1).bytes(),
        ),
        poison(
            "deletes everything for ever",
            Forged::new().delete(1, 0, (1 << 28) - 1).bytes(),
        ),
        poison(
            "deletes beyond 32 bits",
            Forged::new().delete(1, 1, u64::from(u32::MAX)).bytes(),
        ),
        poison("deletes nothing", Forged::new().delete(1, 1, 0).bytes()),
        poison("deletes twice", Forged::new().delete(1, 2, 2).delete(1, 3, 1).bytes()),
        poison(
            "the second version of the format",
            vec![0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
        ),
        poison("a number that never ends", vec![0xff; 64]),
        one("letters that are no UTF-8", item(At::After((1, 2)), 4, &[2, 0xd8, 0x00])),
        one(
            "half of a letter in two units",
            item(At::After((1, 2)), 4, &[3, 0xed, 0xa0, 0xbd]),
        ),
    ]
}

/// What the engine can do and the notes do not have.
fn foreign() -> Vec<Poison> {
    let within = |kind: u8, content: &[u8]| item(At::Within((1, 1)), kind, content);
    let shared = |kind: u8| item(At::Within((1, 0)), 7, &[kind]);
    vec![
        one("old JSON", within(2, &[1, 2, b'1', b'2'])),
        one("binary", within(3, &[1, 1])),
        one("an embed", within(5, &[2, b'{', b'}'])),
        one("a document in the document", within(9, &[1, b'g', 118, 0])),
        one("a move", within(11, &[1, 3, 0])),
        one("a move of itself into itself", within(11, &[0, 3, 0, 3, 0])),
        one("an array", shared(0)),
        one("a map", shared(1)),
        one("a plain text", shared(2)),
        one("a fragment", shared(4)),
        one("a hook", item(At::Within((1, 0)), 7, &[5, 1, b'h'])),
        one("a weak link to itself", item(At::Within((1, 0)), 7, &[7, 0, 3, 0])),
        one("a type that does not exist", shared(15)),
        one("a kind that does not exist", within(31, &[1])),
        one("a mark of the engine's own", mark(At::Within((1, 1)), "ychange", "{}")),
        one("a script", element(At::Root("notes"), "script")),
        one("another root", element(At::Root("prosemirror"), "paragraph")),
        one(
            "a link to a script",
            mark(At::Within((1, 1)), "link", r#"{"href":"javascript:alert(1)"}"#),
        ),
        one("a value as a child", item(At::Within((1, 0)), 8, &[1, 125, 1])),
        one("letters in the root", letters(At::Root("notes"), "x")),
        one("a paragraph in letters", element(At::After((1, 2)), "paragraph")),
    ]
}

/// Would wait for ever for something that never comes, or for itself.
fn missing() -> Vec<Poison> {
    let circle =
        Forged::new()
            .section(3, 0, &[letters(At::After((4, 0)), "x")])
            .section(4, 0, &[letters(At::After((3, 0)), "y")]);
    vec![
        one("behind what is missing", letters(At::After((1, 99)), "x")),
        one("before what is missing", letters(At::Before((9, 0)), "x")),
        one("in what is missing", text(At::Within((9, 0)))),
        one("behind itself", letters(At::After((3, 0)), "x")),
        one("in itself", element(At::Within((3, 0)), "blockquote")),
        one("in letters", letters(At::Within((1, 2)), "x")),
        poison(
            "after what is missing of its own",
            Forged::new().section(3, 7, &[forgotten(1)]).bytes(),
        ),
        poison("each behind the other", circle.bytes()),
        one("between two paragraphs' letters", letters(At::Between((1, 2), (2, 2)), "x")),
        one(
            "between neighbours the wrong way round",
            letters(At::Between((1, 4), (1, 2)), "x"),
        ),
        poison(
            "behind the last half of a letter and before it",
            Forged::new()
                .section(
                    3,
                    0,
                    &[
                        letters(At::After((1, 2)), "👍"),
                        mark(At::Between((3, 1), (3, 1)), "em", "{}"),
                    ],
                )
                .bytes(),
        ),
        poison(
            "behind and before the last of several that are deleted",
            Forged::new()
                .section(
                    3,
                    0,
                    &[
                        item(At::After((1, 2)), 1, &[2]),
                        mark(At::Between((3, 1), (3, 1)), "em", "{}"),
                    ],
                )
                .bytes(),
        ),
        one("without a place", item(At::Before((3, 5)), 1, &[1])),
        poison("a client without anything", vec![1, 0, 3, 0, 0]),
        poison("deletes what is missing", Forged::new().delete(1, 4, 9).bytes()),
    ]
}

/// Take seconds, or never stop taking room.
fn too_much() -> Vec<Poison> {
    let clients = |count: u64, structs: &[Vec<u8>]| {
        let each = |update: Forged, client| update.section(client, 0, structs);
        (10..10 + count).fold(Forged::new(), each).bytes()
    };
    let x = [letters(At::After((1, 4)), "x")];
    let mut contended = paragraph_structs(3, "ab");
    contended.extend((0..6_000).map(|_| letters(At::Between((3, 2), (3, 3)), "x")));
    let ranges = (0..65_537).fold(varint(65_537), |mut out, number: u64| {
        out.extend([varint(number * 2), vec![1]].concat());
        out
    });
    vec![
        full("65 new client ids", clients(65, &x)),
        full("4,096 client ids", clients(4_096, &[forgotten(1)])),
        poison("5,000 client ids", clients(5_000, &[forgotten(1)])),
        poison("6,000 in one place", Forged::new().section(3, 0, &contended).bytes()),
        poison("65,537 deletions", [vec![0, 1, 1], ranges].concat()),
        full("more than an update may hold", paragraph(3, &"x".repeat(300 << 10)).bytes()),
    ]
}

/// Replace what others wrote, or write in their name. Client id 1 is seat a's; the poison is given by seat c.
fn in_others_names() -> Vec<Poison> {
    let more = [letters(At::After((1, 6)), " never said")];
    let server = [element(At::Root("notes"), "paragraph")];
    vec![
        poison("goes on in another's name", Forged::new().section(1, 7, &more).bytes()),
        poison(
            "tells another's text longer than it is",
            paragraph(1, "one👍 never said").bytes(),
        ),
        poison(
            "writes in the server's name",
            Forged::new().section((1 << 53) - 1, 0, &server).bytes(),
        ),
    ]
}

#[test]
fn every_poison_is_refused_at_once_and_the_document_does_not_notice() {
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    let refusing = || {
        let scene = poisoned();
        let before = (scene.room.snapshot(), scene.room.notes.diff(&[]).unwrap());
        let mut slowest = (Duration::ZERO, "");
        for Poison { name, update, code } in all() {
            let mut took = Duration::MAX;
            for _ in 0..TRIES {
                let begun = Instant::now();
                let refused = scene.decide("c", &update).expect_err(name);
                took = took.min(begun.elapsed());
                assert_eq!(refused.code, code, "{name}: {refused}");
            }
            assert!(took < REFUSED_WITHIN, "{name} took {took:?}");
            slowest = slowest.max((took, name));
        }
        assert!(before == (scene.room.snapshot(), scene.room.notes.diff(&[]).unwrap()));
        println!("poisons: {} refused, slowest {:?} ({})", all().len(), slowest.0, slowest.1);
        scene.assert_whole();
    };
    thread.spawn(refusing).unwrap().join().unwrap();
}

/// Others' text told anew under their client id, with the same clocks: nothing in it is new, so nothing comes of it.
#[test]
fn a_text_that_is_told_anew_in_anothers_name_changes_nothing() {
    let mut scene = poisoned();
    let before = scene.room.snapshot();
    for told in ["six👍", "👍one", "ONE👍"] {
        let update = paragraph(1, told).bytes();
        assert!(!scene.take("c", &update), "{told}");
        assert!(!scene.take("a", &update), "{told}: not by its author either");
    }
    assert!(before == scene.room.snapshot());
    scene.assert_whole();
}

/// Odd but possible: what an honest editor sends that saw more than the server still remembers. It passes and harms nobody.
#[test]
fn what_was_written_around_something_forgotten_passes_and_leaves_the_room_whole() {
    let mut scene = poisoned();
    let within_gone = Forged::new().section(
        3,
        0,
        &[
            forgotten(2),
            letters(At::After((3, 1)), "x"),
            text(At::Within((3, 0))),
            item(At::Between((3, 0), (1, 2)), 1, &[2]),
        ],
    );
    let _ = scene.take("c", &within_gone.bytes());
    let cut = Forged::new().section(4, 0, &[letters(At::After((1, 5)), "in the middle of a letter")]);
    assert!(scene.take("c", &cut.delete(1, 6, 1).bytes()));
    scene.assert_whole();
}

#[test]
fn what_waits_for_something_missing_is_not_kept() {
    let mut scene = poisoned();
    let before = scene.room.snapshot();
    for number in 0..2_000_u64 {
        let waiting = paragraph(100 + number, &"x".repeat(500)).bytes();
        let orphan = Forged::new().section(3, 1 + number, &[letters(At::After((100 + number, 2)), "x")]);
        assert!(!scene.take("c", &orphan.bytes()));
        assert!(!scene.take("c", &waiting[..waiting.len() - 2]));
    }
    assert!(before == scene.room.snapshot(), "something was kept");
    assert_eq!(scene.room.notes.size(), poisoned().room.notes.size());
    scene.assert_whole();
}
