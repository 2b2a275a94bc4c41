//! What the tests of the notes share: seats, a client with its own document, and updates written byte by byte.

use crate::room::ids::SeatId;
use crate::room::notes::reader::{write_bytes, write_number};
use crate::room::notes::{Checked, Notes};
use crate::room::refusal::{Code, Refusal};
use yrs::updates::decoder::Decode;
use yrs::{Doc, OffsetKind, Options, ReadTxn, StateVector, Transact, TransactionMut, Update, XmlFragmentRef};

/// The seat of that name.
pub fn seat(name: &str) -> SeatId {
    SeatId::new(name).unwrap()
}

/// A writer with a document of their own.
pub struct Writer {
    pub seat: SeatId,
    pub document: Doc,
    pub root: XmlFragmentRef,
}

impl Writer {
    pub fn new(name: &str, client: u64) -> Self {
        let mut options = Options::with_client_id(yrs::block::ClientID::new(client));
        options.offset_kind = OffsetKind::Utf16;
        let document = Doc::with_options(options);
        let root = document.get_or_insert_xml_fragment("notes");
        Self {
            seat: seat(name),
            document,
            root,
        }
    }

    /// Makes a change and gives its update.
    pub fn write(&self, change: impl FnOnce(&XmlFragmentRef, &mut TransactionMut<'_>)) -> Vec<u8> {
        let mut transaction = self.document.transact_mut();
        change(&self.root, &mut transaction);
        transaction.commit();
        transaction.encode_update_v1()
    }

    pub fn receive(&self, update: &[u8]) {
        self.document
            .transact_mut()
            .apply_update(Update::decode_v1(update).unwrap())
            .unwrap();
    }

    /// All that the writer has.
    pub fn everything(&self) -> Vec<u8> {
        self.document.transact().encode_state_as_update_v1(&StateVector::default())
    }
}

/// Checks, accepts and applies one update.
pub fn edit(notes: &mut Notes, seat: &SeatId, update: &[u8]) -> Result<Option<Vec<u8>>, Refusal> {
    if notes.check(seat, update)? == Checked::Empty {
        return Ok(None);
    }
    notes.accept(seat, update);
    Ok(notes.flush())
}

/// The code with which the notes refuse the update, if they do.
pub fn refused(notes: &Notes, name: &str, update: &[u8]) -> Option<Code> {
    notes.check(&seat(name), update).err().map(|refusal| refusal.code)
}

/// Says that nothing is left hanging in the document and that all of it can be read.
pub fn assert_sound(notes: &Notes) {
    assert!(
        !notes.document.transact().has_missing_updates(),
        "the document waits for something"
    );
    let again = Notes::restore(&notes.snapshot()).unwrap();
    assert!(again.snapshot() == notes.snapshot(), "what is read back is kept as it was");
    assert_eq!(again.blocks(), notes.blocks());
    assert_eq!(again.state_vector(), notes.state_vector());
}

/// An update written by hand: one client's structs, and deletions.
#[derive(Default)]
pub struct Forged {
    sections: Vec<Vec<u8>>,
    deletions: Vec<(u64, u32, u32)>,
}

impl Forged {
    pub fn new() -> Self {
        Self::default()
    }

    /// Structs of one client from a clock on.
    pub fn section(mut self, client: u64, clock: u32, structs: &[Vec<u8>]) -> Self {
        let mut out = Vec::new();
        write_number(&mut out, structs.len() as u64);
        write_number(&mut out, client);
        write_number(&mut out, u64::from(clock));
        out.extend(structs.concat());
        self.sections.push(out);
        self
    }

    pub fn delete(mut self, client: u64, start: u32, length: u32) -> Self {
        self.deletions.push((client, start, length));
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        write_number(&mut out, self.sections.len() as u64);
        out.extend(self.sections.concat());
        write_number(&mut out, self.deletions.len() as u64);
        for (client, start, length) in &self.deletions {
            for number in [*client, 1, u64::from(*start), u64::from(*length)] {
                write_number(&mut out, number);
            }
        }
        out
    }
}

/// Where a forged struct claims to belong.
#[derive(Clone, Copy)]
pub enum At<'a> {
    Root(&'a str),
    Within(u64, u32),
    After(u64, u32),
    Before(u64, u32),
    Between((u64, u32), (u64, u32)),
    AttributeOf(u64, u32, &'a str),
}

/// A struct with content of that kind.
pub fn item(at: At<'_>, kind: u8, content: &[u8]) -> Vec<u8> {
    let flags = match at {
        At::Root(_) | At::Within(..) => 0,
        At::After(..) => 0x80,
        At::Before(..) => 0x40,
        At::Between(..) => 0xc0,
        At::AttributeOf(..) => 0x20,
    };
    let mut out = vec![kind | flags];
    let mut id = |client: u64, clock: u32| {
        write_number(&mut out, client);
        write_number(&mut out, u64::from(clock));
    };
    match at {
        At::Root(name) => {
            out.push(1);
            write_bytes(&mut out, name.as_bytes());
        }
        At::After(client, clock) | At::Before(client, clock) => id(client, clock),
        At::Between(left, right) => {
            id(left.0, left.1);
            id(right.0, right.1);
        }
        At::Within(client, clock) | At::AttributeOf(client, clock, _) => {
            out.push(0);
            write_number(&mut out, client);
            write_number(&mut out, u64::from(clock));
        }
    }
    if let At::AttributeOf(_, _, name) = at {
        write_bytes(&mut out, name.as_bytes());
    }
    out.extend_from_slice(content);
    out
}

/// An element of that name.
pub fn element(at: At<'_>, name: &str) -> Vec<u8> {
    let mut content = vec![3];
    write_bytes(&mut content, name.as_bytes());
    item(at, 7, &content)
}

/// A text without letters.
pub fn text(at: At<'_>) -> Vec<u8> {
    item(at, 7, &[6])
}

/// Letters.
pub fn letters(at: At<'_>, letters: &str) -> Vec<u8> {
    let mut content = Vec::new();
    write_bytes(&mut content, letters.as_bytes());
    item(at, 4, &content)
}

/// A mark.
pub fn mark(at: At<'_>, name: &str, json: &str) -> Vec<u8> {
    let mut content = Vec::new();
    write_bytes(&mut content, name.as_bytes());
    write_bytes(&mut content, json.as_bytes());
    item(at, 6, &content)
}

/// A paragraph (clock 0) with a text (1) in it, which holds these letters (from 2).
pub fn paragraph(client: u64, content: &str) -> Forged {
    let structs = [
        element(At::Root("notes"), "paragraph"),
        text(At::Within(client, 0)),
        letters(At::Within(client, 1), content),
    ];
    Forged::new().section(client, 0, &structs)
}
