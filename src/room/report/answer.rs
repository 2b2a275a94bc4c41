//! Taking or declining a remark. Chair and rapporteur may, from the moment that it is made, on whichever draft. Refused where it is
//! not there, where it is declined without a word, where the word is too long, and where the report is final. Afterwards everybody
//! sees the answer beside the remark; a later answer takes its place.

use super::{Answer, Report, refuse_final};
use crate::room::command::Verdict;
use crate::room::event::ReportEvent;
use crate::room::ids::RemarkId;
use crate::room::limits::REMARK_CHARACTERS_MAX;
use crate::room::refusal::{Code, Refusal};
use crate::room::text;

pub(super) fn decide(report: &Report, remark: RemarkId, verdict: Verdict, word: &str) -> Result<ReportEvent, Refusal> {
    refuse_final(report)?;
    report.find(remark)?;
    let word = text::checked("The word on a remark", word, REMARK_CHARACTERS_MAX)
        .map_err(|sentence| Refusal::new(Code::TextInvalid, sentence))?;
    if verdict == Verdict::Declined && word.is_empty() {
        let message = "A remark is declined with a word: say why.";
        return Err(Refusal::new(Code::TextInvalid, message));
    }
    Ok(ReportEvent::RemarkAnswered { remark, verdict, word })
}

pub(super) fn apply(report: &mut Report, remark: RemarkId, verdict: Verdict, word: &str) {
    let draft = report.draft_of_mut(remark);
    if let Some(found) = draft.and_then(|draft| draft.remarks.get_mut(&remark)) {
        let word = word.to_owned();
        found.answer = Some(Answer { verdict, word });
    }
}
