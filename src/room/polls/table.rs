//! A count as a table for documents: words and figures, without a format.

use super::count::Count;
use super::paper;
use crate::room::command::PollPaper;
use serde::{Deserialize, Serialize};

/// A table of a result. Every row has as many cells as the header.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
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
    let line = |(option, text): (_, &str)| {
        let votes = count.tally.get(&option).copied().unwrap_or(0);
        vec![text.to_owned(), votes.to_string(), percent(votes, base)]
    };
    Table {
        caption: String::new(),
        header: row(["Answer", "Ballots", "Share"]),
        rows: paper::options(paper).map(line).collect(),
    }
}

/// A share in whole percent; of nothing, a dash.
pub fn percent(part: u32, base: u32) -> String {
    if base == 0 {
        return "–".to_owned();
    }
    format!("{}%", (u64::from(part) * 200 + u64::from(base)) / (u64::from(base) * 2))
}

/// A mean with one digit after the point; of nothing, a dash.
pub fn mean(sum: u64, of: u32) -> String {
    if of == 0 {
        return "–".to_owned();
    }
    let tenths = (sum * 20 + u64::from(of)) / (u64::from(of) * 2);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The mean of steps that count from 1, by how many ballots each has.
pub fn mean_step(ballots: &[u32]) -> String {
    let sum = (1..)
        .zip(ballots)
        .map(|(step, number): (u64, _)| step * u64::from(*number))
        .sum();
    mean(sum, ballots.iter().sum())
}

/// A head of columns, or a row of words.
pub fn row<const CELLS: usize>(cells: [&str; CELLS]) -> Vec<String> {
    cells.map(str::to_owned).into()
}
