//! Reading a meeting file. All of its errors are told at once, each with its line, its field and what would be right, so
//! that nobody has to run the check once per mistake.
//!
//! `table.rs` and `field.rs` read typed values and note what is wrong with them; `meeting.rs`, `programme.rs`, `rooms.rs`,
//! `floor.rs`, `speakers.rs` and `polls/` know the fields; `report.rs` collects the errors.

mod calendar;
mod field;
mod floor;
mod meeting;
mod polls;
mod programme;
mod report;
mod rooms;
mod speakers;
pub(crate) mod suggest;
mod table;

#[cfg(test)]
mod tests;

use super::limits::FILE_BYTES_MAX;
use super::plan::Meeting;
use super::wrong::{OfFile, Wrong};
pub use field::is_room_id;
use report::Report;
use serde::Serialize;
use table::Table;
use toml::de::DeTable;
use utoipa::ToSchema;

/// One thing that is wrong with a meeting file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error, ToSchema)]
#[schema(as = MeetingFileFault)]
#[error("line {line}{}{field}: {message}", if field.is_empty() { "" } else { ", " })]
pub struct FileError {
    /// The line, from 1.
    pub line: usize,
    /// The field by its path, lists counted from 0, as in `rooms[2].speaking_limit_s`; empty where no field is meant.
    pub field: String,
    /// What is wrong, for programs.
    #[serde(flatten)]
    pub wrong: Wrong,
    /// What is wrong and what would be right.
    pub message: String,
}

impl FileError {
    fn new(line: usize, field: &str, wrong: impl Into<Wrong>) -> Self {
        let wrong = wrong.into();
        Self {
            line,
            field: field.to_owned(),
            message: wrong.to_string(),
            wrong,
        }
    }
}

/// Reads a meeting file as it comes from the disk.
///
/// # Errors
/// Every error of the file, in the order of its lines.
pub fn parse_bytes(bytes: &[u8]) -> Result<Meeting, Vec<FileError>> {
    if bytes.len() > FILE_BYTES_MAX {
        let (bytes, max) = (bytes.len(), FILE_BYTES_MAX);
        return Err(vec![FileError::new(1, "", OfFile::FileLarge { bytes, max })]);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(text),
        Err(error) => {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
            Err(vec![FileError::new(line, "", OfFile::Encoding)])
        }
    }
}

/// Reads a meeting file.
///
/// # Errors
/// Every error of the file, in the order of its lines. Where the file is not even TOML, those errors alone: what
/// fields it has cannot be said then.
pub fn parse(text: &str) -> Result<Meeting, Vec<FileError>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > FILE_BYTES_MAX {
        return parse_bytes(text.as_bytes());
    }
    if text.trim().is_empty() {
        return Err(vec![FileError::new(1, "", OfFile::FileEmpty)]);
    }
    let (root, syntax) = DeTable::parse_recoverable(text);
    let mut report = Report::new(text);
    for error in &syntax {
        let span = error.span().unwrap_or_default();
        let said = error.message().to_owned();
        report.add(&span, "", OfFile::Syntax { said });
    }
    if !syntax.is_empty() {
        return Err(report.into_errors());
    }
    let read = meeting::read(&Table::root(root.get_ref()), &mut report);
    let errors = report.into_errors();
    if errors.is_empty() { Ok(read) } else { Err(errors) }
}
