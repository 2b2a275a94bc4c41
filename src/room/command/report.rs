//! What a seat may ask of the clearing of the report: drafts that the rapporteur circulates, and the room's comments on them.

use crate::room::ids::RemarkId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What became of a remark on a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The report will say so.
    Taken,
    /// It will not.
    Declined,
}

/// For clearing the report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum ReportCommand {
    /// Freeze the notes as the next draft and let the room comment on it.
    Circulate {
        /// For how long, seconds.
        for_s: u32,
    },
    /// Give another time to comment on the draft under way, from now; or end it now.
    Deadline {
        /// Seconds from now; left out: it ends now.
        #[serde(default)]
        in_s: Option<u32>,
    },
    /// Remark on a paragraph of the draft under way.
    Remark {
        /// The number of the draft that the asker has read; refused where another one is under way. Left out: whichever is.
        #[serde(default)]
        draft: Option<u32>,
        /// Its number in the draft, from 1.
        paragraph: u32,
        /// The remark.
        text: String,
    },
    /// Take back one's own remark that has no answer yet.
    Withdraw {
        /// The remark.
        remark: RemarkId,
    },
    /// Take or decline a remark, with a word on it.
    Answer {
        /// The remark.
        remark: RemarkId,
        /// Whether it is taken.
        verdict: Verdict,
        /// The word; may be empty where it is taken.
        #[serde(default)]
        word: String,
    },
    /// Say that the report is final: every remark has its answer. The notes can be written no more.
    Finish,
    /// Take a final report up again: the notes can be written again.
    Resume {
        /// Why.
        reason: String,
    },
}
