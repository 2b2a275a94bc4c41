//! The notes as HTML.

use super::escaped;
use crate::outcome::outline::Outline;
use crate::outcome::passages::{Block, Run};
use crate::outcome::text::address;

/// The notes from their first block to the last.
pub(super) fn render(notes: &[Block]) -> String {
    blocks(notes, &mut Outline::default())
}

fn blocks(notes: &[Block], outline: &mut Outline) -> String {
    notes.iter().map(|one| block(one, outline)).collect()
}

fn block(block: &Block, outline: &mut Outline) -> String {
    match block {
        Block::Heading { runs: text, .. } | Block::Paragraph { runs: text, .. } if is_blank(text) => String::new(),
        Block::Heading { level, runs: text } => {
            let level = outline.level(*level);
            format!("<h{level} dir=\"auto\">{}</h{level}>\n", runs(text))
        }
        Block::Paragraph { runs: text, .. } => format!("<p dir=\"auto\">{}</p>\n", runs(text)),
        Block::List { ordered, start, items } => list(*ordered, *start, items, outline),
        Block::Quote { blocks: quoted } => format!("<blockquote>\n{}</blockquote>\n", blocks(quoted, outline)),
        Block::Rule => "<hr>\n".to_owned(),
    }
}

fn list(ordered: bool, start: u32, items: &[Vec<Block>], outline: &mut Outline) -> String {
    let mut inner = String::new();
    for item in items {
        let text = match item.as_slice() {
            [Block::Paragraph { runs: text, .. }] => runs(text),
            other => blocks(other, outline),
        };
        inner += &format!("<li dir=\"auto\">{text}</li>\n");
    }
    match (ordered, start) {
        (false, _) => format!("<ul>\n{inner}</ul>\n"),
        (true, 1) => format!("<ol>\n{inner}</ol>\n"),
        (true, start) => format!("<ol start=\"{start}\">\n{inner}</ol>\n"),
    }
}

fn is_blank(runs: &[Run]) -> bool {
    runs.iter().all(|run| run.text.trim().is_empty())
}

fn runs(runs: &[Run]) -> String {
    runs.iter().map(run).collect()
}

fn run(run: &Run) -> String {
    let mut html = escaped(&run.text).replace('\n', "<br>\n");
    if run.em {
        html = format!("<em>{html}</em>");
    }
    if run.strong {
        html = format!("<strong>{html}</strong>");
    }
    match run.link.as_deref().and_then(address) {
        Some(link) => format!(
            "<a href=\"{}\" rel=\"noopener noreferrer nofollow\">{html}</a>",
            escaped(link)
        ),
        None => html,
    }
}
