//! Judges an update before the engine sees it. The engine trusts its input: hostile bytes can exhaust its stack, keep
//! it busy for seconds, leave it waiting for ever or make every later reading fail. What passes here is a plain,
//! complete, affordable edit of this document in the writer's own name.
//!
//! Refused is: anything malformed; anything but the schema's nodes, attributes and marks, each where it belongs;
//! whatever depends on something missing or on itself; writing under another seat's client id; deleting what is not
//! there; and what would take too long, too deep or too much room.

use super::authors::Authors;
use super::deleted::Deleted;
use super::growth::{Growth, Source};
use super::limits::{SPANS_MAX, UPDATE_BYTES_MAX, WORK_MAX};
use super::outline::Outline;
use super::reader::Malformed;
use super::update::{Section, Update};
use crate::room::ids::SeatId;
use crate::room::refusal::{Code, Refusal};
use std::ops::Range;

/// What the guard knows of the document.
#[derive(Debug, Clone)]
pub struct Known {
    /// Where everything sits.
    pub outline: Outline,
    /// Whose is whose.
    pub authors: Authors,
    /// What is deleted, as far as it is applied.
    pub deleted: Deleted,
}

impl Known {
    /// Of an empty document.
    pub fn new() -> Self {
        Self {
            outline: Outline::new(),
            authors: Authors::default(),
            deleted: Deleted::default(),
        }
    }
}

/// An update that passed, and what it would change.
#[derive(Debug, Clone)]
pub struct Passed {
    /// What is in it.
    pub update: Update,
    /// What it adds.
    pub growth: Growth,
    /// How many of its ranges delete what is deleted already.
    pub deletes_known: usize,
}

/// Judges an update of that seat.
pub fn judge(known: &Known, seat: &SeatId, bytes: &[u8]) -> Result<Passed, Refusal> {
    if bytes.len() > UPDATE_BYTES_MAX {
        return Err(Refusal::new(
            Code::NotesFull,
            "This is too much at once for the notes; write or paste it in smaller parts.",
        ));
    }
    let update = Update::read(bytes).map_err(|broken| refuse(&broken))?;
    // Before it is worked out what they would add: thousands of names would take long.
    let writes = update.sections.iter().filter(|section| brings_news(known, section));
    known.authors.check(seat, writes.map(|section| section.client))?;
    let passed = weigh_read(known, update, Source::Client).map_err(|broken| refuse(&broken))?;
    let spans: usize = passed.growth.grown.iter().map(|grown| grown.spans.len()).sum();
    if spans > 0 && known.outline.span_count() + spans > SPANS_MAX {
        return Err(Refusal::new(
            Code::NotesFull,
            "The notes have too many parts; nothing can be added.",
        ));
    }
    Ok(passed)
}

/// The sentence for the person behind a client that sent something that cannot be.
pub fn refuse(broken: &Malformed) -> Refusal {
    Refusal::new(Code::NotesInvalid, format!("The notes cannot take this change: {broken}."))
}

/// Whether the update says nothing that is not known, neither a unit nor a deletion. What is malformed is not known.
pub fn is_known(known: &Known, bytes: &[u8]) -> bool {
    let Ok(update) = Update::read(bytes) else { return false };
    let is_deleted = |client: u64, ranges: &[Range<u32>]| ranges.iter().all(|range| known.deleted.contains(client, range));
    !update.sections.iter().any(|section| brings_news(known, section))
        && update
            .deletions
            .iter()
            .all(|deletions| is_deleted(deletions.client, &deletions.ranges))
}

/// Whether there is something in it that the document does not have.
fn brings_news(known: &Known, section: &Section) -> bool {
    section.end() > known.outline.known(section.client)
}

/// Reads an update and works out what it does to the document.
pub fn weigh(known: &Known, bytes: &[u8], source: Source) -> Result<Passed, Malformed> {
    weigh_read(known, Update::read(bytes)?, source)
}

fn weigh_read(known: &Known, update: Update, source: Source) -> Result<Passed, Malformed> {
    let growth = Growth::of(&update, &known.outline, source)?;
    let (mut deletes_known, mut work) = (0, growth.work);
    for deletions in &update.deletions {
        let end = growth.known(&known.outline, deletions.client);
        if deletions.ranges.last().is_some_and(|last| last.end > end) {
            return Err(Malformed("it deletes something that is missing"));
        }
        let steps = 1 + known.outline.steps_to_split(deletions.client);
        for range in &deletions.ranges {
            if known.deleted.contains(deletions.client, range) {
                deletes_known += 1;
            } else {
                work += steps;
            }
        }
    }
    if work > WORK_MAX && source == Source::Client {
        return Err(Malformed("it changes too much at once; change it in smaller parts"));
    }
    Ok(Passed {
        update,
        growth,
        deletes_known,
    })
}
