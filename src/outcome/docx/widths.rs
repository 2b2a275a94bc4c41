//! How wide the columns of a table are: each has room for its longest word, or Word would break heads in the middle of one; what is
//! left goes to the columns whose texts need it.

use crate::outcome::sheet::{Column, Words};

/// Free room at both sides of a cell's text, with its borders.
const SIDES_WIDTH: usize = 230;
/// A word longer than this is broken.
const WORD_LETTERS_MAX: usize = 18;
/// A text longer than this asks for no more room.
const TEXT_LETTERS_MAX: usize = 90;

/// The widths of the columns, which share that of the whole.
pub(super) fn widths(whole: usize, columns: &[Column], rows: &[Vec<Words>]) -> Vec<usize> {
    let needs = |index: usize, column: &Column| {
        let cells = rows.iter().filter_map(|row| row.get(index)).chain([&column.head]);
        cells
            .map(need)
            .fold((0, 0), |one, other| (one.0.max(other.0), one.1.max(other.1)))
    };
    let needs: Vec<(usize, usize)> = columns
        .iter()
        .enumerate()
        .map(|(index, column)| needs(index, column))
        .collect();
    let least: usize = needs.iter().map(|(word, _)| word).sum();
    if least >= whole {
        // Too many columns: nobody gets what they need.
        return needs.iter().map(|(word, _)| whole * word / least.max(1)).collect();
    }
    let (left, wanted) = (whole - least, needs.iter().map(|(word, text)| text - word).sum::<usize>());
    needs
        .iter()
        .map(|(word, text)| match wanted {
            0 => whole * word / least.max(1),
            wanted => word + left * (text - word) / wanted,
        })
        .collect()
}

/// The width that a cell needs for its longest word, and for all of it on a line.
fn need(words: &Words) -> (usize, usize) {
    let text = words.text();
    let wide = |letters: &str, most: usize| letters.chars().take(most).map(letter_width).sum::<usize>() + SIDES_WIDTH;
    let word = text.split_whitespace().map(|word| wide(word, WORD_LETTERS_MAX)).max();
    let word = word.unwrap_or(SIDES_WIDTH);
    (word, wide(&text, TEXT_LETTERS_MAX).max(word))
}

/// About the width of a letter of a head, which is bold, in twentieths of a point: also of the wider letters that stand in where Word's
/// own are not there.
fn letter_width(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | '\'' | '|' => 75,
        ' ' | 'f' | 'r' | 't' | '(' | ')' | '/' | '-' => 100,
        'm' | 'w' | 'M' | 'W' => 210,
        _ if letter.is_uppercase() => 165,
        _ => 140,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: usize = 9_638;

    fn of(heads: &[&str], row: &[&str]) -> Vec<usize> {
        let column = |head: &&str| Column {
            head: Words::own(*head),
            is_number: false,
        };
        let columns: Vec<Column> = heads.iter().map(column).collect();
        widths(WHOLE, &columns, &[row.iter().map(|cell| Words::own(*cell)).collect()])
    }

    #[test]
    fn a_head_is_not_broken_and_the_longest_text_gets_what_is_left() {
        let text = "Trainers in the region who stay when the project has ended, and not missions of a few days.";
        let widths = of(&["Card", "Contribution", "Support"], &["12", text, "3"]);
        assert!(widths[2] >= 1_130, "{widths:?}");
        assert!(widths[1] > 3 * widths[2], "{widths:?}");
        assert!(widths.iter().sum::<usize>() <= WHOLE, "{widths:?}");
    }

    #[test]
    fn many_columns_and_endless_words_stay_within_the_page() {
        let word = "a".repeat(300);
        let widths = of(&["x"; 40], &[word.as_str(); 40]);
        assert!(widths.iter().sum::<usize>() <= WHOLE && widths.iter().all(|width| *width > 0));
        assert_eq!(of(&[], &[]), Vec::<usize>::new());
    }
}
