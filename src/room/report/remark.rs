//! Remarking on a paragraph of the draft under way, and taking one's own remark back. Whoever has a seat may. Refused where no draft
//! takes remarks (any more), where it is about another draft than that one, because the same number may be another paragraph there,
//! for a paragraph that the draft has not, where the text is empty or too long, and after as many remarks as there may be on one
//! draft, of all or of one seat. Afterwards everybody sees the remark beside the paragraph. It can be taken back until it has its
//! answer; refused for those of others.

use super::{Draft, Remark, Report};
use crate::room::event::{ReportEvent, Stamp};
use crate::room::ids::RemarkId;
use crate::room::limits::{REMARK_CHARACTERS_MAX, REMARKS_MAX, REMARKS_PER_SEAT_MAX};
use crate::room::refusal::{Code, Refusal};
use crate::room::{Context, Room, text};

pub(super) fn decide(
    room: &Room,
    read: Option<u32>,
    paragraph: u32,
    text: &str,
    context: &Context,
) -> Result<ReportEvent, Refusal> {
    let seat = room.seated(&context.seat)?;
    let report = &room.report;
    let (number, draft) = under_way(report, read, context)?;
    if !(1..=draft.paragraphs).contains(&paragraph) {
        let message = format!("Draft {number} has paragraphs 1 to {}.", draft.paragraphs);
        return Err(Refusal::new(Code::UnknownParagraph, message));
    }
    let text = text::filled("The remark", text, REMARK_CHARACTERS_MAX)?;
    let own = draft.remarks.values().filter(|remark| remark.by.as_ref() == Some(&seat.id));
    if draft.remarks.len() >= REMARKS_MAX || own.count() >= REMARKS_PER_SEAT_MAX {
        let message = format!("Draft {number} takes {REMARKS_MAX} remarks, {REMARKS_PER_SEAT_MAX} of each seat.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    Ok(ReportEvent::RemarkMade {
        remark: RemarkId(report.last_remark.saturating_add(1)),
        paragraph,
        text,
    })
}

/// The draft that takes remarks, which has to be the one that was read where the asker says which that is.
fn under_way<'a>(report: &'a Report, read: Option<u32>, context: &Context) -> Result<(u32, &'a Draft), Refusal> {
    // At its end the server is a moment late; nobody gains by that.
    let is_open = report.due_at().is_some_and(|until| context.now < until);
    let Some((number, draft)) = report.last_draft().filter(|_| is_open) else {
        return Err(Refusal::new(Code::NoDraft, "No draft takes remarks now."));
    };
    match read {
        Some(read) if read != number => Err(Refusal::new(
            Code::NoDraft,
            format!("Draft {read} takes no remarks any more; read draft {number}, which does."),
        )),
        _ => Ok((number, draft)),
    }
}

pub(super) fn decide_withdraw(report: &Report, remark: RemarkId, context: &Context) -> Result<ReportEvent, Refusal> {
    let found = report.find(remark)?;
    if found.by.as_ref() != Some(&context.seat) {
        return Err(Refusal::new(Code::UnknownRemark, format!("Remark {remark} is not yours.")));
    }
    if found.answer.is_some() {
        let message = format!("Remark {remark} has its answer; it stays on record.");
        return Err(Refusal::new(Code::UnknownRemark, message));
    }
    Ok(ReportEvent::RemarkWithdrawn { remark })
}

pub(super) fn apply(report: &mut Report, stamp: &Stamp, event: &ReportEvent) {
    match event {
        ReportEvent::RemarkMade { remark, paragraph, text } => {
            report.last_remark = report.last_remark.max(remark.0);
            let made = Remark {
                paragraph: *paragraph,
                text: text.clone(),
                by: stamp.by.clone(),
                at: stamp.at,
                answer: None,
            };
            if let Some(mut last) = report.drafts.last_entry() {
                last.get_mut().remarks.insert(*remark, made);
            }
        }
        ReportEvent::RemarkWithdrawn { remark } => {
            if let Some(draft) = report.draft_of_mut(*remark) {
                draft.remarks.remove(remark);
            }
        }
        _ => {}
    }
}
