//! Saying that the report is final, and taking it up again. Chair and rapporteur may. Refused while a draft takes remarks, before any
//! draft was circulated, and while a remark on any draft waits for its answer. Afterwards nobody writes the notes; what they say
//! then is the report, which may differ from the last draft, because what was taken is worked in.
//!
//! A final report is taken up again with a reason for all to read; refused where it is not final. Afterwards the notes are written
//! again as before, and the report can be finished again without another draft.

use super::circulate::refuse_under_way;
use super::{Finished, Report, Resumed, digest, refuse_final};
use crate::room::Room;
use crate::room::event::{ReportEvent, Stamp};
use crate::room::limits::REASON_CHARACTERS_MAX;
use crate::room::refusal::{Code, Refusal};
use crate::room::text;
use crate::room::view::ReportState;

pub(super) fn decide(room: &Room) -> Result<ReportEvent, Refusal> {
    let report = &room.report;
    refuse_final(report)?;
    refuse_under_way(report)?;
    if report.drafts.is_empty() {
        let message = "No draft was circulated: the room has to see the report before it is final.";
        return Err(Refusal::new(Code::NoDraft, message));
    }
    let remarks = report.drafts.values().flat_map(|draft| draft.remarks.values());
    match remarks.filter(|remark| remark.answer.is_none()).count() {
        0 => Ok(ReportEvent::ReportFinished {
            sha256: digest(&room.notes.blocks()),
        }),
        1 => Err(Refusal::new(Code::RemarksUnanswered, "1 remark waits for its answer.")),
        several => Err(Refusal::new(
            Code::RemarksUnanswered,
            format!("{several} remarks wait for their answer."),
        )),
    }
}

pub(super) fn decide_resume(report: &Report, reason: &str) -> Result<ReportEvent, Refusal> {
    if !report.is_final() {
        return Err(Refusal::new(Code::ReportNotFinal, "The report is not final."));
    }
    Ok(ReportEvent::ReportResumed {
        reason: text::filled("The reason", reason, REASON_CHARACTERS_MAX)?,
    })
}

pub(super) fn apply(report: &mut Report, stamp: &Stamp, event: &ReportEvent) {
    match event {
        ReportEvent::ReportFinished { sha256 } => {
            report.state = ReportState::Final;
            report.finished = Some(Finished {
                at: stamp.at,
                sha256: sha256.clone(),
            });
        }
        ReportEvent::ReportResumed { reason } if report.is_final() => {
            report.state = ReportState::Draft;
            report.finished = None;
            report.resumed.push(Resumed {
                at: stamp.at,
                reason: reason.clone(),
            });
        }
        _ => {}
    }
}
