//! The shared notes of a room: one Yjs document with one root, the XML fragment `notes`. The only place that names
//! the engine (yrs). Every update of a client passes the guard first ([`Notes::check`]); what passed is queued
//! ([`Notes::accept`]) and applied with all others of its batch at once ([`Notes::flush`]).
//!
//! Nothing here comes by chance: the server's document has a fixed client id and never writes.

pub mod blocks;
pub mod limits;
pub mod point;
pub(crate) mod reader;
pub mod template;

mod attribute;
mod authors;
mod deleted;
mod differences;
mod digest;
mod growth;
mod guard;
mod outline;
mod saved;
mod schema;
mod update;

#[cfg(test)]
mod tests;

pub use blocks::{Block, Run};
pub use point::Point;

use super::digest::Digest;
use super::ids::SeatId;
use super::refusal::{Code, Refusal};
use differences::{Clocks, Differences};
use growth::{Growth, Source};
use guard::{Known, Passed};
use limits::{DOCUMENT_BYTES_MAX, MEASURE_AFTER_BYTES, MEASURE_AFTER_DELETED, SERVER_CLIENT, STATE_VECTOR_CLIENTS_MAX};
use reader::{Malformed, Reader, write_number};
use update::Update;
use yrs::block::ClientID;
use yrs::updates::decoder::Decode;
use yrs::{Doc, IdSet, OffsetKind, Options, ReadTxn, StateVector, Transact, TransactionMut, WriteTxn, XmlFragmentRef};

/// What the guard made of an update that it lets pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// There is nothing in it.
    Empty,
    /// It is an edit, to be recorded and accepted.
    Edit,
}

/// Saved notes that cannot be read back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the saved notes cannot be read: {0}")]
pub struct NotesUnreadable(String);

impl From<Malformed> for NotesUnreadable {
    fn from(broken: Malformed) -> Self {
        Self(broken.to_string())
    }
}

/// The shared notes of one room.
#[derive(Debug)]
pub struct Notes {
    document: Doc,
    root: XmlFragmentRef,
    known: Known,
    queue: Vec<Queued>,
    differences: Differences,
    size: Size,
    /// The meeting and the room that they are of, by which points are named; empty before that is known.
    place: String,
}

/// An update that waits for its batch to be complete.
#[derive(Debug)]
struct Queued {
    bytes: Vec<u8>,
    /// Whether all of it is new, so that it can be handed on as it came.
    all_new: bool,
}

/// How large the document is: measured now and then, and between times estimated from what was added.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    measured: usize,
    added: usize,
    deleted: u64,
}

impl Notes {
    /// Notes without anything in them.
    pub fn new() -> Self {
        let document = Doc::with_options(Options {
            offset_kind: OffsetKind::Utf16,
            // Clients clean up after themselves; were the server to do it, too, it would change what it only hands on.
            cleanup_formatting: false,
            ..Options::with_guid_and_client_id("notes".into(), ClientID::new(SERVER_CLIENT))
        });
        let root = document.get_or_insert_xml_fragment(schema::ROOT);
        let differences = Differences::default();
        Self {
            document,
            root,
            known: Known::new(),
            queue: Vec::new(),
            differences,
            size: Size::default(),
            place: String::new(),
        }
    }

    /// All of it in one piece, to be kept: the document and whose text is whose. Without what is still queued. Equal
    /// notes give equal bytes, however they came to be: the engine joins pieces of text at different times, so that the
    /// document is loaded anew to have all of them joined.
    pub fn snapshot(&self) -> Vec<u8> {
        let joined = Self::new();
        let mut transaction = joined.document.transact_mut();
        let applied = apply(&mut transaction, &self.encode_all());
        drop(transaction);
        let update = if applied { joined.encode_all() } else { self.encode_all() };
        saved::write(&saved::in_order(update), &self.known.authors)
    }

    /// Reads a snapshot back.
    pub fn restore(bytes: &[u8]) -> Result<Self, NotesUnreadable> {
        let (update, authors) = saved::read(bytes)?;
        let mut notes = Self::new();
        notes.known = outlined(update)?;
        let foreign = notes.known.outline.clients().any(|client| authors.owner(client).is_none());
        if foreign {
            return Err(NotesUnreadable("a text in it is nobody's".into()));
        }
        notes.known.authors = authors;
        let mut transaction = notes.document.transact_mut();
        let applied = apply(&mut transaction, update);
        drop(transaction);
        notes.size.measured = update.len();
        if applied {
            Ok(notes)
        } else {
            Err(NotesUnreadable("its text does not fit together".into()))
        }
    }

    /// Whether the seat may make this change: the guard's judgement. Changes nothing.
    pub fn check(&self, seat: &SeatId, update: &[u8]) -> Result<Checked, Refusal> {
        let passed = guard::judge(&self.known, seat, update)?;
        if passed.update.is_empty() {
            return Ok(Checked::Empty);
        }
        if !passed.growth.is_empty() && self.is_full_with(update.len()) {
            return Err(Refusal::new(
                Code::NotesFull,
                "The notes are full; delete something before you write more.",
            ));
        }
        Ok(Checked::Edit)
    }

