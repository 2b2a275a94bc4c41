//! The outcome document of a room: what a rapporteur takes to the plenary and what is sealed at the close. Pure: the same
//! room gives the same bytes a year later.
//!
//! [`compose()`] takes from a [`Room`](crate::room::Room) what may be told of it and makes an [`Outcome`], which knows no
//! format; a [`Document`] makes bytes of that, those for reading by way of a [`Sheet`](sheet::Sheet), which has an order and
//! words. What the room's attribution rule keeps back never gets into the outcome, so
//! no format has to think of it:
//!
//! - on the record: everything, with the chair's decisions about the list and their reasons;
//! - Chatham House: no speaker, no delegation, no list of speakers and no reason, only how many spoke and for how long; by
//!   group only where every group is large enough that nobody can be told from it. Chair and rapporteur are named, since
//!   they report to the plenary by name;
//! - closed: figures alone, and the sentence that nothing may leave the room. Notes and polls stay in the room's journal.
//!
//! What only the chair sees, the notes beside requests and the private additions to speaking times, is in no outcome.
//!
//! A draft tells of polls only what the room has been shown; the final document has every poll that was closed.

pub mod attribution;
mod charts;
pub mod combined;
mod compose;
mod contents;
mod csv;
mod docx;
mod html;
mod json;
mod markdown;
mod moments;
mod pdf;
pub mod record;
pub mod schema;
pub mod sheet;
mod text;
mod wording;

pub use crate::room::report::published::{Block, Run, block};
pub use compose::{AsOf, compose, told_points, told_rapporteurs};
pub use contents::{
    Answer, Board, Card, ChangedAfter, ChangedPassage, Clearing, Decided, Decision, Draft, Floor, Heard, Intervention,
    MeetingPart, NotHeard, OfGroup, Outcome, OutcomePoint, Participation, PassageChange, Poll, PollResult, PollRound, Quorum,
    ReadAloud, Remark, RollLine, RoomPart, Ruling, SCHEMA, SessionPart, Status,
};
pub(crate) use csv::neutral;
pub use csv::table as csv_table;
pub use pdf::NotRendered;

/// One of the files that an outcome is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
    /// For word processors.
    Docx,
    /// For reading and print, accessible.
    Pdf,
    /// CommonMark with tables.
    Markdown,
    /// One page that needs nothing else, for screens and for print.
    Html,
    /// The outcome itself, for programs.
    Json,
    /// The polls as a table.
    Polls,
    /// The list of speakers as a table.
    Speakers,
    /// The points as a table.
    Points,
    /// The board of contributions as a table.
    Board,
}

impl Document {
    /// Every file, in the order in which they are listed.
    pub const ALL: [Document; 9] = [
        Self::Docx,
        Self::Pdf,
        Self::Html,
        Self::Markdown,
        Self::Json,
        Self::Points,
        Self::Polls,
        Self::Speakers,
        Self::Board,
    ];

    /// Its name in the outcome's folder.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Docx => "outcome.docx",
            Self::Pdf => "outcome.pdf",
            Self::Markdown => "outcome.md",
            Self::Html => "outcome.html",
            Self::Json => "outcome.json",
            Self::Polls => "polls.csv",
            Self::Speakers => "speakers.csv",
            Self::Points => "points.csv",
            Self::Board => "board.csv",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
            Self::Json => "application/json",
            Self::Polls | Self::Speakers | Self::Points | Self::Board => "text/csv; charset=utf-8; header=present",
        }
    }

    /// The bytes of the file. The same outcome gives the same bytes.
    ///
    /// # Errors
    /// Where the typesetter of the PDF refuses the document. No other format fails.
    pub fn render(self, outcome: &Outcome) -> Result<Vec<u8>, NotRendered> {
        Ok(match self {
            Self::Docx => docx::render(&sheet::lay_out(outcome)),
            Self::Pdf => pdf::render(&sheet::lay_out(outcome))?,
            Self::Markdown => markdown::render(&sheet::lay_out(outcome)).into_bytes(),
            Self::Html => html::render(&sheet::lay_out(outcome)).into_bytes(),
            Self::Json => json::render(outcome),
            Self::Polls => csv::polls(outcome),
            Self::Speakers => csv::speakers(outcome),
            Self::Points => csv::points(outcome),
            Self::Board => csv::board(outcome),
        })
    }
}
