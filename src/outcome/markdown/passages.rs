//! The notes as CommonMark. Blocks are lists of lines; a container puts its prefix in front of each.

use super::inline;
use crate::outcome::outline::Outline;
use crate::outcome::passages::{Block, Run};

/// The notes from their first block to the last.
pub(super) fn render(notes: &[Block]) -> String {
    lines(notes, &mut Outline::default()).join("\n")
}

fn lines(blocks: &[Block], outline: &mut Outline) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut list_before = false;
    let mut other_marker = false;
    for block in blocks {
        let is_list = matches!(block, Block::List { .. });
        // Two lists in a row would become one; the second gets the other kind of marker.
        other_marker = is_list && list_before && !other_marker;
        let block = block_lines(block, other_marker, outline);
        if block.is_empty() {
            continue;
        }
        list_before = is_list;
        if !all.is_empty() {
            all.push(String::new());
        }
        all.extend(block);
    }
    all
}

fn block_lines(block: &Block, other_marker: bool, outline: &mut Outline) -> Vec<String> {
    match block {
        Block::Heading { level, runs } => heading(*level, runs, outline),
        Block::Paragraph { runs, .. } => inline::runs(runs).lines().map(str::to_owned).collect(),
        Block::List { ordered, start, items } => list(*ordered, *start, items, other_marker, outline),
        Block::Quote { blocks } => lines(blocks, outline)
            .iter()
            .map(|line| format!("> {line}").trim_end().to_owned())
            .collect(),
        // Underscores, because hyphens or asterisks behind a list's marker would be a line across with it.
        Block::Rule => vec!["___".to_owned()],
    }
}

fn heading(level: u8, runs: &[Run], outline: &mut Outline) -> Vec<String> {
    let on_a_line = runs.iter().map(|run| Run {
        text: run.text.replace('\n', " "),
        ..run.clone()
    });
    let text = inline::runs(&on_a_line.collect::<Vec<_>>());
    if text.is_empty() {
        Vec::new()
    } else {
        vec![format!("{} {text}", "#".repeat(outline.level(level)))]
    }
}

fn list(ordered: bool, start: u32, items: &[Vec<Block>], other_marker: bool, outline: &mut Outline) -> Vec<String> {
    /// The largest number that CommonMark takes for a list's.
    const NUMBER_MAX: u32 = 999_999_999;
    let tight = items
        .iter()
        .all(|item| matches!(item.as_slice(), [] | [Block::Paragraph { .. }]));
    let mut all = Vec::new();
    for (number, item) in (start..).zip(items) {
        let marker = match (ordered, other_marker) {
            (true, false) => format!("{}. ", number.min(NUMBER_MAX)),
            (true, true) => format!("{}) ", number.min(NUMBER_MAX)),
            (false, false) => "- ".to_owned(),
            (false, true) => "* ".to_owned(),
        };
        let indent = " ".repeat(marker.len());
        if !all.is_empty() && !tight {
            all.push(String::new());
        }
        let inner = lines(item, outline);
        let first = inner.first().map_or("", String::as_str);
        all.push(format!("{marker}{first}").trim_end().to_owned());
        let rest = inner.iter().skip(1);
        all.extend(rest.map(|line| {
            if line.is_empty() {
                String::new()
            } else {
                format!("{indent}{line}")
            }
        }));
    }
    all
}
