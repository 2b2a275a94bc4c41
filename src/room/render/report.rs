//! The clearing of the report: every audience sees the same, and of remarks those on the last draft. Who made a remark is told where
//! the room is on the record.

use crate::room::Room;
use crate::room::ids::RemarkId;
use crate::room::report::{Draft, Remark};
use crate::room::view::{DraftView, RemarkView, ReportView};
use std::collections::BTreeMap;

/// All of it.
pub(super) fn view(room: &Room) -> ReportView {
    let report = &room.report;
    let last = report.last_draft().map(|(number, _)| number);
    let drafts = report.drafts.iter().map(|(number, draft)| {
        let of_last = if Some(*number) == last {
            remark_views(room, draft)
        } else {
            BTreeMap::new()
        };
        (*number, draft_view(draft, of_last))
    });
    ReportView {
        state: report.state,
        drafts: drafts.collect(),
        resumed_because: report.resumed.last().map(|resumed| resumed.reason.clone()),
        final_at: report.finished.as_ref().map(|finished| finished.at),
    }
}

fn draft_view(draft: &Draft, remarks: BTreeMap<RemarkId, RemarkView>) -> DraftView {
    let waiting = draft.remarks.values().filter(|remark| remark.answer.is_none());
    DraftView {
        at: draft.at,
        until: draft.until,
        sha256: draft.sha256.clone(),
        paragraphs: draft.paragraphs,
        made: count(draft.remarks.len()),
        waiting: count(waiting.count()),
        remarks,
    }
}

/// Limits keep both far below.
fn count(remarks: usize) -> u32 {
    u32::try_from(remarks).unwrap_or(u32::MAX)
}

/// The remarks on a draft.
pub(super) fn remark_views(room: &Room, draft: &Draft) -> BTreeMap<RemarkId, RemarkView> {
    let remarks = draft.remarks.iter();
    remarks.map(|(id, remark)| (*id, remark_view(room, remark))).collect()
}

fn remark_view(room: &Room, remark: &Remark) -> RemarkView {
    let answer = remark.answer.as_ref();
    RemarkView {
        paragraph: remark.paragraph,
        text: remark.text.clone(),
        at: remark.at,
        by: super::written(room, remark.by.as_ref()),
        verdict: answer.map(|answer| answer.verdict),
        word: answer.map(|answer| answer.word.clone()).unwrap_or_default(),
    }
}
