//! Tables: a column of short figures or single words is as wide as they are, the others share what is left. Where that would leave too little,
//! all share.

use super::Tidying;
use super::letters::LONGEST_IN_CELL;
use crate::sheet::{Column, Part, Words};

/// The longest line that a column as wide as what it holds may have; how many such columns a table may have, and how many letters they
/// may have together.
const FITTING_LETTERS_MAX: usize = 14;
const FITTING_COLUMNS_MAX: usize = 5;
const FITTING_LETTERS_OF_ALL_MAX: usize = 42;

/// Between these the shares of the others lie: as many as their longest cell has letters.
const SHARE_MIN: usize = 6;
const SHARE_MAX: usize = 36;

impl Tidying<'_> {
    pub(super) fn table(
        &mut self,
        caption: Words,
        mut columns: Vec<Column>,
        has_row_heads: bool,
        mut rows: Vec<Vec<Words>>,
    ) -> Part {
        for cell in columns.iter_mut().map(|column| &mut column.head) {
            *cell = self.words(std::mem::take(cell), LONGEST_IN_CELL);
        }
        for row in &mut rows {
            row.resize_with(columns.len(), Words::default);
            for cell in row {
                *cell = self.words(std::mem::take(cell), LONGEST_IN_CELL);
            }
        }
        share(&mut columns, &rows);
        Part::Table {
            caption: self.words(caption, super::letters::LONGEST),
            columns,
            has_row_heads,
            rows,
        }
    }
}

fn share(columns: &mut [Column], rows: &[Vec<Words>]) {
    let longest: Vec<usize> = (0..columns.len())
        .map(|index| {
            let cells = rows.iter().filter_map(|row| row.get(index));
            cells.chain([&columns[index].head]).map(length).max().unwrap_or(0)
        })
        .collect();
    let is_short = |index: &usize| longest[*index] <= FITTING_LETTERS_MAX;
    let of_figures = |index: &usize| is_short(index) && columns[*index].is_number;
    let of_words = |index: &usize| is_short(index) && is_of_single_words(rows, *index);
    let all = 0..columns.len();
    // Somebody has to take the width that is left.
    let everything_fits = all.clone().all(|index| of_figures(&index) || of_words(&index));
    let fitting: Vec<bool> = all
        .map(|index| of_figures(&index) || (!everything_fits && of_words(&index)))
        .collect();
    let count = fitting.iter().filter(|fits| **fits).count();
    let letters: usize = longest
        .iter()
        .zip(&fitting)
        .filter(|(_, fits)| **fits)
        .map(|(letters, _)| letters)
        .sum();
    let may_fit = count < columns.len() && count <= FITTING_COLUMNS_MAX && letters <= FITTING_LETTERS_OF_ALL_MAX;
    for ((column, letters), fits) in columns.iter_mut().zip(longest).zip(fitting) {
        column.share = match may_fit && fits {
            true => 0,
            false => letters.clamp(SHARE_MIN, SHARE_MAX),
        };
    }
}

/// Whether no cell of a column can be broken, as with times of day: narrower than they are, they would run into the next column.
fn is_of_single_words(rows: &[Vec<Words>], column: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(column));
    let can_break = |words: &Words| words.runs.iter().any(|run| run.text.contains(char::is_whitespace));
    !cells.into_iter().any(can_break)
}

fn length(words: &Words) -> usize {
    words.runs.iter().map(|run| run.text.chars().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Run;

    fn words(text: &str) -> Words {
        let run = Run {
            text: text.to_owned(),
            ..Run::default()
        };
        Words {
            runs: vec![run],
            language: "en".to_owned(),
        }
    }

    fn shares(heads: &[(&str, bool)], rows: &[Vec<Words>]) -> Vec<usize> {
        let columns = heads.iter().map(|(head, is_number)| Column {
            head: words(head),
            is_number: *is_number,
            share: 9,
        });
        let mut columns: Vec<Column> = columns.collect();
        share(&mut columns, rows);
        columns.iter().map(|column| column.share).collect()
    }

    #[test]
    fn few_columns_of_short_figures_are_as_wide_as_they_are() {
        let row = vec![words("Yes"), words("12"), words("48 %")];
        assert_eq!(
            shares(&[("Answer", false), ("Votes", true), ("Share", true)], &[row]),
            [6, 0, 0]
        );
    }

    #[test]
    fn long_or_many_figures_take_nothing_from_the_others() {
        let long = vec![words("Yes"), words("12 of 48 who had a vote")];
        assert_eq!(shares(&[("Answer", false), ("Votes", true)], &[long]), [0, 23]);
        assert_eq!(shares(&[("a", true), ("b", true)], &[]), [6, 6]);
        let mut many = vec![("a", false)];
        many.extend([("1", true); 6]);
        assert_eq!(shares(&many, &[]), [6; 7]);
        let mut wide = vec![("a", false)];
        wide.extend([("stakeholders", true); 4]);
        assert_eq!(shares(&wide, &[]), [6, 12, 12, 12, 12]);
    }

    #[test]
    fn short_heads_of_figures_are_not_broken_beside_long_moments() {
        let moment = "2024-05-10 15:14:19 (America/New_York)";
        let heads = [
            ("Draft", true),
            ("Circulated", false),
            ("Remarks until", false),
            ("Paragraphs", true),
            ("Remarks", true),
            ("Taken", true),
            ("Declined", true),
        ];
        let row = ["1", moment, moment, "20", "2", "1", "1"].map(words).to_vec();
        assert_eq!(shares(&heads, &[row]), [0, 36, 36, 0, 0, 0, 0]);
    }
}
