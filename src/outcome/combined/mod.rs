//! The report of a whole meeting: the points of all rooms by what they are, the messages for the plenary first, and of each room who
//! took part, what was polled and how far its report is. It is made of the rooms' outcomes and of nothing else, so what a room's
//! attribution rule keeps back is not in it either.

mod contents;
mod sheet;

pub use contents::{Combined, OfKind, PollOverview, REPORT_SCHEMA, RoomPoint, RoomSummary, combine};
pub use sheet::lay_out;

use super::{csv, html, json, markdown};

/// One of the files that the report of a meeting is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportDocument {
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
    pub const ALL: [ReportDocument; 4] = [Self::Markdown, Self::Html, Self::Json, Self::Points];

    /// Its name.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Markdown => "report.md",
            Self::Html => "report.html",
            Self::Json => "report.json",
            Self::Points => "points.csv",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
            Self::Json => "application/json",
            Self::Points => "text/csv; charset=utf-8; header=present",
        }
    }

    /// The bytes of the file. The same report gives the same bytes.
    pub fn render(self, report: &Combined) -> Vec<u8> {
        match self {
            Self::Markdown => markdown::render(&lay_out(report)).into_bytes(),
            Self::Html => html::render(&lay_out(report)).into_bytes(),
            Self::Json => json::render(report),
            Self::Points => csv::points_of_report(report),
        }
    }
}
