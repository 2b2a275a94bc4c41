//! Near-misses: updates that are well-formed and refer to what the document has, but as no editor would.

use crate::extent::Chance;
use crate::forged::{At, Forged, Id, element, forgotten, item, letters, mark, text};

const NODES: [&str; 9] = [
    "paragraph",
    "paragraph",
    "heading",
    "bullet_list",
    "ordered_list",
    "list_item",
    "blockquote",
    "horizontal_rule",
    "hard_break",
];
const LETTERS: [&str; 7] = ["a", "bc", "👍", "x👍y", "👍👍", "要", "\u{feff}"];
const VALUES: [(&str, &[u8]); 6] = [
    ("level", &[1, 125, 2]),
    ("order", &[1, 125, 9]),
    ("point", &[1, 119, 3, b'g', b'a', b'p']),
    ("point", &[2, 119, 3, b'g', b'a', b'p', 119, 4, b'n', b'e', b'e', b'd']),
    ("owner", &[1, 119, 2, 0xc3, 0xa9]),
    ("standing", &[1, 119, 6, b'r', b'a', b'i', b's', b'e', b'd']),
];
/// Structs of one update at most.
const STRUCTS_MAX: u64 = 6;

/// An update of that client. `clocks` is what the document has of each.
pub fn update(client: u64, clocks: &[(u64, u64)], chance: &mut Chance) -> Vec<u8> {
    let known = clocks.iter().find(|(of, _)| *of == client).map_or(0, |(_, clock)| *clock);
    let start = match chance.below(12) {
        0 => known + 1,
        1 => known.saturating_sub(1 + chance.below(3)),
        _ => known,
    };
    let mut forged = Forged::new();
    if chance.percent(85) {
        let mut growing = Growing {
            client,
            clocks,
            next: start,
            last: None,
        };
        let structs: Vec<Vec<u8>> = (0..=chance.below(STRUCTS_MAX)).map(|_| growing.one(chance)).collect();
        forged = forged.section(client, start, &structs);
    }
    for _ in 0..chance.below(3) {
        if let Some((of, clock)) = some_id(clocks, chance) {
            forged = forged.delete(of, clock, 1 + chance.below(4));
        }
    }
    forged.bytes()
}

struct Growing<'a> {
    client: u64,
    clocks: &'a [(u64, u64)],
    next: u64,
    last: Option<Id>,
}

impl Growing<'_> {
    fn one(&mut self, chance: &mut Chance) -> Vec<u8> {
        let at = self.at(chance);
        let start = self.next;
        let (length, bytes) = match chance.below(12) {
            0 | 1 => (1, element(at, chance.one_of::<&str>(&NODES))),
            2 => (1, text(at)),
            3 => (
                1,
                mark(
                    at,
                    chance.one_of::<&str>(&["strong", "em", "link"]),
                    chance.one_of::<&str>(&["{}", "null", "true"]),
                ),
            ),
            4 => {
                let (name, value) = *chance.one_of(&VALUES);
                let of = self.id(chance).unwrap_or((self.client, 0));
                (u64::from(value[0]), item(At::Attribute(of, name), 8, value))
            }
            5 => {
                let length = 1 + chance.below(3);
                (length, item(at, 1, &[length.to_le_bytes()[0]]))
            }
            6 => (2, forgotten(2)),
            _ => {
                let typed = *chance.one_of(&LETTERS);
                (typed.encode_utf16().count() as u64, letters(at, typed))
            }
        };
        self.next += length;
        self.last = Some((self.client, start + length - 1));
        bytes
    }

    fn at(&self, chance: &mut Chance) -> At<'static> {
        let (Some(one), Some(other)) = (self.id(chance), self.id(chance)) else {
            return At::Root("notes");
        };
        match chance.below(10) {
            0 => At::Root("notes"),
            1 => At::Within(one),
            2 => At::Before(one),
            3 => At::Between(one, other),
            4 | 5 => At::Between(one, (one.0, one.1 + 1)),
            6 => At::Within(self.last.unwrap_or(one)),
            7 => At::After(self.last.unwrap_or(one)),
            _ => At::After(one),
        }
    }

    fn id(&self, chance: &mut Chance) -> Option<Id> {
        if chance.percent(15) && self.last.is_some() {
            return self.last;
        }
        some_id(self.clocks, chance)
    }
}

/// A unit that the document has.
fn some_id(clocks: &[(u64, u64)], chance: &mut Chance) -> Option<Id> {
    let written: Vec<_> = clocks.iter().filter(|(_, clock)| *clock > 0).collect();
    if written.is_empty() {
        return None;
    }
    let (client, clock) = **chance.one_of(&written);
    Some((client, chance.below(clock)))
}
