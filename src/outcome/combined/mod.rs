//! The report of a whole meeting: the points of all rooms by what they are, the messages for the plenary first, and of each room who
//! took part, what was polled and how far its report is. What it says of a room is made of that room's outcome and of nothing else, so
//! what a room's attribution rule keeps back is not in it either. Beside that it has what the closing plenary made of the points, and the
//! partnerships that both sides let be known.

mod contents;
mod partnerships;
mod sheet;
mod together;

pub use contents::{
    BesideRooms, Combined, FloorQuestion, OfKind, PlenaryList, PlenaryPoint, PlenaryTheme, PollOverview, REPORT_SCHEMA,
    RoomPoint, RoomSummary, combine,
};
pub use partnerships::Partnership;
pub use sheet::lay_out;

use super::{Document, NotRendered, csv, docx, html, json, markdown, pdf};

/// One of the files that the report of a meeting is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportDocument {
    /// For word processors.
    Docx,
    /// For reading and print, accessible.
    Pdf,
    /// CommonMark with tables.
    Markdown,
    /// One page that needs nothing else, for screens and for print.
    Html,
    /// The report itself, for programs.
    Json,
    /// The points of all rooms as a table.
    Points,
}

impl ReportDocument {
    /// Every file, in the order in which they are listed.
    pub const ALL: [ReportDocument; 6] = [Self::Docx, Self::Pdf, Self::Html, Self::Markdown, Self::Json, Self::Points];

    /// Its name.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Docx => "report.docx",
            Self::Pdf => "report.pdf",
            Self::Markdown => "report.md",
            Self::Html => "report.html",
            Self::Json => "report.json",
            Self::Points => "points.csv",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Docx => Document::Docx.media_type(),
            Self::Pdf => Document::Pdf.media_type(),
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
            Self::Json => "application/json",
            Self::Points => "text/csv; charset=utf-8; header=present",
        }
    }

    /// The bytes of the file. The same report gives the same bytes.
    ///
    /// # Errors
    /// Where the typesetter of the PDF refuses the document. No other format fails.
    pub fn render(self, report: &Combined) -> Result<Vec<u8>, NotRendered> {
        Ok(match self {
            Self::Docx => docx::render(&lay_out(report)),
            Self::Pdf => pdf::render(&lay_out(report))?,
            Self::Markdown => markdown::render(&lay_out(report)).into_bytes(),
            Self::Html => html::render(&lay_out(report)).into_bytes(),
            Self::Json => json::render(report),
            Self::Points => csv::points_of_report(report),
        })
    }
}
