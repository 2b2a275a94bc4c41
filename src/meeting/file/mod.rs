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
pub use field::is_room_id;
use report::Report;
use serde::Serialize;
use table::Table;
use toml::de::DeTable;

/// One thing that is wrong with a meeting file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, thiserror::Error)]
#[error("line {line}{}{field}: {message}", if field.is_empty() { "" } else { ", " })]
pub struct FileError {
    /// The line, from 1.
    pub line: usize,
    /// The field by its path, lists counted from 0, as in `rooms[2].speaking_limit_s`; empty where no field is meant.
    pub field: String,
    /// What is wrong and what would be right.
    pub message: String,
}

impl FileError {
    fn of_file(line: usize, message: impl Into<String>) -> Self {
        Self {
            line,
            field: String::new(),
            message: message.into(),
        }
    }
}

/// Reads a meeting file as it comes from the disk.
///
/// # Errors
/// Every error of the file, in the order of its lines.
pub fn parse_bytes(bytes: &[u8]) -> Result<Meeting, Vec<FileError>> {
    if bytes.len() > FILE_BYTES_MAX {
        let message = format!("the file has {} bytes; at most {FILE_BYTES_MAX} are read", bytes.len());
        return Err(vec![FileError::of_file(1, message)]);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(text),
        Err(error) => {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
            let message = "this is not text in UTF-8; save the file with the encoding UTF-8, without other characters";
            Err(vec![FileError::of_file(line, message)])
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
        let message = "the file is empty; a meeting has at least `id`, `title`, `date`, `timezone` and one `[[rooms]]`";
        return Err(vec![FileError::of_file(1, message)]);
    }
    let (root, syntax) = DeTable::parse_recoverable(text);
    let mut report = Report::new(text);
    for error in &syntax {
        let span = error.span().unwrap_or_default();
        report.add(&span, "", format!("this is not TOML: {}", error.message()));
    }
    if !syntax.is_empty() {
        return Err(report.into_errors());
    }
    let read = meeting::read(&Table::root(root.get_ref()), &mut report);
    let errors = report.into_errors();
    if errors.is_empty() { Ok(read) } else { Err(errors) }
}
