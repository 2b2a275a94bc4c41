//! The clearing of the report: every audience sees the same. Who made a remark is told where the room is on the record.

use crate::room::Room;
use crate::room::report::{Draft, Remark};
use crate::room::view::{DraftView, RemarkView, ReportView};

/// All of it.
pub(super) fn view(room: &Room) -> ReportView {
    let report = &room.report;
    let drafts = report.drafts.iter();
    ReportView {
        state: report.state,
        drafts: drafts.map(|(number, draft)| (*number, draft_view(room, draft))).collect(),
        resumed_because: report.resumed.last().map(|resumed| resumed.reason.clone()),
        final_at: report.finished.as_ref().map(|finished| finished.at),
    }
}

fn draft_view(room: &Room, draft: &Draft) -> DraftView {
    let remarks = draft.remarks.iter();
    DraftView {
        at: draft.at,
        until: draft.until,
        sha256: draft.sha256.clone(),
        paragraphs: draft.paragraphs,
        remarks: remarks.map(|(id, remark)| (*id, remark_view(room, remark))).collect(),
    }
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
