//! A count as a table for documents: words and figures, without a format.

use super::count::Count;
use super::paper;
use crate::room::command::PollPaper;
use serde::{Deserialize, Serialize};

/// A table of a result. Every row has as many cells as the header.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What it shows, where a result has several tables; may be empty.
    pub caption: String,
    /// The heads of the columns. The first column names the row.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// The table of most kinds: each answer with its count and its share of the base.
pub fn of_tally(paper: &PollPaper, count: &Count, base: u32) -> Table {
    let row = |(option, text): (_, &str)| {
        let votes = count.tally.get(&option).copied().unwrap_or(0);
        vec![text.to_owned(), votes.to_string(), percent(votes, base)]
    };
    Table {
        caption: String::new(),
        header: ["Answer", "Ballots", "Share"].map(str::to_owned).into(),
        rows: paper::options(paper).map(row).collect(),
    }
}

/// A share in whole percent; of nothing, a dash.
pub fn percent(part: u32, base: u32) -> String {
    if base == 0 {
        return "–".to_owned();
    }
    format!("{}%", (u64::from(part) * 200 + u64::from(base)) / (u64::from(base) * 2))
}
