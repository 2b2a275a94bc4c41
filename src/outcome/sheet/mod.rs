//! A document before it has a format: what stands in it, in which order and in which words. An outcome, or the report of a whole
//! meeting, is laid out as a [`Sheet`] once; Markdown, HTML, DOCX and PDF each know only how to write its few kinds of parts, so
//! that they say the same and a new section appears in all of them.
//!
//! Serialised it is what the crate that makes the PDF reads.

mod language;
mod layout;

pub use language::Language;
pub use layout::lay_out;

use super::text::{address, cleaned};
use crate::room::report::published::Run;
use serde::Serialize;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Its title, also for the file's properties.
    pub title: String,
    /// What it belongs to: the meeting, as it stands in the file's properties.
    pub subject: String,
    /// Who is named as its author: those who report. May be empty.
    pub author: String,
    /// The moment that it tells of, in UTC as in `2024-05-10T21:00:00Z`. The file's properties carry this moment and no other, or
    /// the same room would give other bytes each time.
    pub as_of: String,
    /// The short line at the foot of every page: what kind of text this is, and its status.
    pub foot: String,
    /// The language of what the program itself says in it.
    pub language: Language,
    /// What stands in it, from the top.
    pub parts: Vec<Part>,
}

/// A stretch of text that is written in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Its runs. A line break is `\n` in a run.
    pub runs: Vec<Run>,
    /// Its language, and with it the direction in which it is read.
    pub language: Language,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Of the text itself.
    Body,
    /// That the document can still change: stands out.
    Warning,
    /// What kind of text it is, below the title.
    Nature,
    /// An explanation below a table or a heading: small.
    Note,
}

/// One part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "part", rename_all = "kebab-case")]
pub enum Part {
    /// A heading. The first part of a sheet is its title, level 1; no level is skipped on the way down.
    Heading {
        /// From 1, the title, to 6.
        level: u8,
        /// Its text.
        words: Words,
    },
    /// A paragraph.
    Paragraph {
        /// What it is.
        role: Role,
        /// Its text.
        words: Words,
    },
    /// An outcome point: a paragraph with its number and labels.
    Point {
        /// Its number in the document, from 1.
        number: u32,
        /// What it is and where it belongs, in words: kind first, then standing, component, level, region, owner, source.
        labels: Vec<String>,
        /// Its text.
        words: Words,
    },
    /// Names with their values, such as the facts at the top.
    Facts {
        /// Each name with its value.
        facts: Vec<Fact>,
    },
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// Number of the first item.
        start: u32,
        /// What each item holds.
        items: Vec<Vec<Part>>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        parts: Vec<Part>,
    },
    /// A table. Every row has as many cells as there are columns.
    Table {
        /// What it is about.
        caption: Words,
        /// Its columns; their heads are its header row.
        columns: Vec<Column>,
        /// Whether the first cell of each row is the row's head.
        has_row_heads: bool,
        /// Its rows.
        rows: Vec<Vec<Words>>,
    },
    /// A drawing that shows what the table after it says in figures. Formats that cannot show it leave it out.
    Drawing {
        /// The drawing: one `svg` element with a `viewBox`, without scripts, styles of the page or anything from elsewhere.
        svg: String,
        /// What it shows, in words.
        alt: String,
    },
    /// A line across.
    Rule,
}

/// A name with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// The value.
    pub value: Words,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its head.
    pub head: Words,
    /// Whether it holds figures.
    pub is_number: bool,
}

impl Words {
    /// What the program itself says: English.
    pub fn own(text: impl Into<String>) -> Self {
        Self {
            runs: kept(vec![plain(text.into())]),
            language: Language::English,
        }
    }

    /// What somebody wrote: its language is found from the text.
    pub fn of(text: impl Into<String>) -> Self {
        Self::of_runs(vec![plain(text.into())])
    }

    /// What somebody wrote together with what the program says beside it, piece by piece, so that a format can hold pieces of
    /// different directions apart.
    pub fn of_pieces<Piece: Into<String>>(pieces: impl IntoIterator<Item = Piece>) -> Self {
        Self::of_runs(pieces.into_iter().map(|piece| plain(piece.into())).collect())
    }

    /// The same with runs.
    pub fn of_runs(runs: Vec<Run>) -> Self {
        let runs = kept(runs);
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        Self {
            language: Language::of(&text),
            runs,
        }
    }

    /// All of it without what marks parts of it.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether there is nothing to read in it.
    pub fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }

    /// The same without line breaks, as headings and cells have it.
    #[must_use]
    pub fn on_a_line(mut self) -> Self {
        for run in &mut self.runs {
            run.text = run.text.replace('\n', " ");
        }
        self
    }
}

fn plain(text: String) -> Run {
    Run { text, ..Run::default() }
}

/// The runs as a document may have them: without what would change their surroundings, and leading only to plain addresses.
fn kept(runs: Vec<Run>) -> Vec<Run> {
    let kept = runs.into_iter().map(|run| Run {
        text: cleaned(&run.text),
        link: run.link.filter(|link| address(link).is_some()),
        ..run
    });
    kept.filter(|run| !run.text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_people_come_without_what_turns_their_surroundings_and_lead_to_plain_addresses_alone() {
        let run = Run {
            link: Some("javascript:alert(1)".into()),
            ..plain("a\u{202e}b\u{0}".into())
        };
        let words = Words::of_runs(vec![run, plain("\u{202e}".into())]);
        assert_eq!((words.text().as_str(), words.runs.len()), ("ab ", 1));
        assert_eq!(words.runs[0].link, None);
    }

    #[test]
    fn words_on_a_line_have_no_breaks() {
        assert_eq!(Words::of("two\nlines").on_a_line().text(), "two lines");
        assert!(Words::of(" \n").is_blank() && Words::own("").is_blank());
    }
}