    /// Whether the update says nothing that the notes do not know, such as the answer of a client that comes back
    /// without having written anything. It needs no record. What is not a proper update is not known.
    pub fn knows(&self, update: &[u8]) -> bool {
        self.queue.is_empty() && guard::is_known(&self.known, update)
    }

    /// Refuses an update that the notes know where all the text in it stands under client ids of other seats. Clients send what they wrote
    /// themselves; so this is their own text under an id that somebody else took first, and to say that it is known would lose it.
    pub fn refuse_others_text(&self, seat: &SeatId, update: &[u8]) -> Result<(), Refusal> {
        let sections = Update::read(update).map(|update| update.sections).unwrap_or_default();
        let is_others = |client| self.writer(client).is_some_and(|owner| owner != seat);
        if sections.is_empty() || !sections.iter().all(|section| is_others(section.client)) {
            return Ok(());
        }
        Err(authors::not_in_their_own_name())
    }

    /// Takes a checked update into the batch: from now on the guard counts it as known. An update that was never
    /// checked and does not pass is left out, the same way each time.
    pub fn accept(&mut self, seat: &SeatId, update: &[u8]) {
        let Ok(passed) = guard::weigh(&self.known, update, Source::Record) else {
            return;
        };
        let Passed {
            growth, deletes_known, ..
        } = passed;
        self.queue.push(Queued {
            bytes: update.to_vec(),
            all_new: deletes_known == 0 && !growth.repeats,
        });
        for grown in growth.grown.iter().filter(|grown| !grown.spans.is_empty()) {
            self.known.authors.claim(seat, grown.client);
        }
        growth.join(&mut self.known.outline);
        self.size.added += update.len();
    }

    /// Applies the batch and gives the update to send to everyone; nothing if it changed nothing. An update that the
    /// engine will not take, against the guard's judgement, is set aside.
    pub fn flush(&mut self) -> Option<Vec<u8>> {
        if self.queue.is_empty() {
            return None;
        }
        let queue = std::mem::take(&mut self.queue);
        self.differences.clear();
        let mut transaction = self.document.transact_mut();
        let mut applied = true;
        for queued in &queue {
            applied &= apply(&mut transaction, &queued.bytes);
        }
        transaction.commit();
        let deleted = note_deleted(&mut self.known, transaction.delete_set());
        let changed = transaction.has_changes();
        let merged = match queue.as_slice() {
            [only] if only.all_new && applied => only.bytes.clone(),
            _ => transaction.encode_update_v1(),
        };
        drop(transaction);
        self.size.deleted += deleted;
        if !applied {
            self.outline_anew();
        }
        self.measure_if_due();
        changed.then_some(merged)
    }

    /// What the document holds of each client, encoded (v1). Without what is still queued.
    pub fn state_vector(&self) -> Vec<u8> {
        let state = self.document.transact().state_vector();
        let mut clocks: Clocks = state.iter().map(|(client, clock)| (client.get(), *clock)).collect();
        clocks.sort_unstable();
        let mut out = Vec::new();
        write_number(&mut out, clocks.len() as u64);
        for (client, clock) in clocks {
            write_number(&mut out, client);
            write_number(&mut out, u64::from(clock));
        }
        out
    }

    /// What a client with this state vector lacks, as an update. An empty vector asks for everything.
    pub fn diff(&self, state_vector: &[u8]) -> Result<Vec<u8>, Refusal> {
        let mut clocks = if state_vector.is_empty() {
            Vec::new()
        } else {
            read_state_vector(state_vector)?
        };
        let local = self.document.transact().state_vector();
        // What the client has and the server has not makes no difference.
        clocks.retain(|(client, clock)| *clock > 0 && local.get(&ClientID::new(*client)) > 0);
        clocks.sort_unstable();
        let remote: StateVector = clocks
            .iter()
            .map(|(client, clock)| (ClientID::new(*client), *clock))
            .collect();
        Ok(self
            .differences
            .get(clocks, || self.document.transact().encode_state_as_update_v1(&remote)))
    }

    /// The document as blocks for the outcome, with what is still queued: a command that freezes the notes may stand in one batch
    /// with edits that were accepted before it. Those are applied to a copy, which takes some ten milliseconds of a large document.
    pub fn blocks(&self) -> Vec<Block> {
        self.blocks_of(&self.place)
    }

    /// The same with points named as they were before their names were of one room alone: old fingerprints are of that.
    pub fn blocks_as_named_before(&self) -> Vec<Block> {
        self.blocks_of("")
    }

    /// Says whose notes they are, so that no point of another room has the name of one of theirs.
    pub fn belong_to(&mut self, meeting: &str, room: &str) {
        self.place = format!("{meeting}/{room}");
    }

