//! A programme from another tool: the `schedule.json` that pretalx, frab and those that speak their format export, and the timetable that
//! Indico exports. Pure: text in, a meeting's sessions and rooms out, with what was left out.
//!
//! A talk becomes a session. It has a room of the same name, unless it is a break or a matchmaking session: those need none. Talks of the
//! same track side by side at the same time are one session with a room for each, as breakout groups are. The names of speakers are those
//! of the room's panel. Whatever else the file says (links, attachments, biographies) has no place here and is left out.
//!
//! `node.rs` reads typed values and notes what is wrong with them; `frab.rs` and `indico.rs` know the two formats and make slots of them
//! (`slot.rs`); `sessions.rs` makes sessions and rooms of slots; `merge.rs` brings them into a meeting that there is.

mod frab;
mod indico;
mod kinds;
mod merge;
mod node;
mod said;
mod sessions;
mod slot;
mod texts;

#[cfg(test)]
mod tests;

pub use merge::{Changes, Merged, merge};
pub use said::{Extra, Made, Right, Said};

use super::limits::{FILE_BYTES_MAX, SCHEDULE_PARTS_MAX};
use super::plan::Meeting;
use node::{Node, Report};
use serde::Serialize;
use serde_json::Value;

/// Something to know about a file: what is wrong with it, or what was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error, utoipa::ToSchema)]
#[error("{path}: {message}")]
#[schema(as = ScheduleRemark)]
pub struct Remark {
    /// Where, as in `schedule.conference.days[0].rooms["Hall A"][2].start`; empty where the whole file is meant.
    pub path: String,
    /// What is said, for programs.
    #[serde(flatten)]
    pub said: Said,
    /// What is wrong and what would be right, or what was left out.
    pub message: String,
}

impl Remark {
    /// Something that is said of a place, or of the whole file where the path is empty.
    pub fn new(path: &str, said: Said) -> Self {
        Self {
            path: path.to_owned(),
            message: said.to_string(),
            said,
        }
    }
}

/// Whose format a file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// `schedule.json` of pretalx, frab and others.
    Frab,
    /// A timetable of Indico.
    Indico,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Whose format the file has.
    pub format: Format,
    /// Its sessions and rooms, in a meeting that is otherwise the one that was given.
    pub meeting: Meeting,
    /// What was left out or taken otherwise than it stands there.
    pub warnings: Vec<Remark>,
}

/// Reads a file for this meeting, whose day and time zone it is told in.
///
/// # Errors
/// Everything that is wrong with the file.
pub fn read(text: &str, into: &Meeting) -> Result<Imported, Vec<Remark>> {
    let value = parsed(text).map_err(|said| vec![Remark::new("", said)])?;
    let mut report = Report::default();
    let file = Node::of(&value);
    let (format, read) = if file.has("schedule") {
        (Format::Frab, frab::read(&file, &mut report))
    } else if file.has("results") {
        (Format::Indico, indico::read(&file, &mut report))
    } else {
        return Err(vec![Remark::new("", Said::Format)]);
    };
    let (programme, rooms) = sessions::of(read, into, &mut report);
    if programme.is_empty() && report.errors.is_empty() {
        report.wrong("", Said::NoTalks);
    }
    if !report.errors.is_empty() {
        return Err(report.errors);
    }
    Ok(Imported {
        format,
        meeting: Meeting {
            programme,
            rooms,
            ..into.clone()
        },
        warnings: report.warnings,
    })
}

fn parsed(text: &str) -> Result<Value, Said> {
    if text.len() > FILE_BYTES_MAX {
        let (bytes, max) = (text.len(), FILE_BYTES_MAX);
        return Err(Said::FileLarge { bytes, max });
    }
    if parts(text) > SCHEDULE_PARTS_MAX {
        let max = SCHEDULE_PARTS_MAX;
        return Err(Said::PartsMany { max });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Said::Syntax { line, column }
    })
}

/// How many parts the file has at least, without reading it: each has a comma or an opening bracket in front of it, outside of the texts.
fn parts(text: &str) -> usize {
    let (mut count, mut is_text, mut is_escaped) = (0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_text,
            b'"' => is_text = !is_text,
            b',' | b'[' | b'{' => count += usize::from(!is_text),
            _ => {}
        }
    }
    count
}
