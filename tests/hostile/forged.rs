//! Updates of the notes written by hand, unit by unit, in Yjs's v1 format.

use crate::mutator::varint;

/// The name of a unit: who made it, and as their how-manieth.
pub type Id = (u64, u64);

/// One client's structs, and deletions.
#[derive(Debug, Clone, Default)]
pub struct Forged {
    sections: Vec<Vec<u8>>,
    deletions: Vec<(u64, Vec<(u64, u64)>)>,
}

impl Forged {
    /// Without anything.
    pub fn new() -> Self {
        Self::default()
    }

    /// Structs of one client from a clock on.
    pub fn section(mut self, client: u64, clock: u64, structs: &[Vec<u8>]) -> Self {
        let head = [varint(structs.len() as u64), varint(client), varint(clock)].concat();
        self.sections.push([head, structs.concat()].concat());
        self
    }

    /// Deletes so many units of a client from a clock on.
    pub fn delete(mut self, client: u64, clock: u64, length: u64) -> Self {
        match self.deletions.iter_mut().find(|(of, _)| *of == client) {
            Some((_, ranges)) => ranges.push((clock, length)),
            None => self.deletions.push((client, vec![(clock, length)])),
        }
        self
    }

    /// The update.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = varint(self.sections.len() as u64);
        out.extend(self.sections.concat());
        out.extend(varint(self.deletions.len() as u64));
        for (client, ranges) in &self.deletions {
            out.extend([varint(*client), varint(ranges.len() as u64)].concat());
            ranges
                .iter()
                .for_each(|(clock, length)| out.extend([varint(*clock), varint(*length)].concat()));
        }
        out
    }
}

/// Where a struct claims to belong.
#[derive(Debug, Clone, Copy)]
pub enum At<'a> {
    Root(&'a str),
    Within(Id),
    After(Id),
    Before(Id),
    Between(Id, Id),
    Attribute(Id, &'a str),
}

/// A struct with content of that kind.
pub fn item(at: At<'_>, kind: u8, content: &[u8]) -> Vec<u8> {
    let id = |(client, clock): Id| [varint(client), varint(clock)].concat();
    let (flags, place) = match at {
        At::Root(name) => (0, [vec![1], text_bytes(name)].concat()),
        At::Within(parent) => (0, [vec![0], id(parent)].concat()),
        At::After(left) => (0x80, id(left)),
        At::Before(right) => (0x40, id(right)),
        At::Between(left, right) => (0xc0, [id(left), id(right)].concat()),
        At::Attribute(of, name) => (0x20, [vec![0], id(of), text_bytes(name)].concat()),
    };
    [&[kind | flags], place.as_slice(), content].concat()
}

/// An element of that name.
pub fn element(at: At<'_>, name: &str) -> Vec<u8> {
    item(at, 7, &[vec![3], text_bytes(name)].concat())
}

/// A text without letters.
pub fn text(at: At<'_>) -> Vec<u8> {
    item(at, 7, &[6])
}

/// Letters.
pub fn letters(at: At<'_>, letters: &str) -> Vec<u8> {
    item(at, 4, &text_bytes(letters))
}

/// A mark, its value as JSON.
pub fn mark(at: At<'_>, name: &str, json: &str) -> Vec<u8> {
    item(at, 6, &[text_bytes(name), text_bytes(json)].concat())
}

/// The memory of so many units that are deleted.
pub fn forgotten(length: u64) -> Vec<u8> {
    [vec![0], varint(length)].concat()
}

/// A paragraph (clock 0) with a text (1) in it, which holds these letters (from 2).
pub fn paragraph(client: u64, content: &str) -> Forged {
    Forged::new().section(client, 0, &paragraph_structs(client, content))
}

/// The structs of such a paragraph.
pub fn paragraph_structs(client: u64, content: &str) -> Vec<Vec<u8>> {
    vec![
        element(At::Root("notes"), "paragraph"),
        text(At::Within((client, 0))),
        letters(At::Within((client, 1)), content),
    ]
}

/// Bytes with their length in front.
pub fn text_bytes(text: &str) -> Vec<u8> {
    [varint(text.len() as u64).as_slice(), text.as_bytes()].concat()
}
