//! What a sheet says, taken from the sheet itself: one line for each paragraph.

use crate::outcome::sheet::{Part, Sheet, Words};
use crate::outcome::text::cleaned;

/// Every line that a document of the sheet has to say, in order.
pub(super) fn lines(sheet: &Sheet) -> Vec<String> {
    let mut lines = Vec::new();
    collect(&sheet.parts, &mut lines);
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

fn collect(parts: &[Part], lines: &mut Vec<String>) {
    for part in parts {
        match part {
            Part::Heading { words, .. } | Part::Paragraph { words, .. } => lines.push(text(words)),
            Part::Point { number, labels, words } => {
                lines.push(cleaned(&format!("{number}  {}", labels.join(" · "))));
                lines.push(text(words));
            }
            Part::Facts { facts } => {
                lines.extend(facts.iter().map(|fact| format!("{}: {}", fact.name, text(&fact.value))));
            }
            Part::List { items, .. } => items.iter().for_each(|item| collect(item, lines)),
            Part::Quote { parts } => collect(parts, lines),
            Part::Table {
                caption, columns, rows, ..
            } => {
                lines.push(text(caption));
                lines.extend(columns.iter().map(|column| text(&column.head)));
                lines.extend(rows.iter().flatten().map(text));
            }
            Part::Drawing { .. } | Part::Rule => {}
        }
    }
}

fn text(words: &Words) -> String {
    cleaned(&words.text()).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