    /// The last words that stand in the document, on one line. Without what is still queued.
    pub fn last_words(&self, characters_max: usize) -> String {
        blocks::read_last_words(&self.document.transact(), &self.root, characters_max)
    }

    fn blocks_of(&self, place: &str) -> Vec<Block> {
        if self.queue.is_empty() {
            return blocks::read_blocks(&self.document.transact(), &self.root, place);
        }
        let current = Self::new();
        let mut transaction = current.document.transact_mut();
        let known = self.encode_all();
        for update in std::iter::once(&known).chain(self.queue.iter().map(|queued| &queued.bytes)) {
            // What the engine will not take is left out here as in the flush.
            apply(&mut transaction, update);
        }
        drop(transaction);
        blocks::read_blocks(&current.document.transact(), &current.root, place)
    }

    /// Every client id that wrote, with the seat whose it is, in order.
    pub fn writers(&self) -> impl Iterator<Item = (u64, &SeatId)> {
        self.known.authors.iter()
    }

    /// The seat that writes under that client id, if somebody does.
    pub fn writer(&self, client: u64) -> Option<&SeatId> {
        self.known.authors.owner(client)
    }

    /// The client ids under which that update is the first to write. None where it is no proper update.
    pub fn new_writers(&self, update: &[u8]) -> Vec<u64> {
        let clients = Update::read(update).map(|update| update.sections).unwrap_or_default();
        let clients = clients.into_iter().map(|section| section.client);
        clients.filter(|client| self.writer(*client).is_none()).collect()
    }

    /// About how many bytes the document takes.
    pub fn size(&self) -> usize {
        self.size.measured + self.size.added
    }

    /// What the document says, as a short number; none where it is too large to be read. Without what is still queued.
    pub fn digest(&self) -> Option<Digest> {
        digest::of_document(&self.document.transact(), &self.root)
    }

    fn encode_all(&self) -> Vec<u8> {
        self.differences.get(Vec::new(), || {
            self.document.transact().encode_state_as_update_v1(&StateVector::default())
        })
    }

    fn is_full_with(&self, bytes: usize) -> bool {
        self.size() + bytes > DOCUMENT_BYTES_MAX
    }

    /// A document that seems full is measured, unless little has happened since the last time.
    fn measure_if_due(&mut self) {
        let due = self.size.added >= MEASURE_AFTER_BYTES || self.size.deleted >= MEASURE_AFTER_DELETED;
        if due && self.size() > DOCUMENT_BYTES_MAX / 2 {
            self.size = Size {
                measured: self.encode_all().len(),
                added: 0,
                deleted: 0,
            };
        }
    }

    /// Makes the outline fit the document again after the engine left something out.
    fn outline_anew(&mut self) {
        if let Ok(known) = outlined(&self.encode_all()) {
            let authors = std::mem::take(&mut self.known.authors);
            self.known = Known { authors, ..known };
        }
    }
}

impl Default for Notes {
    fn default() -> Self {
        Self::new()
    }
}

/// Applies one update. Answers whether the engine took all of it.
fn apply(transaction: &mut TransactionMut<'_>, update: &[u8]) -> bool {
    let taken = yrs::Update::decode_v1(update).is_ok_and(|update| transaction.apply_update(update).is_ok());
    let complete = !transaction.has_missing_updates();
    if !complete {
        transaction.prune_pending();
    }
    taken && complete
}

/// What the guard knows of a document of our own; without the authors.
fn outlined(update: &[u8]) -> Result<Known, Malformed> {
    let update = Update::read(update)?;
    let mut known = Known::new();
    Growth::of(&update, &known.outline, Source::Record)?.join(&mut known.outline);
    for deletions in &update.deletions {
        for range in &deletions.ranges {
            known.deleted.insert(deletions.client, range);
        }
    }
    Ok(known)
}

/// Notes what a batch deleted. Answers how many units.
fn note_deleted(known: &mut Known, deleted: &IdSet) -> u64 {
    let mut units = 0;
    for (client, ranges) in deleted.iter() {
        for range in ranges.iter() {
            units += u64::from(range.end - range.start);
            if known.deleted.insert(client.get(), range) {
                known.outline.note_cut(client.get(), range);
            }
        }
    }
    units
}

fn read_state_vector(bytes: &[u8]) -> Result<Clocks, Refusal> {
    let mut reader = Reader::new(bytes);
    let mut read = || {
        let count = reader.count()?;
        if count > STATE_VECTOR_CLIENTS_MAX {
            return Err(Malformed("it names too many clients"));
        }
        let mut clocks = Vec::with_capacity(count);
        for _ in 0..count {
            let client = reader.number()?;
            // What lies beyond the server's clocks is more than it has, whatever the number.
            clocks.push((client, u32::try_from(reader.number()?).unwrap_or(u32::MAX)));
        }
        reader.finish()?;
        Ok(clocks)
    };
    read().map_err(|broken| {
        Refusal::new(
            Code::NotesInvalid,
            format!("The state of the notes cannot be read: {broken}."),
        )
    })
}
