//! What may be told of the clearing of the report: which drafts went round and what the room remarked. Who remarked is told on the
//! record; of a room that was closed to the outside there are the moments and numbers alone.

use super::{counted, utc, written_by};
use crate::outcome::contents::{ChangedAfter, ChangedPassage, Clearing, Draft, PassageChange, Remark};
use crate::room::Room;
use crate::room::command::Verdict;
use crate::room::event::Attribution;
use crate::room::ids::RemarkId;
use crate::room::notes::Block;
use crate::room::report::{self, Change};

/// Most passages that are told of what changed after the last draft; their number is told in any case.
const PASSAGES_MAX: usize = 50;
/// Longest beginning of such a passage, in characters.
const PASSAGE_CHARACTERS_MAX: usize = 160;

/// The clearing as far as the room's attribution rule lets it be told.
pub(super) fn told(room: &Room) -> Clearing {
    let of_room = &room.report;
    let is_open_to_outside = room.definition.attribution != Attribution::Closed;
    let finished = of_room.finished.as_ref();
    let notes = room.notes.blocks();
    let resumed = of_room.resumed.last().filter(|_| is_open_to_outside);
    Clearing {
        state: of_room.state,
        drafts: of_room
            .drafts
            .iter()
            .map(|(number, of_room)| draft(room, *number, of_room))
            .collect(),
        final_at: finished.map(|finished| utc(finished.at)),
        sha256: finished
            .filter(|_| is_open_to_outside)
            .map(|finished| finished.sha256.clone()),
        notes_as_cleared: finished.map(|finished| is_of_notes(room, &finished.sha256, &notes)),
        changed_after: changed_after(room, &notes),
        resumed_because: resumed.map(|resumed| resumed.reason.clone()).unwrap_or_default(),
    }
}

/// Whether a fingerprint is that of the notes. Old ones are of points that were named otherwise.
fn is_of_notes(room: &Room, sha256: &str, notes: &[Block]) -> bool {
    report::is_fingerprint_of(sha256, notes) || report::is_fingerprint_of(sha256, &room.notes.blocks_as_named_before())
}

fn changed_after(room: &Room, notes: &[Block]) -> Option<ChangedAfter> {
    let (number, last) = room.report.last_draft()?;
    let changes = report::changes(&last.blocks, notes);
    let passages: Vec<ChangedPassage> = changes.iter().map(passage).collect();
    let of = |change| counted(passages.iter().filter(|passage| passage.change == change).count());
    let told = ChangedAfter {
        draft: number,
        changed: of(PassageChange::Changed),
        added: of(PassageChange::Added),
        taken_out: of(PassageChange::TakenOut),
        passages: Vec::new(),
    };
    let may_be_told = if room.definition.attribution == Attribution::Closed {
        0
    } else {
        PASSAGES_MAX
    };
    (!passages.is_empty()).then(|| ChangedAfter {
        passages: passages.into_iter().take(may_be_told).collect(),
        ..told
    })
}

fn passage(change: &Change) -> ChangedPassage {
    let (change, paragraph, block) = match change {
        Change::Changed(number, block) => (PassageChange::Changed, *number, block),
        Change::Added(number, block) => (PassageChange::Added, *number, block),
        Change::TakenOut(number, block) => (PassageChange::TakenOut, *number, block),
    };
    let runs = match block {
        Block::Heading { runs, .. } | Block::Paragraph { runs, .. } => runs.as_slice(),
        Block::List { .. } | Block::Quote { .. } | Block::Rule => &[],
    };
    let letters = runs.iter().flat_map(|run| run.text.chars());
    let mut text: String = letters.clone().take(PASSAGE_CHARACTERS_MAX).collect();
    if letters.count() > PASSAGE_CHARACTERS_MAX {
        text.push('…');
    }
    ChangedPassage { change, paragraph, text }
}

fn draft(room: &Room, number: u32, of_room: &report::Draft) -> Draft {
    let answered = |verdict: Verdict| {
        let answers = of_room.remarks.values().filter_map(|remark| remark.answer.as_ref());
        counted(answers.filter(|answer| answer.verdict == verdict).count())
    };
    let figures = Draft {
        number,
        at: utc(of_room.at),
        until: utc(of_room.until),
        paragraphs: of_room.paragraphs,
        remarks_made: counted(of_room.remarks.len()),
        remarks_taken: answered(Verdict::Taken),
        remarks_declined: answered(Verdict::Declined),
        ..Draft::default()
    };
    if room.definition.attribution == Attribution::Closed {
        return figures;
    }
    Draft {
        sha256: of_room.sha256.clone(),
        remarks: of_room
            .remarks
            .iter()
            .map(|(id, of_room)| remark(room, *id, of_room))
            .collect(),
        ..figures
    }
}

fn remark(room: &Room, id: RemarkId, of_room: &report::Remark) -> Remark {
    let answer = of_room.answer.as_ref();
    Remark {
        id: id.to_string(),
        paragraph: of_room.paragraph,
        text: of_room.text.clone(),
        at: utc(of_room.at),
        by: written_by(room, of_room.by.as_ref()),
        verdict: answer.map(|answer| answer.verdict),
        word: answer.map(|answer| answer.word.clone()).unwrap_or_default(),
    }
}
