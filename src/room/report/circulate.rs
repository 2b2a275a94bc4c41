//! Circulating a draft: the notes as they stand are frozen, their paragraphs numbered, and for a set time the room remarks on them.
//! Chair and rapporteur may. Refused while a draft takes remarks still, where the report is final, where nothing is written, outside
//! the bounds of the time, after as many drafts as there may be, and where the notes are larger than a draft may be (a link counts with
//! each piece of text that has it). Afterwards everybody sees the draft and until when. Remarks on
//! earlier drafts that have no answer yet keep waiting for one.
//!
//! The time for remarks is given anew from now, or ended now; refused where no draft takes remarks. It ends by itself at its moment,
//! whoever is there. Afterwards the remarks are answered.

use super::paragraphs::{as_json, digest_of_json};
use super::{Draft, Report, paragraphs, refuse_final};
use crate::room::event::{ReportEvent, Stamp};
use crate::room::ids::Millis;
use crate::room::limits::{DRAFT_BYTES_MAX, DRAFTS_MAX, REMARKS_S_MAX, REMARKS_S_MIN};
use crate::room::refusal::{Code, Refusal};
use crate::room::view::ReportState;
use crate::room::{Context, Room};
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) fn decide(room: &Room, for_s: u32, context: &Context) -> Result<ReportEvent, Refusal> {
    let report = &room.report;
    refuse_final(report)?;
    refuse_under_way(report)?;
    let until = after(context.now, for_s)?;
    if report.drafts.len() >= DRAFTS_MAX {
        let message = format!("{DRAFTS_MAX} drafts were circulated; finish the report.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    let blocks = room.notes.blocks();
    if paragraphs(&blocks).is_empty() {
        let message = "The notes are empty: there is nothing to circulate.";
        return Err(Refusal::new(Code::NothingWritten, message));
    }
    let json = as_json(&blocks);
    if json.len() > DRAFT_BYTES_MAX {
        let mebibytes = DRAFT_BYTES_MAX / (1_024 * 1_024);
        let message =
            format!("The notes are too large to circulate: a draft has at most {mebibytes} MiB, with its marks and links.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    Ok(ReportEvent::DraftCirculated {
        draft: report.last_draft().map_or(0, |(number, _)| number) + 1,
        sha256: digest_of_json(&json),
        blocks,
        until,
    })
}

pub(super) fn decide_deadline(report: &Report, in_s: Option<u32>, context: &Context) -> Result<ReportEvent, Refusal> {
    if report.state != ReportState::Circulated {
        return Err(Refusal::new(Code::NoDraft, "No draft takes remarks now."));
    }
    let Some(seconds) = in_s else {
        return Ok(ReportEvent::RemarksEnded);
    };
    Ok(ReportEvent::RemarksUntil {
        until: after(context.now, seconds)?,
    })
}

/// What has to end before the next draft, or the final report.
pub(super) fn refuse_under_way(report: &Report) -> Result<(), Refusal> {
    match report.last_draft() {
        Some((number, _)) if report.state == ReportState::Circulated => Err(Refusal::new(
            Code::DraftUnderWay,
            format!("Draft {number} takes remarks still; end that first."),
        )),
        _ => Ok(()),
    }
}

fn after(now: Millis, seconds: u32) -> Result<Millis, Refusal> {
    if !(REMARKS_S_MIN..=REMARKS_S_MAX).contains(&seconds) {
        let message = format!("The time for remarks is {REMARKS_S_MIN} to {REMARKS_S_MAX} seconds.");
        return Err(Refusal::new(Code::OutOfBounds, message));
    }
    Ok(Millis(now.0.saturating_add(i64::from(seconds) * 1_000)))
}

pub(super) fn apply(report: &mut Report, stamp: &Stamp, event: &ReportEvent) {
    match event {
        ReportEvent::DraftCirculated {
            draft,
            blocks,
            sha256,
            until,
        } => {
            let circulated = Draft {
                at: stamp.at,
                until: *until,
                sha256: sha256.clone(),
                paragraphs: u32::try_from(paragraphs(blocks).len()).unwrap_or(u32::MAX),
                blocks: Arc::new(blocks.clone()),
                remarks: BTreeMap::new(),
            };
            report.drafts.insert(*draft, circulated);
            report.state = ReportState::Circulated;
        }
        ReportEvent::RemarksUntil { until } => set_until(report, *until),
        ReportEvent::RemarksEnded if report.state == ReportState::Circulated => {
            // What came due while the server was away ended when it was to, not when the server was back.
            let ended = report.due_at().map_or(stamp.at, |until| until.min(stamp.at));
            set_until(report, ended);
            report.state = ReportState::Commented;
        }
        _ => {}
    }
}

fn set_until(report: &mut Report, until: Millis) {
    if let Some(mut last) = report.drafts.last_entry() {
        last.get_mut().until = until;
    }
}
