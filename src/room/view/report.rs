//! What each audience may see of the clearing of the report. What a draft says is asked for by its number, because it is
//! long, and with it the remarks on earlier drafts: every page has this view, and a report may have many drafts.

use crate::room::command::Verdict;
use crate::room::ids::{Millis, RemarkId};
use crate::room::view::Written;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The clearing of the report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct ReportView {
    /// How far it is.
    pub state: ReportState,
    /// The drafts that were circulated, by their number; the last one is the draft under way.
    #[schema(value_type = BTreeMap<String, DraftView>)]
    pub drafts: BTreeMap<u32, DraftView>,
    /// Why the report was taken up again after it was final, the latest reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub resumed_because: Option<String>,
    /// When it became final.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub final_at: Option<Millis>,
}

/// How far the clearing of a report is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReportState {
    /// It is being written.
    #[default]
    Draft,
    /// A draft is circulated and takes remarks.
    Circulated,
    /// The time for remarks is over; they are being answered.
    Commented,
    /// It is final.
    Final,
}

/// A draft that was circulated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct DraftView {
    /// When it was circulated.
    pub at: Millis,
    /// Until when remarks are taken, or when that ended.
    pub until: Millis,
    /// SHA-256 of what it says, in hexadecimal digits.
    pub sha256: String,
    /// How many paragraphs it has.
    pub paragraphs: u32,
    /// How many remarks on it there are.
    pub made: u32,
    /// How many of them wait for an answer.
    pub waiting: u32,
    /// The remarks on it, of the draft under way only; those on earlier ones come with what they say.
    pub remarks: BTreeMap<RemarkId, RemarkView>,
}

/// A remark on a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct RemarkView {
    /// The number of the paragraph that it is about, from 1.
    pub paragraph: u32,
    /// Its text.
    pub text: String,
    /// When it was made.
    pub at: Millis,
    /// Who made it; only where the room is on the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub by: Option<Written>,
    /// What became of it; missing while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub verdict: Option<Verdict>,
    /// The word on it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub word: String,
}
