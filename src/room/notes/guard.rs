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
use super::update::Update;
use crate::room::ids::SeatId;
use crate::room::refusal::{Code, Refusal};

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
    /// How many of its ranges delete something that is not deleted yet.
    pub deletes_new: usize,
    /// How many delete what is deleted already.
    pub deletes_known: usize,
}

impl Passed {
    /// Whether it would change nothing.
    pub fn changes_nothing(&self) -> bool {
        self.growth.is_empty() && self.deletes_new == 0
    }
}

/// Judges an update of that seat.
pub fn judge(known: &Known, seat: &SeatId, bytes: &[u8]) -> Result<Passed, Refusal> {
    if bytes.len() > UPDATE_BYTES_MAX {
        return Err(Refusal::new(
            Code::NotesFull,
            "This is too much at once for the notes; write or paste it in smaller parts.",
        ));
    }
    let passed = weigh(known, bytes, Source::Client).map_err(|broken| refuse(&broken))?;
    let writes = passed
        .growth
        .grown
        .iter()
        .filter(|grown| !grown.spans.is_empty())
        .map(|grown| grown.client);
    known.authors.check(seat, writes)?;
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

/// Reads an update and works out what it does to the document.
pub fn weigh(known: &Known, bytes: &[u8], source: Source) -> Result<Passed, Malformed> {
    let update = Update::read(bytes)?;
    let growth = Growth::of(&update, &known.outline, source)?;
    let (mut deletes_new, mut deletes_known, mut work) = (0, 0, growth.work);
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
                deletes_new += 1;
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
        deletes_new,
        deletes_known,
    })
}
