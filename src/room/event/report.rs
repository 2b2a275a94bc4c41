//! What has happened while the report was cleared with the room.

use crate::room::command::Verdict;
use crate::room::ids::{Millis, RemarkId};
use crate::room::notes::Block;
use serde::{Deserialize, Serialize};

/// One thing that has happened to the report; the stamp says who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum ReportEvent {
    /// The notes were frozen as a draft, and the room may comment on it.
    DraftCirculated {
        /// Its number, from 1.
        draft: u32,
        /// What it says.
        blocks: Vec<Block>,
        /// Its fingerprint: SHA-256 of that in the form in which everybody gets it, in hexadecimal digits. See `report::digest`.
        sha256: String,
        /// Until when remarks are taken.
        until: Millis,
    },
    /// Remarks are taken until another moment.
    RemarksUntil {
        /// The moment.
        until: Millis,
    },
    /// Remarks are taken no more.
    RemarksEnded,
    /// Somebody remarked on a paragraph of the draft under way (the stamp says who).
    RemarkMade {
        /// The remark.
        remark: RemarkId,
        /// The paragraph's number in the draft, from 1.
        paragraph: u32,
        /// The remark's text.
        text: String,
    },
    /// A remark was taken back.
    RemarkWithdrawn {
        /// The remark.
        remark: RemarkId,
    },
    /// A remark has its answer.
    RemarkAnswered {
        /// The remark.
        remark: RemarkId,
        /// Whether it was taken.
        verdict: Verdict,
        /// The word on it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        word: String,
    },
    /// The report is final.
    ReportFinished {
        /// The fingerprint of what it says, as of a draft.
        sha256: String,
    },
    /// It was taken up again.
    ReportResumed {
        /// Why.
        reason: String,
    },
}
