//! What an outcome holds of the clearing of the report: the drafts that went round, what the room said to them, and what of
//! the notes it did not see.

use crate::room::command::Verdict;
use crate::room::view::ReportState;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How the report was cleared with the room.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Clearing {
    /// How far it is.
    pub state: ReportState,
    /// The drafts that were circulated, the first one first.
    pub drafts: Vec<Draft>,
    /// When it became final, in UTC; missing while it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub final_at: Option<String>,
    /// SHA-256 of what became final, in hexadecimal digits; missing while it is not final, and where the room was closed to the
    /// outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Whether the notes of this document are what became final; missing while the report is not final. Whether the room saw that is
    /// another matter: see `changed_after`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes_as_cleared: Option<bool>,
    /// How the notes of this document differ from the last draft; missing where the room saw every paragraph of them, and where no
    /// draft was circulated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_after: Option<ChangedAfter>,
    /// Why the report was taken up again the last time; empty where it never was, and where the room was closed to the outside.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub resumed_because: String,
}

/// What the room did not see: how the notes differ from the last draft.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChangedAfter {
    /// The draft's number.
    pub draft: u32,
    /// How many paragraphs say something else, or have other labels.
    pub changed: u32,
    /// How many are new.
    pub added: u32,
    /// How many of the draft are there no more.
    pub taken_out: u32,
    /// The first of them in reading order; empty where the room was closed to the outside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<ChangedPassage>,
}

/// A paragraph that changed after the last draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChangedPassage {
    /// What became of it.
    pub change: PassageChange,
    /// Its number, from 1, among the headings and paragraphs of the notes that have text; where it was taken out, in the draft.
    pub paragraph: u32,
    /// How it begins; where it was taken out, how it began in the draft.
    pub text: String,
}

/// What became of a paragraph after the last draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PassageChange {
    /// It says something else, or has other labels.
    Changed,
    /// It is new.
    Added,
    /// It is there no more.
    TakenOut,
}

/// A draft that was circulated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Draft {
    /// Its number, from 1.
    pub number: u32,
    /// When it was circulated, in UTC.
    pub at: String,
    /// Until when the room could remark on it, in UTC.
    pub until: String,
    /// SHA-256 of what it said, in hexadecimal digits; empty where the room was closed to the outside.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sha256: String,
    /// How many paragraphs it had.
    pub paragraphs: u32,
    /// How many remarks were made on it and not taken back.
    pub remarks_made: u32,
    /// How many of them were taken.
    pub remarks_taken: u32,
    /// How many were declined.
    pub remarks_declined: u32,
    /// The remarks, the first one first; empty where the room was closed to the outside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Remark>,
}

/// A remark on a paragraph of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Remark {
    /// Its id, as in `m3`.
    pub id: String,
    /// The number of the paragraph in the draft, from 1.
    pub paragraph: u32,
    /// Its text.
    pub text: String,
    /// When it was made, in UTC.
    pub at: String,
    /// Who made it, as `name, delegation`; empty unless the room was on the record.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// What became of it; missing while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// The word on it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub word: String,
}
