//! Real updates with bytes changed at random: whatever the guard lets pass, the engine applies completely, and the
//! document stays readable.

use super::support::{assert_sound, edit, seat};
use crate::room::notes::Notes;
use proptest::prelude::*;
use std::sync::LazyLock;

type Recording = Vec<(String, Vec<u8>)>;

static RECORDINGS: LazyLock<Vec<Recording>> = LazyLock::new(|| {
    let read = |text: &str| -> Recording {
        let line = |line: &str| {
            let (who, hex) = line.split_once(' ').unwrap();
            let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
            (who.to_owned(), (0..hex.len()).step_by(2).map(byte).collect())
        };
        text.lines().map(line).collect()
    };
    vec![
        read(include_str!("../../../../tests/fixtures/notes/everything.hex")),
        read(include_str!("../../../../tests/fixtures/notes/typing.hex")),
        read(include_str!("../../../../tests/fixtures/notes/two_writers.hex")),
        read(include_str!("../../../../tests/fixtures/notes/three_writers.hex")),
        read(include_str!("../../../../tests/fixtures/notes/points.hex")),
    ]
});

/// One change to the bytes of an update.
#[derive(Debug, Clone)]
enum Change {
    Set(prop::sample::Index, u8),
    Nudge(prop::sample::Index, i8),
    Remove(prop::sample::Index),
    Insert(prop::sample::Index, u8),
    Copy(prop::sample::Index, prop::sample::Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        (at(), -3_i8..=3).prop_map(|(at, by)| Change::Nudge(at, by)),
        at().prop_map(Change::Remove),
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Insert(at, byte)),
        (at(), at()).prop_map(|(from, to)| Change::Copy(from, to)),
    ]
}

fn mutate(bytes: &mut Vec<u8>, change: &Change) {
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    match change {
        Change::Set(at, byte) => bytes[at.index(length)] = *byte,
        Change::Nudge(at, by) => bytes[at.index(length)] = bytes[at.index(length)].wrapping_add_signed(*by),
        Change::Remove(at) => _ = bytes.remove(at.index(length)),
        Change::Insert(at, byte) => bytes.insert(at.index(length), *byte),
        Change::Copy(from, to) => bytes[to.index(length)] = bytes[from.index(length)],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn whatever_passes_the_guard_applies_completely(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::collection::vec(change(), 1..3)), 1..12),
    ) {
        let mut recording = RECORDINGS[which.index(RECORDINGS.len())].clone();
        recording.truncate(80);
        for (at, changes) in &changes {
            let at = at.index(recording.len());
            for change in changes {
                mutate(&mut recording[at].1, change);
            }
        }
        let mut notes = Notes::new();
        for (who, update) in &recording {
            let _ = edit(&mut notes, &seat(who), update);
            prop_assert!(!yrs::ReadTxn::has_missing_updates(&yrs::Transact::transact(&notes.document)));
        }
        assert_sound(&notes);
        let reader = super::support::Writer::new("z", 424_242);
        reader.receive(&notes.diff(&[]).unwrap());
        prop_assert!(notes.knows(&reader.everything()));
    }

    #[test]
    fn no_bytes_make_the_guard_panic(update in prop::collection::vec(any::<u8>(), 0..120)) {
        let mut notes = Notes::new();
        let _ = edit(&mut notes, &seat("a"), &update);
        let _ = notes.diff(&update);
        let _ = Notes::restore(&update);
        assert_sound(&notes);
    }
}
