//! Tables, below their captions.

use super::escaped;
use super::inline;
use crate::outcome::sheet::{Column, Words};
use crate::outcome::text::line;

pub(super) fn lines(caption: &Words, columns: &[Column], rows: &[Vec<Words>]) -> Vec<String> {
    let mut all = Vec::new();
    if !caption.is_blank() {
        all.extend([inline::runs(&caption.runs), String::new()]);
    }
    let heads: Vec<String> = columns.iter().map(|column| escaped(&column.head.text())).collect();
    let rules = columns.iter().map(|column| if column.is_number { "---:" } else { "---" });
    all.push(row(&heads));
    all.push(format!("|{}|", rules.collect::<Vec<_>>().join("|")));
    all.extend(rows.iter().map(|cells| {
        let cells: Vec<String> = columns.iter().zip(cells).map(|(column, words)| cell(column, words)).collect();
        row(&cells)
    }));
    all
}

fn row(cells: &[String]) -> String {
    line(&format!("| {} |", cells.join(" | ")))
}

/// Figures have no letter that would mean something, and are read more easily without a backslash before their point.
fn cell(column: &Column, words: &Words) -> String {
    let text = words.text();
    let means_nothing =
        |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ':' | '%' | '\u{2013}' | '(' | ')' | '/' | ' ');
    if column.is_number && text.chars().all(means_nothing) {
        text
    } else {
        inline::runs(&words.runs)
    }
}
